// Commands as programs ask for them: jobs written as JSON, and the one table of options
// that they share with the command line.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "command/json.hpp"
#include "command/json_job.hpp"
#include "command/options/options.hpp"
#include "command/options/usage.hpp"

using namespace nianbao;

namespace {

/// What is wrong with a job.
std::string wrong(std::string_view json) {
    try {
        read_task(json);
        return "nothing";
    } catch (const Usage& usage) {
        return usage.what();
    }
}

}  // namespace

TEST_CASE("A job says what the command line says") {
    const Task task = read_task(
        R"({"command": "render", "files": ["a.yaml", "b"], "output": "out/", "force": true, "seal": true, "no-check": false, "strict": null,
                                    "disable": ["T3-01", "T2-01"], "layout": {"page_number": "centred"}, "to": ["pages", "pdf"]})");
    CHECK(task.command->name == "render");
    CHECK(task.arguments.files == std::vector<std::string>{"a.yaml", "b"});
    CHECK(task.arguments.output == "out/");
    CHECK(task.arguments.run.check.force);
    CHECK(task.arguments.run.batch.replace);
    CHECK(task.arguments.run.layout.seal_room);
    CHECK(!task.arguments.run.check.off);
    CHECK(!task.arguments.strict);
    CHECK(task.arguments.run.check.disabled == std::vector<std::string>{"T3-01", "T2-01"});
    CHECK(task.arguments.run.layout.settings ==
          std::vector<std::pair<std::string, std::string>>{{"page_number", "centred"}});
    CHECK(task.arguments.to == std::vector{output_named("pages"), output_named("pdf")});
    CHECK(task.arguments.dump == nullptr);
    CHECK(task.arguments.json);

    const Task one = read_task(
        R"({"files": "a.yaml", "disable": "T3-01", "layout": ["page_number=centred"], "format": "text", "command": "render"})");
    CHECK(one.arguments.files == std::vector<std::string>{"a.yaml"});
    CHECK(one.arguments.run.check.disabled == std::vector<std::string>{"T3-01"});
    CHECK(one.arguments.run.layout.settings.size() == 1);
    CHECK(!one.arguments.run.layout.seal_room);
    CHECK(one.arguments.json);
}

TEST_CASE("An option that may have a value is true, or the value") {
    const auto comments = [](std::string_view value) {
        return read_task(
                   fmt::format(R"({{"command": "render", "files": "a.yaml", "comments": {}}})",
                               value))
            .arguments.run.carry.comments;
    };
    CHECK(comments("true") == Comments::beside);
    CHECK(comments("false") == Comments::none);
    CHECK(comments("\"list\"") == Comments::list);
    CHECK(wrong(R"({"command": "render", "files": "a.yaml", "comments": "all"})") ==
          "--comments 的值“all”不对，可用的是：list");
}

TEST_CASE("Names of files may have bytes that are no UTF-8, and no other text") {
    const Task task = read_task(
        R"({"command": "check", "files": ["\udcd6\udcd0/a.yaml"], "previous": "\udc80\udcff", "font-dir": ["\udcd6"]})");
    CHECK(task.arguments.files == std::vector<std::string>{"\xD6\xD0/a.yaml"});
    CHECK(task.arguments.previous == "\x80\xFF");
    CHECK(task.arguments.fonts.folders.front() == "\xD6");
    CHECK(wrong(R"({"command": "new", "agency": "\udcd6\udcd0"})") ==
          "任务里“agency”的值不是 UTF-8：只有文件名里可以有别的字节");
    for (const char* half : {"\\udc7f", "\\udd00", "\\ud800"})
        CHECK(wrong(fmt::format(R"({{"command": "check", "files": ["{}"]}})", half)) ==
              fmt::format("任务:1:33: 错误 D-04: “{}”只是代理对的一半，不是字符", half));
}

TEST_CASE("What is wrong with a job is said as for the command line, by its key or its place") {
    CHECK(wrong("") == "任务: 错误 D-07: 文件是空的");
    CHECK(wrong("[]") == "任务:1:1: 错误 D-07: 整个文件应写在一对花括号里");
    CHECK(wrong("{\"command\": \"render\",\n \"files\"}") ==
          "任务:2:2: 错误 D-04: 这个项目名后面缺少冒号");
    CHECK(wrong("{}") == "任务里没有 command");
    CHECK(wrong(R"({"command": "rendr"})") == "没有子命令“rendr”，是不是 render？");
    CHECK(wrong(R"({"command": "chk"})") == "没有子命令“chk”，是不是 check？");
    CHECK(wrong(R"({"command": "version"})") ==
          "没有子命令“version”；版本号用 nianbao --version 看，程序用 nianbao_version()");
    CHECK(wrong(R"({"command": true})") == "任务里“command”的值应是字符串或数字");
    CHECK(wrong(R"({"command": "render", "command": "render"})") == "任务里“command”写了两次");
    CHECK(wrong(R"({"command": "render", "forse": true})") ==
          "任务里的“forse”不是 render 的选项，是不是 force？");
    CHECK(wrong(R"({"command": "render", "file": "a.yaml"})") ==
          "任务里的“file”不是 render 的选项，是不是 files？");
    CHECK(wrong(R"({"command": "schema", "force": true})") == "任务里的“force”不是 schema 的选项");
    CHECK(wrong(R"({"command": "render", "force": 1})") == "任务里“force”的值应是 true 或 false");
    CHECK(wrong(R"({"command": "render", "force": "true"})") ==
          "任务里“force”的值应是 true 或 false");
    CHECK(wrong(R"({"command": "render", "output": ["a.pdf"]})") ==
          "任务里“output”的值应是字符串或数字");
    CHECK(wrong(R"({"command": "render", "output": true})") ==
          "任务里“output”的值应是字符串或数字");
    CHECK(wrong(R"({"command": "render", "disable": {"T3-01": true}})") ==
          "任务里“disable”的值应是字符串或数字");
    for (const char* files : {R"([["a"]])", "[1]", "1", "true", R"(["a", 1])"})
        CHECK(wrong(fmt::format(R"({{"command": "render", "files": {}}})", files)) ==
              "任务里“files”的值应是字符串，或者一列字符串");
    CHECK(wrong(R"({"command": "render", "disable": "T3-1"})") ==
          "--disable：没有规则“T3-1”，是不是 T3-01？");
    CHECK(wrong(R"({"command": "render", "to": "pdf,docs"})") ==
          "--to 的值“docs”不对，可用的是：pdf html fragment docx signing text");
    CHECK(wrong(R"({"command": "render", "to": "pdf", "dump": "pages"})") ==
          "--to 和 --dump 不能同时使用");
    CHECK(wrong(R"({"command": "render", "files": ["a.yaml"], "output": "a\u0000.pdf"})") ==
          "任务里“output”的值里有 NUL");
    CHECK(wrong(R"({"command": "render", "files": ["a.yaml\u0000.pdf"]})") ==
          "任务里“files”的值里有 NUL");
    CHECK(wrong(R"({"command": "render", "files": "a.yaml", "font": {"body": "a\u0000"}})") ==
          "任务里“font”的值里有 NUL");
    CHECK(wrong(std::string((16 << 20) + 1, ' ')) == "任务超过上限 16 MiB");
}

TEST_CASE("An answer in JSON can be read by any program, whatever a file is called") {
    CHECK(json_string("甲\"乙\\\n") == R"("甲\"乙\\\n")");
    CHECK(json_string("\x01\x0F\x10\x1F ") == R"("\u0001\u000f\u0010\u001f ")");
    CHECK(json_string("\U0010FFFF") == "\"\U0010FFFF\"");
    CHECK(json_string("\xF5\x80\x80\x80") == R"("\ufffd\ufffd\ufffd\ufffd")");
    CHECK(json_string("\xE4\xB8") == R"("\ufffd\ufffd")");
}

TEST_CASE("The table of options holds together") {
    for (const CommandText& command : commands()) {
        std::string names, letters;
        for (const Option* option : options_of(command.command)) {
            CAPTURE(option->name);
            CHECK(names.find(fmt::format(" {} ", option->name)) == std::string::npos);
            names += fmt::format(" {} ", option->name);
            if (option->letter != 0) CHECK(letters.find(option->letter) == std::string::npos);
            letters += option->letter;
            CHECK(!option->says.empty());
            CHECK(option_named(command.command, option->name) == option);
        }
        CHECK(option_named(command.command, "help") != nullptr);
        CHECK(option_named(command.command, "nothing") == nullptr);
        CHECK(&command_named(command.name) == &command);
    }
}
