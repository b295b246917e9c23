#include "font/file.hpp"

#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace nianbao {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
    throw Failure(fmt::format("打不开字体文件 {}：{}", utf8(path), why));
}

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

}  // namespace

std::shared_ptr<const FontFile> FontFile::open(const std::filesystem::path& path) {
    // O_NONBLOCK: a FIFO of that name does not block.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number < 0) refuse(path, errno_text(errno, Access::read));
    struct stat facts {};
    if (fstat(file.number, &facts) != 0) refuse(path, errno_text(errno, Access::read));
    if (!S_ISREG(facts.st_mode)) refuse(path, "它不是普通文件");
    if (facts.st_size == 0) refuse(path, "文件是空的");
    const std::size_t size = facts.st_size;
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (data == MAP_FAILED) refuse(path, errno_text(errno, Access::read));
    return std::shared_ptr<const FontFile>(
        new FontFile(static_cast<const char*>(data), size, path));
}

FontFile::FontFile(const char* data, std::size_t size, std::filesystem::path path)
    : data_(data), size_(size), path_(std::move(path)) {}

FontFile::~FontFile() { munmap(const_cast<char*>(data_), size_); }

}  // namespace nianbao
