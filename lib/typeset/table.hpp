// Tables: column widths from their contents, row heights, cells set inside their grid, rows drawn with closed rules.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include "typeset/atoms.hpp"
#include "typeset/line.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// A cell before it is set: its atoms, the pieces that are never divided, and how it stands in its box.
struct CellText {
    const TableCell* cell = nullptr;
    std::vector<Atom> atoms;
    std::vector<Item> items;
    std::vector<Length> pieces;  // widths; only between them is a line broken
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

/// Blank between a cell's text and its rules.
constexpr Length cell_padding(Length size) { return size * 3 / 10; }

/// The columns: wide enough for every number and every label's pieces, then as the contents gain most by. Adds up to `width`.
/// Empty where the pieces do not fit into `width` side by side.
std::vector<Length> column_widths(const Table& table, std::span<const CellText> texts, Length size, Length width);

/// Sets a table, upright or landscape: as the layout says, and landscape where its numbers do not fit upright at 六号. `nodes[i]` is the node
/// of table.cells[i]. Where it is taller than a page less the row of its heading, its rows are drawn closer as far as that makes it fit.
SetTable set_table(const Table& table, std::span<const int> nodes, Setter& setter);

/// Gives the rows their usual heights, or draws them closer where that makes the table no taller than `room`; false where it is all the same.
bool draw_closer(SetTable& set, Length room);

/// How many rows from `first` on fit into `room` without cutting a label, at least one. `head`: with the repeated head rows above them.
int rows_that_fit(const SetTable& set, int first, bool head, Length room);

/// Draws rows [first, last) with the upper left corner at the origin, below the repeated head where `head`. Gives the height drawn.
/// REQUIRES: none of them was drawn before: their marks are taken out of the cells.
Length draw_rows(SetTable& set, int first, int last, bool head, std::vector<Mark>& marks);

}  // namespace nianbao
