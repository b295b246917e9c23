#include "html/markup.hpp"

#include "text/character.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <cstddef>

namespace nianbao::html {
namespace {

/// Code points that are no characters and may not stand in a page (Unicode 23.7).
bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace

void append_text(std::string& out, std::u32string_view text) {
    bool blank = true;  // before this character; the first would be lost
    for (const char32_t c : text) {
        if (class_of(c) == CharacterClass::control || is_noncharacter(c)) continue;
        if (c == U' ') {
            out += blank ? "&#160;" : " ";
            blank = true;
            continue;
        }
        blank = false;
        switch (c) {
            case U'&':
                out += "&amp;";
                break;
            case U'<':
                out += "&lt;";
                break;
            case U'>':
                out += "&gt;";
                break;
            case U'"':
                out += "&quot;";
                break;
            default:
                append_utf8(out, c);
        }
    }
}

void append_text(std::string& out, std::string_view text) { append_text(out, to_utf32(text)); }

std::string escaped(std::string_view text) {
    std::string out;
    append_text(out, text);
    return out;
}

bool may_lead_to(std::string_view uri) {
    const std::string small = small_letters(std::string(uri.substr(0, 8)));
    return small.starts_with("http://") || small.starts_with("https://") ||
           small.starts_with("mailto:");
}

std::string address_of_file(std::string_view path) {
    constexpr std::string_view plain = "-._~/", digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || plain.find(c) != plain.npos) out += c;
        else out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 |
                    (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

}  // namespace nianbao::html
