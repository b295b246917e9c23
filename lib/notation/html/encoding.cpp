#include "notation/html/encoding.hpp"

#include "notation/html/tags.hpp"
#include "notation/kind/encoding.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace nianbao::notation {
namespace {

/// What a page's own meta tags say, in the first bytes that browsers look at.
class CharsetReader final : public TagHandler {
public:
    void open(const Tag& tag) override {
        if (tag.name != "meta" || !charset.empty()) return;
        charset = small_letters(tag.value("charset"));
        if (!charset.empty()) return;
        const std::string content = small_letters(tag.value("content"));
        const std::size_t at = content.find("charset=");
        if (at != content.npos) charset = content.substr(at + 8);
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::string charset;
};

PageText as_utf8(std::string_view bytes) {
    PageText page;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        if (!next.character) {
            ++page.lost;
            append_utf8(page.text, U'\uFFFD');
        } else {
            page.text += bytes.substr(at, next.bytes);
        }
        at += next.bytes;
    }
    return page;
}

/// What iconv calls it; nullptr: UTF-8, or nothing that pages are in.
const char* encoding_of(std::string_view charset) {
    const auto says = [&](std::string_view word) { return charset.find(word) != charset.npos; };
    if (says("big5")) return "BIG5-HKSCS";
    return says("gb") || says("hz") || says("936") ? "GB18030" : nullptr;
}

}  // namespace

PageText page_text(std::string_view bytes, std::string_view charset) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return as_utf8(bytes.substr(3));
    if (is_utf16(bytes)) {
        if (std::optional<DecodedText> decoded = decoded_text(bytes))
            return {std::move(decoded->text), 0};
    }
    if (find_malformed(bytes) == bytes.npos) return {std::string(bytes), 0};
    constexpr std::size_t looked_at = 4096;
    CharsetReader said;
    said.charset = charset;
    read_tags(bytes.substr(0, looked_at), said);
    // One that says UTF-8, or nothing, may have a few bytes spoilt, or be GBK.
    const char* encoding = encoding_of(said.charset);
    if (encoding == nullptr && mostly_malformed(bytes)) encoding = "GB18030";
    if (encoding == nullptr) return as_utf8(bytes);
    LenientText text = lenient_text(bytes, encoding);
    return {std::move(text.text), text.lost};
}

}  // namespace nianbao::notation
