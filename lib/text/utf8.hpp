// UTF-8 to code points and back, and how wide a character is on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// One code point and the bytes it took; `bytes` 0 at the end of the text. Malformed: the
/// code point is empty and `bytes` is the number of bytes to step over (as Unicode's
/// "maximal subpart" practice, Table 3-8).
struct Decoded {
    std::optional<char32_t> character;
    int bytes = 0;
};

/// The code point at byte `at`. Overlong forms, surrogates and values over U+10FFFF are
/// malformed.
Decoded decode_at(std::string_view text, std::size_t at);

/// The code point at byte `at` where it is from U+3000 to U+CFFF, as nearly all of a
/// report is; these have three bytes. Else U+0000.
inline char32_t common_at(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return U'\0';
    const auto lead = static_cast<unsigned char>(text[at]),
               second = static_cast<unsigned char>(text[at + 1]),
               third = static_cast<unsigned char>(text[at + 2]);
    if (lead < 0xE3 || lead > 0xEC || (second & 0xC0) != 0x80 || (third & 0xC0) != 0x80)
        return U'\0';
    return static_cast<char32_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
}

/// True for a byte within a character: it never begins one.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The whole text; malformed bytes become U+FFFD.
std::u32string to_utf32(std::string_view text);

void append_utf8(std::string& out, char32_t character);
std::string to_utf8(std::u32string_view text);

/// Byte of the first malformed sequence; npos where there is none.
std::size_t find_malformed(std::string_view text);

/// The same text where it is UTF-8. Each byte of it that is none becomes U+FFFD, as the
/// name of a file is shown whose bytes are of another encoding.
std::string well_formed(std::string_view text);

/// Number of code points.
int count_characters(std::string_view text);

/// Columns on a terminal: 2 for East Asian wide and full-width characters, 0 for
/// combining marks and controls, else 1.
int display_width(char32_t character);
int display_width(std::string_view text);

}  // namespace nianbao
