// The tree of values becomes a report.
#pragma once

#include "data/input.hpp"
#include "nianbao/report.hpp"

namespace nianbao::data {

/// What a file holds: a whole report, or what of it is not counted.
enum class Holds { report, prose };

/// The report that stands in input.tree; whole only where no finding is an error.
Report report_from_values(Input& input, Holds holds);

}  // namespace nianbao::data
