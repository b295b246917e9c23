// The rules as a table, and one function behind each family of them.
#pragma once

#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {

/// The rule of that code. REQUIRES: there is one.
const CheckRule& check_rule(std::string_view code);

/// T: the sums of the official tables, from the equations of the forms.
void check_arithmetic(const Report& report, std::vector<Finding>& findings);

}  // namespace nianbao
