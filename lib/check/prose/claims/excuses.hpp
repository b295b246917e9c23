// P-07: what a sentence says of those that are not done yet.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// True where a sentence speaks of what goes on next year or is not due, so that 均已办结 is
/// said of the others. `beside_all`: 其余2件结转下年度 is no excuse of 办结率100%.
bool speaks_of_rest(const Report& report, const Reading& reading, bool beside_all = false);

/// A count of those that came stands in the sentence before a figure.
bool counts_intake_before(const Reading& reading, int figure);

}  // namespace nianbao::prose
