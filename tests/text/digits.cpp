// Digits, small numbers in Chinese, and how far two words are from each other.
#include "text/digits.hpp"

#include "text/edit_distance.hpp"
#include "text/han_number.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace nianbao;

TEST_CASE("digits are those of ASCII") {
    for (const char c : std::string("0123456789")) CHECK(is_digit(c));
    for (const char c : std::string("/:aF-\xB2")) CHECK_FALSE(is_digit(c));
    CHECK(is_digit(U'0'));
    CHECK(is_digit(U'9'));
    CHECK_FALSE(is_digit(U'０'));
    CHECK(all_digits("0"));
    CHECK(all_digits("0129"));
    CHECK_FALSE(all_digits(""));
    CHECK_FALSE(all_digits("12a"));
    CHECK_FALSE(all_digits("-1"));
}

TEST_CASE("digits of either width have the same value") {
    CHECK(digit_value(U'0') == 0);
    CHECK(digit_value(U'9') == 9);
    CHECK(digit_value(U'０') == 0);
    CHECK(digit_value(U'９') == 9);
    for (const char32_t none : U"/:／：一") CHECK(digit_value(none) == -1);
}

TEST_CASE("digits stand for a number of at most nine") {
    CHECK(number_of("0") == 0);
    CHECK(number_of("0018") == 18);
    CHECK(number_of("999999999") == 999'999'999);
    CHECK(number_of("1000000000") == -1);
    CHECK(number_of("") == -1);
    CHECK(number_of("+1") == -1);
    CHECK(number_of("１") == -1);
}

TEST_CASE("hexadecimal digits") {
    CHECK(hex_value('0') == 0);
    CHECK(hex_value('9') == 9);
    CHECK(hex_value('a') == 10);
    CHECK(hex_value('f') == 15);
    CHECK(hex_value('A') == 10);
    CHECK(hex_value('F') == 15);
    for (const char c : std::string("gG/:@`")) CHECK(hex_value(c) == -1);
    CHECK(lower_hex("09af"));
    CHECK_FALSE(lower_hex("09aF"));
    CHECK_FALSE(lower_hex("09ag"));
    std::string out;
    for (const unsigned char byte : {0x00, 0x0A, 0xF9, 0xFF}) append_hex(out, byte);
    CHECK(out == "000AF9FF");
}

TEST_CASE("small numbers are written in Chinese up to 99") {
    const std::pair<int, std::string_view> cases[] = {
        {1, "一"},      {9, "九"},    {10, "十"},     {11, "十一"}, {19, "十九"}, {20, "二十"},
        {21, "二十一"}, {90, "九十"}, {99, "九十九"}, {100, "100"}, {0, "0"},
    };
    for (const auto& [number, written] : cases) CHECK(han_number(number) == written);
}

TEST_CASE("the distance of two words counts code points and swaps") {
    CHECK(edit_distance("agency", "agency") == 0);
    CHECK(edit_distance("agnecy", "agency") == 1);
    CHECK(edit_distance("agenc", "agency") == 1);
    CHECK(edit_distance("agencyy", "agency") == 1);
    CHECK(edit_distance("不予公开", "不予公示") == 1);
    CHECK(edit_distance("开公", "公开") == 1);
    CHECK(edit_distance("", "year") == 4);
    CHECK(edit_distance("year", "") == 4);
    CHECK(edit_distance("form", "year") == 4);
}
