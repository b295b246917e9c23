// Reads one of the three tables by walking its form, which alone has its keys.
#pragma once

#include "data/values.hpp"
#include "nianbao/report.hpp"

#include <optional>

namespace nianbao::data {

/// Reads a table. `section` is the node of its section; nullptr gives a table without
/// cells. The result is whole only if no finding is an error.
FilledForm read_table(Values& values, const Form& form, const Node* section);

/// What becomes of cells beside a note: refused, or left where they are.
enum class Cells { refused, left };

/// Its note alone: every cell is a finding; of cells that are left, every remark.
std::string read_note(Values& values, const Form& form, const Node* section, Cells cells);

}  // namespace nianbao::data
