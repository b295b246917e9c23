// English words in Chinese text: what is read aloud by another voice.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao {

/// Characters [begin, end) of a text.
struct WordRange {
    std::size_t begin, end;
    bool operator==(const WordRange&) const = default;
};

/// The English words of a text, those that single blanks join in one, in order. A word:
/// ASCII letters, with - and apostrophes between them. One of them at least has two
/// letters and a small one: “APP” and “A4” are read letter by letter. What touches a
/// digit, another letter, or a mark of codes (`_@\`, and `.` between letters) is no word,
/// and neither is a unit behind a number (“5 km”).
std::vector<WordRange> english_words(std::u32string_view text);

}  // namespace nianbao
