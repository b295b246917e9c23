// What the readmes show is what the program does.
#include <doctest/doctest.h>

#include <cstdlib>

#include "nianbao/read.hpp"
#include "nianbao/schema.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// The first fenced block of a language in a document.
std::string block(const std::string& document, const std::string& language) {
    const std::string fence = "```" + language + "\n";
    const std::size_t begin = document.find(fence);
    REQUIRE(begin != std::string::npos);
    return document.substr(begin + fence.size(),
                           document.find("\n```", begin) + 1 - begin - fence.size());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("The data files of both readmes are ones, without a mistake") {
    for (const char* readme : {"README.md", "README.zh-CN.md"}) {
        const std::string data = block(source_file(readme), "yaml");
        const Reading reading = read(data, "data.yaml", Format::yaml);
        CHECK(reading.report);
        CHECK(reading.findings.empty());
        CHECK(nianbao_run({"render", "-", "-o", "-", "--strict"}, {.input = data}).exit == 0);
    }
}

TEST_CASE("The mistake that both readmes show is told so") {
    std::string data = block(source_file("README.zh-CN.md"), "yaml");
    data = replaced(data, "disclosed: [5, 0, 0, 0, 0, 0, 5]", "disclosed: [4, 0, 0, 0, 0, 0, 4]");
    data = replaced(data, "total: [5, 0, 0, 0, 0, 0, 5]", "total: [4, 0, 0, 0, 0, 0, 4]");
    const Scratch scratch;
    write_file(scratch / "data.yaml", data);
    const Run run = nianbao_run({"render", "data.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    const std::string first = run.err.substr(0, run.err.find("data.yaml:", 1));
    CHECK(first.starts_with("data.yaml:17:14: 错误 T3-01: "));
    CHECK(source_file("README.md").find(first) != std::string::npos);
    CHECK(source_file("README.zh-CN.md").find(first) != std::string::npos);
}

TEST_CASE("docs/data-file.md is what the tables of fields and forms say") {
    const std::string told = data_file_reference();
    if (std::getenv("NIANBAO_ACCEPT"))
        write_file(std::filesystem::path(NIANBAO_SOURCE) / "docs/data-file.md", told);
    CHECK(source_file("docs/data-file.md") == told);
    for (const char* line : {"\n| `agency` | 单位 | 是 | 一行文字 |\n",
                             "\n| 　`url` | 网址 |  | 一行文字 |\n", "\n| `carried_in` | 上年结转"})
        CHECK_MESSAGE(told.find(line) != std::string::npos, line);
}

TEST_CASE("The pictures that the readmes show are there, and small") {
    for (const char* readme : {"README.md", "README.zh-CN.md"}) {
        const std::string text = source_file(readme);
        int pictures = 0;
        for (std::size_t at = text.find("docs/pictures/"); at != std::string::npos;
             at = text.find("docs/pictures/", at + 1), ++pictures) {
            const std::string picture = source_file(text.substr(at, text.find('"', at) - at));
            CHECK(picture.starts_with("\x89PNG"));
            CHECK(picture.size() < 70000);
        }
        CHECK(pictures == 5);
    }
}

TEST_CASE("What the readme shows of the examples stands in them, word for word") {
    const std::string readme = source_file("README.md");
    for (const std::pair<const char*, const char*>& one :
         {std::pair{"examples/database.cpp", "cpp"}, std::pair{"examples/database.c", "c"}}) {
        const std::size_t at = readme.find("](" + std::string(one.first) + ")");
        REQUIRE(at != std::string::npos);
        const std::string shown = block(readme.substr(at), one.second);
        CHECK(shown.size() > 500);
        CHECK_MESSAGE(source_file(one.first).find(shown) != std::string::npos, one.first);
    }
}
