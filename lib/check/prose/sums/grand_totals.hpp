// P-08: totals behind their parts, in any unit, behind brackets and other words.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 自然资源（28件）、住建（15件），两者共43件; 资金8264.3万元、1315.7万元，两项合计9580万元;
/// 9家分馆、4家文化馆设查阅点，共13处; 6名，每人奖励300元，共1800元. Runs after check_totals,
/// and passes over what it told.
void check_grand_totals(const Reading& reading, std::vector<Finding>& findings);

}  // namespace nianbao::prose
