// A file that somebody may need, in the place of an output.
#pragma once

#include "nianbao/finding.hpp"

#include <filesystem>

namespace nianbao {

/// O-01, for a place that may_replace() says no to. What can be done: to write over it.
Finding not_replaced(const std::filesystem::path& place);

}  // namespace nianbao
