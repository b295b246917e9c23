// The document outline that viewers show beside the pages.
#pragma once

#include "nianbao/pages.hpp"
#include "outline/elements.hpp"
#include "pdf/objects/objects.hpp"

#include <span>

namespace nianbao {

/// The outline of plan_bookmarks(), all open. Null if there are no bookmarks.
HPDF_Dict make_bookmarks(Objects& objects, const Pages& pages, const Tagging& tagging,
                         std::span<const HPDF_Page> page_objects);

}  // namespace nianbao
