#include "nianbao/whole_file.hpp"
#include "file/path_text.hpp"

#include "file/errno_text.hpp"
#include "file/signals_held.hpp"
#include "file/temporary_file.hpp"
#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace nianbao {
namespace {

[[noreturn]] void fail_writing(const std::filesystem::path& place, int error) {
    throw Failure(fmt::format("不能写文件 {}：{}", utf8(place), errno_text(error, Access::write)));
}

}  // namespace

void refuse_special_file(const std::filesystem::path& place) {
    struct stat status;
    if (::lstat(place.c_str(), &status) != 0) {
        if (errno == ENOENT) return;
        fail_writing(place, errno);
    }
    if (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)) return;
    throw Failure(fmt::format("不能写文件 {}：那里已有{}", utf8(place),
                              S_ISDIR(status.st_mode) ? "一个文件夹" : "一个管道或设备"));
}

void write_whole_file(const std::filesystem::path& place, std::string_view bytes) {
    refuse_special_file(place);
    {
        // Holds them for the milliseconds until the file is in its place, so that none
        // can leave a temporary file behind.
        const SignalsHeld held(interrupts());
        // Another run may take the file for a leftover where its lock is not yet or no
        // longer held, or not seen, as on some network file systems.
        constexpr int most_attempts = 10;
        for (int attempt = 1;; ++attempt) {
            TemporaryFile file(place);
            if (const int error = file.write(bytes)) fail_writing(place, error);
            const int error = file.into_place();
            if (error == 0) break;
            if (error != ENOENT) fail_writing(place, error);
            if (attempt == most_attempts)
                throw Failure(
                    fmt::format("不能写文件 {}：临时文件一再被别的程序删除", utf8(place)));
        }
    }
    sync_folder(place.parent_path());
}

void remove_leftovers(const std::filesystem::path& folder) {
    std::error_code unknown;
    for (std::filesystem::directory_iterator at(folder.empty() ? "." : folder, unknown), end;
         !unknown && at != end; at.increment(unknown)) {
        const std::filesystem::path& path = at->path();
        if (!is_temporary_name(utf8(path.filename()))) continue;
        const int file = ::open(path.c_str(),
                                O_WRONLY | O_NOFOLLOW | O_NONBLOCK |
                                    O_CLOEXEC);  // some file systems lock only what can be written
        if (file < 0) continue;
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
        ::close(file);
    }
}

}  // namespace nianbao
