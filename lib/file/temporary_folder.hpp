// A folder for files that other programs make.
#pragma once

#include <filesystem>

namespace nianbao {

/// Stands among the system's temporary files, for this user alone; gone with this object,
/// with all that is in it.
class TemporaryFolder {
public:
    /// Throws Failure: "不能建临时文件夹：磁盘已满".
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace nianbao
