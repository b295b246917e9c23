// Names that are nearly the office's own.
#pragma once

#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {
namespace wording {
struct Prose;
}

/// W-30: 云台区教育体育局 in the report of 云台区教育局, a like office of another place where
/// the office speaks of itself, 桃源县人民政府 in the report of 桃源市人民政府, another town.
void check_near_names(const Report& report, const wording::Prose& prose,
                      std::vector<Finding>& findings);

}  // namespace nianbao
