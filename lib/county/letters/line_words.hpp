// What is wrong, as a letter to the office says it.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::letters {

/// A line of a letter without its number and end mark: “第三部分表格“自然人”列：本年新收5件
/// 与上年结转0件之和为5件，…”. No code, no field of a data file, no name of a program
/// stands in it. `report`: null if it could not be read.
std::string line_for(const Finding& finding, const Report* report);

/// False of what is waived, and of what an office can do nothing about: how its file was
/// saved, and that the county has no report of last year to compare with.
bool concerns_the_office(const Finding& finding);

/// The lines of one level in the order of the report. Those that say the same of several
/// places are one line, and so are the places of a text that are still to be written.
/// Of findings that concern the office. The ledger counts these lines, so that it says of
/// an office what the letter says.
std::vector<std::string> lines_for(const std::vector<Finding>& findings, Severity severity,
                                   const Report* report);

/// True for words that an office can read: no field of a data file, no code of a rule, no
/// cell reference. What stands in “ ” is the office's own, but for a reference.
bool fit_for_a_letter(std::string_view words);

}  // namespace nianbao::letters
