// The room for a seal as an empty field that a digital signature fills.
#pragma once

#include "nianbao/pages.hpp"
#include "pdf/objects/objects.hpp"

#include <cstddef>
#include <span>

namespace nianbao {

/// The field and its widget in one dictionary (ISO 32000-1, 12.7.4.5). Programs that sign
/// find it by its name: "seal", or "seal2" and on for those behind the first. `index`:
/// how many there are before it.
HPDF_Dict make_signature_field(Objects& objects, const Page& page, HPDF_Page own,
                               const SealArea& area, std::size_t index);

/// Enters the form of these fields in the catalog.
void add_form(Objects& objects, std::span<const HPDF_Dict> fields);

}  // namespace nianbao
