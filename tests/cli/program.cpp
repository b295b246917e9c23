// The program as people and scripts meet it: what stops an output, what is told of it,
// exit codes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <sstream>

#include "cli/program_data.hpp"

namespace fs = std::filesystem;

TEST_CASE("A data file becomes a PDF beside it") {
    const Scratch scratch;
    write_file(scratch / "年报.yaml", small());
    const Run run = nianbao_run({"render", "年报.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out == "");
    CHECK(run.err == "已生成 年报.pdf\n");
    CHECK(is_pdf(read_file(scratch / "年报.pdf")));
    CHECK(scratch.names() == "年报.pdf 年报.yaml");
    CHECK(nianbao_run({"render", "年报.yaml", "--quiet"}, {.folder = scratch.folder()}).err == "");
}

TEST_CASE("An error of the rules stops the PDF, and leaves what was there") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    write_file(scratch / "a.pdf", "last year's");
    const Setting here{.folder = scratch.folder()};

    const Run stopped = nianbao_run({"render", "a.yaml"}, here);
    CHECK(stopped.exit == 1);
    CHECK(stopped.out == "");
    CHECK(stopped.err.starts_with("a.yaml:"));
    CHECK(stopped.err.find(": 错误 T3-01: ") != std::string::npos);
    CHECK(stopped.err.ends_with("未生成：a.yaml 有错误\n"));
    CHECK(read_file(scratch / "a.pdf") == "last year's");

    const Run forced = nianbao_run({"render", "a.yaml", "--force"}, here);
    CHECK(forced.exit == 1);
    CHECK(forced.err.find(": 错误 T3-01: ") != std::string::npos);
    CHECK(forced.err.ends_with("已生成 a.pdf\n"));
    CHECK(is_pdf(read_file(scratch / "a.pdf")));

    const Run unchecked = nianbao_run({"render", "a.yaml", "--no-check", "-o", "b.pdf"}, here);
    CHECK(unchecked.exit == 0);
    CHECK(unchecked.err == "已生成 b.pdf\n");
    CHECK(read_file(scratch / "b.pdf") == read_file(scratch / "a.pdf"));
    CHECK(scratch.names() == "a.pdf a.yaml b.pdf");
}

TEST_CASE("What the reader refuses stops the PDF in spite of --force and --no-check") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", misspelt());
    for (const char* option : {"--force", "--no-check"}) {
        const Run run = nianbao_run({"render", "a.yaml", option}, {.folder = scratch.folder()});
        CHECK(run.exit == 1);
        CHECK(run.err.find("agancy") != std::string::npos);
        CHECK(scratch.names() == "a.yaml");
    }
}

TEST_CASE("An unknown cell reference stops the PDF in spite of --no-check") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(small(), "12条", "{{applications.receved.total}}条"));
    const Run run = nianbao_run({"render", "a.yaml", "--no-check"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.err.starts_with("a.yaml:5:23: 错误 "));
    CHECK(scratch.names() == "a.yaml");
}

TEST_CASE(
    "A character that no face has stops the PDF always; one that another face has is a warning") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(small(), "12条", "12条😀"));
    for (const char* option : {"--no-check", "--force"}) {
        const Run run = nianbao_run({"render", "a.yaml", "--no-system-fonts", option},
                                    {.folder = scratch.folder()});
        CHECK(run.exit == 1);
        CHECK(run.err.starts_with(
            "a.yaml:5:26: 错误 F-01: “😀”（U+1F600）：没有一种字体有这个字符\n"));
        CHECK(run.err.ends_with("未生成：a.yaml 有错误\n"));
        CHECK(scratch.names() == "a.yaml");
    }
    write_file(scratch / "a.yaml", changed(small(), "12条", "12条𠮷"));
    const Run run =
        nianbao_run({"render", "a.yaml", "--no-system-fonts"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.err.starts_with(
        "a.yaml:5:26: 警告 F-02: “𠮷”（U+20BB7）：正文（仿宋）的字体没有这个字，改用 NotoSerifCJKsc-Regular\n"));
    CHECK(run.err.ends_with("已生成 a.pdf\n"));
}

TEST_CASE("Every stage tells its mistakes in one run, in the order of the file") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(changed(unbalanced(), "12条", "12条😀"),
                                           "carried_in: [0, 1,", "carried_in: [0, １,"));
    const Run run =
        nianbao_run({"render", "a.yaml", "--no-system-fonts"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    std::string told;
    std::istringstream lines(run.err);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("a.yaml:"))
            told += line.substr(7, line.find(": ", line.find(": ") + 2) - 7) + "|";
    }
    CHECK(told == "5:26: 错误 F-01|9:14: 错误 T3-01|9:32: 错误 T3-01|10:19: 警告 D-13|");
}

TEST_CASE("A rule can be left out, or its finding waived with a reason") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    CHECK(
        nianbao_run({"render", "a.yaml", "--disable", "T3-01"}, {.folder = scratch.folder()}).err ==
        "已生成 a.pdf\n");
    write_file(scratch / "b.yaml",
               unbalanced() +
                   "waive:\n  - {rule: T3-01, field: applications.received, reason: 系统迁移}\n");
    const Run waived = nianbao_run({"render", "b.yaml", "--strict"}, {.folder = scratch.folder()});
    CHECK(waived.exit == 0);
    CHECK(waived.err.starts_with("b.yaml:9:14: 豁免 T3-01: "));
    CHECK(waived.err.find("（豁免理由：系统迁移）\n") != std::string::npos);
    CHECK(waived.err.ends_with("^\n已生成 b.pdf\n"));
}

TEST_CASE("With --strict a warning counts in the exit code") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(small(), "received: [2,", "received: [２,"));
    const Run run = nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.err.find(": 警告 ") != std::string::npos);
    CHECK(nianbao_run({"render", "a.yaml", "--strict"}, {.folder = scratch.folder()}).exit == 1);
    CHECK(is_pdf(read_file(scratch / "a.pdf")));
}

TEST_CASE("A folder stands for its data files, in byte order") {
    const Scratch scratch;
    fs::create_directory(scratch / "in");
    fs::create_directory(scratch / "in/deeper");
    for (const char* name : {"in/b.yaml", "in/B.yml", "in/deeper/c.yaml"})
        write_file(scratch / name, small());
    write_file(scratch / "in/notes.txt", "会议记录\n");
    write_file(scratch / "in/a.json", source_file("examples/huaian-2024.json"));
    const Run run = nianbao_run({"render", "in", "-o", "out"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.err.starts_with(
        "in/notes.txt: 警告 D-20: 这是一般的文本文件，不是数据文件，没有读\n"
        "   提示: 是数据文件的，每行写成“项目名: 内容”，文件名以 .yaml 结尾；不是的，移到别处\n"
        "已生成 out/B.pdf\nin/a.json:8:14: 警告 W-11: "));
    CHECK(run.err.ends_with(
        "\n已生成 out/a.pdf\n已生成 out/b.pdf\n已生成 out/deeper/c.pdf\n"
        "共 4 份：已生成 4 份（其中 1 份有问题提示），有错误未生成 0 份，机器出错 0 份；"
        "另有 1 个文件不是数据文件，没有读\n"));
    CHECK(is_pdf(read_file(scratch / "out/a.pdf")));

    fs::create_directory(scratch / "empty");
    check_usage(
        {"render", "empty"},
        "文件夹 empty 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）",
        {.folder = scratch.folder()});
}

TEST_CASE("A batch goes on after a bad file, and ends with the highest exit code") {
    const Scratch scratch;
    write_file(scratch / "bad.yaml", unbalanced());
    write_file(scratch / "good.yaml", small());
    const Setting here{.folder = scratch.folder()};
    const Run refused = nianbao_run({"render", "bad.yaml", "good.yaml"}, here);
    CHECK(refused.exit == 1);
    CHECK(refused.err.ends_with(
        "共 2 份：已生成 1 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 0 份\n"));

    const Run failed = nianbao_run({"render", "bad.yaml", "absent.yaml", "good.yaml"}, here);
    CHECK(failed.exit == 3);
    CHECK(failed.err.find("nianbao: ") != std::string::npos);
    CHECK(failed.err.ends_with(
        "共 3 份：已生成 1 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 1 份\n"));
    CHECK(scratch.names() == "bad.yaml good.pdf good.yaml");
    CHECK(nianbao_run({"render", "absent.yaml", "bad.yaml"}, here).exit == 3);
}

TEST_CASE("Findings as JSON, on standard output") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "b\".yaml", unbalanced());
    const Run run = nianbao_run({"render", "a.yaml", "b\".yaml", "absent.yaml", "--format", "json"},
                                {.folder = scratch.folder()});
    CHECK(run.exit == 3);
    CHECK(run.err == "");
    CHECK(run.out.starts_with(R"({"files": [
  {"file": "a.yaml", "status": "written", "output": "a.pdf", "findings": [], "agency": "清河县水务局", "year": 2023},
  {"file": "b\".yaml", "status": "refused", "output": null, "findings": [
    {"rule": "T3-01", "severity": "error", "field": "applications.)"));
    CHECK(run.out.find(R"("place": {"line": )") != std::string::npos);
    CHECK(
        run.out.find(
            R"(  {"file": "absent.yaml", "status": "failed", "output": null, "findings": [], "failure": ")") !=
        std::string::npos);
    CHECK(
        run.out.find(
            "\"}\n], \"summary\": {\"files\": 3, \"written\": 1, \"unchanged\": 0, \"accepted\": 0, \"with_findings\": 0, \"refused\": 1, "
            "\"failed\": 1, \"left\": 0, \"passed_over\": 0}, \"worst\": {\"rules\": [{\"rule\": \"T3-01\", ") !=
        std::string::npos);
}

TEST_CASE("Colour only where it is asked for") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", misspelt());
    const std::string plain = nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).err;
    CHECK(plain.find('\033') == std::string::npos);
    const std::string colored =
        nianbao_run({"render", "a.yaml", "--color", "always"}, {.folder = scratch.folder()}).err;
    CHECK(colored.find(": \033[1;31m错误\033[0m ") != std::string::npos);
}

TEST_CASE("The fonts that serve each role") {
    const Run run = nianbao_run({"fonts", "--no-system-fonts"});
    CHECK(run.exit == 0);
    CHECK(run.err == "");
    for (const char* face : {"FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular",
                             "NotoSerifCJK", "LiberationSerif"}) {
        CHECK_MESSAGE(run.out.find(face) != std::string::npos, run.out);
    }
    const Run absent = nianbao_run({"fonts", "--font", "body=/no/such.ttf"});
    CHECK(absent.exit == 3);
    CHECK(absent.out == "");
    CHECK(absent.err.starts_with("nianbao: "));
    CHECK(nianbao_run({"fonts", "-"}, {.input = misspelt()}).exit == 1);
}

TEST_CASE(
    "A program that lies beside a folder nianbao-fonts, or in one beside it, takes its fonts from there") {
    const Scratch scratch;
    std::filesystem::copy_file(NIANBAO_PROGRAM, scratch / "nianbao");
    std::filesystem::create_directory_symlink(std::string(NIANBAO_SOURCE) + "/fonts/free",
                                              scratch / "nianbao-fonts");
    const Run beside = run({scratch / "nianbao", "fonts", "--no-system-fonts"});
    CHECK_MESSAGE(beside.exit == 0, beside.err);
    CHECK(beside.out.find("FandolFang-Regular") != std::string::npos);
    std::filesystem::create_directory(scratch / "package");
    const auto deeper = scratch / "package/nianbao";
    std::filesystem::copy_file(NIANBAO_PROGRAM, deeper);
    CHECK(run({deeper, "fonts", "--no-system-fonts"}).out ==
          beside.out);  // as npm lays two packages
    std::filesystem::remove(scratch / "nianbao-fonts");
    CHECK(run({scratch / "nianbao", "fonts", "--no-system-fonts"}).exit == 3);
    CHECK(run({deeper, "fonts", "--no-system-fonts"}).exit == 3);
}
