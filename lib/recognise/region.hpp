// Where a form's table stands among the sheets, by the words that are printed on it.
#pragma once

#include "recognise/labels.hpp"
#include "recognise/sheets.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nianbao::recognise {

/// A cell that was found, and whether its row and column bear their labels.
struct Found {
    At at;
    bool by_place = false;  // a label about it is missing; its neighbours have theirs
};

/// A table that bears a form's labels.
struct Region {
    int sheet = 0;
    int first_row = 0, last_row = 0, first_column = 0, last_column = 0;
    std::vector<std::optional<Found>> cells;  // by entry
    bool whole = false;                       // every label of a row and column was found
    std::vector<At> foreign_rows;             // labels of rows that the form does not have, with
                                              // numbers beside them
};

/// The tables of a form, those first that have most of its labels.
std::vector<Region> regions_of(const Form& form, const Headings& headings, const Sheets& sheets);

}  // namespace nianbao::recognise
