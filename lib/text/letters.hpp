// ASCII letters in either case, as in file names and markup: no locale is asked.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace nianbao {

constexpr char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_letter(char c) { return small_letter(c) >= 'a' && small_letter(c) <= 'z'; }

inline std::string small_letters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), small_letter);
    return text;
}

/// True if a file's name has something before this ending. `ending` is in small letters.
constexpr bool has_ending(std::string_view name, std::string_view ending) {
    return name.size() > ending.size() &&
           std::equal(ending.begin(), ending.end(), name.end() - ending.size(),
                      [](char a, char b) { return a == small_letter(b); });
}

}  // namespace nianbao
