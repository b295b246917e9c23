// The printed words of forms, as they are told apart from each other.
#pragma once

#include "nianbao/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// A label without its numbering, blanks, marks and the bars of the form; letters and
/// digits in one width. “（三） 不予公开：” is 不予公开.
std::string plain_label(std::string_view text);

/// A row or column of a form, and every way in which it is labelled.
struct Heading {
    int row = 0, column = 0;          // of its label in the form
    std::vector<std::string> labels;  // plain ones, the printed one first

    bool is(std::string_view plain) const;
};

/// What a form's cells are labelled by.
struct Headings {
    std::vector<Heading> rows;     // from top to bottom
    std::vector<Heading> columns;  // in the order of the form's rows, then its columns
    // By entry: index among rows and columns; -1 if nothing labels it there.
    std::vector<int> row_of, column_of;
};

/// Made once for each form and thread, as every report has them.
const Headings& headings_of(const Form& form);

}  // namespace nianbao::recognise
