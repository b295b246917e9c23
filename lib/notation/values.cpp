#include "notation/values.hpp"

#include "notation/mending/mended_text.hpp"
#include "notation/rules.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::notation {
namespace {

constexpr int longest_shown = 30;

}  // namespace

Place Values::place_of(int byte, int length) const {
    return source.place_of(mended == nullptr ? byte : mended->original(byte), length);
}

Place Values::place(int begin, int end) const { return source.place_between(begin, end); }

Place Values::place(const Node& node) const { return place(node.begin, node.end); }

Place Values::key_place(const Node& node) const {
    const bool cell = node.style == Style::cell;  // blank or not, it has a place of its own
    return node.key < 0 || cell ? place(node) : place(tree.at(node.key));
}

void Values::tell(SyntaxFault fault) {
    findings.error(format == Format::json ? rule("D-04") : rule("D-05"), {},
                   source.place_of(fault.at, 1), std::move(fault.message), std::move(fault.hint));
}

void Values::locate(const std::string& field, const Node& node) {
    const bool block = (node.shape == Shape::list || node.shape == Shape::mapping) && !node.flow;
    const bool nothing = node.begin == node.end && node.style != Style::cell;
    const Node& shown_by = (block || nothing) && node.key >= 0 ? tree.at(node.key) : node;
    source.add(field, {shown_by.begin, shown_by.end, {}});
}

std::string past_limit(TreeBuilder::Outcome outcome) {
    return outcome == TreeBuilder::Outcome::too_deep
               ? fmt::format("括号或缩进超过 {} 层", most_depth)
               : fmt::format("文件里的值超过 {} 个", most_values);
}

std::string shown(std::string_view text) {
    std::string out;
    int characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        if (characters == longest_shown) return out + "…";
        const Decoded next = decode_at(text, at);
        const char32_t c = next.character.value_or(U'\uFFFD');
        append_utf8(out, c == U'\n' || c == U'\t' ? U' ' : forbidden(c) ? U'\uFFFD' : c);
        at += next.bytes;
    }
    return out;
}

}  // namespace nianbao::notation
