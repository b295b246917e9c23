// Every command that reads a data file reads a Word file.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/program_data.hpp"
#include "nianbao/nianbao.h"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "office/foreign_book.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "report/printed.hpp"

using namespace nianbao;

namespace {

Report printed(const std::string& file) {
    return as_printed(*read(source_file(file), "a", Format::yaml).report);
}

/// A folder with one report as YAML and as a Word file, and last year's of both kinds.
class Office {
public:
    Office() {
        write_file(scratch / "a.yaml", write(report, Format::yaml));
        write_file(scratch / "b.docx", made::word_report(report));
        std::filesystem::create_directories(scratch / "last");
        write_file(scratch / "last/b.docx", made::word_report(last));
        write_file(scratch / "last.yaml", write(last, Format::yaml));
    }

    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    /// What check says, without the places, which differ.
    std::string messages(std::vector<std::string> words) const {
        return without_places(run(std::move(words)).out);
    }

    const Report report = printed("tests/files/model.yaml"),
                 last = printed("tests/files/model-2022.yaml");
    const Scratch scratch;
};

}  // namespace

TEST_CASE("check finds the same in a Word file as in its YAML, against last year's too") {
    const Office office;
    CHECK(office.messages({"check", "b.docx", "--no-fonts"}) ==
          office.messages({"check", "a.yaml", "--no-fonts"}));
    const std::string yearly =
        office.messages({"check", "a.yaml", "--no-fonts", "--previous", "last.yaml"});
    CHECK(office.messages({"check", "b.docx", "--no-fonts", "--previous", "last"}) == yearly);
    CHECK(office.messages({"check", "b.docx", "--no-fonts", "--previous", "last/b.docx"}) ==
          yearly);
}

TEST_CASE("findings of rules stand at their paragraph or cell of a Word file") {
    const Office office;
    Report wrong = office.report;
    wrong.applications.cells[6].value = *Amount::parse("99");
    wrong.overview += "\n本年共收到申请 77 件。";
    write_file(office.scratch / "c.docx", made::word_report(wrong));
    const Run run = office.run({"check", "c.docx", "--no-fonts"});
    CHECK(run.exit == 1);
    CHECK_MESSAGE(run.out.find("c.docx：表二第4行第10列: 错误 T3-0") != std::string::npos, run.out);
    CHECK_MESSAGE(
        run.out.find("c.docx：第18段第9字: 警告 P-01: “收到申请77件”") != std::string::npos,
        run.out);
    const Run json = office.run({"check", "c.docx", "--no-fonts", "--format", "json"});
    CHECK(json.out.find(R"("place": {"table": "表二", "row": 4, "column": 10})") !=
          std::string::npos);
    CHECK(json.out.find(R"("place": {"paragraph": 18, "character": 9})") != std::string::npos);
}

TEST_CASE("render, convert, diff, new and merge read Word files") {
    const Office office;
    CHECK(office.run({"render", "b.docx", "--to", "text"}).err == "已生成 b.txt\n");
    CHECK(office.run({"render", "a.yaml", "--to", "text", "-o", "a.txt"}).exit == 0);
    CHECK(read_file(office.scratch / "b.txt") == read_file(office.scratch / "a.txt"));
    CHECK(office.run({"render", "b.docx", "--attach-data", "--quiet"}).exit == 0);
    CHECK(is_pdf(read_file(office.scratch / "b.pdf")));
    CHECK(office.run({"convert", "b.pdf", "-o", "p.yaml"}).exit == 0);
    CHECK(office.run({"convert", "b.docx", "-o", "c.yaml"}).exit == 0);
    CHECK(read_file(office.scratch / "c.yaml") == read_file(office.scratch / "a.yaml"));
    CHECK(read_file(office.scratch / "p.yaml") == read_file(office.scratch / "a.yaml"));
    std::string diff = office.run({"diff", "last.yaml", "b.docx"}).out;
    REQUIRE(diff.find("b.docx") != std::string::npos);
    diff.replace(diff.find("b.docx"), 6, "a.yaml");
    CHECK(diff == office.run({"diff", "last.yaml", "a.yaml"}).out);
    CHECK(office.run({"diff", "last.yaml", "b.docx", "--format", "json"})
              .out.find(R"("place_after": {"paragraph": )") != std::string::npos);
    const Run made = office.run({"new", "--agency", "清河县水务局", "--year", "2024", "--previous",
                                 "b.docx", "-o", "e.yaml"});
    CHECK_MESSAGE(made.exit == 0, made.err);
    CHECK(office
              .run({"new", "--agency", "清河县水务局", "--year", "2024", "--previous", "a.yaml",
                    "-o", "f.yaml"})
              .exit == 0);
    CHECK(read_file(office.scratch / "e.yaml") == read_file(office.scratch / "f.yaml"));
    const Run merge = office.run({"merge", "b.docx", "--agency", "清河县人民政府", "-o", "d.yaml"});
    CHECK_MESSAGE(merge.exit <= 1, merge.err);
    CHECK(read_file(office.scratch / "d.yaml").find("file: b.docx") != std::string::npos);
}

TEST_CASE("A Word file is not written by convert and new, nor over itself, nor corrected") {
    const Office office;
    const Setting here{.folder = office.scratch.folder()};
    check_usage({"convert", "a.yaml", "-o", "c.docx"}, "convert 写成 .yaml、.json 或 .xlsx", here);
    check_usage({"convert", "a.yaml", "-o", "c.xls"},
                "不能由 c.xls 的后缀 .xls 看出要写成什么，可用的后缀是：.xlsx .yaml .yml .json",
                here);
    check_usage({"merge", "a.yaml", "--agency", "甲县", "-o", "c.doc"},
                "不能由 c.doc 的后缀 .doc 看出要写成什么，可用的后缀是：.xlsx .yaml .yml .json",
                here);
    CHECK(office.run({"convert", "a.yaml", "-o", "c.YAML"}).exit == 0);
    check_usage({"new", "--agency", "甲局", "--year", "2024", "-o", "c.docx"},
                "new 只写工作簿（.xlsx）和 YAML 文件", here);
    CHECK(office.run({"check", "b.docx", "--no-fonts", "--mark", "-o", "m.xlsx"})
              .err.find("nianbao: --mark 只批注读得出来的工作簿，b.docx 不是") !=
          std::string::npos);
    const Run fix = office.run({"fix", "b.docx", "--in-place"});
    CHECK(fix.exit == 1);
    CHECK((fix.out + fix.err).find("这是 Word 文件，里面的文字和数不在这里改") !=
          std::string::npos);
}

TEST_CASE("A folder of Word files is read like one of YAML; beside data files none is") {
    const Office office;
    const auto put = [&](const std::string& name, const std::string& bytes) {
        std::filesystem::create_directories((office.scratch / name).parent_path());
        write_file(office.scratch / name, bytes);
    };
    const std::string word = read_file(office.scratch / "b.docx");
    put("in/甲/年报.docx", word);
    put("in/甲/通知.docx", made::word_file(made::word_paragraph("开会。")));
    put("in/乙/年报.docx", word);
    put("in/乙/年报.yaml", read_file(office.scratch / "a.yaml"));
    put("in/丙/修改稿.DOCX", word);
    put("in/丙/年报.xlsx", made::plain_book(office.report));
    const Run run = office.run({"render", "in", "--to", "text", "-j", "1"});
    CHECK(run.exit == 0);
    CHECK(run.err ==
          "in/丙/修改稿.DOCX: 警告 D-20: 这是 Word 文件 (.docx)，旁边有数据文件，没有读\n"
          "   提示: 读的是旁边的数据文件；要读这一份，写明它的文件名\n"
          "in/乙/年报.docx: 警告 D-20: 这是 Word 文件 (.docx)，旁边有数据文件，没有读\n"
          "   提示: 读的是旁边的数据文件；要读这一份，写明它的文件名\n"
          "in/甲/通知.docx: 警告 D-20: 这份 Word 文件里没有年报的标题和表，不是数据文件，没有读\n"
          "   提示: 移到别处；是年报的，六个部分的标题照格式写\n"
          "已生成 in/丙/年报.txt\n已生成 in/乙/年报.txt\n已生成 in/甲/年报.txt\n"
          "共 3 份：已生成 3 份（其中 0 份有问题提示），有错误未生成 0 份，机器出错 0 份"
          "；另有 3 个文件不是数据文件，没有读\n");
}

TEST_CASE("import writes what was read of a data file or workbook with errors, gaps elsewhere") {
    const Office office;
    std::string text = write(office.report, Format::yaml, Keys::chinese);
    const std::string row = "行政处罚: ";
    const std::size_t at = text.find(row);
    REQUIRE(at != text.npos);
    text.replace(at, text.find('\n', at) - at, row + "约5");
    write_file(office.scratch / "w.yaml", text + "旁注: x\n");
    const Run run = office.run({"import", "w.yaml", "-o", "i.yaml"});
    CHECK(run.exit == 1);
    CHECK_MESSAGE(run.err.find("行政处罚：“约5”") != std::string::npos, run.err);
    const std::string made = read_file(office.scratch / "i.yaml");
    CHECK(made.find("行政处罚: 约5\n") != std::string::npos);
    CHECK(made.find("旁注") == std::string::npos);
    // But for that cell it is the whole report.
    std::string mended = made;
    const std::size_t there = mended.find(row);
    mended.replace(there, mended.find('\n', there) - there,
                   row + office.report.disclosure.cells[7].value.to_string());
    write_file(office.scratch / "m.yaml", mended);
    CHECK(*read(mended, "m", Format::yaml).report == office.report);
    // A file that is no report gives none.
    write_file(office.scratch / "scan.yaml", "\x89PNG\r\n");
    CHECK(office.run({"import", "scan.yaml", "-o", "none.yaml"}).exit == 1);
    CHECK_FALSE(std::filesystem::exists(office.scratch / "none.yaml"));
}

TEST_CASE("C reads a Word file by its bytes, whatever its format is said to be") {
    const Office office;
    const std::string bytes = read_file(office.scratch / "b.docx");
    for (const int format : {NIANBAO_FORMAT_AUTO, NIANBAO_FORMAT_ARTICLE, NIANBAO_FORMAT_YAML}) {
        nianbao_data* data = nullptr;
        nianbao_outcome* outcome = nullptr;
        REQUIRE(nianbao_data_from_bytes(bytes.data(), static_cast<int64_t>(bytes.size()), "b.docx",
                                        -1, format, &data, nullptr) == NIANBAO_OK);
        REQUIRE(nianbao_check(data, nullptr, &outcome, nullptr) == NIANBAO_OK);
        CHECK(nianbao_outcome_status(outcome) == NIANBAO_ACCEPTED);
        nianbao_outcome_free(outcome);
        nianbao_data_free(data);
    }
    nianbao_data* data = nullptr;
    CHECK(nianbao_data_from_bytes("x", 1, "x", -1, NIANBAO_FORMAT_ARTICLE + 1, &data, nullptr) ==
          NIANBAO_INVALID);
}
