// P-08: wholes that are divided, in any unit and in parts of 万 or 亿.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 公开222条，按载体分：网站87条、公众号102条、公开栏33条; 5件中网络3件、信函2件;
/// 资金2.18亿元，其中中央1.26亿元、省级0.92亿元; 公开栏17块，新建4块、改造13块. Runs after
/// check_lists and check_partitions, and passes over what they told.
void check_divisions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                     std::vector<Finding>& findings);

}  // namespace nianbao::prose
