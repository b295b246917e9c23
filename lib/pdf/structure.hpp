// The structure tree: what the pages show, as a tree that programs read aloud, reflow and
// check (ISO 32000-1, 14.7 and 14.8).
#pragma once

#include "nianbao/pages.hpp"
#include "outline/elements.hpp"
#include "pdf/objects/objects.hpp"

#include <span>

namespace nianbao {

/// Makes the tree of `tagging`, with its parent tree and the IDs of header cells and
/// notes, and enters it in the catalog, the pages and the annotations. `annotations`: one
/// for each of tagging.areas.
void add_structure(Objects& objects, const Pages& pages, const Tagging& tagging,
                   std::span<const HPDF_Page> page_objects, std::span<const HPDF_Dict> annotations);

}  // namespace nianbao
