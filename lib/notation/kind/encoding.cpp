#include "notation/kind/encoding.hpp"

#include "notation/bytes.hpp"
#include "text/utf8.hpp"

#include <iconv.h>

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

}  // namespace

bool mostly_malformed(std::string_view bytes) {
    std::size_t malformed = 0, good = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        if (!next.character) ++malformed;
        else if (next.bytes > 1) ++good;
        at += next.bytes;
    }
    return malformed > good;
}

bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    return bytes.size() >= 2 && (bytes[0] == '\0' || bytes[1] == '\0') && bytes[0] != bytes[1];
}

std::optional<DecodedText> decoded_text(std::string_view bytes) {
    const auto decoded = [](const char* from, std::string_view rest,
                            std::string_view encoding) -> std::optional<DecodedText> {
        std::optional<std::string> text = Conversion(from).run(rest);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), encoding};
    };
    if (is_utf16(bytes)) {
        const bool marked = bytes[0] != '\0' && bytes[1] != '\0';
        const bool little = marked ? bytes[0] == '\xFF' : bytes[1] == '\0';
        return decoded(little ? "UTF-16LE" : "UTF-16BE", bytes.substr(marked ? 2 : 0), "UTF-16");
    }
    if (find_malformed(bytes) == bytes.npos || !mostly_malformed(bytes)) return std::nullopt;
    return decoded("GB18030", bytes, "GBK");
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
