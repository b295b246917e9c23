#include "c/values.hpp"

namespace nianbao::c {

std::string_view text(const char* bytes, std::int64_t length) {
    require(length >= -1, "文字的长度是负数");
    require(bytes != nullptr || length == 0, "文字的指针是 NULL");
    if (bytes == nullptr) return {};
    return length == -1 ? std::string_view(bytes) : std::string_view(bytes, length);
}

std::vector<std::string> texts(const nianbao_text* first, std::int64_t count) {
    require(count >= 0, "一列文字的个数是负数");
    require(first != nullptr || count == 0, "一列文字的指针是 NULL");
    std::vector<std::string> all;
    for (const nianbao_text* one = first; one != first + count; ++one) all.emplace_back(text(*one));
    return all;
}

std::string path(std::string_view text) {
    require(!text.empty(), "文件名是空的");
    require(text.find('\0') == text.npos, "文件名里有 NUL");
    return std::string(text);
}

void check_size(std::int64_t size, std::int64_t alignment) {
    constexpr std::int64_t most = 4096;  // no struct is near it: a size that was not set
    require(size >= static_cast<std::int64_t>(sizeof size) && size <= most && size % alignment == 0,
            "结构的 size 不对：应是 sizeof");
}

}  // namespace nianbao::c
