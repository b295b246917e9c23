// Tables of one form that stand in a workbook several times.
#pragma once

#include "recognise/recognition.hpp"
#include "recognise/region.hpp"

#include <optional>
#include <vector>

namespace nianbao::recognise {

/// Where a table begins.
At first_of(const Region& region);

/// True if the title or sheet of a table names a year.
bool names_year(const Region& region, int year, const Sheets& sheets);

/// The table that was read by its names, and all tables of its form.
struct ReadTable {
    const Form& form;
    const std::vector<std::optional<At>>& where;  // by entry
    const std::vector<bool>& computed;            // by entry
    const std::vector<Region>& all;
    const Region& own;  // one of them
};

/// Tells of copies with other numbers: the names stay with the first, and people may have
/// gone on in the other. Last year's table is none.
void tell_copies(const ReadTable& read, Recognition& work);

}  // namespace nianbao::recognise
