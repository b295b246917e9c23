// A CFF font program put together from charstrings.
#pragma once

#include "font/program/charstring.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nianbao {

/// What stands in the Top DICT beside the glyphs. The box is in font units.
struct CffFacts {
    std::string_view name;
    int units_per_em = 1000;
    int left = 0, bottom = 0, right = 0, top = 0;
};

/// A CID-keyed CFF (Adobe-Identity-0) with a blank .notdef as CID 0 and the charstrings
/// as CIDs 1 to n. Source: Adobe Technical Note 5176. REQUIRES: 1 to 65,534 charstrings,
/// with widths as default_width and nominal_width say.
std::string build_cff(const CffFacts& facts, std::span<const std::string_view> charstrings);

}  // namespace nianbao
