// The cell of a number: what it says beside the number, and what people see of it.
#pragma once

#include "recognise/recognition.hpp"

#include <string>

namespace nianbao::recognise {

/// A cell with something in it, for a field of that path and measure.
struct NumberCell {
    std::string path;
    Measure measure = Measure::count;
    At at;
    const GridCell& cell;
};

/// Puts the number and its remark into `values`, and tells what of the cell was not read
/// or is seen otherwise. True if a unit behind the number was left out.
bool put_number(const NumberCell& own, Recognition& work);

}  // namespace nianbao::recognise
