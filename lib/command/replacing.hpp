// Commands that write one file: what stands in its place.
#pragma once

#include "command/options/arguments.hpp"
#include "nianbao/job.hpp"

#include <filesystem>
#include <string_view>

namespace nianbao {

/// True if these bytes may be put into the place, as may_replace() or --force says. Else
/// the outcome is refused, with the finding last.
bool may_write(const std::filesystem::path& place, std::string_view bytes,
               const Arguments& arguments, Outcome& outcome);

/// Puts the bytes there, which the outcome then tells. REQUIRES: may_write() said so.
/// Throws Failure.
void write_and_tell(const std::filesystem::path& place, std::string_view bytes, Outcome& outcome);

}  // namespace nianbao
