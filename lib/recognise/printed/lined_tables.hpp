// The form's tables among lines of labels and numbers.
#pragma once

#include "nianbao/form.hpp"
#include "notation/draft.hpp"
#include "recognise/printed/text_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// A cell, where the form has it.
struct LinedCell {
    int row = 0, column = 0, rows = 1, columns = 1;
    int begin = 0, end = 0;  // bytes of the text
    std::string label = {};  // the form's own words; empty: a cell of a number
    bool unparted = false;   // it holds what stands in several cells, or should
};

struct LinedTable {
    const Form* form = nullptr;
    int first = 0, last = 0;  // its lines [first, last)
    std::vector<LinedCell> cells;
    std::vector<int> others;  // lines between its rows that the form does not have
};

/// Finds them below the headings of their sections, from top to bottom. A row is read if
/// its label stands with just as many numbers as the form has cells there, and the head
/// of its columns is the form's. `aligned`: characters below each other have the same
/// column, so that a row that lacks numbers tells where it does.
enum class Columns { unknown, aligned };
std::vector<LinedTable> lined_tables(std::string_view text, const std::vector<TextLine>& lines,
                                     Columns columns);

}  // namespace nianbao::recognise
