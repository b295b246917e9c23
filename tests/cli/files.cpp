// Which files and streams the program reads and writes.
#include <doctest/doctest.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <regex>

#include "cli/program_data.hpp"

namespace fs = std::filesystem;

TEST_CASE("Outputs are settled before anything is written") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "a.yml", small());
    write_file(scratch / "b.yaml", small());
    fs::create_directory(scratch / "other");
    write_file(scratch / "other/b.yaml", small());
    const Setting here{.folder = scratch.folder()};
    check_usage({"render", "b.yaml", "a.yaml", "a.yml"}, "a.yaml 和 a.yml 都要写到 a.pdf", here);
    check_usage({"render", "b.yaml", "other/b.yaml", "-o", "out"},
                "b.yaml 和 other/b.yaml 都要写到 out/b.pdf", here);
    check_usage({"render", "b.yaml", "./b.yaml"}, "b.yaml 和 ./b.yaml 都要写到 ./b.pdf", here);
    check_usage({"render", "a.yaml", "b.yaml", "-o", "a.yml"},
                "有几份数据文件时，-o 应是文件夹，而 a.yml 不是", here);
    check_usage({"render", "a.yaml", "--to", "pdf", "-o", "other/../a.yaml"},
                "输出 other/../a.yaml 会覆盖数据文件 a.yaml：请用 -o 写到别处", here);
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
    CHECK(nianbao_run({"render", "a.yaml", "-o", "/dev/null"}, here).err ==
          "nianbao: 不能写文件 /dev/null：那里已有一个管道或设备\n");

    const Run nowhere = nianbao_run({"render", "a.yaml", "-o", "no/where.pdf"}, here);
    CHECK(nowhere.exit == 3);
    CHECK(nowhere.err == "nianbao: 不能写文件 no/where.pdf：文件夹不存在\n");
}

TEST_CASE(
    "A symbolic link is replaced, not followed; a file that is replaced keeps its permissions") {
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

    const Run json = nianbao_run({"render", "-", "-o", "-"},
                                 {.input = "\n " + source_file("examples/huaian-2024.json")});
    CHECK(json.exit == 0);
    CHECK(is_pdf(json.out));

    const Run wrong = nianbao_run({"render", "-", "-o", "-"}, {.input = misspelt()});
    CHECK(wrong.exit == 1);
    CHECK(wrong.out == "");
    CHECK(wrong.err.starts_with("-:2:1: 错误 "));

    check_usage({"render", "-"}, "标准输入没有文件名：请用 -o 写明输出文件", piped);
    check_usage({"render", "-", "-o", "out/"}, "标准输入没有文件名：请用 -o 写明输出文件", piped);
    check_usage({"render", "-", "-", "--dump", "document"}, "标准输入 - 只能写一次", piped);
    check_usage({"render", "-", "-o", "-", "--format", "json"},
                "标准输出只有一个：不能既写 -o - 又写 --format json", piped);
    check_usage({"render", "a.yaml", "b.yaml", "-o", "-"}, "有几份数据文件时，-o 应是文件夹",
                piped);
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
        for (ssize_t got = 0; (got = ::read(terminal, part, sizeof part)) > 0;)
            shown.append(part, static_cast<std::size_t>(got));
        ::close(terminal);
        REQUIRE(::waitpid(child, nullptr, 0) == child);
        return shown;
    };
    CHECK(on_terminal({"render", "a.yaml", "-o", "-"}) ==
          "nianbao: 不把 PDF 写到终端：请用 > 或 | 接到别处\r\n用法见 nianbao help render\r\n");
    const std::string shown = on_terminal({"render", "a.yaml", "b.yaml"});
    CHECK(shown.starts_with("\r\033[K[--------------------] 0/2\r\033[K"));
    CHECK(shown.find("\r\033[K[##########----------] 1/2  ") != std::string::npos);
    // One of two is left: as long as the first took, rounded up to seconds.
    const std::regex drawn("1/2  ([0-9.]+) 份/秒  还需 ([0-9]+) 秒\r\033\\[K");
    std::smatch parts;
    REQUIRE_MESSAGE(std::regex_search(shown, parts, drawn), shown);
    const double rate = std::stod(parts[1]), rounding = 0.05;
    CHECK(std::stod(parts[2]) >= std::ceil(1 / (rate + rounding)));
    if (rate > rounding) CHECK(std::stod(parts[2]) <= std::ceil(1 / (rate - rounding)));
    CHECK(shown.find("\033[1;31m错误\033[0m T3-01") != std::string::npos);
    CHECK(on_terminal({"render", "b.yaml", "--color", "never"}).find("\033[1;31m") ==
          std::string::npos);
}

TEST_CASE("The stages before the PDF can be written as text") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    const Run document = nianbao_run({"render", "a.yaml", "--dump", "document"}, here);
    CHECK(document.exit == 0);
    CHECK(document.out.find("清河县水务局") != std::string::npos);
    CHECK(document.err == "");
    CHECK(nianbao_run({"render", "a.yaml", "--dump", "pages", "-o", "out/"}, here).err ==
          "已生成 out/a.pages.txt\n");
    CHECK(read_file(scratch / "out/a.pages.txt") ==
          nianbao_run({"render", "a.yaml", "--dump", "pages"}, here).out);
}

TEST_CASE("A standard output that is full is a failure") {
    const Run run = ::run({"sh", "-c", "\"$0\" --version >/dev/full", NIANBAO_PROGRAM});
    CHECK(run.exit == 3);
    CHECK(run.err == "nianbao: 不能写标准输出\n");
}

TEST_CASE("The ending of -o picks what is written; one that no output has is wrong usage") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    for (const char* name : {"b.odt", "b.pdfx", "b.pages.bin", "out/b.xlsx"}) {
        const std::string ending = fs::path(name).extension();
        const Run run = nianbao_run({"render", "a.yaml", "-o", name}, here);
        CHECK(run.exit == 2);
        CHECK_MESSAGE(run.err.starts_with("nianbao: 不能由 " + std::string(name) + " 的后缀 " +
                                          ending + " 看出要写成什么，可用的后缀是：.pdf"),
                      run.err);
    }
    CHECK(scratch.names() == "a.yaml");
    CHECK(nianbao_run({"render", "a.yaml", "-o", "B.PDF"}, here).err == "已生成 B.PDF\n");
    CHECK(is_pdf(read_file(scratch / "B.PDF")));
    CHECK(nianbao_run({"render", "a.yaml", "-o", "plain"}, here).err == "已生成 plain\n");
    CHECK(is_pdf(read_file(scratch / "plain")));
    CHECK(nianbao_run({"render", "a.yaml", "-o", "b.odt/"}, here).err == "已生成 b.odt/a.pdf\n");
    CHECK(nianbao_run({"render", "a.yaml", "-o", "b.odt"}, here).err == "已生成 b.odt/a.pdf\n");
}

TEST_CASE("--to wins over the ending; several outputs are named after the data file") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    CHECK(nianbao_run({"render", "a.yaml", "--to", "pdf", "-o", "b.odt"}, here).err ==
          "已生成 b.odt\n");
    CHECK(is_pdf(read_file(scratch / "b.odt")));
    CHECK(nianbao_run({"render", "a.yaml", "--to", "document,pdf,document"}, here).err ==
          "已生成 a.document.txt\n已生成 a.pdf\n");
    CHECK(read_file(scratch / "a.pdf") == read_file(scratch / "b.odt"));
    const Run json = nianbao_run(
        {"render", "a.yaml", "--to", "pdf", "--to", "pages", "-o", "new", "--format", "json"},
        here);
    CHECK_MESSAGE(
        json.out.find(R"("status": "written", "output": "new/a.pdf", "outputs": )"
                      R"(["new/a.pdf", "new/a.pages.txt"], "findings": [])") != std::string::npos,
        json.out);
    CHECK(scratch.names() == "a.document.txt a.pdf a.yaml b.odt new");
    check_usage({"render", "a.yaml", "--to", "pdf,document", "-o", "c.pdf"},
                "有几种输出时，-o 应是文件夹，而 c.pdf 是一个文件的名称", here);
    check_usage({"render", "a.yaml", "--to", "pdf,document", "-o", "a.yaml"},
                "有几种输出时，-o 应是文件夹，而 a.yaml 不是", here);
    check_usage({"render", "a.yaml", "--to", "pdf,document", "-o", "-"},
                "有几种输出时，-o 应是文件夹", here);
}

TEST_CASE("An output that needs no fonts opens none") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", small());
    const Setting here{.folder = scratch.folder()};
    const std::vector<std::string> no_font = {"render", "a.yaml", "--font", "body=/no/such.ttf",
                                              "--to"};
    const auto to = [&](const char* name) {
        std::vector<std::string> words = no_font;
        words.emplace_back(name);
        return nianbao_run(words, here).exit;
    };
    CHECK(to("document") == 0);
    CHECK(to("text") == 0);
    CHECK(to("pages") == 3);
    CHECK(to("document,pdf") == 3);
}
