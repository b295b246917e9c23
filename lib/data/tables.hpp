// One of the three tables is read by walking its form; its keys stand nowhere else.
#pragma once

#include "data/input.hpp"
#include "nianbao/report.hpp"

#include <optional>

namespace nianbao::data {

/// `section`: the node of the table's section, nullptr where it is missing, which is a finding.
/// The cells stand whole in the result only where no finding is an error.
FilledForm read_table(Input& input, const Form& form, const Node* section);

/// Its note alone: every cell is a finding.
std::string read_note(Input& input, const Form& form, const Node* section);

}  // namespace nianbao::data
