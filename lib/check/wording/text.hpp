// The texts of a report as the rules of wording and privacy read them: lines, numbering,
// sentences.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"
#include "report/references.hpp"
#include "text/address.hpp"
#include "text/character.hpp"
#include "text/character_set.hpp"
#include "text/digits.hpp"
#include "text/headings.hpp"
#include "text/search.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::wording {

/// One non-empty line of a text, blanks at its ends left out: code points [begin, end).
/// Its numbering (text/numbering.hpp) ends at `body`; level 0 if it has none. `kind`: as
/// text/headings.hpp says.
struct TextLine {
    std::size_t begin = 0, end = 0, body = 0;
    int level = 0, number = 0;
    LineKind kind = LineKind::text;
};

/// A text of the report. Cell references stand as zeros, one for each of their
/// characters, so that every place is the field's own.
struct FieldText {
    std::string field;
    std::u32string text;
    std::vector<Reference> references;  // of a text that may have them
    std::vector<TextLine> lines;
    std::vector<Address> addresses;

    /// True where the character belongs to a web or mail address.
    bool in_address(std::size_t at) const;
    Span span(std::size_t begin, std::size_t end) const;
    /// What is printed of [begin, end): the numbers, not the references to them. One that
    /// is cut is whole.
    std::u32string printed(std::size_t begin, std::size_t end) const;
    /// The same for a message.
    std::string quote(std::size_t begin, std::size_t end) const;
    std::u32string_view view(const TextLine& line) const {
        return std::u32string_view(text).substr(line.begin, line.end - line.begin);
    }
};

/// `report`: whose cells the text may refer to; null: it has no references.
FieldText field_text(std::string field, const std::string& text, const Report* report = nullptr);

/// The four texts that an office writes, in the order of the report.
struct Prose {
    FieldText introduction, overview, problems, other;

    explicit Prose(const Report& report);
    std::array<const FieldText*, 4> all() const {
        return {&introduction, &overview, &problems, &other};
    }
};

// Asked of every character of every report: in the header, so that they cost a comparison
// and no call.
inline bool is_any_digit(char32_t c) { return digit_value(c) >= 0; }  // of either width
inline bool is_latin_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
inline bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || c == U'\r';
}
inline bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
inline constexpr CharacterSet pauses(U"，。；：、！？");
inline bool is_pause(char32_t c) { return pauses.has(c); }
inline constexpr CharacterSet small_numerals(U"一二三四五六七八九十");

/// The character at a place; U+0000 before the first and after the last.
inline char32_t at(std::u32string_view text, std::ptrdiff_t place) {
    return place >= 0 && place < std::ssize(text) ? text[place] : U'\0';
}
/// The text without blanks.
std::u32string without_blanks(std::u32string_view text);
/// Only the Han characters of a text.
std::u32string han_of(std::u32string_view text);

/// Code points [begin, end) of the sentence, or of the clause, around a place.
struct Range {
    std::size_t begin = 0, end = 0;
    std::u32string_view of(std::u32string_view text) const {
        return text.substr(begin, end - begin);
    }
};
Range sentence_around(std::u32string_view text,
                      std::size_t place);  // ends at 。！？； and line ends
Range clause_around(std::u32string_view text, std::size_t place);  // at ，： too

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
