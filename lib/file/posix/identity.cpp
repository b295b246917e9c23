#include "file/identity.hpp"

#include <sys/stat.h>

namespace nianbao {

std::optional<FileIdentity> identity_of(const std::filesystem::path& path, Links links) {
    struct stat status;
    const int failed =
        links == Links::followed ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status);
    if (failed != 0 || S_ISLNK(status.st_mode)) return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

}  // namespace nianbao
