// UTF-8 to code points and back, and how wide a character is on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// One code point and the bytes it took; `bytes` 0 at the end of the text. Malformed: the code point is empty and `bytes` is the number
/// of bytes to step over (as Unicode's "maximal subpart" practice, Table 3-8).
struct Decoded {
    std::optional<char32_t> character;
    int bytes = 0;
};

/// decode_at for what is neither ASCII nor a common character of three bytes.
Decoded decode_rare_at(std::string_view text, std::size_t at);

/// The code point at byte `at`. Overlong forms, surrogates and values over U+10FFFF are malformed.
inline Decoded decode_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (at < text.size() && byte(0) < 0x80) return {byte(0), 1};
    // Nearly all of a report: Han, which have three bytes.
    if (at + 2 < text.size() && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80)
        return {static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
    return decode_rare_at(text, at);
}

/// The whole text; malformed bytes become U+FFFD.
std::u32string to_utf32(std::string_view text);

void append_utf8(std::string& out, char32_t character);
std::string to_utf8(std::u32string_view text);

/// Byte of the first malformed sequence; npos where there is none.
std::size_t find_malformed(std::string_view text);

/// Number of code points.
int count_characters(std::string_view text);

/// Columns on a terminal: 2 for East Asian wide and full-width characters, 0 for combining marks and controls, else 1.
int display_width(char32_t character);
int display_width(std::string_view text);

}  // namespace nianbao
