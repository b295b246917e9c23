#include "notation/json/json_text.hpp"

#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::notation {
namespace {

std::optional<char32_t> hex4(std::string_view digits) {
    if (digits.size() < 4) return {};
    char32_t value = 0;
    for (char c : digits.substr(0, 4)) {
        const int digit = hex_value(c);
        if (digit < 0) return {};
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
}

std::optional<char32_t> simple_escape(char letter) {
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    const auto found = letters.find(letter);
    if (found == letters.npos) return {};
    return static_cast<char32_t>(meanings[found]);
}

constexpr bool high_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
constexpr bool low_surrogate(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

struct Escape {
    std::optional<char32_t> character;
    std::size_t bytes;
    bool surrogate = false;
    std::optional<char> byte = {};  // that a lone surrogate may stand for
};

/// The escape at the beginning of `rest`, backslash first.
Escape read_escape(std::string_view rest) {
    if (rest[1] != 'u')
        return {simple_escape(rest[1]), 1 + static_cast<std::size_t>(decode_at(rest, 1).bytes)};
    const auto unit = hex4(rest.substr(2));
    if (!unit) return {{}, 2};
    if (*unit >= 0xDC80 && *unit <= 0xDCFF) return {{}, 6, true, static_cast<char>(*unit - 0xDC00)};
    if (low_surrogate(*unit)) return {{}, 6, true};
    if (!high_surrogate(*unit)) return {unit, 6};
    const auto second = rest.substr(6).starts_with("\\u") ? hex4(rest.substr(8)) : std::nullopt;
    if (!second || !low_surrogate(*second)) return {{}, 6, true};
    return {0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00), 12};
}

}  // namespace

JsonText decode_json(std::string_view raw, int at, LoneSurrogates alone) {
    JsonText decoded;
    TextBuilder builder;
    const std::size_t end = raw.size() - 1;
    for (std::size_t i = 1; i < end;) {
        const int here = at + i;
        if (raw[i] != '\\') {
            const std::size_t escape = std::min(raw.find('\\', i), end);
            builder.put(raw.substr(i, escape - i), here);
            i = escape;
            continue;
        }
        const Escape escape = read_escape(raw.substr(i, end - i));
        const bool is_byte = escape.byte && alone == LoneSurrogates::bytes;
        if (!escape.character && !is_byte)
            decoded.faults.push_back({here, static_cast<int>(escape.bytes), escape.surrogate});
        std::string bytes;
        if (is_byte) bytes = *escape.byte;
        else append_utf8(bytes, escape.character.value_or(U'\uFFFD'));
        builder.put_escaped(bytes, here);
        i += escape.bytes;
    }
    decoded.text = builder.finish(at + end);
    return decoded;
}

}  // namespace nianbao::notation
