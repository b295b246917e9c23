// The sentences of a text as it was pasted: a sentence goes on through a line end that
// only a word processor put there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A sentence, or a heading: where it stands, in code points of the text, and its
/// characters without blanks and line ends.
struct Sentence {
    int offset, length;
    std::u32string text;
    bool heading;
};

/// Splits behind 。！？； and the closing quotes and brackets after them, before numbered
/// lines, and behind headings. Every character that is no blank belongs to exactly one
/// sentence; none is empty.
std::vector<Sentence> sentences(std::u32string_view text);

}  // namespace nianbao
