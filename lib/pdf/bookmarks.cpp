#include "pdf/bookmarks.hpp"

#include "pdf/numbers.hpp"

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
    for (std::size_t i = 0; i < pages.pages.size(); i++) {
        for (const auto& mark : pages.pages[i].marks) {
            const auto* run = std::get_if<GlyphRun>(&mark);
            if (!run || run->node < 0) continue;
            auto& start = starts[static_cast<std::size_t>(run->node)];
            if (!start) start = Start{i, run->origin.y - run->size};
        }
    }
    // Parents stand before children: from behind, every node hears of all below it. The first mark in reading order is the earlier page's, or the same page's
    // higher one.
    for (std::size_t i = pages.nodes.size(); i-- > 0;) {
        const int parent = pages.nodes[i].parent;
        if (parent < 0 || !starts[i]) continue;
        auto& above = starts[static_cast<std::size_t>(parent)];
        if (!above || starts[i]->page < above->page || (starts[i]->page == above->page && starts[i]->y < above->y)) above = starts[i];
    }
    return starts;
}

struct Entry {
    int node = -1, level = 0;
    int parent = -1, previous = -1, first = -1, last = -1;  // among the entries; entry 0 is the root
    int below = 0;                                          // all descendants
};

std::vector<Entry> entries_of(const Pages& pages, const Tagging& tagging, const std::vector<std::optional<Start>>& starts) {
    std::vector<Entry> entries(1);
    auto at = [&](int index) -> Entry& { return entries[static_cast<std::size_t>(index)]; };
    int open = 0;
    for (std::size_t i = 0; i < pages.nodes.size(); i++) {
        const auto& node = pages.nodes[i];
        if (node.bookmark.empty() || !starts[i]) continue;
        const int own = static_cast<int>(entries.size());
        entries.push_back({.node = static_cast<int>(i), .level = tagging.elements[i].level});
        while (open > 0 && at(open).level >= at(own).level) open = at(open).parent;
        at(own).parent = open;
        at(own).previous = at(open).last;
        if (at(open).first < 0) at(open).first = own;
        at(open).last = own;
        for (int above = open; above >= 0; above = at(above).parent) at(above).below++;
        open = own;
    }
    return entries;
}

}  // namespace

HPDF_Dict make_bookmarks(Objects& objects, const Pages& pages, const Tagging& tagging, std::span<const HPDF_Page> page_objects) {
    const auto starts = starts_of(pages);
    const auto entries = entries_of(pages, tagging, starts);
    if (entries.size() == 1) return nullptr;

    std::vector<HPDF_Dict> dicts;  // all made first: they refer to each other both ways
    for (std::size_t i = 0; i < entries.size(); i++) dicts.push_back(objects.indirect(objects.dict()));
    auto of = [&](int entry) { return dicts[static_cast<std::size_t>(entry)]; };
    objects.put(dicts[0], "Type", objects.name("Outlines"));
    for (std::size_t i = 0; i < entries.size(); i++) {
        const auto& entry = entries[i];
        auto* dict = dicts[i];
        if (entry.node >= 0) {
            const auto& start = *starts[static_cast<std::size_t>(entry.node)];
            const Length from_below = pages.pages[start.page].height - start.y;
            objects.put(dict, "Title", objects.text(pages.nodes[static_cast<std::size_t>(entry.node)].bookmark));
            objects.put(dict, "Parent", of(entry.parent));
            objects.put(dict, "Dest",
                        objects.array({page_objects[start.page], objects.name("XYZ"), objects.null(),
                                       objects.real(static_cast<double>(thousandths(from_below)) / 1000), objects.null()}));
        }
        if (entry.previous >= 0) {
            objects.put(dict, "Prev", of(entry.previous));
            objects.put(of(entry.previous), "Next", dict);
        }
        if (entry.first >= 0) {
            objects.put(dict, "First", of(entry.first));
            objects.put(dict, "Last", of(entry.last));
            objects.put(dict, "Count", objects.number(entry.below));
        }
    }
    return dicts[0];
}

}  // namespace nianbao
