#include "notation/mending/mended_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace nianbao::notation {
namespace {

int size_of(std::string_view text) { return text.size(); }

std::string_view part_of(std::string_view text, int begin, int end) {
    return text.substr(begin, end - begin);
}

bool is_container(const Node& node) {
    return node.shape == Shape::list || node.shape == Shape::mapping;
}

}  // namespace

MendedText::MendedText(std::string_view original, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    text_.reserve(original.size() + 64);  // never so small that moving it moves its bytes
    int kept = 0;
    const auto copy_up_to = [&](int end) {
        stretches_.push_back({size_of(text_), kept, end, true, false});
        text_ += part_of(original, kept, end);
    };
    for (const Edit& edit : edits) {
        if (edit.begin < kept) continue;
        copy_up_to(edit.begin);
        stretches_.push_back({size_of(text_), edit.begin, edit.end, false, edit.spoilt});
        text_ += edit.instead;
        kept = edit.end;
    }
    copy_up_to(size_of(original));
}

std::size_t MendedText::stretch_of(int at) const {
    const auto after =
        std::upper_bound(stretches_.begin(), stretches_.end(), at,
                         [](int byte, const Stretch& stretch) { return byte < stretch.at; });
    return after - stretches_.begin() - 1;
}

int MendedText::original(int at) const {
    const Stretch& stretch = stretches_[stretch_of(at)];
    return stretch.copied ? stretch.original + (at - stretch.at) : stretch.original;
}

int MendedText::original_end(int at) const {
    if (at == 0) return 0;
    const Stretch& stretch = stretches_[stretch_of(at - 1)];
    return stretch.copied ? stretch.original + (at - stretch.at) : stretch.end;
}

bool MendedText::touched(int begin, int end) const {
    const std::size_t own = stretch_of(begin);
    return !stretches_[own].copied || (own + 1 < stretches_.size() && stretches_[own + 1].at < end);
}

bool MendedText::spoilt(int at) const { return stretches_[stretch_of(at)].spoilt; }

MappedText MendedText::placed(const MappedText& mapped) const {
    MappedText placed{mapped.text, {}};
    for (std::size_t i = 0; i < mapped.pieces.size(); ++i) {
        const auto [decoded, at] = mapped.pieces[i];
        placed.pieces.push_back({decoded, original(at)});
        if (i + 1 == mapped.pieces.size()) break;
        // An edit within a run parts it.
        int passed = decoded;
        int from = at;
        for (std::size_t s = stretch_of(at) + 1; s < stretches_.size(); ++s) {
            passed += count_characters(part_of(text_, from, stretches_[s].at));
            from = stretches_[s].at;
            if (passed >= mapped.pieces[i + 1].decoded) break;
            if (passed > placed.pieces.back().decoded)
                placed.pieces.push_back({passed, original(from)});
        }
    }
    return placed;
}

namespace {

/// Puts away the text in which the texts of nodes stand. A short one lies within its
/// string, and moves with it.
void keep_texts(Tree& tree) {
    const char* const from = tree.clean.data();
    const std::size_t size = tree.clean.size();
    tree.texts.push_back(std::move(tree.clean));
    const std::string_view kept = tree.texts.back();
    if (kept.data() == from) return;
    const std::less_equal<const char*> in_order;
    for (Node& node : tree.nodes) {
        const char* const own = node.text.data();
        if (in_order(from, own) && in_order(own, from + size))
            node.text = kept.substr(static_cast<std::size_t>(own - from), node.text.size());
    }
}

}  // namespace

void place_back(Tree& tree, const MendedText& mended, std::string clean) {
    for (Node& node : tree.nodes) {
        const bool written = !is_container(node) && node.begin < node.end;
        if (written && mended.spoilt(node.begin)) node.shape = Shape::faulty;
        const bool mapped =
            node.shape == Shape::text || (node.shape == Shape::bare && node.style != Style::json);
        if (written && mapped && node.mapping < 0 && mended.touched(node.begin, node.end)) {
            tree.mappings.push_back(mended.placed(tree.mapped(node, mended.text())));
            node.mapping = tree.mappings.size() - 1;
        }
        const bool empty = node.begin == node.end;
        node.end = mended.original_end(node.end);
        node.begin = empty ? node.end : std::min(mended.original(node.begin), node.end);
    }
    keep_texts(tree);
    tree.clean = std::move(clean);
}

LineShown line_shown(std::string_view original, int at) {
    // Of a line of megabytes only what is near is shown.
    constexpr std::size_t most_before = 120, most_after = 400;
    const std::size_t from = at;
    const std::size_t least = from - std::min(from, most_before);
    const std::string_view before = original.substr(least, from - least);
    const std::size_t feed = before.find_last_of("\r\n");
    std::size_t begin = feed == before.npos ? least : least + feed + 1;
    while (begin < from && continues_character(original[begin])) ++begin;
    const std::string_view after = original.substr(from, most_after);
    const std::size_t end = from + std::min(after.find_first_of("\r\n"), after.size());
    return {static_cast<int>(begin), static_cast<int>(end)};
}

std::string mended_line(std::string_view original, LineShown line, std::span<const Edit> edits) {
    std::vector<Edit> own;
    for (const Edit& edit : edits) {
        if (edit.begin < line.begin || edit.end > line.end) continue;
        own.push_back(edit);
        own.back().begin -= line.begin;
        own.back().end -= line.begin;
    }
    const std::string mended =
        MendedText(part_of(original, line.begin, line.end), std::move(own)).text();
    std::string_view shown = mended;
    shown = shown.substr(0, shown.find('\n'));
    while (!shown.empty() && shown.front() == ' ') shown.remove_prefix(1);
    while (!shown.empty() && shown.back() == ' ') shown.remove_suffix(1);
    return std::string(shown);
}

}  // namespace nianbao::notation
