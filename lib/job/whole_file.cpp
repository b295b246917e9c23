#include "nianbao/whole_file.hpp"

#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string>
#include <system_error>

namespace nianbao {
namespace {

/// The system's reason in Chinese, where it is one that people meet.
std::string reason(int error) {
    switch (error) {
        case ENOENT:
            return "文件夹不存在";
        case ENOTDIR:
            return "路径中有一段不是文件夹";
        case EACCES:
        case EPERM:
            return "没有权限";
        case EROFS:
            return "文件系统是只读的";
        case ENOSPC:
            return "磁盘已满";
        case EDQUOT:
            return "超过了磁盘配额";
        case ENAMETOOLONG:
            return "文件名太长";
        case ELOOP:
            return "符号链接循环";
        case EFBIG:
            return "文件太大";
        case EMFILE:
        case ENFILE:
            return "打开的文件太多";
        case EIO:
            return "磁盘读写出错";
        default:
            return std::generic_category().message(error);
    }
}

[[noreturn]] void fail(const std::filesystem::path& place, int error) { throw Failure(fmt::format("不能写文件 {}：{}", place.native(), reason(error))); }

/// Interrupts wait until the file is in its place, which takes milliseconds: none can leave a temporary file behind.
class InterruptsHeld {
public:
    InterruptsHeld() {
        sigset_t interrupts;
        sigemptyset(&interrupts);
        for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&interrupts, signal);
        pthread_sigmask(SIG_BLOCK, &interrupts, &before_);
    }
    ~InterruptsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    InterruptsHeld(const InterruptsHeld&) = delete;
    InterruptsHeld& operator=(const InterruptsHeld&) = delete;

private:
    sigset_t before_;
};

constexpr std::string_view temporary_prefix = ".nianbao-";
constexpr std::size_t temporary_digits = 16;

/// A name that no other write has, on this machine or another one that shares the folder, before or after: whoever removes it removes nothing else.
std::string temporary_name(const std::filesystem::path& place) {
    std::uint64_t number = 0;
    if (::getrandom(&number, sizeof number, 0) != sizeof number) fail(place, errno);
    return fmt::format("{}{:0{}x}", temporary_prefix, number, temporary_digits);
}

bool is_temporary_name(std::string_view name) {
    if (!name.starts_with(temporary_prefix)) return false;
    name.remove_prefix(temporary_prefix.size());
    return name.size() == temporary_digits && name.find_first_not_of("0123456789abcdef") == name.npos;
}

/// The temporary file; gone at the end of its scope unless it was renamed.
class Temporary {
public:
    explicit Temporary(const std::filesystem::path& place) : place_(place) {
        do {
            path_ = place.parent_path() / temporary_name(place);
            file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (file_ < 0 && errno == EEXIST);
        if (file_ < 0) fail(place_, errno);
        ::flock(file_, LOCK_EX | LOCK_NB);  // tells remove_leftovers() that somebody writes here; where there are no locks, into_place() sees what was removed
    }
    ~Temporary() {
        if (file_ >= 0) ::close(file_);
        if (!renamed_) ::unlink(path_.c_str());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail(place_, written < 0 ? errno : EIO);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    /// A file that is replaced keeps its permissions.
    void take_permissions() {
        struct stat status;
        if (::lstat(place_.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::fchmod(file_, status.st_mode & 07777) != 0) fail(place_, errno);
    }

    /// False where the temporary file was removed meanwhile.
    bool into_place() {
        if (::fsync(file_) != 0) fail(place_, errno);
        const int closed = ::close(file_);
        file_ = -1;
        if (closed != 0) fail(place_, errno);
        renamed_ = ::rename(path_.c_str(), place_.c_str()) == 0;
        if (!renamed_ && errno != ENOENT) fail(place_, errno);
        return renamed_;
    }

private:
    const std::filesystem::path& place_;
    std::filesystem::path path_;
    int file_ = -1;
    bool renamed_ = false;
};

/// The new name itself is on the disk only then. The file is whole already: a folder that cannot be synced is no failure.
void sync_folder(const std::filesystem::path& place) {
    const std::filesystem::path folder = place.has_parent_path() ? place.parent_path() : ".";
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

void refuse_special_file(const std::filesystem::path& place) {
    struct stat status;
    if (::lstat(place.c_str(), &status) != 0) {
        if (errno == ENOENT) return;
        fail(place, errno);
    }
    if (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)) return;
    throw Failure(fmt::format("不能写文件 {}：那里已有{}", place.native(), S_ISDIR(status.st_mode) ? "一个文件夹" : "一个管道或设备"));
}

void write_whole_file(const std::filesystem::path& place, std::string_view bytes) {
    refuse_special_file(place);
    const auto write = [&] {
        Temporary file(place);
        file.write(bytes);
        file.take_permissions();
        return file.into_place();
    };
    {
        const InterruptsHeld held;
        // Another run may take the file for a leftover where its lock is not yet or no longer held, or not seen, as on some network file systems.
        constexpr int most_attempts = 10;
        for (int attempt = 1; !write(); ++attempt) {
            if (attempt == most_attempts) throw Failure(fmt::format("不能写文件 {}：临时文件一再被别的程序删除", place.native()));
        }
    }
    sync_folder(place);
}

void remove_leftovers(const std::filesystem::path& folder) {
    std::error_code unknown;
    for (std::filesystem::directory_iterator at(folder.empty() ? "." : folder, unknown), end; !unknown && at != end; at.increment(unknown)) {
        const std::filesystem::path& path = at->path();
        if (!is_temporary_name(path.filename().native())) continue;
        const int file = ::open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);  // some file systems lock only what can be written
        if (file < 0) continue;
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
        ::close(file);
    }
}

}  // namespace nianbao
