#include "file/shown_name.hpp"

#include <algorithm>

namespace nianbao {

std::string shown_name(std::string_view name) {
    constexpr unsigned char controls = 0x20, deleted = 0x7F;
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < controls || byte == deleted;
    };
    if (std::none_of(name.begin(), name.end(), is_control)) return std::string(name);
    std::string text;
    for (const char c : name) {
        if (!is_control(c)) {
            text += c;
            continue;
        }
        // U+2400 to U+2421, in UTF-8.
        constexpr unsigned char last_picture = 0x21;
        const auto byte = static_cast<unsigned char>(c);
        text += "\xE2\x90";
        text += static_cast<char>(0x80 + (byte == deleted ? last_picture : byte));
    }
    return text;
}

}  // namespace nianbao
