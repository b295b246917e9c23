#include "font/name_text.hpp"

#include "pack/big_endian.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace nianbao {
namespace {

enum Platform : unsigned { unicode = 0, macintosh = 1, iso = 2, windows = 3 };

constexpr char32_t unknown = U'\uFFFD';

struct NationalCode {
    std::uint16_t code;
    char32_t character;
};

/// GB 2312 and GBK codes of the characters in the names of the known faces
/// (fonts/roles.cpp), in order.
constexpr NationalCode gbk[] = {{0xB1EA, U'标'}, {0xB7BD, U'方'}, {0xB7C2, U'仿'}, {0xBADA, U'黑'},
                                {0xBBAA, U'华'}, {0xBCF2, U'简'}, {0xBFAC, U'楷'}, {0xCAE9, U'书'},
                                {0xCBCE, U'宋'}, {0xCCE5, U'体'}, {0xCEC4, U'文'}, {0xCFBC, U'霞'},
                                {0xD0A1, U'小'}, {0xD5FD, U'正'}, {0xD6D0, U'中'}, {0xF0CD, U'鹜'}};
static_assert(std::is_sorted(std::begin(gbk), std::end(gbk),
                             [](const NationalCode& a, const NationalCode& b) {
                                 return a.code < b.code;
                             }));

std::string from_utf16(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t character = u16_at(bytes, i);
        if (character >= 0xD800 && character < 0xE000) {
            const char32_t next =
                character < 0xDC00 && i + 3 < bytes.size() ? u16_at(bytes, i + 2) : 0;
            const bool pair = next >= 0xDC00 && next < 0xE000;
            character = pair ? 0x10000 + ((character - 0xD800) << 10) + (next - 0xDC00) : unknown;
            if (pair) i += 2;
        }
        append_utf8(text, character);
    }
    return text;
}

std::string from_ascii(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char32_t character = u8_at(bytes, i);
        append_utf8(text, character < 0x80 ? character : unknown);
    }
    return text;
}

/// One byte or two a character; some fonts pad single bytes with a zero.
std::string from_gbk(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned lead = u8_at(bytes, i);
        if (lead == 0) continue;
        if (lead < 0x80 || i + 1 == bytes.size()) {
            append_utf8(text, lead < 0x80 ? char32_t{lead} : unknown);
            continue;
        }
        const unsigned code = lead << 8 | u8_at(bytes, ++i);
        const auto* found = std::lower_bound(
            std::begin(gbk), std::end(gbk), code,
            [](const NationalCode& entry, unsigned wanted) { return entry.code < wanted; });
        append_utf8(text,
                    found != std::end(gbk) && found->code == code ? found->character : unknown);
    }
    return text;
}

}  // namespace

std::vector<std::string> name_texts(unsigned platform, unsigned encoding, std::string_view bytes) {
    constexpr unsigned mac_roman = 0, mac_simplified_chinese = 25, windows_symbol = 0,
                       windows_unicode = 1, windows_prc = 3, windows_ucs4 = 10, iso_ascii = 0,
                       iso_10646 = 1;
    switch (platform) {
        case unicode:
            return {from_utf16(bytes)};
        case macintosh:
            if (encoding == mac_roman) return {from_ascii(bytes)};
            if (encoding == mac_simplified_chinese) return {from_gbk(bytes)};
            return {};
        case iso:
            if (encoding == iso_ascii) return {from_ascii(bytes)};
            if (encoding == iso_10646) return {from_utf16(bytes)};
            return {};
        case windows:
            if (encoding == windows_symbol || encoding == windows_unicode ||
                encoding == windows_ucs4)
                return {from_utf16(bytes)};
            if (encoding == windows_prc)
                return {from_utf16(bytes), from_gbk(bytes)};  // by the book; in old fonts
            return {};
        default:
            return {};
    }
}

}  // namespace nianbao
