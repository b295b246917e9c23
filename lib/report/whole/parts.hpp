// What is wrong with the parts of a report that a program made: its texts, and the page.
#pragma once

#include "nianbao/form.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <string_view>

namespace nianbao {

/// True if a cell may be written so: its number, or what says the same of a change or a
/// sum of money. Money other than zero is not written without its unit.
bool can_be_text(Measure measure, const Cell& cell);

/// The first text that no data file could hold, by its path: bytes that are no UTF-8, a
/// control character, a line end where one line is meant, nothing where a name is needed.
/// REQUIRES: the tables are those of the edition.
std::string fault_of_texts(const Report& report);

}  // namespace nianbao
