// Days of the calendar.
#include "report/dates.hpp"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("a day is read as it is written, and no other text is one") {
    CHECK(parse_date("2023-01-18") == Date{2023, 1, 18});
    CHECK(parse_date("1000-01-01") == Date{1000, 1, 1});
    CHECK(parse_date("9999-12-31") == Date{9999, 12, 31});
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    CHECK(parse_date("2000-02-29") == Date{2000, 2, 29});
    for (std::string_view none :
         {"", "0999-12-31", "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-01",
          "2023-01-00", "2023-01-32", "2023-1-18", "23-01-18", "2023/01/18", "2023-01/18",
          "2023/01-18", "2023-01-18 ", "-023-01-18", "2023-+1-18", "2023-01- 8", "２０２３-01-18"})
        CHECK_MESSAGE(!parse_date(none), std::string(none));
}

TEST_CASE("a day is written with its zeros") {
    CHECK(date_text({2023, 1, 8}) == "2023-01-08");
    CHECK(date_text({2023, 12, 31}) == "2023-12-31");
}

TEST_CASE("months, days and years at their limits") {
    const auto stands = [](int year, int month, int day) { return exists({year, month, day}); };
    CHECK(stands(1000, 1, 1));
    CHECK_FALSE(stands(999, 12, 31));
    CHECK(stands(9999, 12, 31));
    CHECK_FALSE(stands(10000, 1, 1));
    CHECK_FALSE(stands(2023, 0, 1));
    CHECK_FALSE(stands(2023, 13, 1));
    CHECK_FALSE(stands(2023, 1, 0));
    CHECK_FALSE(stands(2023, 1, 32));
    CHECK(stands(2023, 4, 30));
    CHECK_FALSE(stands(2023, 4, 31));
    CHECK_FALSE(stands(2023, 2, 29));
    CHECK(stands(2024, 2, 29));
    CHECK_FALSE(stands(2100, 2, 29));
    CHECK(stands(2000, 2, 29));
    CHECK_FALSE(parse_date("2023-02-29"));
    CHECK(date_text({2023, 1, 8}) == "2023-01-08");
}
