// The passes of composing that have files of their own.
#pragma once

#include "nianbao/document.hpp"

namespace nianbao {

/// A filled form as a table: labels and numbers in the grid of the form, the header cells
/// of each, and its notes.
Table compose_table(const Report& report, const FilledForm& filled);

/// Finds the header cells of each cell: the labels above it in its column, up to the
/// first row that is no heading, and the labels of its row. REQUIRES: the cells tile the
/// grid.
void find_headers(Table& table);

}  // namespace nianbao
