#include "text/character.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

using enum CharacterClass;

struct ClassRange {
    char32_t first, last;
    CharacterClass value;
};

// Sorted; what stands in none of the ranges is han. Ink sides are those of mainland
// fonts.
constexpr ClassRange table[] = {
    {0x0000, 0x001F, control},
    {U' ', U' ', space},
    {U'!', U'!', closing_latin},
    {U'"', U'"', letter},
    {U'#', U'#', prefix},
    {U'$', U'$', prefix},
    {U'%', U'%', postfix},
    {U'&', U'&', separator},
    {U'\'', U'\'', letter},
    {U'(', U'(', opening_latin},
    {U')', U')', closing_latin},
    {U'*', U'*', letter},
    {U'+', U'+', letter},
    {U',', U',', closing_latin},
    {U'-', U'-', separator},
    {U'.', U'.', closing_latin},
    {U'/', U'/', separator},
    {U'0', U'9', digit},
    {U':', U';', closing_latin},
    {U'<', U'<', letter},
    {U'=', U'=', separator},
    {U'>', U'>', letter},
    {U'?', U'?', closing_latin},
    {U'@', U'Z', letter},
    {U'[', U'[', opening_latin},
    {U'\\', U'\\', separator},
    {U']', U']', closing_latin},
    {U'^', U'z', letter},
    {U'{', U'{', opening_latin},
    {U'|', U'|', separator},
    {U'}', U'}', closing_latin},
    {U'~', U'~', letter},
    {0x007F, 0x009F, control},
    {0x00A0, 0x00A0, fixed_space},
    {0x00A1, 0x00A1, opening_latin},
    {0x00A2, 0x00A2, postfix},
    {0x00A3, 0x00A3, prefix},
    {0x00A5, 0x00A5, prefix},
    {0x00A7, 0x00A7, prefix},
    {0x00A8, 0x00AC, letter},
    {0x00AD, 0x00AD, control},
    {0x00AE, 0x00AF, letter},
    {0x00B0, 0x00B0, postfix},
    {0x00B1, 0x00B6, letter},
    {0x00B7, 0x00B7, middle_dot},
    {0x00B8, 0x00D6, letter},
    {0x00D8, 0x00F6, letter},
    {0x00F8, 0x02FF, letter},
    {0x0300, 0x034E, combining},
    {0x034F, 0x034F, control},
    {0x0350, 0x036F, combining},
    {0x0370, 0x058F, letter},
    {0x061C, 0x061C, control},
    {0x115F, 0x1160, control},
    {0x17B4, 0x17B5, control},
    {0x180B, 0x180F, control},
    {0x1AB0, 0x1AFF, combining},
    {0x1DC0, 0x1DFF, combining},
    {0x1E00, 0x1FFF, letter},
    {0x2000, 0x200A, fixed_space},
    {0x200B, 0x200F, control},
    {0x2010, 0x2010, separator},
    {0x2011, 0x2011, letter},
    {0x2012, 0x2013, connector},
    {0x2014, 0x2015, dash},
    {0x2018, 0x2018, opening},
    {0x2019, 0x2019, closing},
    {0x201C, 0x201C, opening},
    {0x201D, 0x201D, closing},
    {0x2022, 0x2022, middle_dot},
    {0x2025, 0x2026, ellipsis},
    {0x2027, 0x2027, middle_dot},
    {0x2028, 0x202E, control},
    {0x202F, 0x202F, fixed_space},
    {0x2030, 0x2031, postfix},
    {0x2032, 0x2033, postfix},
    {0x205F, 0x205F, fixed_space},
    {0x2060, 0x206F, control},
    {0x20A0, 0x20CF, prefix},
    {0x20D0, 0x20FF, combining},
    {0x2103, 0x2103, postfix},
    {0x2109, 0x2109, postfix},
    {0x2116, 0x2116, prefix},
    {0x22EF, 0x22EF, ellipsis},
    {0x2E3A, 0x2E3B, dash},
    {0x3000, 0x3000, fixed_space},
    {0x3001, 0x3001, pause},
    {0x3002, 0x3002, stop},
    {0x3008, 0x3008, opening},
    {0x3009, 0x3009, closing},
    {0x300A, 0x300A, opening},
    {0x300B, 0x300B, closing},
    {0x300C, 0x300C, opening},
    {0x300D, 0x300D, closing},
    {0x300E, 0x300E, opening},
    {0x300F, 0x300F, closing},
    {0x3010, 0x3010, opening},
    {0x3011, 0x3011, closing},
    {0x3014, 0x3014, opening},
    {0x3015, 0x3015, closing},
    {0x3016, 0x3016, opening},
    {0x3017, 0x3017, closing},
    {0x3018, 0x3018, opening},
    {0x3019, 0x3019, closing},
    {0x301C, 0x301C, connector},
    {0x301D, 0x301D, opening},
    {0x301E, 0x301F, closing},
    {0x302A, 0x302F, combining},
    {0x3099, 0x309A, combining},
    {0x30FB, 0x30FB, middle_dot},
    {0x3164, 0x3164, control},
    {0xFE00, 0xFE0F, control},
    {0xFE20, 0xFE2F, combining},
    {0xFEFF, 0xFEFF, control},
    {0xFF01, 0xFF01, stop},
    {0xFF05, 0xFF05, postfix},
    {0xFF08, 0xFF08, opening},
    {0xFF09, 0xFF09, closing},
    {0xFF0C, 0xFF0C, pause},
    {0xFF0E, 0xFF0E, stop},
    {0xFF1A, 0xFF1A, stop},
    {0xFF1B, 0xFF1B, pause},
    {0xFF1F, 0xFF1F, stop},
    {0xFF3B, 0xFF3B, opening},
    {0xFF3D, 0xFF3D, closing},
    {0xFF5B, 0xFF5B, opening},
    {0xFF5D, 0xFF5D, closing},
    {0xFF5E, 0xFF5E, connector},
    {0xFF5F, 0xFF5F, opening},
    {0xFF60, 0xFF60, closing},
    {0xFFA0, 0xFFA0, control},
    {0xFFE0, 0xFFE0, postfix},
    {0xFFE1, 0xFFE1, prefix},
    {0xFFE5, 0xFFE5, prefix},
    {0xFFF9, 0xFFFB, control},
    {0x1D173, 0x1D17A, control},
    {0xE0000, 0xE0FFF, control},
};

struct UnsettableRange {
    char32_t first, last;
    Unsettable why;
};

// Sorted. Letters that are set one after another from the left (Greek, Cyrillic, kana,
// whole Hangul syllables) are none of these.
constexpr UnsettableRange unsettable_table[] = {
    {0x0590, 0x109F, Unsettable::script},          // Hebrew, Arabic, Syriac; Devanagari and its
                                                   // kin, Thai, Tibetan, Myanmar
    {0x1100, 0x11FF, Unsettable::script},          // Hangul in parts
    {0x1700, 0x18AF, Unsettable::script},          // Khmer, Mongolian
    {0x1900, 0x1AAF, Unsettable::script},          // Tai
    {0x1B00, 0x1C7F, Unsettable::script},          // Balinese, Lepcha
    {0x1CD0, 0x1CFF, Unsettable::script},          //
    {0xA800, 0xABFF, Unsettable::script},          // Phags-pa, Javanese, Hangul in parts
    {0xD7B0, 0xD7FF, Unsettable::script},          // Hangul in parts
    {0xE000, 0xF8FF, Unsettable::private_use},     //
    {0xFB1D, 0xFDCF, Unsettable::script},          // Hebrew, Arabic
    {0xFDD0, 0xFDEF, Unsettable::noncharacter},    //
    {0xFDF0, 0xFDFF, Unsettable::script},          // Arabic
    {0xFE70, 0xFEFE, Unsettable::script},          // Arabic
    {0x10800, 0x10FFF, Unsettable::script},        // from right to left
    {0x11000, 0x11FFF, Unsettable::script},        // Brahmi and its kin
    {0x1E800, 0x1EFFF, Unsettable::script},        // from right to left
    {0xF0000, 0x10FFFF, Unsettable::private_use},  //
};

template <class Range, std::size_t n>
constexpr bool sorted(const Range (&ranges)[n]) {
    for (std::size_t i = 0; i < n; ++i) {
        if (ranges[i].last < ranges[i].first || (i > 0 && ranges[i].first <= ranges[i - 1].last))
            return false;
    }
    return true;
}
static_assert(sorted(table) && sorted(unsettable_table));

/// Nearly all characters of a report. They stand in none of the ranges, and are not
/// looked for there.
constexpr bool is_usual_han(char32_t character) {
    return character >= 0x3400 && character <= 0x9FFF;
}
static_assert(std::all_of(std::begin(table), std::end(table), [](const ClassRange& range) {
    return range.last < 0x3400 || range.first > 0x9FFF;
}));
static_assert(std::all_of(std::begin(unsettable_table), std::end(unsettable_table),
                          [](const UnsettableRange& range) {
                              return range.last < 0x3400 || range.first > 0x9FFF;
                          }));

/// The range that a character stands in; nullptr where it is in none.
template <class Range, std::size_t n>
const Range* range_of(const Range (&ranges)[n], char32_t character) {
    const auto after =
        std::upper_bound(std::begin(ranges), std::end(ranges), character,
                         [](char32_t c, const Range& range) { return c < range.first; });
    if (after == std::begin(ranges)) return nullptr;
    const Range& range = *std::prev(after);
    return character <= range.last ? &range : nullptr;
}

// Measure words and units that official reports put after numbers, and what goes on
// reading the number.
constexpr std::u32string_view units =
    U"年月日时分秒号件条次个项期篇场人名份部元万亿千百十余多家户岁级度米吨页倍批起例章款届楼层室种类处台套辆笔字幅张册本天周季"
    U"㎡㎢㎥㎎㎏㎜㎝㎞";

constexpr bool one_of(CharacterClass c, std::initializer_list<CharacterClass> set) {
    return std::any_of(set.begin(), set.end(), [c](CharacterClass other) { return other == c; });
}

}  // namespace

CharacterClass class_of(char32_t character) {
    if (is_usual_han(character)) return han;
    const ClassRange* range = range_of(table, character);
    return range == nullptr ? han : range->value;
}

Unsettable unsettable(char32_t character) {
    if (is_usual_han(character)) return Unsettable::no;
    if ((character & 0xFFFE) == 0xFFFE) return Unsettable::noncharacter;
    if (class_of(character) == combining) return Unsettable::combining;
    const UnsettableRange* range = range_of(unsettable_table, character);
    return range == nullptr ? Unsettable::no : range->why;
}

bool is_latin(char32_t character) {
    if (character > 0x20 && character < 0x7F) return true;
    return class_of(character) == letter;
}

bool is_wide(CharacterClass c) {
    return one_of(c, {han, opening, closing, pause, stop, dash, ellipsis});
}

bool has_blank_left(CharacterClass c) { return c == opening; }
bool has_blank_right(CharacterClass c) { return one_of(c, {closing, pause, stop}); }

bool may_break(CharacterClass before, CharacterClass after) {
    // What never begins a line, and what never ends one.
    if (one_of(after, {closing, pause, stop, middle_dot, connector, closing_latin, postfix, space,
                       combining, control}))
        return false;
    if (one_of(before, {opening, opening_latin, prefix, fixed_space})) return false;
    if (after == fixed_space) return false;
    if (before == after && one_of(before, {dash, ellipsis})) return false;
    // Words and numbers, with the marks inside them.
    const auto in_word = [](CharacterClass c) {
        return one_of(c, {digit, letter, closing_latin, separator, opening_latin, postfix, prefix});
    };
    if (in_word(before) && in_word(after)) return false;
    // A connector binds what it stands between.
    if (before == connector && one_of(after, {digit, letter})) return false;
    return true;
}

bool is_apostrophe(std::u32string_view text, std::size_t at) {
    const auto is_ascii_letter = [](char32_t c) {
        return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    };
    return text[at] == U'’' && at > 0 && at + 1 < text.size() && is_ascii_letter(text[at - 1]) &&
           is_ascii_letter(text[at + 1]);
}

bool is_unit(char32_t character) { return units.find(character) != units.npos; }

}  // namespace nianbao
