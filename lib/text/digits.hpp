// Decimal and hexadecimal digits: asked and written here, in every room.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace nianbao {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// 0 to 9 for a digit of either width, “5” or “５”, else -1.
constexpr int digit_value(char32_t c) {
    if (is_digit(c)) return static_cast<int>(c - U'0');
    return c >= U'０' && c <= U'９' ? static_cast<int>(c - U'０') : -1;
}

/// True for a text of digits and nothing else; false for an empty one.
constexpr bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

/// The number that digits stand for; -1 if the text is anything else or longer than nine.
constexpr int number_of(std::string_view digits) {
    if (!all_digits(digits) || digits.size() > 9) return -1;
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

/// 0 to 15 for a hexadecimal digit of either case, else -1.
constexpr int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Appends a byte as two hexadecimal digits, in capitals.
inline void append_hex(std::string& out, unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

/// True for a text of hexadecimal digits without capitals, as a checksum is written.
constexpr bool lower_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return hex_value(c) >= 0 && !(c >= 'A' && c <= 'F'); });
}

}  // namespace nianbao
