// P-10: what grew or fell by how much, where both numbers stand in the sentence.
#pragma once

#include "check/prose/prose.hpp"

#include <vector>

namespace nianbao::prose {

/// 与2022年的40件相比，增幅为25%; 满意度97.5%，较上年的95.2%提高3.3个百分点; 由50万次增加到80万次，
/// 增长80%; 开展培训6次，与上年持平（上年5次）: of whatever is counted or measured, in any order.
/// `before`: the sentence before it in the paragraph, or null: 收到24件。上年30件，下降20%.
void check_growth(const Report& report, const CheckOptions& options, const Reading& reading,
                  const Reading* before, std::vector<Finding>& findings);
/// 减少35人次，增长19.9%; 24件，较上年的30件有所增加.
void check_contradictions(const Report& report, const Reading& reading,
                          std::vector<Finding>& findings);

}  // namespace nianbao::prose
