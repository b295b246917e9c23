#include "text/english.hpp"

#include "text/character.hpp"
#include "text/digits.hpp"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t longest_unit = 3;

bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_ascii_letter(char32_t c) { return is_small(c) || (c >= U'A' && c <= U'Z'); }
bool joins(char32_t c) { return c == U'-' || c == U'\'' || c == U'’'; }

/// U+0000 before the first and after the last.
char32_t character_at(std::u32string_view text, std::size_t i) {
    return i < text.size() ? text[i] : U'\0';
}

/// The end of the word that begins there.
std::size_t word_end(std::u32string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (is_ascii_letter(character_at(text, end)) ||
           (end > begin && joins(character_at(text, end)) &&
            is_ascii_letter(character_at(text, end + 1))))
        ++end;
    return end;
}

/// True for what makes a code of the letters beside it: “v1”, “a_b”, “file.name”.
/// `beyond`: the next character on that side.
bool makes_code(char32_t c, char32_t beyond) {
    if (digit_value(c) >= 0 || c == U'_' || c == U'@' || c == U'\\') return true;
    if (c == U'.') return is_ascii_letter(beyond);
    if (c == U'-' || c == U'/' || c == U':') return digit_value(beyond) >= 0;
    return c > 0x7F && class_of(c) == CharacterClass::letter;
}

bool is_code(std::u32string_view text, WordRange word) {
    // “rc.1”, but not “1.Word”, which a number is before
    if (character_at(text, word.end) == U'.' && digit_value(character_at(text, word.end + 1)) >= 0)
        return true;
    return makes_code(character_at(text, word.begin - 1), character_at(text, word.begin - 2)) ||
           makes_code(character_at(text, word.end), character_at(text, word.end + 1));
}

bool has_small(std::u32string_view word) {
    return word.size() > 1 && std::any_of(word.begin(), word.end(), is_small);
}

/// “5 km”: behind a number and a blank.
bool is_after_number(std::u32string_view text, WordRange words) {
    return words.end - words.begin <= longest_unit && character_at(text, words.begin - 1) == U' ' &&
           digit_value(character_at(text, words.begin - 2)) >= 0;
}

}  // namespace

std::vector<WordRange> english_words(std::u32string_view text) {
    std::vector<WordRange> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_ascii_letter(text[i])) continue;
        WordRange words{i, i};
        bool any = false, code = false;
        for (bool more = true; more; ++i) {
            const WordRange word{i, word_end(text, i)};
            code = code || is_code(text, word);
            any = any || has_small(text.substr(word.begin, word.end - word.begin));
            words.end = i = word.end;
            more = character_at(text, i) == U' ' && is_ascii_letter(character_at(text, i + 1));
        }
        if (any && !code && !is_after_number(text, words)) found.push_back(words);
        i = words.end;
    }
    return found;
}

}  // namespace nianbao
