// What the readmes show is what the program does.
#include <doctest/doctest.h>

#include "nianbao/read.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// The first fenced block of a language in a document.
std::string block(const std::string& document, const std::string& language) {
    const std::string fence = "```" + language + "\n";
    const std::size_t begin = document.find(fence);
    REQUIRE(begin != std::string::npos);
    return document.substr(begin + fence.size(), document.find("\n```", begin) + 1 - begin - fence.size());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("The data file of the Chinese readme is one, without a mistake") {
    const Reading reading = read(block(source_file("README.zh-CN.md"), "yaml"), "data.yaml", Format::yaml);
    CHECK(reading.report);
    CHECK(reading.findings.empty());
    CHECK(nianbao_run({"render", "-", "-o", "-", "--strict"}, {.input = block(source_file("README.zh-CN.md"), "yaml")}).exit == 0);
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
