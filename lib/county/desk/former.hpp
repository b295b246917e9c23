// Files of the desk that are written anew, and what stood there before.
#pragma once

#include "nianbao/profile.hpp"

#include <filesystem>
#include <string_view>

namespace nianbao::desk {

/// Writes a file of the desk. If another one stands there, it is kept in 以前的台账:
/// “台账（至2027-01-15 17.00）.xlsx”, or in another folder beside it. Throws Failure.
void replace_keeping(const std::filesystem::path& place, std::string_view bytes, const Moment& now,
                     std::string_view folder = "以前的台账");

/// Removes the temporary files that a killed run left in the folder and below it.
void remove_leftovers_below(const std::filesystem::path& folder);

}  // namespace nianbao::desk
