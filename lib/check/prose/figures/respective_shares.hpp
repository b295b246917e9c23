// P-09: shares that are dealt out to the parts before them.
#pragma once

#include "check/prose/prose.hpp"

#include <vector>

namespace nianbao::prose {

/// 自然人612件、商业企业48件，分别占87.4%、6.9%; 予以公开、无法提供分别占44.3%、27.1%.
void check_respective_shares(const Report& report, const Reading& reading,
                             std::vector<Finding>& findings);

}  // namespace nianbao::prose
