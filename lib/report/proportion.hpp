// How one amount stands to another, exactly.
#pragma once

#include "nianbao/amount.hpp"

#include <optional>
#include <string>

namespace nianbao {

/// Negative, zero or positive, as a is less than, equal to or greater than b × 10^places.
/// REQUIRES: neither is negative, places >= 0.
int compare_tenfold(const Amount& a, const Amount& b, int places);

/// True if an amount can be a sum of 元, not of 万元: it has two decimals at most.
bool looks_like_yuan(const Amount& charges);

/// The change from one amount to another in per cent of the first, to one decimal, halves
/// away from zero: "+12.5%", "-100.0%", "0.0%". Empty if the first is not above zero:
/// there is no rate then. REQUIRES: their difference has at most 18 digits.
std::optional<std::string> change_percent(const Amount& from, const Amount& to);

}  // namespace nianbao
