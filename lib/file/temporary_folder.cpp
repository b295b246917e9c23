#include "file/temporary_folder.hpp"

#include "file/errno_text.hpp"
#include "file/temporary_file.hpp"
#include "nianbao/failure.hpp"

#include <random>
#include <system_error>

namespace nianbao {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::error_code error;
    const fs::path above = fs::temp_directory_path(error);
    std::random_device random;
    constexpr int attempts = 100;
    for (int i = 0; i < attempts && !error; ++i) {
        const fs::path path = above / temporary_name((std::uint64_t{random()} << 32) | random());
        if (!fs::create_directory(path, error)) continue;  // somebody else's
        path_ = path;
        fs::permissions(path_, fs::perms::owner_all, error);
        return;
    }
    throw Failure("不能建临时文件夹：" + errno_text(error.value(), Access::write));
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // what stays does no harm
    fs::remove_all(path_, ignored);
}

}  // namespace nianbao
