// P-08: lists that are whole by what they list, without 其中.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 公文611件，主动公开417件，依申请公开121件，不予公开73件;
/// 信息50条，政策类4条，业务类10条，统计类36条; 申请渠道为：网络103件，信函24件，当面5件;
/// 内容涉及征地4件、宅基地1件. Runs after check_lists, and passes over what it told.
void check_partitions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                      std::vector<Finding>& findings);

}  // namespace nianbao::prose
