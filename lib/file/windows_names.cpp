#include "file/windows_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

std::string capitals(std::string_view text) {
    std::string all(text);
    for (char& c : all) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return all;
}

/// "CON", "COM1", "LPT³", whatever follows behind a dot.
bool is_device(std::string_view name) {
    constexpr std::string_view alone[] = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    constexpr std::string_view numbers[] = {"1", "2", "3", "4", "5", "6",
                                            "7", "8", "9", "¹", "²", "³"};
    std::string stem = capitals(name.substr(0, name.find('.')));
    while (stem.ends_with(' ')) stem.pop_back();
    if (std::find(std::begin(alone), std::end(alone), stem) != std::end(alone)) return true;
    const std::string_view begin = std::string_view(stem).substr(0, 3);
    return (begin == "COM" || begin == "LPT") &&
           std::find(std::begin(numbers), std::end(numbers),
                     std::string_view(stem).substr(begin.size())) != std::end(numbers);
}

}  // namespace

std::string refused_by_windows(std::string_view name) {
    if (name.empty() || name == "." || name == "..") return {};
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20) return "Windows 的文件名里不能有控制字符";
        if (std::string_view("<>:\"|?*").find(c) != std::string_view::npos)
            return fmt::format("Windows 的文件名里不能有 {}", c);
    }
    if (name.ends_with('.')) return "Windows 的文件名不能以点结尾";
    if (name.ends_with(' ')) return "Windows 的文件名不能以空格结尾";
    if (is_device(name))
        return fmt::format("Windows 把 {} 这个名称留给了设备", name.substr(0, name.find('.')));
    return {};
}

}  // namespace nianbao
