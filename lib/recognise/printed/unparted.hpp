// Rows of tables in a text whose numbers nobody can tell apart.
#pragma once

#include "recognise/recognition.hpp"

#include <vector>

namespace nianbao::recognise {

/// Tells what stands in such a cell, at its first entry. REQUIRES: entries of one row.
void tell_unparted(const Form& form, const GridCell& cell, const std::vector<int>& entries,
                   const At& at, Recognition& work);

}  // namespace nianbao::recognise
