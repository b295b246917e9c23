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

/// Where a path's text is parted: "/", and on Windows "\" too.
std::string_view separators();

/// Whether a path is written as that of a folder: "out/".
inline bool ends_as_folder(std::string_view text) {
    return !text.empty() && separators().find(text.back()) != std::string_view::npos;
}

/// The same for two paths if the system takes their texts for one file: on Windows
/// letters of both cases are one. Both are whole, or from one folder.
std::string place_key(const std::filesystem::path& path);

/// Why this system keeps no file of that name, in Chinese; empty where it does, as far as
/// the name tells.
std::string refused_name(const std::filesystem::path& name);

}  // namespace nianbao
