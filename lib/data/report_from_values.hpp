// The tree of values becomes a report.
#pragma once

#include "data/input.hpp"
#include "nianbao/report.hpp"

namespace nianbao::data {

/// The report that stands in input.tree; whole only where no finding is an error.
Report report_from_values(Input& input);

}  // namespace nianbao::data
