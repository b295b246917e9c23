// What the cell of a number says, apart from what the number is: units, remarks,
// formulas, dates.
#pragma once

#include "nianbao/amount.hpp"
#include "nianbao/form.hpp"
#include "recognise/value_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// A text that was taken apart: “22件（其中修订16件）”.
struct NumberText {
    std::string_view number;     // as typed, without its unit: “22”
    std::string_view unit;       // what was left out behind it: “件”
    std::string_view remark;     // within the brackets
    std::string converted = {};  // 万元 that 元 were; empty: nothing was converted
    bool doubtful = false;  // the brackets hold no remark: 35（36）, 35（？）, 35（万件）
};

/// Takes a cell's text apart, as far as it is a number with something behind it. Else
/// `number` is all of it.
NumberText taken_apart(std::string_view text, Measure measure);

/// The numbers of a remark that says of what a number consists: “其中线上20、线下16件” 20
/// and 16. Empty if it says anything else too.
std::vector<Amount> parts_listed(std::string_view remark);

/// 元 as 万元; empty if it is no amount, or takes more decimals than one has.
std::string in_ten_thousands(std::string_view yuan);

}  // namespace nianbao::recognise
