// Which names Windows keeps no files under. It knows no system, so that tests see it
// everywhere.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// Why a file or folder cannot have this name (UTF-8), in Chinese: the names of devices
/// with whatever ending, `<>:"|?*`, control characters, a dot or blank at the end; empty
/// if it can. (Microsoft: Naming Files, Paths, and Namespaces)
std::string refused_by_windows(std::string_view name);

}  // namespace nianbao
