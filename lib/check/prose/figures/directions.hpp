// P-10: what a number became, of whatever unit.
#pragma once

#include "check/prose/prose.hpp"

#include <vector>

namespace nianbao::prose {

/// 由17天缩短到19天: it is longer. 95.2分，较2024年的93.7分提高2.5分: of units that count
/// nothing. 全年推送1460篇，平均每天14篇: what a day, a week or a month has of a year.
void check_directions(const Reading& reading, std::vector<Finding>& findings);

}  // namespace nianbao::prose
