// Whole files and the files of a folder, read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The bytes of a file, or of one that is longer than `most` its first most + 1 or more.
/// Throws Failure: "不能读取 a.yaml：没有这个文件".
std::string file_bytes(const std::filesystem::path& file, std::size_t most);

/// All of a regular file that is no symbolic link; nothing if it cannot be read whole.
std::optional<std::string> content_of(const std::filesystem::path& file);
/// The same block by block; false if it cannot be read whole.
bool each_block_of(const std::filesystem::path& file,
                   const std::function<void(std::string_view)>& take);

/// What stands in a folder, not below it, in byte order of the names: folders, and all
/// else. A link to a folder is none.
struct FolderEntries {
    std::vector<std::filesystem::path> files, folders;
};
/// Throws Failure: "不能读文件夹 in：没有权限".
FolderEntries entries_of(const std::filesystem::path& folder);

}  // namespace nianbao
