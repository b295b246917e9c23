// Every command that reads a data file reads a workbook.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/program_data.hpp"
#include "nianbao/nianbao.h"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// A folder with one report as YAML and as a workbook, and last year's of both kinds.
class Office {
public:
    Office() {
        const Report report =
                         *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report,
                     last = *read(source_file("tests/files/model-2022.yaml"), "a", Format::yaml)
                                 .report;
        write_file(scratch / "a.yaml", write(report, Format::yaml));
        write_file(scratch / "b.xlsx", made::plain_book(report));
        std::filesystem::create_directories(scratch / "last");
        write_file(scratch / "last/b.xlsx", made::plain_book(last));
        write_file(scratch / "last.yaml", write(last, Format::yaml));
    }

    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    /// What check says, without the places, which differ.
    std::string messages(std::vector<std::string> words) const {
        return without_places(run(std::move(words)).out);
    }

    const Scratch scratch;
};

}  // namespace

TEST_CASE("check finds the same in a workbook as in its YAML, against last year's too") {
    const Office office;
    CHECK(office.messages({"check", "b.xlsx", "--no-fonts"}) ==
          office.messages({"check", "a.yaml", "--no-fonts"}));
    CHECK(office.messages({"check", "b.xlsx", "--no-fonts", "--previous", "last"}) ==
          office.messages({"check", "a.yaml", "--no-fonts", "--previous", "last.yaml"}));
    CHECK(office.messages({"check", "b.xlsx", "--no-fonts", "--previous", "last/b.xlsx"}) ==
          office.messages({"check", "a.yaml", "--no-fonts", "--previous", "last.yaml"}));
    // A finding of a rule stands at its cell.
    made::EditedBook book(read_file(office.scratch / "b.xlsx"));
    const std::string cell = book.where("applications.received.total");
    book.number(cell, "1");
    write_file(office.scratch / "c.xlsx", book.bytes());
    CHECK(
        office.run({"check", "c.xlsx", "--no-fonts"}).out.find("c.xlsx：" + cell + ": 错误 T3-0") !=
        std::string::npos);
    const Run json = office.run({"check", "c.xlsx", "--no-fonts", "--format", "json"});
    CHECK(json.out.find("\"sheet\": \"依申请公开\"") != std::string::npos);
}

TEST_CASE("render, convert, diff and merge read workbooks") {
    const Office office;
    CHECK(office.run({"render", "b.xlsx", "--to", "text", "-o", "b.txt"}).exit == 0);
    CHECK(office.run({"render", "a.yaml", "--to", "text", "-o", "a.txt"}).exit == 0);
    CHECK(read_file(office.scratch / "b.txt") == read_file(office.scratch / "a.txt"));
    CHECK(office.run({"convert", "b.xlsx", "-o", "c.yaml"}).exit == 0);
    CHECK(read_file(office.scratch / "c.yaml") == read_file(office.scratch / "a.yaml"));
    std::string diff = office.run({"diff", "a.yaml", "b.xlsx"}).out;
    REQUIRE(diff.find("b.xlsx") != std::string::npos);
    diff.replace(diff.find("b.xlsx"), 6, "c.yaml");
    CHECK(diff == office.run({"diff", "a.yaml", "c.yaml"}).out);
    const Run merge = office.run({"merge", "b.xlsx", "--agency", "清河县人民政府", "-o", "d.yaml"});
    CHECK_MESSAGE(merge.exit <= 1, merge.err);
    CHECK(read_file(office.scratch / "d.yaml").find("file: b.xlsx") != std::string::npos);
    const Run fix = office.run({"fix", "b.xlsx", "--in-place"});
    CHECK(fix.exit == 1);
    CHECK((fix.out + fix.err).find("这是工作簿，里面的数据不在这里改") != std::string::npos);
    const Run made = office.run({"new", "--agency", "清河县水务局", "--year", "2024", "--previous",
                                 "b.xlsx", "-o", "e.yaml"});
    CHECK_MESSAGE(made.exit == 0, made.err);
}

TEST_CASE("a folder of workbooks is read like one of YAML") {
    const Office office;
    std::filesystem::create_directories(office.scratch / "in");
    write_file(office.scratch / "in/b.xlsx", read_file(office.scratch / "b.xlsx"));
    write_file(office.scratch / "in/~$b.xlsx", "x");
    const Run run = office.run({"render", "in", "--to", "text", "-o", "out/"});
    CHECK(run.exit == 0);
    CHECK(run.err.find("锁文件") != std::string::npos);
    CHECK(std::filesystem::exists(office.scratch / "out/b.txt"));
}

TEST_CASE("a folder of workbooks becomes the same files however many threads make them") {
    const Office office;
    std::filesystem::create_directories(office.scratch / "in");
    const std::string book = read_file(office.scratch / "b.xlsx");
    for (int i = 0; i < 6; ++i)
        write_file(office.scratch / ("in/" + std::to_string(i) + ".xlsx"), book);
    const auto all = [&](const std::string& threads) {
        const std::string out = "out" + threads;
        const Run run =
            office.run({"render", "in", "--to", "html", "-o", out + "/", "-j", threads});
        std::string made = run.out + run.err;
        for (std::size_t at = made.find(out); at != made.npos; at = made.find(out))
            made.replace(at, out.size(), "OUT");
        for (int i = 0; i < 6; ++i)
            made += read_file(office.scratch / (out + "/" + std::to_string(i) + ".html"));
        return made + office.run({"check", "in", "--no-fonts", "-j", threads}).out;
    };
    const std::string one = all("1");
    CHECK(one.size() > 6000);
    CHECK((all("4") == one));
}

TEST_CASE("C reads a workbook by its bytes, whatever its format is said to be") {
    const Office office;
    const std::string bytes = read_file(office.scratch / "b.xlsx");
    for (const int format : {NIANBAO_FORMAT_AUTO, NIANBAO_FORMAT_WORKBOOK, NIANBAO_FORMAT_YAML}) {
        nianbao_data* data = nullptr;
        nianbao_outcome* outcome = nullptr;
        REQUIRE(nianbao_data_from_bytes(bytes.data(), static_cast<int64_t>(bytes.size()), "b.xlsx",
                                        -1, format, &data, nullptr) == NIANBAO_OK);
        REQUIRE(nianbao_check(data, nullptr, &outcome, nullptr) == NIANBAO_OK);
        CHECK(nianbao_outcome_status(outcome) == NIANBAO_ACCEPTED);
        nianbao_outcome_free(outcome);
        nianbao_data_free(data);
    }
}
