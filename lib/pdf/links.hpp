// Places on the pages that lead to a URL or a mail address.
#pragma once

#include "nianbao/pages.hpp"
#include "outline/elements.hpp"
#include "pdf/objects/objects.hpp"

#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// A link annotation for each of tagging.links, on its page.
std::vector<HPDF_Dict> add_links(Objects& objects, const Pages& pages, const Tagging& tagging,
                                 std::span<const HPDF_Page> page_objects);

/// A URI in 7-bit ASCII (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded.
std::string ascii_uri(std::string_view uri);

}  // namespace nianbao
