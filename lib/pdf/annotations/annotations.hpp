// What a reader can click or fill in: an annotation for each area of the pages.
#pragma once

#include "nianbao/pages.hpp"
#include "outline/elements.hpp"
#include "pdf/objects/objects.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// An annotation for each of tagging.areas, on its page: a link, or a signature field,
/// which the catalog's form then has.
std::vector<HPDF_Dict> add_annotations(Objects& objects, const Pages& pages, const Tagging& tagging,
                                       std::span<const HPDF_Page> page_objects);

}  // namespace nianbao
