// Tables: column widths from their contents, row heights, cells set inside their grid,
// rows drawn with closed rules.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include "outline/columns.hpp"
#include "outline/rows.hpp"
#include "typeset/atoms.hpp"
#include "typeset/line.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// A cell before it is set: its atoms, and how it stands in its box.
struct CellText : CellPieces {
    std::vector<Atom> atoms;
    std::vector<Item> items;
    Align align = Align::centre;
};

/// A set cell.
struct SetCell {
    const TableCell* cell = nullptr;
    std::vector<SetLine> lines;
};

/// A set table, ready to be drawn row by row.
struct SetTable {
    const Table* table = nullptr;
    bool landscape = false;       // on a page of its own, turned to the left
    Length size, pitch;           // of the text in the cells
    Length room;                  // of a page, below the row of its heading
    std::vector<Length> widths;   // of the columns: they add up to the measure
    std::vector<Length> heights;  // of the rows
    std::vector<CellText> texts;
    std::vector<SetCell> cells;
    std::vector<Atom> continued;  // “（续）”, for labels that go on over a page

    Length height(int first, int last) const;
    Length height() const { return height(0, table->rows); }
};

/// The height of what stands below a table on its page, in either frame.
struct Below {
    Length upright, landscape;
};

/// Sets a table, upright or landscape: as the layout says, and landscape if its numbers
/// do not fit upright at 六号. `nodes[i]` is the node of table.cells[i]. Draws the rows
/// closer if the table is taller than a page less the row of its heading and what stands
/// below, and fits by that; landscape it is also set smaller.
SetTable set_table(const Table& table, std::span<const int> nodes, Setter& setter,
                   const Below& below = {});

/// Gives the rows their usual heights, or draws them closer if that makes the table no
/// taller than `room`. False if the table is taller all the same.
bool draw_closer(SetTable& set, Length room);

/// The heights of the rows as close as they may stand.
std::vector<Length> least_heights(const SetTable& set);

/// The break before each row of a table.
std::vector<RowBreak> row_breaks(const SetTable& set);

/// Draws rows [first, last) with the upper left corner at the origin, below the repeated
/// head if `head`. Returns the height. REQUIRES: none of them was drawn before, as their
/// marks are moved out of the cells.
Length draw_rows(SetTable& set, int first, int last, bool head, std::vector<Mark>& marks);

}  // namespace nianbao
