// Words in a text.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace nianbao {

inline bool has(std::u32string_view text, std::u32string_view word) {
    return text.find(word) != text.npos;
}

inline bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return has(text, word); });
}

}  // namespace nianbao
