// Which colours the file means: sRGB, by an ICC profile of our own making, so that no one
// else's bytes or licence are in the file.
#pragma once

#include "pdf/objects/objects.hpp"

#include <string>

namespace nianbao {

/// An ICC 4.2 display profile of sRGB: matrix and curve (IEC 61966-2-1; ICC.1:2010). The
/// same bytes each time.
std::string srgb_profile();

/// Enters an output intent (ISO 19005-2, 6.2.3) in the catalog. It covers grey too
/// (6.2.4.3).
void add_output_intent(Objects& objects);

}  // namespace nianbao
