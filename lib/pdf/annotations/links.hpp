// Places on the pages that lead to a URL or a mail address.
#pragma once

#include "nianbao/pages.hpp"
#include "pdf/objects/objects.hpp"

#include <string>
#include <string_view>

namespace nianbao {

/// The link annotation of an area.
HPDF_Dict make_link(Objects& objects, const Page& page, const LinkArea& area,
                    const std::string& uri);

/// A URI in 7-bit ASCII (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded.
std::string ascii_uri(std::string_view uri);

}  // namespace nianbao
