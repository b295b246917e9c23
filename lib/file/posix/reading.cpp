#include "file/reading.hpp"

#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

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
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (opened < 0) return std::nullopt;
    std::optional<std::string> content;
    struct stat status;
    if (::fstat(opened, &status) == 0 && S_ISREG(status.st_mode)) {
        content.emplace(status.st_size, '\0');
        std::size_t have = 0;
        while (have < content->size()) {
            const ssize_t more = ::read(opened, content->data() + have, content->size() - have);
            if (more < 0 && errno == EINTR) continue;
            if (more <= 0) break;
            have += more;
        }
        if (have < content->size()) content.reset();
    }
    ::close(opened);
    return content;
}

}  // namespace nianbao
