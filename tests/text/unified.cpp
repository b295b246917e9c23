// Characters that only look like Han characters.
#include "text/alike/unified.hpp"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("Radicals and compatibility ideographs become the Han characters that they look like") {
    CHECK(unified(char32_t{0x2F00}) == U'一');
    CHECK(unified(char32_t{0x2FA5}) == U'里');
    CHECK(unified(char32_t{0x2FD5}) == U'龠');
    CHECK(unified(char32_t{0x2E9F}) == U'母');
    CHECK(unified(char32_t{0x2EA0}) == U'民');
    CHECK(unified(char32_t{0x2ED4}) == U'门');
    CHECK(unified(char32_t{0x2EF3}) == U'龟');
    CHECK(unified(char32_t{0xF90A}) == U'金');
    CHECK(unified(char32_t{0xFAD9}) == U'龎');
    // Some of these are Han characters of their own, others look like none of today's.
    for (char32_t c : {U'一', U'金', U'a', char32_t{0x2E9E}, char32_t{0x2EF4}, char32_t{0x2EA1},
                       char32_t{0x2EFF}, char32_t{0x2FD6}, char32_t{0xF8FF}, char32_t{0xFA0E},
                       char32_t{0xFADA}, char32_t{0x20000}})
        CHECK(unified(c) == c);
}

TEST_CASE("A text keeps its other characters, and bytes that are none") {
    CHECK(unified("⼀、总体⾯貌") == "一、总体面貌");
    CHECK(unified("\xE2\xBC") == "\xE2\xBC");
    CHECK(unified("a\xFF⺠") == "a\xFF民");
    CHECK(unified("").empty());
}
