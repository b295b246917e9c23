#include "text/numbering.hpp"

#include "text/character_set.hpp"
#include "text/digits.hpp"

namespace nianbao {
namespace {

constexpr std::size_t most_digits = 2, most_numerals = 3;

constexpr CharacterSet beginnings(
    U"一二三四五六七八九十（(0123456789０１２３４５６７８９"
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
constexpr std::u32string_view figures = U"一二三四五六七八九";

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool is_circled(char32_t c) { return c >= U'①' && c <= U'⑳'; }

/// A number that a text begins with, and its characters.
struct Number {
    int value = 0;
    std::size_t length = 0;
};

char32_t at(std::u32string_view text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

/// From 0 to 99; more digits make none.
Number digits_of(std::u32string_view text) {
    Number number;
    while (digit_value(at(text, number.length)) >= 0) {
        if (number.length == most_digits) return {};
        number.value = number.value * 10 + digit_value(text[number.length]);
        ++number.length;
    }
    return number;
}

/// From 一 to 九十九; “一一” and “十四五” are none.
Number numerals_of(std::u32string_view text) {
    std::size_t length = 0;
    while (length <= most_numerals && is_one_of(at(text, length), U"一二三四五六七八九十"))
        ++length;
    if (length == 0 || length > most_numerals) return {};
    const std::u32string_view numeral = text.substr(0, length);
    const auto value = [](char32_t c) { return static_cast<int>(figures.find(c)) + 1; };
    const std::size_t ten = numeral.find(U'十');
    if (ten == numeral.npos) return length == 1 ? Number{value(numeral[0]), 1} : Number{};
    if (ten > 1 || length > ten + 2 || numeral.find(U'十', ten + 1) != numeral.npos) return {};
    const int tens = ten == 0 ? 1 : value(numeral[0]);
    const int ones = length == ten + 1 ? 0 : value(numeral[ten + 1]);
    return {tens * 10 + ones, length};
}

/// True if “一、” only begins a list of numbers: 一、二季度; 一、二、三产业; 一、二级.
/// “一、三项制度” and “一、一般情况” are headings.
bool goes_on_as_list(const Number& first, std::u32string_view rest) {
    const Number next = numerals_of(rest);
    if (next.length == 0) return false;
    const std::u32string_view noun = rest.substr(next.length);
    if (noun.starts_with(U"季度") || noun.starts_with(U"月")) return true;
    if (noun.starts_with(U"、")) return numerals_of(noun.substr(1)).length > 0;
    return first.value == 1 && next.value == 2 &&
           is_one_of(at(noun, 0), U"级类批期款号科组档届章节楼线轮产次");
}

/// “1.5”: the figure goes on behind the dot.
bool goes_on_as_figure(std::u32string_view rest) { return digit_value(at(rest, 0)) >= 0; }

bool begins_with_year(std::u32string_view text) {
    for (std::size_t i = 0; i < 4; ++i) {
        if (digit_value(at(text, i)) < 0) return false;
    }
    return (digit_value(text[0]) == 2 ||
            (digit_value(text[0]) == 1 && digit_value(text[1]) == 9)) &&
           at(text, 4) == U'年';
}

Numbering bracketed(std::u32string_view line) {
    const std::u32string_view inside = line.substr(1);
    const Number numerals = numerals_of(inside), digits = digits_of(inside);
    const Number& number = numerals.length > 0 ? numerals : digits;
    if (number.length == 0 || !is_one_of(at(inside, number.length), U"）)")) return {};
    return {numerals.length > 0 ? 2 : 4, number.value, number.length + 2};
}

Numbering read(std::u32string_view line, bool before_year) {
    if (line.empty() || !beginnings.has(line[0])) return {};
    if (is_circled(line[0])) {
        if (is_circled(at(line, 1))) return {};  // “①②③”: signs in a row
        return {5, static_cast<int>(line[0] - U'①') + 1, 1};
    }
    if (is_one_of(line[0], U"（(")) return bracketed(line);
    if (const Number number = numerals_of(line); number.length > 0) {
        if (at(line, number.length) != U'、') return {};
        if (goes_on_as_list(number, line.substr(number.length + 1))) return {};
        return {1, number.value, number.length + 1};
    }
    const Number number = digits_of(line);
    if (number.length == 0) return {};
    const char32_t mark = at(line, number.length);
    if (is_one_of(mark, U"）)")) return {4, number.value, number.length + 1};
    if (mark == U'\0' || !is_one_of(mark, U".．、")) return {};
    const std::u32string_view rest = line.substr(number.length + 1);
    if (goes_on_as_figure(rest) && !(before_year && begins_with_year(rest))) return {};
    return {3, number.value, number.length + 1};
}

}  // namespace

Numbering numbering_of(std::u32string_view line) { return read(line, false); }

Numbering numbering_meant(std::u32string_view line) { return read(line, true); }

}  // namespace nianbao
