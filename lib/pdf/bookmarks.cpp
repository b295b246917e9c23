#include "pdf/bookmarks.hpp"

#include "outline/bookmarks.hpp"

namespace nianbao {

HPDF_Dict make_bookmarks(Objects& objects, const Pages& pages, const Tagging& tagging,
                         std::span<const HPDF_Page> page_objects) {
    const std::vector<Bookmark> bookmarks = plan_bookmarks(pages, tagging);
    if (bookmarks.empty()) return nullptr;

    // All are made first, as they refer to each other both ways.
    std::vector<HPDF_Dict> dicts;
    for (std::size_t i = 0; i < bookmarks.size(); ++i)
        dicts.push_back(objects.indirect(objects.dict()));
    objects.put(dicts[0], "Type", objects.name("Outlines"));
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        const Bookmark& bookmark = bookmarks[i];
        HPDF_Dict dict = dicts[i];
        if (bookmark.node >= 0) {
            const Length from_below = pages.pages[bookmark.page].height - bookmark.y;
            objects.put(dict, "Title", objects.text(pages.nodes[bookmark.node].bookmark));
            objects.put(dict, "Parent", dicts[bookmark.parent]);
            objects.put(
                dict, "Dest",
                objects.array({page_objects[bookmark.page], objects.name("XYZ"), objects.null(),
                               objects.points(from_below), objects.null()}));
        }
        if (bookmark.previous >= 0) {
            objects.put(dict, "Prev", dicts[bookmark.previous]);
            objects.put(dicts[bookmark.previous], "Next", dict);
        }
        if (bookmark.first >= 0) {
            objects.put(dict, "First", dicts[bookmark.first]);
            objects.put(dict, "Last", dicts[bookmark.last]);
            objects.put(dict, "Count", objects.number(bookmark.below));
        }
    }
    return dicts[0];
}

}  // namespace nianbao
