#include "file/temporary_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <utility>

namespace nianbao {

TemporaryFile::TemporaryFile(std::filesystem::path place) : place_(std::move(place)) {}

TemporaryFile::~TemporaryFile() {
    if (file_ >= 0) ::close(file_);
    if (stands_) ::unlink(path_.c_str());
}

/// Under a name that no other write has, on this machine or another one that shares the
/// folder, before or after: whoever removes it removes nothing else.
int TemporaryFile::create() {
    do {
        std::uint64_t number = 0;
        if (::getrandom(&number, sizeof number, 0) != sizeof number) return errno;
        path_ = place_.parent_path() / temporary_name(number);
        file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file_ < 0 && errno == EEXIST);
    if (file_ < 0) return errno;
    stands_ = true;
    ::flock(file_,
            LOCK_EX | LOCK_NB);  // tells remove_leftovers() that somebody writes here; where
                                 // there are no locks, into_place() sees what was removed
    return 0;
}

int TemporaryFile::write(std::string_view bytes) {
    if (file_ < 0) {
        if (const int error = create()) return error;
        if (const int error = take_permissions()) return error;
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return written < 0 ? errno : EIO;
        bytes.remove_prefix(written);
    }
    return 0;
}

int TemporaryFile::take_permissions() {
    struct stat status;
    if (::lstat(place_.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
        ::fchmod(file_, status.st_mode & 07777) != 0)
        return errno;
    return 0;
}

void TemporaryFile::begin_sync() { ::sync_file_range(file_, 0, 0, SYNC_FILE_RANGE_WRITE); }

int TemporaryFile::into_place() {
    if (::fsync(file_) != 0) return errno;
    if (::close(std::exchange(file_, -1)) != 0) return errno;
    if (::rename(path_.c_str(), place_.c_str()) != 0) return errno;
    stands_ = false;
    return 0;
}

void remove_leftover(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(),
                            O_WRONLY | O_NOFOLLOW | O_NONBLOCK |
                                O_CLOEXEC);  // some file systems lock only what can be written
    if (file < 0) return;
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
    ::close(file);
}

void sync_folder(const std::filesystem::path& folder) {
    const int file =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace nianbao
