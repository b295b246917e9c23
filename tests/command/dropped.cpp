// What is dropped on the program: which words it stands for, and what is kept of what was
// told.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program_data.hpp"
#include "command/run/dropped.hpp"

using namespace nianbao;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

namespace {

const std::string head = "\xEF\xBB\xBFnianbao 的核对结果\r\n\r\n";
const std::string all_right =
    "已生成 单位/甲.pdf\n不必重做 单位/乙.pdf\n"
    "共 2 份：已生成 1 份，不必重做 1 份（其中 0 份有问题提示），有错误未生成 0 份，机器出错 0 "
    "份\n";
const std::string wrong = "单位/甲.yaml:1:1: 错误 D-08: 没有“甲”这一项\n";

struct Desk {
    Desk() {
        fs::create_directory(scratch / "单位");
        write_file(scratch / "单位/甲.yaml", small());
    }
    std::string at(const std::string& name) const { return scratch / name; }
    std::string keep(const Words& dropped, const std::string& told, bool clean) const {
        Words words{"nianbao"};
        words.insert(words.end(), dropped.begin(), dropped.end());
        return keep_for_dropped(words, told, clean);
    }
    Scratch scratch;
};

}  // namespace

TEST_CASE("What is dropped is rendered; a command, an option and what is not there are none") {
    const Desk desk;
    const std::string folder = desk.at("单位");
    CHECK(words_for_dropped({"nianbao", folder}) ==
          Words{"nianbao", "render", "--color", "never", folder});
    CHECK(words_for_dropped({"nianbao", folder, folder}) ==
          Words{"nianbao", "render", "--color", "never", folder, folder});
    CHECK_FALSE(words_for_dropped({"nianbao"}));
    CHECK_FALSE(words_for_dropped({"nianbao", "check"}));
    CHECK_FALSE(words_for_dropped({"nianbao", folder, "--force"}));
    CHECK_FALSE(words_for_dropped({"nianbao", desk.at("丙")}));
}

TEST_CASE("Of a folder in which all is right nothing is kept, and what was told before is gone") {
    const Desk desk;
    const fs::path told = desk.scratch / "单位/核对结果.txt";
    CHECK(desk.keep({desk.at("单位")}, all_right, true).empty());
    CHECK(!fs::exists(told));

    CHECK(desk.keep({desk.at("单位")}, wrong, false) == "以上的话也写在 " + told.string());
    CHECK(read_file(told) == head + "单位/甲.yaml:1:1: 错误 D-08: 没有“甲”这一项\r\n");
    CHECK(desk.keep({desk.at("单位")}, all_right + "建议 2 处没有列出；只检查一份时列出\n", true)
              .empty());
    CHECK(!fs::exists(told));

    // A warning is to be read, and so is what a run that failed said.
    CHECK(!desk.keep({desk.at("单位")}, wrong + all_right, true).empty());
    CHECK(fs::exists(told));
    CHECK(!desk.keep({desk.at("单位")}, all_right, false).empty());
    CHECK(read_file(told).starts_with(head + "已生成 单位/甲.pdf\r\n"));
}

TEST_CASE("One file has its own, several share one, and a person's file stays") {
    const Desk desk;
    const std::string file = desk.at("单位/甲.yaml");
    CHECK(desk.keep({file}, wrong, false).ends_with("单位/甲.核对结果.txt"));
    CHECK(desk.keep({file, file}, wrong, false).ends_with("单位/核对结果.txt"));
    write_file(desk.scratch / "单位/核对结果.txt", "我写的");
    CHECK(desk.keep({desk.at("单位")}, wrong, false).ends_with("单位/核对结果 (2).txt"));
    CHECK(desk.keep({desk.at("单位")}, all_right, true).empty());
    CHECK(read_file(desk.scratch / "单位/核对结果.txt") == "我写的");
    CHECK(!fs::exists(desk.scratch / "单位/核对结果 (2).txt"));
}

TEST_CASE("What was told of a folder is no foreign file the next time") {
    const Desk desk;
    CHECK(desk.keep({desk.at("单位")}, wrong, false).ends_with("单位/核对结果.txt"));
    const ::Run run =
        nianbao_run({"check", "单位", "--no-fonts"}, {.folder = desk.scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out.empty());
    CHECK(run.err.find("不是数据文件") == run.err.npos);
    write_file(desk.scratch / "单位/核对结果.txt", "我写的");
    const ::Run told =
        nianbao_run({"check", "单位", "--no-fonts"}, {.folder = desk.scratch.folder()});
    CHECK(told.out.starts_with("单位/核对结果.txt: 警告 D-20: "));
}
