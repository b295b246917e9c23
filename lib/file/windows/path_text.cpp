#include "file/path_text.hpp"

#include "file/windows/system.hpp"
#include "file/windows_names.hpp"

#include <cstdint>

namespace nianbao {
namespace {

void add_utf8(std::string& text, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

bool is_high(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

/// A lone surrogate, which names may have, becomes three bytes that are no UTF-8: nothing
/// of a name is lost.
std::string utf8(const std::filesystem::path& path) {
    const std::wstring& units = path.native();
    std::string text;
    text.reserve(units.size() * 2);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::uint32_t unit = units[i];
        if (is_high(unit) && i + 1 < units.size() && is_low(units[i + 1])) {
            add_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (units[i + 1] - 0xDC00u));
            ++i;
        } else {
            add_utf8(text, unit);
        }
    }
    return text;
}

std::filesystem::path path_of(std::string_view text) {
    std::wstring units;
    units.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        std::uint32_t c = length == 1 ? first : first & (0x7Fu >> length);
        std::size_t at = 1;
        for (; at < length && i + at < text.size(); ++at) {
            const auto next = static_cast<unsigned char>(text[i + at]);
            if ((next & 0xC0) != 0x80) break;
            c = c << 6 | (next & 0x3F);
        }
        if (at < length || (length == 1 && first >= 0x80) || c > 0x10FFFF)
            c = 0xFFFD;  // no UTF-8, and so no file's name
        i += at;
        if (c >= 0x10000) {
            units += static_cast<wchar_t>(0xD800 + ((c - 0x10000) >> 10));
            units += static_cast<wchar_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            units += c == '/' ? L'\\' : static_cast<wchar_t>(c);
        }
    }
    return units;
}

std::string_view separators() { return "/\\"; }

std::string place_key(const std::filesystem::path& path) {
    std::wstring units = path.native();
    ::CharUpperBuffW(units.data(), static_cast<DWORD>(units.size()));
    return utf8(units);
}

std::string refused_name(const std::filesystem::path& name) {
    return refused_by_windows(utf8(name));
}

}  // namespace nianbao
