// Labels in the order of a form, among all cells that bear such words.
#pragma once

#include "recognise/labels.hpp"
#include "recognise/sheets.hpp"

#include <vector>

namespace nianbao::recognise {

/// A cell that bears a heading's words.
struct Occurrence {
    const LabelCell* label;
    int heading;
};

enum class Along : std::uint8_t { rows, columns };

/// The longest run of cells that bear headings in their order, one below (beside) the
/// other, and stand to each other as in the form. Headings may be left out.
/// `occurrences`: of one sheet.
std::vector<Occurrence> best_chain(const std::vector<Occurrence>& occurrences,
                                   const std::vector<Heading>& headings, Along along);

}  // namespace nianbao::recognise
