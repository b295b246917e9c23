// What the cell of a number says, apart from what the number is: units, remarks,
// formulas, dates.
#pragma once

#include "nianbao/form.hpp"
#include "recognise/value_tree.hpp"

#include <string>
#include <string_view>

namespace nianbao::recognise {

/// A text that was taken apart: “22件（其中修订16件）”.
struct NumberText {
    std::string_view number;     // as typed, without its unit: “22”
    std::string_view unit;       // what was left out behind it: “件”
    std::string_view remark;     // within the brackets
    std::string converted = {};  // 万元 that 元 were; empty: nothing was converted
};

/// Takes a cell's text apart, as far as it is a number with something behind it. Else
/// `number` is all of it.
NumberText taken_apart(std::string_view text, Measure measure);

}  // namespace nianbao::recognise
