#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

struct Range {
    char32_t first, last;
};

/// Sorted by first; ranges do not overlap.
template <std::size_t n>
bool within(const Range (&ranges)[n], char32_t character) {
    const auto after = std::upper_bound(std::begin(ranges), std::end(ranges), character,
                                        [](char32_t c, const Range& r) { return c < r.first; });
    return after != std::begin(ranges) && character <= std::prev(after)->last;
}

// East Asian Width W and F, and the marks “”‘’…— and friends (A) that Chinese terminals
// and fonts draw wide are left narrow, as terminals do.
constexpr Range wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};
constexpr Range zero[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x0300, 0x036F},   {0x200B, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

}  // namespace

Decoded decode_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    int length = 0;
    char32_t value = 0;
    // Bounds of the second byte rule out overlong forms, surrogates and values over
    // U+10FFFF (Unicode, Table 3-7).
    unsigned char low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        value = lead & 0x1F;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        value = lead & 0x0F;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        value = lead & 0x07;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {{}, 1};
    }
    for (int i = 1; i < length; ++i) {
        const std::size_t next = at + i;
        if (next >= text.size() || byte(next) < low || byte(next) > high) return {{}, i};
        value = value << 6 | (byte(next) & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    return {value, length};
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out(text.size(), U'\0');
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const char32_t common = common_at(text, at)) {
            out[characters++] = common;
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text, at);
        out[characters++] = next.character.value_or(U'\uFFFD');
        at += next.bytes;
    }
    out.resize(characters);
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char32_t c : text) append_utf8(out, c);
    return out;
}

std::size_t find_malformed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (common_at(text, at) != 0) {
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text, at);
        if (!next.character) return at;
        at += next.bytes;
    }
    return std::string_view::npos;
}

std::string well_formed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = find_malformed(text); at != text.npos; at = find_malformed(text)) {
        out += text.substr(0, at);
        const int bytes = decode_at(text, at).bytes;
        for (int i = 0; i < bytes; ++i) append_utf8(out, U'\uFFFD');
        text.remove_prefix(at + bytes);
    }
    return out += text;
}

int count_characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char byte) { return !continues_character(byte); });
}

int display_width(char32_t character) {
    return within(zero, character) ? 0 : within(wide, character) ? 2 : 1;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const char32_t common = common_at(text, at); common >= 0x4E00 && common <= 0x9FFF) {
            width += 2;
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text, at);
        width += display_width(next.character.value_or(U'\uFFFD'));
        at += next.bytes;
    }
    return width;
}

}  // namespace nianbao
