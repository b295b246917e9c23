#include "outline/bookmarks.hpp"

#include <optional>

namespace nianbao {
namespace {

/// Where a node begins: the upper edge of its first mark, on the page of that index.
struct Start {
    std::size_t page;
    Length y;
};

std::vector<std::optional<Start>> starts_of(const Pages& pages) {
    std::vector<std::optional<Start>> starts(pages.nodes.size());
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        for (const Mark& mark : pages.pages[i].marks) {
            const auto* run = std::get_if<GlyphRun>(&mark);
            if (!run || run->node < 0) continue;
            std::optional<Start>& start = starts[run->node];
            if (!start) start = Start{i, run->origin.y - run->size};
        }
    }
    // Parents come before children, so going backwards every node has heard from all
    // below it. The first mark is on the earliest page, and the highest there.
    for (std::size_t i = pages.nodes.size(); i-- > 0;) {
        const int parent = pages.nodes[i].parent;
        if (parent < 0 || !starts[i]) continue;
        std::optional<Start>& above = starts[parent];
        if (!above || starts[i]->page < above->page ||
            (starts[i]->page == above->page && starts[i]->y < above->y))
            above = starts[i];
    }
    return starts;
}

}  // namespace

std::vector<Bookmark> plan_bookmarks(const Pages& pages, const Tagging& tagging) {
    const std::vector<std::optional<Start>> starts = starts_of(pages);
    std::vector<Bookmark> bookmarks(1);
    const auto at = [&](int index) -> Bookmark& { return bookmarks[index]; };
    const auto depth = [&](int index) { return tagging.elements[at(index).node].depth; };
    int open = 0;  // the last one, or one above it; the root is above all
    for (std::size_t i = 0; i < pages.nodes.size(); ++i) {
        if (pages.nodes[i].bookmark.empty() || !starts[i]) continue;
        const int own = bookmarks.size();
        bookmarks.push_back(
            {.node = static_cast<int>(i), .page = starts[i]->page, .y = starts[i]->y});
        while (open > 0 && depth(open) >= depth(own)) open = at(open).parent;
        at(own).parent = open;
        at(own).previous = at(open).last;
        if (at(open).last >= 0) at(at(open).last).next = own;
        if (at(open).first < 0) at(open).first = own;
        at(open).last = own;
        for (int above = open; above >= 0; above = at(above).parent) ++at(above).below;
        open = own;
    }
    if (bookmarks.size() == 1) bookmarks.clear();
    return bookmarks;
}

}  // namespace nianbao
