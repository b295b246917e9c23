// Paths as text: the one place where names of files become UTF-8, and UTF-8 names of
// files. Windows keeps names in UTF-16, and takes bytes for characters of another
// encoding, so no other file makes a path of a string, or a string of a path.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nianbao {

/// As it is shown and kept. Where a system's names are bytes, those bytes, UTF-8 or not.
std::string utf8(const std::filesystem::path& path);

/// What utf8() tells: the same path again.
std::filesystem::path path_of(std::string_view text);

}  // namespace nianbao
