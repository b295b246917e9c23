// Text in the encodings that Windows programs write, as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::notation {

/// By its byte order mark, or by the zero bytes that ASCII characters have there.
bool is_utf16(std::string_view bytes);

struct DecodedText {
    std::string text;  // UTF-8, without a byte order mark
    std::string_view encoding;
    bool cut = false;  // it ends within a character
};

/// The text, if all of it is UTF-16 or GB 18030 (which includes GBK), but for a part of a
/// character at its end. Nothing if it is UTF-8 but for a few bytes, or no text.
std::optional<DecodedText> decoded_text(std::string_view bytes);

/// The text in UTF-8, whatever it was in; nothing if it is none.
std::optional<std::string> text_of(std::string_view bytes);

/// True if more bytes are no UTF-8 than characters beyond ASCII are.
bool mostly_malformed(std::string_view bytes);

struct LenientText {
    std::string text;  // UTF-8; what is no text is U+FFFD
    int lost = 0;      // bytes that are none
};

/// A text in an encoding that iconv knows, whatever of it is none.
LenientText lenient_text(std::string_view bytes, const char* encoding);

}  // namespace nianbao::notation
