// Folders on the command line: what is below them, and what among it is no data file.
#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>

#include "cli/program_data.hpp"
#include "office/made_word.hpp"

namespace fs = std::filesystem;

namespace {

/// in/ with two reports of one name, a Word file and a lock file.
struct Offices {
    Offices() {
        fs::create_directories(scratch / "in/乡镇");
        write_file(scratch / "in/报告.yaml", small());
        write_file(scratch / "in/乡镇/报告.YAML",
                   changed(small(), "agency: 清河县水务局", "agency: 清河县河口镇人民政府"));
        write_file(scratch / "in/年报.docx", "PK\x03\x04 word/document.xml");
        write_file(scratch / "in/乡镇/~$年报.docx", "x");
    }
    Run with(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    Scratch scratch;
};

const std::string of_word =
    "in/年报.docx: 警告 D-20: 这是 Word 文件 (.docx)，旁边有数据文件，没有读\n"
    "   提示: 读的是旁边的数据文件；要读这一份，写明它的文件名\n";
const std::string of_lock =
    "in/乡镇/~$年报.docx: 警告 D-20: 这是 WPS 或 Office 打开着文件时留下的锁文件，不是数据文件，没有读\n"
    "   提示: 请先在 WPS 中关闭那份文件，锁文件会自己消失\n";

}  // namespace

TEST_CASE("A folder is read with those below it, outputs mirror them, and nothing is left untold") {
    const Offices offices;
    const Run run = offices.with({"render", "in", "-o", "out", "-j", "1"});
    CHECK(run.exit == 0);
    CHECK(run.err ==
          of_word + of_lock +
              "已生成 out/报告.pdf\n已生成 out/乡镇/报告.pdf\n"
              "共 2 份：已生成 2 份（其中 0 份有问题提示），有错误未生成 0 份，机器出错 0 份"
              "；另有 2 个文件不是数据文件，没有读\n");
    CHECK(is_pdf(read_file(offices.scratch / "out/乡镇/报告.pdf")));

    // Beside the data files the PDFs are ours, and no foreign files the next time.
    CHECK(offices.with({"render", "in", "--quiet"}).exit == 0);
    const Run again = offices.with({"render", "in", "--quiet"});
    CHECK(again.exit == 0);
    CHECK(again.err == of_word + of_lock);
    CHECK(offices.with({"render", "in", "--quiet", "--strict"}).exit == 1);

    const Run flat = offices.with({"check", "in", "--flat"});
    CHECK(flat.out == of_word);
    CHECK(flat.err ==
          "in/报告.yaml：没有问题；1 个数字：0 个一致，0 个不一致，1 个未比对\n"
          "共 1 份：没有错误 1 份（其中 0 份有问题提示），有错误 0 份，机器出错 0 份"
          "；另有 1 个文件不是数据文件，没有读\n");
}

TEST_CASE("Programs are told of every file too, and one of several machines tells it") {
    const Offices offices;
    const Run run = offices.with({"check", "in", "--format", "json"});
    CHECK(run.exit == 0);
    CHECK(run.out.find(R"({"file": "in/年报.docx", "status": "passed_over", "output": null, )"
                       R"("findings": [)"
                       "\n"
                       R"(    {"rule": "D-20", "severity": "warning", "field": "", )"
                       R"("place": null, "values": {}, )"
                       R"("message": "这是 Word 文件 (.docx)，旁边有数据文件，没有读")") !=
          std::string::npos);
    CHECK(run.out.find(R"("left": 0, "passed_over": 2}, "worst": )") != std::string::npos);

    CHECK(offices.with({"check", "in", "--shard", "1/2"}).out == of_word + of_lock);
    CHECK(offices.with({"check", "in", "--shard", "2/2"}).out == "");
}

TEST_CASE("No file at all is wrong usage, in whatever way there is none") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    fs::create_directories(scratch / "empty/below");
    fs::create_directory(scratch / "words");
    write_file(scratch / "words/通知.docx", made::word_file(made::word_paragraph("开会。")));
    for (const char* command : {"render", "check"}) {
        check_usage({command}, "没有写数据文件", here);
        check_usage(
            {command, "empty"},
            "文件夹 empty 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）",
            here);
        check_usage(
            {command, "words"},
            "文件夹 words 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）；有 1 个别的文件，例如 "
            "words/通知.docx：这份 Word 文件里没有年报的标题和表，不是数据文件，没有读",
            here);
        check_usage({command, "*.yaml"}, "没有与 *.yaml 相符的文件", here);
        check_usage({command, "a?.yaml"}, "没有与 a?.yaml 相符的文件", here);
    }
    write_file(scratch / "a?.yaml", small());
    CHECK(nianbao_run({"check", "a?.yaml"}, here).exit == 0);
    CHECK(nianbao_run({"check", "none.yaml"}, here).exit == 3);
    CHECK(nianbao_run({"fonts"}, here).exit == 0);
}

TEST_CASE("Several inputs never go to a place that is named like a file") {
    const Offices offices;
    const Setting here{.folder = offices.scratch.folder()};
    check_usage({"render", "in/报告.yaml", "in/乡镇/报告.YAML", "-o", "two.pdf"},
                "有几份数据文件时，-o 应是文件夹，而 two.pdf 是一个文件的名称", here);
    check_usage({"render", "in", "-o", "all.PDF"},
                "有几份数据文件时，-o 应是文件夹，而 all.PDF 是一个文件的名称", here);
    CHECK(offices.scratch.names() == "in");
    CHECK(offices.with({"render", "in", "-o", "two.pdf/", "--quiet"}).exit == 0);
    CHECK(offices.with({"render", "in", "-o", "two.pdf", "--quiet"}).exit == 0);  // it is a folder
}

TEST_CASE("Commands that take one file say so of a folder; a merge says how many it left out") {
    const Offices offices;
    CHECK(
        offices.with({"diff", "in", "in/报告.yaml"})
            .err.find(
                "nianbao: diff 比较两份数据文件，或者两个文件夹，不能一个是文件、一个是文件夹\n") !=
        std::string::npos);
    CHECK(offices
              .with({"merge", "in/报告.yaml", "--agency", "清河县人民政府", "-o", "a.yaml",
                     "--prose", "in"})
              .err.find("nianbao: --prose 只能是一个文件\n") != std::string::npos);
    write_file(offices.scratch / "broken.yaml", "agency: [");
    const Run merge = offices.with(
        {"merge", "in/报告.yaml", "broken.yaml", "--agency", "清河县人民政府", "-o", "a.yaml"});
    CHECK(merge.exit == 1);
    CHECK(merge.err.ends_with("没有汇总：2 个成员中 1 个有错误或读不出来\n"));
    const Run prose = offices.with({"merge", "in/报告.yaml", "--agency", "清河县人民政府", "-o",
                                    "a.yaml", "--prose", "broken.yaml"});
    CHECK(prose.exit == 1);
    CHECK(prose.err.find("broken.yaml:1:9: 错误 D-05") != std::string::npos);
    CHECK(prose.err.ends_with("没有汇总：1 个成员都没有错误，原因是上面所说的\n"));
    CHECK(offices.with({"check", "broken.yaml", "--summary"})
              .out.find("\n  单位不明（broken.yaml）：") != std::string::npos);
}

TEST_CASE("A folder below that cannot be read is told, and the others are read") {
    const Offices offices;
    fs::permissions(offices.scratch / "in/乡镇", fs::perms::none);
    std::vector<std::string> words = {NIANBAO_PROGRAM, "check", "in", "--no-fonts"};
    if (::geteuid() == 0)
        words.insert(words.begin(), {"setpriv", "--bounding-set=-all"});  // without its powers
    const Run run = ::run(words, {.folder = offices.scratch.folder()});
    fs::permissions(offices.scratch / "in/乡镇", fs::perms::owner_all);
    CHECK(run.out == of_word +
                         "in/乡镇: 警告 D-20: 这个文件夹读不出来，里面有什么不知道\n"
                         "   提示: 看看有没有读它的权限，改好再读\n");
    CHECK(run.err.find("in/报告.yaml：没有问题；") == 0);
    CHECK(run.exit == 0);
}

TEST_CASE(
    "A folder with the name of a data file, and links that lead nowhere, are each told once") {
    const Offices offices;
    fs::create_directory(offices.scratch / "in/空.yaml");
    fs::create_symlink("圈.yaml", offices.scratch / "in/圈.yaml");
    const Run run = offices.with({"check", "in", "--no-fonts", "--flat"});
    CHECK(run.out ==
          "in/圈.yaml: 警告 D-20: 这是管道、设备，或者指向的文件已经没有了的链接，"
          "不是数据文件，没有读\n   提示: 它不是数据文件；不用的可以删去\n" +
              of_word);
    CHECK(offices.with({"check", "in/圈.yaml", "--no-fonts"}).err ==
          "nianbao: 不能读取 in/圈.yaml：符号链接绕成了圈\n");
    CHECK(offices.with({"check", "in/空.yaml", "--no-fonts"})
              .err.find("nianbao: 文件夹 in/空.yaml 里没有数据文件（") == 0);
}
