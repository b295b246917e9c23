#include "file/mapped_file.hpp"

#include "file/errno_text.hpp"
#include "file/exhausted.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace nianbao {
namespace {

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

MappedFile::Refusal refusal(int error) {
    return {errno_text(error, Access::read), is_exhausted({error, std::generic_category()})};
}

}  // namespace

std::optional<MappedFile::Refusal> MappedFile::map(const std::filesystem::path& path) {
    // O_NONBLOCK: a FIFO of that name does not block.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number < 0) return refusal(errno);
    struct stat facts {};
    if (fstat(file.number, &facts) != 0) return refusal(errno);
    if (!S_ISREG(facts.st_mode)) return Refusal{"它不是普通文件"};
    if (facts.st_size == 0) return Refusal{"文件是空的"};
    const std::size_t size = facts.st_size;
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (data == MAP_FAILED) return refusal(errno);
    data_ = static_cast<const char*>(data);
    size_ = size;
    return std::nullopt;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

}  // namespace nianbao
