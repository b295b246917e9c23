// What the system tells a program about itself.
#pragma once

#include <filesystem>
#include <vector>

namespace nianbao {

/// The shared library that this is part of, and the program, without links.
std::vector<std::filesystem::path> own_files();

/// The path that a variable of the environment holds; empty: none.
std::filesystem::path environment_path(const char* variable);

/// The system's folders of fonts, and before them the user's; they may be absent.
std::vector<std::filesystem::path> font_folders();

}  // namespace nianbao
