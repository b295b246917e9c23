// Places on the pages that lead to a URL or a mail address.
#pragma once

#include "nianbao/pages.hpp"
#include "pdf/objects.hpp"

#include <span>

namespace nianbao {

/// A link annotation for each LinkArea whose node has a URI.
void add_links(Objects& objects, const Pages& pages, std::span<const HPDF_Page> page_objects);

/// A URI in 7-bit ASCII (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded.
std::string ascii_uri(std::string_view uri);

}  // namespace nianbao
