// What stands in notes on the cells of a workbook, old ones and threads.
#pragma once

#include "nianbao/finding.hpp"
#include "notation/office/office_file.hpp"

#include <string>
#include <vector>

namespace nianbao::notation {

struct CellNoteRead {
    Place place;  // without its file
    std::string text;
    bool own = false;  // by nianbao, which marks and explains
};

/// Sheet by sheet in the order of the book, by their cells' names.
std::vector<CellNoteRead> read_cell_notes(OfficeFile& file);

/// False for a file that has none, as its directory tells.
bool may_have_cell_notes(const OfficeFile& file);

}  // namespace nianbao::notation
