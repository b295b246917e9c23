// The form's tables and texts among the sheets of a workbook, as values.
#pragma once

#include "notation/values.hpp"
#include "notation/xlsx/workbook.hpp"

#include <string_view>

namespace nianbao::recognise {

/// Finds the cells of a report by their names, else by the form's labels, else by their
/// places, and puts what they say into values.tree, with the paths of the data file.
/// Moves the workbook's Source into values.source. False if there is no table and no text
/// of a report in it.
bool recognise(notation::Workbook workbook, notation::Values& values);

/// Our own sheets in which nothing of a report stands: how to fill in, and the checks.
notation::SheetsLeft sheets_without_report();

/// True if a workbook has cells that are named as a report's are, or a table of its form.
/// True also if it cannot be read, so that it is told why when it is.
bool may_hold_report(std::string_view bytes);

}  // namespace nianbao::recognise
