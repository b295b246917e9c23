// Numbers among the lines of a table, row by row.
#pragma once

#include "recognise/printed/text_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// Numbers that no label parts: those of a row, in one line or several.
struct NumberRun {
    std::vector<TextWord> numbers;
    int first = 0, last = 0;     // lines
    std::u32string own, around;  // labels on its lines; those and what stands about them
};

/// The runs of lines [begin, end).
std::vector<NumberRun> number_runs(std::string_view text, const std::vector<TextLine>& lines,
                                   int begin, int end);

/// The last words of a line before its numbers, without their numbering: Han characters.
std::u32string words_beside(std::string_view text, const TextLine& line);

}  // namespace nianbao::recognise
