// Numbers in running text, one case a line in tests/cases/numerals.txt.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

std::string told(const std::string& text) {
    std::string out;
    for (const Numeral& numeral : find_numerals(to_utf32(text))) {
        if (!out.empty()) out += ' ';
        out += numeral.hedge == Hedge::less    ? "近"
               : numeral.hedge == Hedge::more  ? "余"
               : numeral.hedge == Hedge::about ? "约"
                                               : "";
        out += numeral.value.to_string() + (numeral.percent ? "%" : "");
    }
    return out;
}

Numeral one(const std::string& text) {
    const auto found = find_numerals(to_utf32(text));
    REQUIRE(found.size() == 1);
    return found.front();
}

bool may_be(const char* exact, const std::string& written) {
    return may_be_written(*Amount::parse(exact), one(written));
}

}  // namespace

TEST_CASE("numbers are read as they are written") {
    std::ifstream file(NIANBAO_SOURCE "/tests/cases/numerals.txt");
    REQUIRE(file);
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto bar = line.find(" |");
        REQUIRE(bar != line.npos);
        CHECK_MESSAGE(
            told(line.substr(0, bar)) == (bar + 3 < line.size() ? line.substr(bar + 3) : ""), line);
        ++cases;
    }
    CHECK(cases > 40);
}

TEST_CASE("a number's place is that of its hedge, its digits and its sign") {
    const Numeral numeral = one("收到近3.5万件");
    CHECK(numeral.begin == 2);
    CHECK(numeral.digits_begin == 3);
    CHECK(numeral.end == 7);
    CHECK(numeral.last_digit == 3);
    CHECK(numeral.scaled);
    CHECK(one("占百分之十二，").begin == 1);
    CHECK(one("占百分之十二，").end == 6);
}

TEST_CASE("an exact number is what is written") {
    CHECK(may_be("12", "12件"));
    CHECK_FALSE(may_be("13", "12件"));
    CHECK(may_be("12", "十二件"));
}

TEST_CASE("余 is more, by less than the last digit stands for") {
    CHECK(may_be("3000", "3000余件"));
    CHECK(may_be("3999", "3000余件"));
    CHECK_FALSE(may_be("4000", "3000余件"));
    CHECK_FALSE(may_be("2999", "3000余件"));
    CHECK(may_be("3199", "3100余件"));
    CHECK_FALSE(may_be("3200", "3100余件"));
    CHECK(may_be("32999", "3.2万余条"));
    CHECK_FALSE(may_be("33000", "3.2万余条"));
}

TEST_CASE("近 is less, by no more than the last digit stands for") {
    CHECK(may_be("3000", "近3000件"));
    CHECK(may_be("2001", "近3000件"));
    CHECK_FALSE(may_be("3001", "近3000件"));
    CHECK_FALSE(may_be("1999", "近3000件"));
}

TEST_CASE("约 is about, by the last digit or a tenth") {
    CHECK(may_be("270", "约300件"));
    CHECK(may_be("400", "约300件"));
    CHECK_FALSE(may_be("401", "约300件"));
    CHECK_FALSE(may_be("199", "约300件"));
}

TEST_CASE("万 rounds or cuts at the decimals written") {
    CHECK(may_be("447228", "44.7万件"));
    CHECK(may_be("447999", "44.7万件"));
    CHECK_FALSE(may_be("448000", "44.7万件"));
    CHECK_FALSE(may_be("446000", "44.7万件"));
}

TEST_CASE("what has more digits than can be compared is not equal") {
    CHECK_FALSE(may_be_written(Amount{999'999'999'999'999'999, 6}, one("999999999999万")));
    CHECK(may_be_written(Amount{999'999'999'999, 0}, one("999999999999件")));
}
