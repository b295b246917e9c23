// The document outline that viewers show beside the pages.
#pragma once

#include "nianbao/pages.hpp"
#include "pdf/elements.hpp"
#include "pdf/objects.hpp"

#include <span>

namespace nianbao {

/// An outline of the nodes with a bookmark, one below the other as their levels in `tagging` say, all open; each leads to the first mark of its node.
/// Null where there are none.
HPDF_Dict make_bookmarks(Objects& objects, const Pages& pages, const Tagging& tagging, std::span<const HPDF_Page> page_objects);

}  // namespace nianbao
