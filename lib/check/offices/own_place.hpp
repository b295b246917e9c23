// W-31: the place in the names of websites and addresses.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {

/// W-31: the website and the address are of the office's own place, not of one whose name
/// is alike or whose level is another: 云溪市 in the report of 云溪县.
void check_own_place(const Report& report, const wording::Prose& prose,
                     std::vector<Finding>& findings);

}  // namespace nianbao
