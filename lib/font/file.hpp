// A font file, mapped into memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace nianbao {

/// Read-only pages of a file that is not empty. Shared by the faces of a collection.
class FontFile {
public:
    /// Throws Failure, naming the file and the reason, if it cannot be read.
    static std::shared_ptr<const FontFile> open(const std::filesystem::path& path);

    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    std::string_view bytes() const { return {data_, size_}; }
    const std::filesystem::path& path() const { return path_; }

private:
    FontFile(const char* data, std::size_t size, std::filesystem::path path);

    const char* data_;
    std::size_t size_;
    std::filesystem::path path_;
};

}  // namespace nianbao
