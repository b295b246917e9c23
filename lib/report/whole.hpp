// For functions that walk a report's cells without asking whether they are there.
#pragma once

#include "nianbao/report.hpp"

namespace nianbao {

/// Throws std::invalid_argument with fault(report) if that is not empty.
void require_whole(const Report& report);

}  // namespace nianbao
