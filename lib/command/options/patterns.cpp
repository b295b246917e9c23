#include "command/options/patterns.hpp"

#include "text/digits.hpp"

#include <algorithm>

namespace nianbao {
namespace {

char large(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// '?' is any character, '*' any number of them.
bool fits(std::string_view pattern, std::string_view code) {
    std::size_t at = 0, in = 0, star = pattern.npos, after = 0;
    while (in < code.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            after = in;
        } else if (at < pattern.size() &&
                   (pattern[at] == '?' || large(pattern[at]) == large(code[in]))) {
            ++at;
            ++in;
        } else if (star != pattern.npos) {
            at = star + 1;
            in = ++after;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == pattern.npos;
}

/// "T3" of T3-01, "T" of all that begin so; no number is cut.
bool is_family(std::string_view word, std::string_view code) {
    if (word.empty() || word.find('-') != word.npos || word.size() >= code.size()) return false;
    const char next = code[word.size()];
    const bool whole = next == '-' || (is_digit(next) && !is_digit(word.back()));
    return whole && fits(word, code.substr(0, word.size()));
}

}  // namespace

std::vector<std::size_t> codes_meant(std::string_view word,
                                     std::span<const std::string_view> codes) {
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (fits(word, codes[i]) || is_family(word, codes[i])) meant.push_back(i);
    }
    return meant;
}

std::vector<std::string_view> words_of(std::string_view list) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        words.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace nianbao
