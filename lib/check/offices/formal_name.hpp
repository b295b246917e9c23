// W-30: the name behind which the report itself acts, held to the letter.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {

/// Where the introduction and the head of the overview name who reports, another form of
/// the name is told: 财政局 for 财政厅, 交通厅 for 交通运输厅. REQUIRES: the other rules of names
/// have run.
void check_formal_name(const Report& report, const wording::Prose& prose,
                       std::vector<Finding>& findings);

}  // namespace nianbao
