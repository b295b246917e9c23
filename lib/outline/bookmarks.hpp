// The plan of the bookmarks: what readers show beside the pages.
#pragma once

#include "nianbao/pages.hpp"
#include "outline/elements.hpp"

#include <cstddef>
#include <vector>

namespace nianbao {

/// A bookmark, and its neighbours as indexes among all bookmarks; -1: none.
struct Bookmark {
    int node = -1;         // -1: of the root
    std::size_t page = 0;  // index of the page that it leads to
    Length y;              // there, down from the upper edge
    int parent = -1, previous = -1, next = -1, first = -1, last = -1;
    int below = 0;  // bookmarks below it, at any depth
};

/// The bookmarks of the nodes that have one and draw something, in reading order, one
/// below the other as their depths in `tagging` say, behind the root. Each leads to the
/// first mark of its node. Empty if there is none.
std::vector<Bookmark> plan_bookmarks(const Pages& pages, const Tagging& tagging);

}  // namespace nianbao
