// Places of findings, looked at: what is told of them must be there.
#pragma once

#include "nianbao/read.hpp"

#include <string>
#include <vector>

namespace nianbao::fuzz {

/// What is wrong with findings as they are told: a place that is not in the file, a
/// message that is empty or no UTF-8. Empty: nothing.
std::string told_wrongly(const std::vector<Finding>& findings, const Source& source);

}  // namespace nianbao::fuzz
