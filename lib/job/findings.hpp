// The findings of several stages become one list in the order of the file.
#pragma once

#include "nianbao/read.hpp"

#include <vector>

namespace nianbao {

void add(std::vector<Finding>& findings, std::vector<Finding> more);

/// Gives every finding its place, and puts them in the order of the file; those without a
/// place come last.
void locate(std::vector<Finding>& findings, const Source& source);

}  // namespace nianbao
