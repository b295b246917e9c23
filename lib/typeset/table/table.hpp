// Tables: column widths from their contents, row heights, cells set inside their grid,
// rows drawn with closed rules.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include "typeset/atoms.hpp"
#include "typeset/line.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// A cell before it is set: its atoms, the pieces that are never divided, and how it
/// stands in its box.
struct CellText {
    const TableCell* cell = nullptr;
    std::vector<Atom> atoms;
    std::vector<Item> items;
    std::vector<Length> pieces;  // widths; only between them is a line broken
    Align align = Align::centre;
    Length padding;  // blank between it and its rules
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

/// Makes columns wide enough for every number and for the pieces of every label, and
/// gives what is left to those that need it most. The widths add up to `width`. Empty if
/// the pieces do not fit into `width` side by side.
std::vector<Length> column_widths(const Table& table, std::span<const CellText> texts, Length size,
                                  Length width);

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

/// Where a table may be divided, before a row: nowhere inside its head and the two rows
/// below, before its last row, or where a label would not have room on either side;
/// anywhere else; or best between groups of rows. A page that goes on with the table and
/// ends here has more of it than `label` is high: that of a label that goes on again.
struct RowBreak {
    enum class Kind { never, rows, groups };
    Kind kind = Kind::never;
    Length label;
};

/// The break before each row of a table.
std::vector<RowBreak> row_breaks(const SetTable& set);

/// Draws rows [first, last) with the upper left corner at the origin, below the repeated
/// head if `head`. Returns the height. REQUIRES: none of them was drawn before, as their
/// marks are moved out of the cells.
Length draw_rows(SetTable& set, int first, int last, bool head, std::vector<Mark>& marks);

}  // namespace nianbao
