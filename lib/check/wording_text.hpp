// The texts of a report as the rules of wording and privacy read them: lines, numbering, sentences.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"
#include "text/address.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::wording {

/// One non-empty line of a text, blanks at its ends left out: code points [begin, end). Its numbering, where it has one, ends at `body`:
/// level 1 “一、”, 2 “（一）”, 3 “1.”, 4 “（1）”, with brackets of either width.
struct TextLine {
    std::size_t begin = 0, end = 0, body = 0;
    int level = 0, number = 0;
};

/// A text of the report. Cell references stand as zeros, one for each of their characters, so that every place is the field's own.
struct FieldText {
    std::string field;
    std::u32string text;
    std::vector<TextLine> lines;
    std::vector<Address> addresses;

    /// True where the character belongs to a web or mail address.
    bool in_address(std::size_t at) const;
    Span span(std::size_t begin, std::size_t end) const;
    std::u32string_view view(const TextLine& line) const { return std::u32string_view(text).substr(line.begin, line.end - line.begin); }
};

FieldText field_text(std::string field, const std::string& text);

/// The four texts that an office writes, in the order of the report.
struct Prose {
    FieldText introduction, overview, problems, other;

    explicit Prose(const Report& report);
    std::array<const FieldText*, 4> all() const { return {&introduction, &overview, &problems, &other}; }
};

bool is_han(char32_t c);
bool is_digit(char32_t c);  // 0 to 9, of either width
bool is_latin_letter(char32_t c);
bool is_blank(char32_t c);
/// ，。；：、！？
bool is_pause(char32_t c);
bool is_one_of(char32_t c, std::u32string_view set);

/// The character at a place; U+0000 before the first and after the last.
char32_t at(std::u32string_view text, std::ptrdiff_t place);
/// True where the word stands at that place.
bool stands(std::u32string_view text, std::size_t place, std::u32string_view word);
bool has(std::u32string_view text, std::u32string_view word);
bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words);
/// The text without blanks.
std::u32string without_blanks(std::u32string_view text);
/// Only the Han characters of a text.
std::u32string han_of(std::u32string_view text);

/// Code points [begin, end) of the sentence, or of the clause, around a place.
struct Range {
    std::size_t begin = 0, end = 0;
    std::u32string_view of(std::u32string_view text) const { return text.substr(begin, end - begin); }
};
Range sentence_around(std::u32string_view text, std::size_t place);  // ends at 。！？； and line ends
Range clause_around(std::u32string_view text, std::size_t place);    // at ，： too

/// Reads on from a place, blanks between its parts left out.
struct Scanner {
    std::u32string_view text;
    std::size_t place = 0;

    bool take(std::u32string_view word);
    bool take_one_of(std::u32string_view set);
    /// A number of at most `digits` digits; of more: none.
    std::optional<int> number(int digits);
    void blanks();
};

/// A Chinese numeral from 一 to 九十九, whole; 0 where it is none.
int chinese_number(std::u32string_view numeral);

}  // namespace nianbao::wording
