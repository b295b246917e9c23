// The numbering of lines: tests/cases/numbering.txt has every form, a case a line.
#include "text/numbering.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <fstream>
#include <string>

#include "text/heading_cases.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// A line as the case file tells it: “2 1 3 标题”.
std::string told(std::u32string_view line) {
    const Numbering numbering = numbering_of(line);
    const auto roles = line_roles(line);
    const std::string_view kind = kind_word(roles.empty() ? LineKind::text : roles[0].kind);
    if (!numbering) return fmt::format("无 {}", kind);
    return fmt::format("{} {} {} {}", numbering.level, numbering.number, numbering.length, kind);
}

}  // namespace

TEST_CASE("every form of numbering is read as the cases say") {
    std::ifstream file(NIANBAO_SOURCE "/tests/cases/numbering.txt");
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto bar = line.find(" | ");
        REQUIRE(bar != line.npos);
        CAPTURE(line);
        CHECK(told(to_utf32(line.substr(0, bar))) == line.substr(bar + 3));
        ++cases;
    }
    CHECK(cases >= 90);
    CHECK(told(U"") == "无 正文");
}

TEST_CASE("a rule about order takes a number before a year for one") {
    CHECK(numbering_meant(U"1.2023年，收到申请5件。").number == 1);
    CHECK(numbering_meant(U"12．1999年").length == 3);
    CHECK_FALSE(numbering_meant(U"1.2023件"));
    CHECK_FALSE(numbering_meant(U"1.3023年"));
    CHECK_FALSE(numbering_meant(U"1.1899年"));
    CHECK_FALSE(numbering_meant(U"1.5万元"));
    CHECK(numbering_meant(U"（一）总体情况").level == 2);
}

TEST_CASE("as many characters as are looked at tell the numbering") {
    for (const std::u32string_view line :
         {U"（九十九）总体情况总体情况总体情况", U"12．1999年总体情况总体情况",
          U"一、二、三、四、五、六、七、八"}) {
        const Numbering whole = numbering_meant(line),
                        beginning = numbering_meant(line.substr(0, longest_numbering));
        CHECK(whole.level == beginning.level);
        CHECK(whole.length == beginning.length);
    }
}
