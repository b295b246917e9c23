// What a character is to a typesetter: its class, and where a line may not be broken
// around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao {

/// Classes of W3C clreq and GB/T 15834, with the Latin ones that stand beside them. One
/// table: every rule of line breaking, squeezing and spacing asks for the class and knows
/// no mark by itself.
enum class CharacterClass : std::uint8_t {
    han,         // ideographs, kana, full-width letters, and every symbol that is set like one
    opening,     // （《〈「『【〖〔［｛“‘: ink in the right half
    closing,     // ）》〉」』】〗〕］｝”’: ink in the left half
    pause,       // ，、；: ink in the left half
    stop,        // 。．：！？: ink in the left half
    middle_dot,  // ·: ink in the middle
    dash,        // —: two make one, unbroken
    ellipsis,    // …: two make one, unbroken
    connector,   // ～ –
    digit,
    letter,         // letters of alphabets
    opening_latin,  // ( [ {
    closing_latin,  // ) ] } , . ; : ! ?
    separator,      // / - & = ? inside addresses and numbers
    postfix,        // % ‰ ℃ °: never parted from the number before
    prefix,         // ¥ $ № §: never parted from the number after
    space,          // U+0020
    fixed_space,    // U+00A0, U+3000 and the like: of fixed width, never dropped inside a
                    // line
    combining,      // drawn on the character before
    control,        // and everything else that has no ink and no width: dropped
};

CharacterClass class_of(char32_t character);

/// A character that no text may hold: a control other than tab and line feed, a byte
/// order mark, U+FFFE or U+FFFF.
constexpr bool forbidden(char32_t c) {
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF;
}

/// Why a character cannot be set as official text is, whatever faces there are.
enum class Unsettable : std::uint8_t {
    no,
    private_use,   // stands for nothing that two machines agree on
    noncharacter,  // U+FDD0 to U+FDEF, and the last two of every plane
    combining,     // an accent of its own: the letter with it is one character, which can be
                   // set
    script,        // written from right to left, or in letters that join: Arabic, Hebrew,
                   // Tibetan, Mongolian …
};

Unsettable unsettable(char32_t character);

/// True for Han characters themselves. In the header, as it is asked of every character
/// of every report.
inline bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// True for what is set in the Latin face where the layout says so: digits, letters, and
/// the ASCII marks among them.
bool is_latin(char32_t character);

/// True for Han characters and Chinese punctuation: what a typed space beside a digit or
/// letter is a gap to.
bool is_wide(CharacterClass c);

/// Marks whose box is half blank: on the left of opening ones, on the right of the
/// others.
bool has_blank_left(CharacterClass c);
bool has_blank_right(CharacterClass c);

/// True where a line may end between two characters, by their classes alone (clreq
/// 行首行尾禁则, basic; GB/T 15834 5.1).
bool may_break(CharacterClass before, CharacterClass after);

/// True for Han characters that are units or parts of a number's reading (年 件 万 余 …):
/// not parted from the number before them.
bool is_unit(char32_t character);

/// True for a U+2019 between ASCII letters: “people’s”.
bool is_apostrophe(std::u32string_view text, std::size_t at);

}  // namespace nianbao
