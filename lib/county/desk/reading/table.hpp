// A sheet or CSV as people keep lists in: texts in rows, each with its place.
#pragma once

#include "nianbao/source.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

struct TableCell {
    std::string text;  // without blanks around it
    Place place;
};

/// Rows from the heads on. A row has a cell for each head, blank ones too.
struct Table {
    std::vector<TableCell> heads;
    std::vector<std::vector<TableCell>> rows;  // those with nothing in them are left out
    Source source;
};

struct ReadTable {
    std::optional<Table> table;
    std::string fault;  // why there is none, Chinese without an end mark
};

/// True for a workbook, and for text that is named or looks like CSV.
bool is_table(std::string_view bytes, std::string_view name);

/// Reads the first visible sheet that has one of these heads in one of its first ten
/// rows; text as CSV, with commas, tabs or semicolons. REQUIRES: is_table().
ReadTable read_table(std::string_view bytes, const std::string& name,
                     std::span<const std::string_view> needed);

/// The words of a cell that holds several: between 、，,；; / and line ends.
std::vector<std::string> words_of(std::string_view text);

}  // namespace nianbao::desk
