#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace nianbao {

FolderEntries entries_of(const std::filesystem::path& folder) {
    FolderEntries entries;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code unknown;
        const bool own = entry->is_directory(unknown) && !entry->is_symlink(unknown);
        (own ? entries.folders : entries.files).push_back(entry->path());
    }
    if (error)
        throw Failure(fmt::format("不能读文件夹 {}：{}", utf8(folder),
                                  errno_text(error.value(), Access::list)));
    const auto by_name = [](const std::filesystem::path& a, const std::filesystem::path& b) {
        return a.native() < b.native();
    };
    std::sort(entries.files.begin(), entries.files.end(), by_name);
    std::sort(entries.folders.begin(), entries.folders.end(), by_name);
    return entries;
}

}  // namespace nianbao
