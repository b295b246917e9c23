// P-08: so many each, and so many in all.
#pragma once

#include "check/prose/prose.hpp"

#include <vector>

namespace nianbao::prose {

/// 督查2轮，每轮8家，共16家次; 培训9场，参加387人次，均场43人次; 每季度1次，全年4次: how many there
/// are, how many each has, and all of them. 得分96分和98分，平均97分: the mean of those before it.
void check_averages(const Reading& reading, std::vector<Finding>& findings);

}  // namespace nianbao::prose
