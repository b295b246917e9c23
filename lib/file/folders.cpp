#include "file/folders.hpp"

#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <system_error>

namespace nianbao {

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Failure(fmt::format("不能建文件夹 {}：{}", utf8(folder),
                                  errno_text(error.value(), Access::write)));
}

}  // namespace nianbao
