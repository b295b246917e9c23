// Which lines of a field are headings: tests/cases/headings.txt, a field a line.
#include "text/headings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "report/generator.hpp"
#include "text/heading_cases.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

TEST_CASE("each line of a field is what the cases say") {
    const auto cases = heading_cases();
    CHECK(cases.size() >= 60);
    for (const HeadingCase& one : cases) {
        CAPTURE(one.text);
        std::string told;
        for (const LineRole& role : line_roles(to_utf32(one.text)))
            (told += told.empty() ? "" : " ") += kind_word(role.kind);
        CHECK(told == one.kinds);
    }
}

TEST_CASE("a heading is all of its line, a run-in heading what stands before the full stop") {
    const auto roles =
        line_roles(U"　（一）主动公开情况。\n公开5条。\n（二）依申请公开。办结5件。");
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].heading == 10);
    CHECK(roles[1].heading == 0);
    CHECK(roles[2].heading == 8);
    CHECK(roles[0].numbering.level == 2);
    CHECK_FALSE(roles[1].numbering);
}

TEST_CASE("a line without siblings is a heading up to 28 characters, blanks not counted") {
    const auto kind = [](const std::u32string& line) { return line_roles(line).at(0).kind; };
    CHECK(kind(U"  一、" + std::u32string(26, U'甲') + U"  ") == LineKind::heading);
    CHECK(kind(U"一、甲 " + std::u32string(25, U'甲')) == LineKind::heading);
    CHECK(kind(U"一、" + std::u32string(27, U'甲')) == LineKind::text);
    CHECK(kind(U"一、" + std::u32string(26, U'甲') + U"。乙。") == LineKind::run_in);
    CHECK(kind(U"一、" + std::u32string(27, U'甲') + U"。乙。") == LineKind::text);
    CHECK(kind(U"总体情况") == LineKind::text);
    CHECK(kind(U" ") == LineKind::text);
    CHECK(line_roles(U"").empty());
    CHECK(line_roles(U"\n\n").size() == 2);
}

TEST_CASE("an item of a series has one or two numerals before 是 or 要") {
    for (const std::u32string_view item : {U"一是公开", U"十二要公开", U"二要"})
        CHECK(begins_item(item));
    for (const std::u32string_view text : {U"", U"是公开", U"一", U"一般是", U"一二三是公开"})
        CHECK_FALSE(begins_item(text));
}

TEST_CASE("every line of any report has a role, and one that is a heading has characters") {
    for (std::uint64_t number = 0; number < 100; ++number) {
        const std::u32string text =
            to_utf32(generated_report(number, {.characters = Characters::any}).overview);
        const auto roles = line_roles(text);
        const auto lines = std::count(text.begin(), text.end(), U'\n') +
                           (text.empty() || text.back() == U'\n' ? 0 : 1);
        CHECK(std::ssize(roles) == lines);
        for (const LineRole& role : roles) {
            CHECK((role.heading > 0) == (role.kind != LineKind::text));
            CHECK((role.kind == LineKind::text || role.heading > role.numbering.length ||
                   role.kind == LineKind::heading));
        }
    }
}
