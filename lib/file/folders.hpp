// Folders that are made where they are wanted.
#pragma once

#include <filesystem>

namespace nianbao {

/// Makes a folder, and those above it. Throws Failure: "不能建文件夹 out：没有权限".
void make_folder(const std::filesystem::path& folder);

}  // namespace nianbao
