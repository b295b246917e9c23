// The line as the list of its passes.
#pragma once

#include "job/line.hpp"

namespace nianbao {

/// Reads, checks, composes and makes: the outcome's status, findings, and what was made,
/// with the bytes even of what goes to a file. Throws Failure.
void run_along(Line& line);

/// Reads and checks only; with fonts also composes and sets, and makes nothing of it.
void check_along(Line& line);

}  // namespace nianbao
