#include "notation/kind/encoding.hpp"

#include "notation/bytes.hpp"
#include "text/utf8.hpp"

#include <iconv.h>

#include <algorithm>
#include <cstddef>

namespace nianbao::notation {
namespace {

/// libc's conversion from an encoding to UTF-8.
class Conversion {
public:
    explicit Conversion(const char* from) : state_(::iconv_open("UTF-8", from)) {}
    ~Conversion() {
        if (open()) ::iconv_close(state_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// Nothing if some bytes are no text in that encoding.
    std::optional<std::string> run(std::string_view bytes) {
        if (!open()) return std::nullopt;
        // No character becomes more than twice as long.
        std::string text(bytes.size() * 2, '\0');
        char* from = const_cast<char*>(bytes.data());  // iconv only reads there
        char* to = text.data();
        std::size_t left = bytes.size(), room = text.size();
        if (::iconv(state_, &from, &left, &to, &room) == static_cast<std::size_t>(-1))
            return std::nullopt;
        text.resize(text.size() - room);
        return text;
    }

    /// Passes over bytes that are none.
    LenientText run_leniently(std::string_view bytes) {
        LenientText out;
        if (!open()) return out;
        // No character becomes more than twice as long.
        std::string room(bytes.size() * 2 + 8, '\0');
        char* from = const_cast<char*>(bytes.data());  // iconv only reads there
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = room.data();
            std::size_t free = room.size();
            const std::size_t result = ::iconv(state_, &from, &left, &to, &free);
            out.text.append(room.data(), to);
            if (result != static_cast<std::size_t>(-1) || left == 0) continue;
            ::iconv(state_, nullptr, nullptr, nullptr, nullptr);
            append_utf8(out.text, U'\uFFFD');
            ++out.lost;
            ++from;
            --left;
        }
        return out;
    }

private:
    bool open() const { return state_ != reinterpret_cast<iconv_t>(-1); }
    iconv_t state_;
};

/// How a text in UTF-16 is to be read.
struct Utf16 {
    std::size_t mark = 0;  // bytes of its byte order mark
    bool little = false;
};

/// Without a mark, line ends, colons, blanks and quotes tell: their zero bytes all stand
/// first in their pairs, or all second. No other text has any, and other characters with
/// such bytes (U+2000, U+3A00) stand in no report; 一 (U+4E00) does.
std::optional<Utf16> utf16_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Utf16{2, true};
    if (bytes.starts_with("\xFE\xFF")) return Utf16{2, false};
    constexpr std::size_t looked_at = 4096;
    constexpr std::string_view common = "\r\n :\"";
    std::size_t first = 0, second = 0;
    for (std::size_t at = 0; at + 1 < std::min(bytes.size(), looked_at); at += 2) {
        if (bytes[at] == '\0' && bytes[at + 1] == '\0') return std::nullopt;
        if (bytes[at] == '\0' && common.find(bytes[at + 1]) != common.npos) ++first;
        if (bytes[at + 1] == '\0' && common.find(bytes[at]) != common.npos) ++second;
    }
    if ((first > 0) != (second > 0)) return Utf16{0, second > 0};
    // A text without any of these begins with a character of ASCII.
    if (first + second > 0 || bytes.size() < 2 || (bytes[0] == '\0') == (bytes[1] == '\0'))
        return std::nullopt;
    return Utf16{0, bytes[1] == '\0'};
}

/// The bytes of whole characters: a file that was not copied to its end may break off
/// within one.
std::string_view whole_utf16(std::string_view bytes, bool little) {
    bytes = bytes.substr(0, bytes.size() & ~std::size_t{1});
    if (bytes.empty()) return bytes;
    const auto high = static_cast<unsigned char>(bytes[bytes.size() - (little ? 1 : 2)]);
    if (high >= 0xD8 && high <= 0xDB) bytes.remove_suffix(2);
    return bytes;
}

/// As UTF-8 sees it: bytes that are none, and characters beyond ASCII.
struct Utf8Bytes {
    std::size_t malformed = 0, good = 0;
};

Utf8Bytes utf8_bytes(std::string_view bytes) {
    Utf8Bytes found;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        if (!next.character) ++found.malformed;
        else if (next.bytes > 1) ++found.good;
        at += next.bytes;
    }
    return found;
}

/// The same of GB 18030: only a text that is long enough to be told from damaged UTF-8.
std::string_view whole_gb18030(std::string_view bytes) {
    constexpr std::size_t least_malformed = 16, times_as_many = 8;
    const Utf8Bytes found = utf8_bytes(bytes);
    if (found.malformed < least_malformed || found.malformed < found.good * times_as_many)
        return bytes;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const char second = at + 1 < bytes.size() ? bytes[at + 1] : '\0';
        const std::size_t length = second >= '0' && second <= '9' ? 4 : 2;
        if (at + length > bytes.size()) return bytes.substr(0, at);
        at += length;
    }
    return bytes;
}

}  // namespace

bool mostly_malformed(std::string_view bytes) {
    const Utf8Bytes found = utf8_bytes(bytes);
    return found.malformed > found.good;
}

bool is_utf16(std::string_view bytes) { return utf16_of(bytes).has_value(); }

std::optional<DecodedText> decoded_text(std::string_view bytes) {
    const auto decoded = [](const char* from, std::string_view rest, std::string_view whole,
                            std::string_view encoding) -> std::optional<DecodedText> {
        std::optional<std::string> text = Conversion(from).run(whole);
        if (!text || (whole.empty() && !rest.empty())) return std::nullopt;
        return DecodedText{std::move(*text), encoding, whole.size() < rest.size()};
    };
    if (const std::optional<Utf16> utf16 = utf16_of(bytes)) {
        bytes.remove_prefix(utf16->mark);
        return decoded(utf16->little ? "UTF-16LE" : "UTF-16BE", bytes,
                       whole_utf16(bytes, utf16->little), "UTF-16");
    }
    if (find_malformed(bytes) == bytes.npos || !mostly_malformed(bytes)) return std::nullopt;
    return decoded("GB18030", bytes, whole_gb18030(bytes), "GBK");
}

LenientText lenient_text(std::string_view bytes, const char* encoding) {
    return Conversion(encoding).run_leniently(bytes);
}

std::optional<std::string> text_of(std::string_view bytes) {
    if (std::optional<DecodedText> decoded = decoded_text(bytes)) return std::move(decoded->text);
    if (find_malformed(bytes) != bytes.npos) return std::nullopt;
    return std::string(without_mark(bytes));
}

}  // namespace nianbao::notation
