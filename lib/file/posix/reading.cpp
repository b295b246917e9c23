#include "file/reading.hpp"

#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace nianbao {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, int error) {
    throw Failure(fmt::format("不能读取 {}：{}", utf8(file), errno_text(error, Access::read)));
}

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// A regular file that is no symbolic link.
class RegularFile {
public:
    explicit RegularFile(const std::filesystem::path& file)
        : file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
        struct stat status;
        opened_ = file_ >= 0 && ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode);
        if (opened_) size_ = static_cast<std::size_t>(status.st_size);
    }
    ~RegularFile() {
        if (file_ >= 0) ::close(file_);
    }
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;

    bool opened() const { return opened_; }
    std::size_t size() const { return size_; }
    /// The next bytes; 0 at the end, less if they cannot be read.
    ssize_t read(char* into, std::size_t most) const {
        ssize_t more = 0;
        do {
            more = ::read(file_, into, most);
        } while (more < 0 && errno == EINTR);
        return more;
    }

private:
    int file_;
    bool opened_ = false;
    std::size_t size_ = 0;
};

}  // namespace

std::string file_bytes(const std::filesystem::path& file, std::size_t most) {
    const std::unique_ptr<std::FILE, Close> open(std::fopen(file.c_str(), "rb"));
    if (!open) fail(file, errno);
    std::string bytes;
    char block[1 << 16];
    while (bytes.size() <= most) {
        const std::size_t got = std::fread(block, 1, sizeof block, open.get());
        bytes.append(block, got);
        if (got < sizeof block) {
            if (std::ferror(open.get()) != 0) fail(file, errno);
            break;
        }
    }
    return bytes;
}

std::optional<std::string> content_of(const std::filesystem::path& file) {
    const RegularFile open(file);
    if (!open.opened()) return std::nullopt;
    std::string content(open.size(), '\0');
    std::size_t have = 0;
    while (have < content.size()) {
        const ssize_t more = open.read(content.data() + have, content.size() - have);
        if (more <= 0) return std::nullopt;
        have += more;
    }
    return content;
}

bool each_block_of(const std::filesystem::path& file,
                   const std::function<void(std::string_view)>& take) {
    const RegularFile open(file);
    if (!open.opened()) return false;
    char block[1 << 16];
    std::size_t left = open.size();
    while (left > 0) {
        const ssize_t more = open.read(block, std::min(left, sizeof block));
        if (more <= 0) return false;
        take({block, static_cast<std::size_t>(more)});
        left -= more;
    }
    return true;
}

}  // namespace nianbao
