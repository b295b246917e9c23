// Last year's reports, as --previous names them.
#pragma once

#include "command/caller.hpp"
#include "command/options/arguments.hpp"

#include <functional>

namespace nianbao {

/// For CheckingOptions::previous; empty if they were not asked for. Throws Usage,
/// Failure.
std::function<Previous(const Report&)> previous_of(const Arguments& arguments, Caller& caller);

}  // namespace nianbao
