// The cells of a filled table by their names, and the same cells of two reports.
#pragma once

#include "nianbao/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The field, or the entry, of that number, as parents and terms name them.
constexpr const Field& form_field(const Form& form, int field) { return form.fields[field]; }
constexpr const Entry& form_entry(const Form& form, int entry) { return form.entries[entry]; }

/// The index of the entry with that path of keys below the table: "carried_out.total". -1
/// if the form has none.
int find_entry(const Form& form, std::string_view path);

/// The cell with that path of keys below the table; nullptr if the form has none.
const Cell* find_cell(const FilledForm& filled, std::string_view path);

/// A cell as people name it: "本年新收·自然人", "不予公开·属于国家秘密·总计", "行政处罚".
std::string cell_name(const Form& form, int entry);

/// For each entry of `form` the index of the same cell in `other`, -1 if there is none.
/// Cells are the same if path, name and measure are: editions may use one key for two
/// things with two names (本年新制作数量, 本年制发件数).
std::vector<int> same_entries(const Form& form, const Form& other);

}  // namespace nianbao
