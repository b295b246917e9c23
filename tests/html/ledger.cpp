// The ledger of WCAG names tests that there are.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "file/reading.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

std::vector<std::string> parts_of(std::string_view text, std::string_view between) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = std::min(text.find(between), text.size());
        std::string part(text.substr(0, end));
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        parts.push_back(std::move(part));
        if (end == text.size()) return parts;
        text.remove_prefix(end + between.size());
    }
}

std::string all_tests() {
    std::string all;
    for (const auto& file : entries_of(std::string(NIANBAO_SOURCE) + "/tests/html").files)
        all += read_file(file);
    return all;
}

}  // namespace

TEST_CASE("Every criterion of the ledger names tests that there are") {
    const std::string tests = all_tests();
    int criteria = 0;
    for (const std::string& line : parts_of(source_file("lib/html/WCAG-2.2.md"), "\n")) {
        const std::vector<std::string> cells = parts_of(line, "|");
        if (cells.size() != 5 || cells[1].empty() || cells[1][0] < '1' || cells[1][0] > '9')
            continue;
        CAPTURE(line);
        ++criteria;
        CHECK(!cells[2].empty());
        for (const std::string& test : parts_of(cells[3], ";")) {
            const bool program = test == "axe" || test == "vnu";
            CHECK_MESSAGE((program || tests.find("TEST_CASE(\"" + test) != tests.npos), test);
        }
    }
    CHECK(criteria == 36);
}
