// W-09: the fifth section, “存在的主要问题及改进情况”.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <vector>

namespace nianbao::wording {

/// It names problems, as many as it announces, and what is done about them.
void check_problems(const Report& report, const FieldText& text, std::vector<Finding>& findings);
/// True where a heading of it stands over nothing, which is told.
bool check_bare_heading(const FieldText& text, std::vector<Finding>& findings);
/// What of it contradicts the rest of its sentence.
void check_contradictions(const FieldText& text, std::vector<Finding>& findings);

}  // namespace nianbao::wording
