// The rules on a report of which a part could not be read.
#pragma once

#include "nianbao/check.hpp"

#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// Runs the rules twice, with other values each time for what was not read, and returns
/// the findings that both give: they do not depend on it. `unread`: cells without a
/// number. `wrong`: what reading found; nothing more is said about its fields.
std::vector<Finding> check_part(const Report& report, std::span<const std::string> unread,
                                std::span<const Finding> wrong, const CheckOptions& options);

}  // namespace nianbao
