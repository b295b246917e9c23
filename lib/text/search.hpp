// Words in a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace nianbao {

inline bool has(std::u32string_view text, std::u32string_view word) {
    return text.find(word) != text.npos;
}

/// True where the word stands at that place.
inline bool stands(std::u32string_view text, std::size_t place, std::u32string_view word) {
    if (place + word.size() > text.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (text[place + i] != word[i]) return false;
    }
    return true;
}

/// REQUIRES: no word is empty.
inline bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    constexpr std::size_t few = 2;
    if (words.size() <= few)
        return std::any_of(words.begin(), words.end(),
                           [&](std::u32string_view word) { return has(text, word); });
    // One walk for all words: the low bits of a character say no at most places.
    std::uint64_t beginnings = 0;
    for (const std::u32string_view word : words)
        beginnings |= std::uint64_t{1} << word.front() % 64;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if ((beginnings >> text[place] % 64 & 1) == 0) continue;
        for (const std::u32string_view word : words) {
            if (stands(text, place, word)) return true;
        }
    }
    return false;
}

}  // namespace nianbao
