// Files of 收件 as people call them.
#pragma once

#include "county/desk/intake/received.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// How what was typed names a file, from the worst: by its name without its ending, by
/// its name but for blanks, the width of letters and their case, by its name, by its
/// path.
enum class Naming : std::uint8_t { none, without_ending, loosely, by_name, by_path };
Naming naming(std::string_view typed, std::string_view path);

/// Those of the files that are named best, as indices; none if nothing was typed.
std::vector<int> named_among(const std::vector<ReceivedFile>& files, const std::vector<int>& among,
                             std::string_view typed);
/// The same among all.
std::vector<int> named_among(const std::vector<ReceivedFile>& files, std::string_view typed);

}  // namespace nianbao::desk
