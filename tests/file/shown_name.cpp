// Names of files in lines for people: one line each, in every output but JSON.
#include "file/shown_name.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "offices.hpp"
#include "program.hpp"

using namespace nianbao;

TEST_CASE("controls in a name are their pictures") {
    CHECK(shown_name("乡镇/年报.yaml") == "乡镇/年报.yaml");
    CHECK(shown_name("") == "");
    CHECK(shown_name("a\nb\r\tc") == "a␊b␍␉c");
    CHECK(shown_name(std::string("a\0\x1F\x7F ", 5)) == "a␀␟␡ ");
}

TEST_CASE("a line end in a file's name parts no line of text or CSV, and JSON has it") {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "来件");
    std::string text = read_file(std::string(NIANBAO_SOURCE) + "/tests/files/model.yaml");
    const std::size_t at = text.find("licences: 320");
    REQUIRE(at != text.npos);
    write_file(scratch / "来件/甲\n乙.yaml", text);
    write_file(scratch / "来件/丙\n丁.yaml", text.replace(at, 13, "licences: 32x"));
    const auto run = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"check", "来件", "--no-fonts"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, {.folder = scratch.folder()});
    };
    const Run people = run({});
    const std::string all = people.out + people.err;
    CHECK_MESSAGE(all.find("来件/丙␊丁.yaml:30:13: 错误 D-12") != all.npos, all);
    CHECK_MESSAGE(all.find("来件/甲␊乙.yaml：没有问题") != all.npos, all);
    CHECK(all.find("丙\n丁") == all.npos);
    CHECK(all.find("甲\n乙") == all.npos);
    const Run summary = run({"--summary"});
    CHECK_MESSAGE(
        (summary.out + summary.err).find("（来件/丙␊丁.yaml）：错误 1 处") != std::string::npos,
        summary.err);
    const Run csv = run({"--format", "csv"});
    CHECK(csv.out.find("\"来件/丙␊丁.yaml\"") != std::string::npos);
    CHECK(csv.out.find("丙\n丁") == std::string::npos);
    const Run json = run({"--format", "json"});
    CHECK(json.out.find("\"file\": \"来件/丙\\n丁.yaml\"") != std::string::npos);
}
