#include "font/file.hpp"

#include "file/path_text.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

namespace nianbao {

FontFile::FontFile(const std::filesystem::path& path) : path_(path) {
    if (const std::string why = pages_.map(path); !why.empty())
        throw Failure(fmt::format("打不开字体文件 {}：{}", utf8(path), why));
}

std::shared_ptr<const FontFile> FontFile::open(const std::filesystem::path& path) {
    return std::shared_ptr<const FontFile>(new FontFile(path));
}

}  // namespace nianbao
