// Lines of a text that shows tables by blanks, and the words in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// What stands between blanks; with tabs in the line, what stands between them.
struct TextWord {
    int begin = 0, end = 0;  // bytes of the text; a blank cell between tabs has none
    int column = 0;          // characters of the line before it
    bool number = false;     // it is what a cell of a number may hold
};

struct TextLine {
    int begin = 0, end = 0;  // bytes, without the line end
    int page = 0;
    std::vector<TextWord> words;
    int numbers = 0;  // so many words at its end are numbers

    bool blank() const { return words.empty(); }
    /// True if some of its words stand far from each other.
    bool parted() const;
    /// True for a line of numbers alone.
    bool unlabelled() const { return !blank() && numbers == static_cast<int>(words.size()); }
};

/// The words of a piece of a line, a blank between them where there are any.
std::string words_of(std::string_view text);

/// Every line, blank ones too. Form feeds end a line and a page.
std::vector<TextLine> text_lines(std::string_view text);

}  // namespace nianbao::recognise
