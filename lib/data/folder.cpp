// The data files of a folder.
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace nianbao {

bool is_data_file(const std::filesystem::path& file) {
    const std::filesystem::path extension = file.extension();
    return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (is_data_file(entry->path()) && entry->is_regular_file(unknown)) files.push_back(entry->path());
    }
    if (error) {
        throw Failure(fmt::format("不能读文件夹 {}：{}", folder.native(), error == std::errc::permission_denied ? "没有权限" : error.message()));
    }
    std::sort(files.begin(), files.end(), [](const std::filesystem::path& a, const std::filesystem::path& b) { return a.native() < b.native(); });
    return files;
}

}  // namespace nianbao
