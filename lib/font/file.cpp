#include "font/file.hpp"

#include "file/exhausted.hpp"
#include "file/path_text.hpp"

#include <fmt/format.h>

namespace nianbao {

FontFile::FontFile(const std::filesystem::path& path) : path_(path) {
    const std::optional<MappedFile::Refusal> refusal = pages_.map(path);
    if (!refusal) return;
    const std::string what = fmt::format("打不开字体文件 {}：{}", utf8(path), refusal->why);
    if (refusal->exhausted) throw Exhausted(what);
    throw Failure(what);
}

std::shared_ptr<const FontFile> FontFile::open(const std::filesystem::path& path) {
    return std::shared_ptr<const FontFile>(new FontFile(path));
}

}  // namespace nianbao
