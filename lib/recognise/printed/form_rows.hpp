// The rows of a form as lines of text show them: a label and so many numbers.
#pragma once

#include "nianbao/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// Words as they are compared here: their Han characters alone.
std::u32string han_of(std::string_view text);

/// How many characters of a label stand in a text, in their order.
std::size_t common_in_order(std::u32string_view label, std::u32string_view text);

struct FormRow {
    int row = 0;
    std::vector<int> entries;            // by column
    std::vector<std::u32string> labels;  // every way in which it is labelled; none: columns
                                         // alone have labels
    std::vector<std::u32string> groups;  // that it is in
    int total = -1;                      // the equation that makes its last number of the others
    // Characters by which its columns are told apart, if their head stands above it: by
    // column, and as one reads the head's lines, whose cells may span several.
    std::u32string heads, read_heads;
};

/// From top to bottom. Made once for each form and thread.
const std::vector<FormRow>& rows_of(const Form& form);

/// True if words may be a line, or nearly one, of a row's label; or of its groups'.
bool part_of_label(std::u32string_view words, const FormRow& row);
bool part_of_group(std::u32string_view words, const FormRow& row);

/// True if a line has no Han characters but those of the form's labels.
bool only_words_of(const Form& form, std::string_view line);

}  // namespace nianbao::recognise
