// Workbooks (.xlsx): their sheets as grids, and the names that their cells have.
#pragma once

#include "notation/draft.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// A name for a cell or a rectangle of cells, without capitals. Rows and columns count
/// from 0.
struct DefinedName {
    std::string name;
    int sheet = 0;  // the index of its grid among Draft::parts
    int row = 0, column = 0, rows = 1, columns = 1;
};

struct Workbook {
    Draft draft;                     // a grid for each sheet
    std::vector<DefinedName> names;  // in the order of the file; those of the whole workbook
                                     // before those of one sheet
};

/// How much the cells of a workbook may hold. Limits of the file itself are ZipLimits.
inline constexpr std::size_t most_cells = 100'000;                    // with something in them
inline constexpr std::size_t most_cell_bytes = std::size_t{8} << 20;  // of all their texts
inline constexpr std::size_t most_joined = 2'000;                     // of one sheet
inline constexpr std::size_t most_sheets = 255, most_names = 20'000;

struct ReadWorkbook {
    std::optional<Workbook> workbook;
    std::string fault;  // why there is none, in Chinese without an end mark
};

/// Sheets that are left blank, as reading them would be for nothing, if a cell has a name
/// that begins so.
struct SheetsLeft {
    std::string if_named = {};
    std::vector<std::string_view> sheets = {};
};

/// Reads a workbook. A number is the shortest decimal of at most 15 digits, as programs
/// show it; a date is 2023-01-18. Blank cells have a place as far as the sheet is in use.
ReadWorkbook read_workbook(std::string_view bytes, std::string name, const SheetsLeft& left = {});

}  // namespace nianbao::notation
