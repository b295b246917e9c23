#include "docx/lines.hpp"

#include "text/character.hpp"
#include "text/utf8.hpp"

#include <cstdint>

namespace nianbao::docx {
namespace {

/// Where Word ends a line inside an address.
bool may_part_address(char32_t before, char32_t after) {
    return (before == U'/' || before == U'?' || before == U'-') && after != U'/';
}

bool parted(CharacterClass before, CharacterClass after) {
    const auto narrow = [](CharacterClass c) {
        return c == CharacterClass::digit || c == CharacterClass::letter;
    };
    return (before == CharacterClass::han && narrow(after)) ||
           (narrow(before) && after == CharacterClass::han);
}

/// What the marks of a line give up for one character more, as the lines of PDFs show.
constexpr int squeezed_inside = em_width / 5;

/// Marks that LibreOffice lets stand outside the text, behind another Chinese character.
bool hangs(char32_t c) { return c == U'，' || c == U'。' || c == U'、'; }

/// Two marks of which one stands closer to the other.
bool share_blank(CharacterClass before, CharacterClass after) {
    return (has_blank_right(before) && (has_blank_left(after) || has_blank_right(after))) ||
           (has_blank_left(before) && has_blank_left(after));
}

/// Times New Roman, from U+0020 to U+007E.
constexpr std::uint16_t times_widths[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,  //
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,  // 0
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,  // @
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,  // P
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,  // `
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};      // p

int set_width(char32_t c, CharacterClass own, Digits digits) {
    if (digits == Digits::latin && c >= U' ' && c <= U'~') return times_widths[c - U' '];
    // Quotation marks, dashes and symbols are Chinese here.
    constexpr char32_t punctuation = 0x2010;
    return is_wide(own) || c >= punctuation ? em_width : display_width(c) * em_width / 2;
}

}  // namespace

int width_of(std::u32string_view text) {
    int width = 0;
    for (const char32_t c : text) width += display_width(c);
    return width;
}

Measure in_word(const Layout& layout) {
    return {layout.digits, layout.spacing == Spacing::quarter ? em_width / 4 : em_width / 5};
}

Measure in_pdf(const Layout& layout) {
    return {layout.digits, layout.spacing == Spacing::quarter ? em_width / 4 : 0, true};
}

int width_of(std::u32string_view text, const Measure& measure) {
    int width = 0;
    for (const TextPiece& piece : pieces_of(text, measure)) width += piece.blank + piece.width;
    return width;
}

std::vector<TextPiece> pieces_of(std::u32string_view text, const Measure& measure) {
    std::vector<TextPiece> pieces;
    bool begins = true;
    CharacterClass before{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'\n') {
            pieces.push_back({.line_end = true});
            begins = true;
            continue;
        }
        const CharacterClass own = class_of(text[i]);
        const int blank = i > 0 && parted(before, own) ? measure.blank : 0;
        begins = begins || may_break(before, own) || may_part_address(text[i - 1], text[i]);
        if (begins) pieces.push_back({.blank = blank});
        TextPiece& piece = pieces.back();
        piece.width += set_width(text[i], own, measure.digits) + (begins ? 0 : blank);
        if (measure.squeezed) {
            if (i > 0 && share_blank(before, own)) piece.width -= em_width / 2;
            piece.at_end = has_blank_right(own) ? em_width / 2 : 0;
            if (has_blank_left(own) || has_blank_right(own)) piece.inside += squeezed_inside;
        } else {
            piece.at_end = is_wide(before) && hangs(text[i]) ? em_width : 0;
        }
        begins = false;
        before = own;
    }
    return pieces;
}

int lines_of(std::u32string_view text, const Measure& measure, int most, int indent) {
    int lines = 1, used = indent;
    for (const TextPiece& piece : pieces_of(text, measure)) {
        used += used > 0 ? piece.blank : 0;
        if (piece.line_end || (used > 0 && used + piece.least() > most)) {
            ++lines;
            used = 0;
        }
        // What no line holds is parted anywhere.
        for (used += piece.width; used - piece.width + piece.least() > most; used -= most) ++lines;
        used -= piece.inside;
    }
    return lines;
}

}  // namespace nianbao::docx
