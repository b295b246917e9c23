#include "font/file.hpp"

#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace nianbao {

namespace {

std::string reason(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return "没有这个文件";
        case EACCES:
            return "没有读取它的权限";
        default:
            return fmt::format("系统错误 {}", error);
    }
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) { throw Failure(fmt::format("打不开字体文件 {}：{}", path.string(), why)); }

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

}  // namespace

std::shared_ptr<const FontFile> FontFile::open(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};  // not blocked by a FIFO of that name
    if (file.number < 0) refuse(path, reason(errno));
    struct stat facts {};
    if (fstat(file.number, &facts) != 0) refuse(path, reason(errno));
    if (!S_ISREG(facts.st_mode)) refuse(path, "它不是普通文件");
    if (facts.st_size == 0) refuse(path, "文件是空的");
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (data == MAP_FAILED) refuse(path, reason(errno));
    return std::shared_ptr<const FontFile>(new FontFile(static_cast<const char*>(data), size, path));
}

FontFile::FontFile(const char* data, std::size_t size, std::filesystem::path path) : data_(data), size_(size), path_(std::move(path)) {}

FontFile::~FontFile() { munmap(const_cast<char*>(data_), size_); }

}  // namespace nianbao
