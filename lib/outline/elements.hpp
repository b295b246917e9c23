// The plan of a tagged file: which marks of a page are one marked-content sequence, and
// which elements of the structure tree hold them.
#pragma once

#include "nianbao/pages.hpp"

#include <cstddef>
#include <vector>

namespace nianbao {

/// Marks [first, last) of a page that follow each other and belong to one node, or are
/// artifacts of one kind. Areas among them draw nothing.
struct Sequence {
    std::size_t first = 0, last = 0;
    int node = -1;  // -1: artifacts
    int mcid = -1;  // of a node's sequence: 0 and on, on its page
    Artifact artifact = Artifact::none;
    bool operator==(const Sequence&) const = default;
};

/// A link area that leads somewhere, or the room for a seal.
struct AreaPlace {
    std::size_t page = 0, mark = 0;
    int node = -1;
};

/// What an element holds: an element below it (`index` is its node), content (`index` is
/// its MCID), or an area (`index` among Tagging::areas).
struct Kid {
    enum class Kind { element, content, area };
    Kind kind = Kind::element;
    int index = 0;
    std::size_t page = 0;  // of content or an area
    bool operator==(const Kid&) const = default;
};

/// An element of the structure tree.
struct Element {
    Role role = Role::document;
    bool stands = false;    // else it is left out, as nothing is in it
    int depth = 0;          // of a heading: 1 and on, none skipped
    std::vector<Kid> kids;  // in reading order
};

struct Tagging {
    std::vector<Element> elements;             // one for each node
    std::vector<std::vector<Sequence>> pages;  // for each page, in the order of its marks
    std::vector<AreaPlace> areas;              // in the order of pages and marks
};

/// The sequences of a page: they cover every mark that draws.
std::vector<Sequence> sequences_of(const Page& page);

/// REQUIRES: the nodes of `pages` stand in reading order, parents before children.
Tagging tag(const Pages& pages);

}  // namespace nianbao
