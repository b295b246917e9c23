// P-09: shares of one list that are all of one whole but one.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 办结73件：公开28件（39.4%）、部分公开9件（12.3%）、不予公开10件（13.7%）: the others are of 73.
void check_shared_bases(const std::vector<Reading>& readings, std::size_t at,
                        std::vector<Finding>& findings);

}  // namespace nianbao::prose
