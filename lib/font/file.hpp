// A font file, mapped into memory.
#pragma once

#include "file/mapped_file.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace nianbao {

/// Read-only pages of a file that is not empty. Shared by the faces of a collection.
class FontFile {
public:
    /// Throws Failure, naming the file and the reason, if it cannot be read; of these
    /// Exhausted if the file is not at fault.
    static std::shared_ptr<const FontFile> open(const std::filesystem::path& path);

    std::string_view bytes() const { return pages_.bytes(); }
    const std::filesystem::path& path() const { return path_; }

private:
    explicit FontFile(const std::filesystem::path& path);

    MappedFile pages_;
    std::filesystem::path path_;
};

}  // namespace nianbao
