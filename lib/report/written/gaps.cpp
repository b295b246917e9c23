#include "report/written/gaps.hpp"

#include "text/blanks.hpp"
#include "text/utf8.hpp"

namespace nianbao {
namespace {

constexpr std::string_view open = "{{", close = "}}";

/// Past the blanks at a place.
std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Decoded next = decode_at(text, at);
        if (!next.character || !is_typed_blank(*next.character)) break;
        at += static_cast<std::size_t>(next.bytes);
    }
    return at;
}

/// Where the gap ends whose braces open at `begin`; npos: they are a reference's.
std::size_t end_of_gap(std::string_view text, std::size_t begin) {
    std::size_t at = begin + open.size();
    for (const std::string_view character : {"请", "填", "写"}) {
        at = past_blanks(text, at);
        if (text.substr(at, character.size()) != character) return text.npos;
        at += character.size();
    }
    at = past_blanks(text, at);
    return text.substr(at, close.size()) == close ? at + close.size() : text.npos;
}

}  // namespace

GapInText gap_in(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find(open, from); at != text.npos; at = text.find(open, at + 1)) {
        if (const std::size_t end = end_of_gap(text, at); end != text.npos) return {at, end};
    }
    return {text.npos, text.npos};
}

}  // namespace nianbao
