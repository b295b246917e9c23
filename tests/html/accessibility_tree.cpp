// What Chromium tells people who hear a page: the header cells of every number.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "html/write.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// A line for each page, and for each fault.
std::string said_by_tree(const Scratch& scratch, const std::vector<std::string>& pages) {
    std::vector<std::string> words{"timeout", "200", "node",
                                   std::string(NIANBAO_SOURCE) + "/tests/outside/axtree.mjs",
                                   (scratch / "profile").native()};
    for (const std::string& page : pages)
        words.push_back(write_file(scratch / fmt::format("{}.html", words.size()), page).native());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    std::string said = run.out;
    const std::string folder = scratch.folder().native() + "/";
    for (std::size_t at = said.find(folder); at != said.npos; at = said.find(folder))
        said.erase(at, folder.size());
    return said;
}

std::string in_portal(const std::string& part) {
    return "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>a</title><main>" +
           part + "</main></html>";
}

}  // namespace

TEST_CASE("Chromium's tree names row and column headers for every number of the three tables") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;  // needs Chromium
    std::vector<std::string> pages;
    for (const std::string_view data : {"huaian-2024.json", "form-2019-zh.yaml"}) {
        const Reading reading = read(fmt::format("{}/examples/{}", NIANBAO_SOURCE, data));
        REQUIRE(reading.report);
        pages.push_back(write_html(compose(*reading.report)));
        pages.push_back(in_portal(write_html(compose(*reading.report), {.whole = false})));
    }
    // The tree sees a header that is a cell like others, and a row that nobody names.
    pages.push_back(
        in_portal("<table><tr><td id=a>项<th id=b scope=col>数<tr><td headers=a>1"
                  "<td headers=b>2</table>"));
    pages.push_back(
        in_portal("<table><tr><td><th id=b scope=col>数<tr><th id=c scope=row>行"
                  "<td headers=b>2</table>"));
    const Scratch scratch;
    CHECK(said_by_tree(scratch, pages) ==
          "5.html: 3 tables, 200 cells, 0 faults\n"
          "6.html: 3 tables, 200 cells, 0 faults\n"
          "7.html: 3 tables, 198 cells, 0 faults\n"
          "8.html: 3 tables, 198 cells, 0 faults\n"
          "9.html: 1 tables, 2 cells, 1 faults\n"
          "  1: a header that is none (a)\n"
          "10.html: 1 tables, 1 cells, 1 faults\n"
          "  2: names only columnheader\n");
}
