// The program as people and scripts meet it: exit codes, streams, messages, and files that appear whole or not at all.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

#include "program.hpp"

namespace {

namespace fs = std::filesystem;

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Data without a mistake.
std::string small() { return source_file("tests/cases/small.yaml"); }
/// Nothing received, but two given out.
std::string unbalanced() { return changed(small(), "received: [2, 0, 0, 0, 0, 0, 2]", "received: [0, 0, 0, 0, 0, 0, 0]"); }
/// A key that is none.
std::string misspelt() { return changed(small(), "agency:", "agancy:"); }

bool is_pdf(const std::string& bytes) { return bytes.starts_with("%PDF-") && bytes.find("%%EOF") != std::string::npos; }

/// What nianbao says of wrong usage: exit code 2, nothing on standard output, and this on standard error.
void check_usage(const std::vector<std::string>& words, const std::string& message, const Setting& setting = {}) {
    const Run run = nianbao_run(words, setting);
    CHECK(run.exit == 2);
    CHECK(run.out == "");
    CHECK(run.err == "nianbao: " + message + "\n用法见 nianbao help\n");
}

}  // namespace

TEST_CASE("Wrong usage says what is wrong, and the nearest right word") {
    check_usage({}, "没有写子命令");
    check_usage({"rendr", "a.yaml"}, "没有子命令“rendr”，是不是 render？");
    check_usage({"毕业"}, "没有子命令“毕业”");
    check_usage({"render"}, "没有写数据文件");
    check_usage({"render", "a.yaml", "--forse"}, "没有选项 --forse，是不是 --force？");
    check_usage({"render", "a.yaml", "--for"}, "没有选项 --for，是不是 --force？");
    check_usage({"render", "a.yaml", "-x"}, "没有选项 -x");
    check_usage({"fonts", "--force"}, "没有选项 --force");
    check_usage({"render", "a.yaml", "-o"}, "选项 --output 后面缺少值");
    check_usage({"render", "a.yaml", "--dump"}, "选项 --dump 后面缺少值");
    check_usage({"render", "a.yaml", "--force=yes"}, "选项 --force 不带值");
    check_usage({"render", "a.yaml", "-o", "a.pdf", "--output", "b.pdf"}, "选项 --output 写了两次");
    check_usage({"render", "a.yaml", "--force", "--no-check"}, "--force 和 --no-check 不能同时使用");
    check_usage({"render", "a.yaml", "--color", "red"}, "--color 的值“red”不对，可用的是：auto always never");
    check_usage({"render", "a.yaml", "--dump", "svg"}, "--dump 的值“svg”不对，可用的是：document pages");
    check_usage({"render", "a.yaml", "--format", "xml"}, "--format 的值“xml”不对，可用的是：text json");
    check_usage({"render", "a.yaml", "--font", "simfang.ttf"}, "--font 的值“simfang.ttf”不对，应写成 用途=字体文件，例如 body=/fonts/simfang.ttf");
    check_usage({"render", "a.yaml", "--font", "text=simfang.ttf"}, "--font 的值“text”不对，可用的是：title body heading1 heading2 table latin");
    check_usage({"render", "a.yaml", "--disable", "T3-1"}, "--disable：没有规则“T3-1”，是不是 T3-01？");
    check_usage({"render", "a.yaml", "-o", ""}, "-o 的值是空的");
    check_usage({"help", "render", "fonts"}, "help 后面最多写一个子命令");
}

TEST_CASE("Help and version go to standard output") {
    const Run version = nianbao_run({"--version"});
    CHECK(version.exit == 0);
    CHECK(version.out == "nianbao " NIANBAO_VERSION "\n");
    CHECK(version.err == "");

    const Run help = nianbao_run({"help"});
    CHECK(help.exit == 0);
    CHECK(help.out == source_file("tests/cases/help.txt"));
    CHECK(nianbao_run({"--help"}).out == help.out);

    const Run render = nianbao_run({"help", "render"});
    CHECK(render.exit == 0);
    CHECK(render.out == source_file("tests/cases/help_render.txt"));
    CHECK(nianbao_run({"render", "--help"}).out == render.out);
}

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

TEST_CASE("A character that no face has stops the PDF always; one that another face has is a warning") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(small(), "12条", "12条😀"));
    for (const char* option : {"--no-check", "--force"}) {
        const Run run = nianbao_run({"render", "a.yaml", "--no-system-fonts", option}, {.folder = scratch.folder()});
        CHECK(run.exit == 1);
        CHECK(run.err.starts_with("a.yaml:5:26: 错误 F-01: “😀”（U+1F600）：没有一种字体有这个字符\n"));
        CHECK(run.err.ends_with("未生成：a.yaml 有错误\n"));
        CHECK(scratch.names() == "a.yaml");
    }
    write_file(scratch / "a.yaml", changed(small(), "12条", "12条𠮷"));
    const Run run = nianbao_run({"render", "a.yaml", "--no-system-fonts"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.err.starts_with("a.yaml:5:26: 警告 F-02: “𠮷”（U+20BB7）：正文（仿宋）的字体没有这个字，改用 NotoSerifCJKsc-Regular\n"));
    CHECK(run.err.ends_with("已生成 a.pdf\n"));
}

TEST_CASE("Every stage tells its mistakes in one run, in the order of the file") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", changed(changed(unbalanced(), "12条", "12条😀"), "carried_in: [0, 1,", "carried_in: [0, １,"));
    const Run run = nianbao_run({"render", "a.yaml", "--no-system-fonts"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    std::string told;
    std::istringstream lines(run.err);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("a.yaml:")) told += line.substr(7, line.find(": ", line.find(": ") + 2) - 7) + "|";
    }
    CHECK(told == "5:26: 错误 F-01|9:14: 错误 T3-01|9:32: 错误 T3-01|10:19: 警告 D-13|");
}

TEST_CASE("A rule can be left out, or its finding waived with a reason") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    CHECK(nianbao_run({"render", "a.yaml", "--disable", "T3-01"}, {.folder = scratch.folder()}).err == "已生成 a.pdf\n");
    write_file(scratch / "b.yaml", unbalanced() + "waive:\n  - {rule: T3-01, field: applications.received, reason: 系统迁移}\n");
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
    for (const char* name : {"in/b.yaml", "in/B.yml", "in/deeper/c.yaml", "in/notes.txt"}) write_file(scratch / name, small());
    write_file(scratch / "in/a.json", source_file("examples/huaian-2024.json"));
    const Run run = nianbao_run({"render", "in", "-o", "out"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.err.starts_with("已生成 out/B.pdf\nin/a.json:8:14: 警告 W-11: "));
    CHECK(run.err.ends_with("\n已生成 out/a.pdf\n已生成 out/b.pdf\n共 3 份：已生成 3 份（其中 1 份有问题提示），有错误未生成 0 份，机器出错 0 份\n"));
    CHECK(is_pdf(read_file(scratch / "out/a.pdf")));

    fs::create_directory(scratch / "empty");
    check_usage({"render", "empty"}, "文件夹 empty 里没有 .yaml、.yml 或 .json 文件", {.folder = scratch.folder()});
}

TEST_CASE("A batch goes on after a bad file, and ends with the highest exit code") {
    const Scratch scratch;
    write_file(scratch / "bad.yaml", unbalanced());
    write_file(scratch / "good.yaml", small());
    const Setting here{.folder = scratch.folder()};
    const Run refused = nianbao_run({"render", "bad.yaml", "good.yaml"}, here);
    CHECK(refused.exit == 1);
    CHECK(refused.err.ends_with("共 2 份：已生成 1 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 0 份\n"));

    const Run failed = nianbao_run({"render", "bad.yaml", "absent.yaml", "good.yaml"}, here);
    CHECK(failed.exit == 3);
    CHECK(failed.err.find("nianbao: ") != std::string::npos);
    CHECK(failed.err.ends_with("共 3 份：已生成 1 份（其中 0 份有问题提示），有错误未生成 1 份，机器出错 1 份\n"));
    CHECK(scratch.names() == "bad.yaml good.pdf good.yaml");
}

TEST_CASE("Outputs are settled before anything is written") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "a.yml", small());
    write_file(scratch / "b.yaml", small());
    fs::create_directory(scratch / "other");
    write_file(scratch / "other/b.yaml", small());
    const Setting here{.folder = scratch.folder()};
    check_usage({"render", "b.yaml", "a.yaml", "a.yml"}, "a.yaml 和 a.yml 都要写到 a.pdf", here);
    check_usage({"render", "b.yaml", "other/b.yaml", "-o", "out"}, "b.yaml 和 other/b.yaml 都要写到 out/b.pdf", here);
    check_usage({"render", "b.yaml", "./b.yaml"}, "b.yaml 和 ./b.yaml 都要写到 ./b.pdf", here);
    check_usage({"render", "a.yaml", "b.yaml", "-o", "a.yml"}, "有几份数据文件时，-o 应是文件夹，而 a.yml 不是", here);
    check_usage({"render", "a.yaml", "-o", "other/../a.yaml"}, "输出 other/../a.yaml 会覆盖数据文件 a.yaml", here);
    CHECK(scratch.names() == "a.yaml a.yml b.yaml other");
}

TEST_CASE("An output is a file; -o may be a folder also for one input") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    CHECK(nianbao_run({"render", "a.yaml", "-o", "new/"}, here).err == "已生成 new/a.pdf\n");
    CHECK(nianbao_run({"render", "a.yaml", "-o", "new"}, here).err == "已生成 new/a.pdf\n");

    fs::create_directory(scratch / "a.pdf");
    const Run folder = nianbao_run({"render", "a.yaml"}, here);
    CHECK(folder.exit == 3);
    CHECK(folder.err == "nianbao: 不能写文件 a.pdf：那里已有一个文件夹\n");

    REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
    const Run pipe = nianbao_run({"render", "a.yaml", "-o", "pipe"}, here);
    CHECK(pipe.exit == 3);
    CHECK(pipe.err == "nianbao: 不能写文件 pipe：那里已有一个管道或设备\n");
    CHECK(nianbao_run({"render", "a.yaml", "-o", "/dev/null"}, here).err == "nianbao: 不能写文件 /dev/null：那里已有一个管道或设备\n");

    const Run nowhere = nianbao_run({"render", "a.yaml", "-o", "no/where.pdf"}, here);
    CHECK(nowhere.exit == 3);
    CHECK(nowhere.err == "nianbao: 不能写文件 no/where.pdf：文件夹不存在\n");
}

TEST_CASE("A symbolic link is replaced, not followed; a file that is replaced keeps its permissions") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "precious", "kept");
    fs::create_symlink("precious", scratch / "a.pdf");
    CHECK(nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).exit == 0);
    CHECK(read_file(scratch / "precious") == "kept");
    CHECK(fs::is_regular_file(fs::symlink_status(scratch / "a.pdf")));

    fs::permissions(scratch / "a.pdf", fs::perms::owner_read);
    CHECK(nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).exit == 0);
    CHECK(fs::status(scratch / "a.pdf").permissions() == fs::perms::owner_read);
}

TEST_CASE("Standard input and output") {
    const Scratch scratch;
    const Setting piped{.folder = scratch.folder(), .input = small()};
    const Run run = nianbao_run({"render", "-", "-o", "-"}, piped);
    CHECK(run.exit == 0);
    CHECK(is_pdf(run.out));
    CHECK(run.err == "");
    CHECK(nianbao_run({"render", "-", "-o", "b.pdf"}, piped).err == "已生成 b.pdf\n");
    CHECK(read_file(scratch / "b.pdf") == run.out);

    const Run json = nianbao_run({"render", "-", "-o", "-"}, {.input = "\n " + source_file("examples/huaian-2024.json")});
    CHECK(json.exit == 0);
    CHECK(is_pdf(json.out));

    const Run wrong = nianbao_run({"render", "-", "-o", "-"}, {.input = misspelt()});
    CHECK(wrong.exit == 1);
    CHECK(wrong.out == "");
    CHECK(wrong.err.starts_with("-:2:1: 错误 "));

    check_usage({"render", "-"}, "标准输入没有文件名：请用 -o 写明输出文件", piped);
    check_usage({"render", "-", "-o", "out/"}, "标准输入没有文件名：请用 -o 写明输出文件", piped);
    check_usage({"render", "-", "-", "--dump", "document"}, "标准输入 - 只能写一次", piped);
    check_usage({"render", "-", "-o", "-", "--format", "json"}, "标准输出只有一个：不能既写 -o - 又写 --format json", piped);
    check_usage({"render", "a.yaml", "b.yaml", "-o", "-"}, "有几份数据文件时，-o 应是文件夹", piped);
}

TEST_CASE("No PDF is written to a terminal; a terminal shows colours and progress") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "b.yaml", unbalanced());
    const auto on_terminal = [&](std::vector<std::string> words) {
        int terminal = -1;
        const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
        REQUIRE(child >= 0);
        if (child == 0) {
            words.insert(words.begin(), NIANBAO_PROGRAM);
            std::vector<char*> arguments;
            for (std::string& word : words) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            if (::chdir(scratch.folder().c_str()) == 0) ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        std::string shown;
        char part[4096];
        for (ssize_t got = 0; (got = ::read(terminal, part, sizeof part)) > 0;) shown.append(part, static_cast<std::size_t>(got));
        ::close(terminal);
        REQUIRE(::waitpid(child, nullptr, 0) == child);
        return shown;
    };
    CHECK(on_terminal({"render", "a.yaml", "-o", "-"}) == "nianbao: 不把 PDF 写到终端：请用 > 或 | 接到别处\r\n用法见 nianbao help\r\n");
    const std::string shown = on_terminal({"render", "a.yaml", "b.yaml"});
    CHECK(shown.starts_with("\r\033[K[--------------------] 0/2\r\033[K"));
    CHECK(shown.find("\r\033[K[##########----------] 1/2  ") != std::string::npos);
    CHECK(shown.find(" 份/秒  还需 1 秒\r\033[K") != std::string::npos);
    CHECK(shown.find("\033[1;31m错误\033[0m T3-01") != std::string::npos);
    CHECK(on_terminal({"render", "b.yaml", "--color", "never"}).find("\033[1;31m") == std::string::npos);
}

TEST_CASE("Findings as JSON, on standard output") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "b\".yaml", unbalanced());
    const Run run = nianbao_run({"render", "a.yaml", "b\".yaml", "absent.yaml", "--format", "json"}, {.folder = scratch.folder()});
    CHECK(run.exit == 3);
    CHECK(run.err == "");
    CHECK(run.out.starts_with(R"({"files": [
  {"file": "a.yaml", "status": "written", "output": "a.pdf", "findings": []},
  {"file": "b\".yaml", "status": "refused", "output": null, "findings": [
    {"rule": "T3-01", "severity": "error", "field": "applications.)"));
    CHECK(run.out.find(R"("place": {"line": )") != std::string::npos);
    CHECK(run.out.find(R"(  {"file": "absent.yaml", "status": "failed", "output": null, "findings": [], "failure": ")") != std::string::npos);
    CHECK(
        run.out.ends_with("\"}\n], \"summary\": {\"files\": 3, \"written\": 1, \"unchanged\": 0, \"accepted\": 0, \"with_findings\": 0, \"refused\": 1, "
                          "\"failed\": 1, \"left\": 0}}\n"));
}

TEST_CASE("The stages before the PDF can be written as text") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    const Run document = nianbao_run({"render", "a.yaml", "--dump", "document"}, here);
    CHECK(document.exit == 0);
    CHECK(document.out.find("清河县水务局") != std::string::npos);
    CHECK(document.err == "");
    CHECK(nianbao_run({"render", "a.yaml", "--dump", "pages", "-o", "out/"}, here).err == "已生成 out/a.pages.txt\n");
    CHECK(read_file(scratch / "out/a.pages.txt") == nianbao_run({"render", "a.yaml", "--dump", "pages"}, here).out);
}

TEST_CASE("Colour only where it is asked for") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", misspelt());
    const std::string plain = nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).err;
    CHECK(plain.find('\033') == std::string::npos);
    const std::string colored = nianbao_run({"render", "a.yaml", "--color", "always"}, {.folder = scratch.folder()}).err;
    CHECK(colored.find(": \033[1;31m错误\033[0m ") != std::string::npos);
}

TEST_CASE("A standard output that is full is a failure") {
    const Run run = ::run({"sh", "-c", "\"$0\" --version >/dev/full", NIANBAO_PROGRAM});
    CHECK(run.exit == 3);
    CHECK(run.err == "nianbao: 不能写标准输出\n");
}

TEST_CASE("The fonts that serve each role") {
    const Run run = nianbao_run({"fonts", "--no-system-fonts"});
    CHECK(run.exit == 0);
    CHECK(run.err == "");
    for (const char* face : {"FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular", "NotoSerifCJK", "LiberationSerif"}) {
        CHECK_MESSAGE(run.out.find(face) != std::string::npos, run.out);
    }
    const Run absent = nianbao_run({"fonts", "--font", "body=/no/such.ttf"});
    CHECK(absent.exit == 3);
    CHECK(absent.out == "");
    CHECK(absent.err.starts_with("nianbao: "));
    CHECK(nianbao_run({"fonts", "-"}, {.input = misspelt()}).exit == 1);
}

TEST_CASE("The date of a build must be a number of seconds") {
    check_usage({"render", "a.yaml"}, "环境变量 SOURCE_DATE_EPOCH 的值“yesterday”不是秒数", {.environment = {"SOURCE_DATE_EPOCH=yesterday"}});
}
