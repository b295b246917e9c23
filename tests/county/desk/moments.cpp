// Days and hours as offices write them.
#include "county/desk/reading/moments.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace nianbao;

namespace {

std::string read(std::string_view text) {
    const std::optional<Moment> moment = desk::moment_of(text, 2026);
    return moment ? desk::written(*moment) : "none";
}

}  // namespace

TEST_CASE("days and hours are read as people write them") {
    CHECK(read("2027-01-12") == "2027-01-12");
    CHECK(read("2027.1.12") == "2027-01-12");
    CHECK(read("2027/1/12") == "2027-01-12");
    CHECK(read("2027年1月12日") == "2027-01-12");
    CHECK(read("２０２７年１月１２日") == "2027-01-12");
    CHECK(read("2027-01-12 17:00") == "2027-01-12 17:00");
    CHECK(read("2027-01-12T17:00") == "2027-01-12 17:00");
    CHECK(read("2027-01-12 17:00:00") == "2027-01-12 17:00");
    CHECK(read("2027年1月12日17时") == "2027-01-12 17:00");
    CHECK(read("2027年1月12日17时30分") == "2027-01-12 17:30");
    CHECK(read("1月12日9：05") == "2027-01-12 09:05");
    CHECK(read("1月12号") == "2027-01-12");
    CHECK(read("1.12") == "2027-01-12");
    CHECK(read("1.13") == "2027-01-13");
    CHECK(read("2027/1/13") == "2027-01-13");
    CHECK(read("1月13日下午") == "2027-01-13");
    CHECK(read("1月13日 上午") == "2027-01-13");
    CHECK(read("1月13日下午3点") == "2027-01-13 15:00");
    CHECK(read("1月13日下午5:30") == "2027-01-13 17:30");
    CHECK(read("1月13日下午17:30") == "2027-01-13 17:30");
    CHECK(read("1月13日上午9时05分") == "2027-01-13 09:05");
    CHECK(read("1月13日中午11点") == "2027-01-13 11:00");
    CHECK(read("1月13日中午12点") == "2027-01-13 12:00");
    CHECK(read("1月13日中午1点") == "2027-01-13 13:00");
    CHECK(read("1月13日下午12点") == "2027-01-13 12:00");
    CHECK(read("1月13号晚8点") == "2027-01-13 20:00");
}

TEST_CASE("the number of a day, in a cell that lost its format, is that day") {
    CHECK(read("46400") == "2027-01-13");
    CHECK(read("46400.6875") == "2027-01-13");
    CHECK(read("43831") == "2020-01-01");
    CHECK(read("73050") == "2099-12-31");
    for (const char* text : {"43830", "73051", "4640", "464000", "46400.x", "46400 "})
        CHECK_MESSAGE(read(text) == "none", text);
}

TEST_CASE("a day without a year is of the winter after the reports' year") {
    CHECK(read("9月30日") == "2027-09-30");
    CHECK(read("10月1日") == "2026-10-01");
    CHECK(read("12月31日") == "2026-12-31");
    CHECK(read("1月1日") == "2027-01-01");
}

TEST_CASE("what is no day or hour is none") {
    for (const char* text :
         {"", "下周", "2027", "2027-01", "2027-02-29", "13月1日", "1月32日", "2027-01-12 24:00",
          "2027-01-12 17:60", "2027-01-12 17", "约1月12日", "20270112", "1月13日晚上12点",
          "1月13日凌晨12点", "13日", "1月13日午后", "2027-01-12 17:00:00:00", "1月12日左右"})
        CHECK_MESSAGE(read(text) == "none", text);
}

TEST_CASE("a deadline without an hour lasts until the end of its day") {
    const Moment day{{2027, 1, 15}}, noon{{2027, 1, 15}, 12, 0}, late{{2027, 1, 15}, 12, 1},
        next{{2027, 1, 16}, 0, 0};
    CHECK_FALSE(desk::after(late, day));
    CHECK(desk::after(next, day));
    CHECK_FALSE(desk::after(noon, noon));
    CHECK(desk::after(late, noon));
    CHECK_FALSE(desk::after(day, noon));
    CHECK(desk::after(next, noon));
    CHECK_FALSE(desk::after(noon, next));
}
