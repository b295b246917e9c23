// P-10: 翻番.
#pragma once

#include "check/prose/prose.hpp"

#include <vector>

namespace nianbao::prose {

/// 由2100人增至8400人，翻了一番: one doubling is twice as much, two are four times.
void check_doublings(const Report& report, const CheckOptions& options, const Reading& reading,
                     std::vector<Finding>& findings);

}  // namespace nianbao::prose
