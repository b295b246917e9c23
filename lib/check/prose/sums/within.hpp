// P-08: more of something than there is of it. P-09: its share, in the same words.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 9个村里有13个村更新不及时; 12个乡镇中有7个没有人员，占58.3%.
void check_within(const Reading& reading, std::vector<Finding>& findings);

}  // namespace nianbao::prose
