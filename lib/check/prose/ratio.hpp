// Exact percentages: whether one may be printed so.
#pragma once

#include <string>

#include "nianbao/amount.hpp"
#include "text/numerals.hpp"

namespace nianbao::prose {

/// True where part / whole, in percent, may be printed as it was: rounded or cut at the
/// decimals printed, wider where it is hedged, and wider still in words: 六成, 一半.
bool is_ratio(const Amount& part, const Amount& whole, const Numeral& said);

/// The same for part / whole itself: 1.5倍.
bool is_multiple(const Amount& part, const Amount& whole, const Numeral& said);

/// part / whole in percent, rounded to the decimals of `said`, but to at least one.
std::string ratio_text(const Amount& part, const Amount& whole, const Numeral& said);

}  // namespace nianbao::prose
