// A file, mapped into memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// Read-only pages of a regular file that is not empty.
class MappedFile {
public:
    MappedFile() = default;
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    struct Refusal {
        std::string why;         // in Chinese
        bool exhausted = false;  // it is the system that lacks something, not the file
    };

    /// Why it cannot be mapped; nothing: it is. Once.
    [[nodiscard]] std::optional<Refusal> map(const std::filesystem::path& path);

    std::string_view bytes() const { return {data_, size_}; }

private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace nianbao
