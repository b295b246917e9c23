#include "data/input.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

namespace nianbao::data {
namespace {

constexpr int longest_shown = 30;

}  // namespace

Place Input::place(int begin, int end) const { return source.place_between(begin, end); }

Place Input::place(const Node& node) const { return place(node.begin, node.end); }

Place Input::key_place(const Node& node) const { return node.key < 0 ? place(node) : place(tree.at(node.key)); }

void Input::locate(const std::string& field, const Node& node) {
    const bool block = (node.shape == Shape::list || node.shape == Shape::mapping) && !node.flow;
    const bool nothing = node.begin == node.end;
    const Node& shown_by = (block || nothing) && node.key >= 0 ? tree.at(node.key) : node;
    source.add(field, {shown_by.begin, shown_by.end, {}});
}

std::string past_limit(TreeBuilder::Outcome outcome) {
    return outcome == TreeBuilder::Outcome::too_deep ? fmt::format("括号或缩进超过 {} 层", most_depth) : fmt::format("文件里的值超过 {} 个", most_values);
}

std::string named(std::string_view name, std::string_view path) {
    return name.find("“") == name.npos ? fmt::format("“{}”（{}）", name, path) : fmt::format("{}（{}）", name, path);
}

std::string shown(std::string_view text) {
    std::string out;
    int characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        if (characters == longest_shown) return out + "…";
        const Decoded next = decode_at(text, at);
        const char32_t c = next.character.value_or(U'\uFFFD');
        append_utf8(out, c == U'\n' || c == U'\t' ? U' ' : forbidden(c) ? U'\uFFFD' : c);
        at += static_cast<std::size_t>(next.bytes);
    }
    return out;
}

}  // namespace nianbao::data
