// The widths of a table's columns, from what its cells need. One rule for all who draw
// tables.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/length.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace nianbao {

/// A cell by the widths of the pieces between which alone its lines may end.
struct CellPieces {
    const TableCell* cell = nullptr;
    std::vector<Length> pieces;
    Length padding;  // blank between it and its rules
};

/// Labels of so many characters are not broken: 其他, 自然人, 信息内容.
inline constexpr std::size_t short_label_length = 4;

/// Labels stand some 4 pt clear of the rules at 小五, but not those of columns, which are
/// centred, nor in landscape, where rows are to stay on one line.
Length cell_padding(const TableCell& cell, Length size, bool landscape);

/// Makes columns wide enough for every number and for the pieces of every label, and
/// gives what is left to those that need it most. The widths add up to `width`. Empty if
/// the pieces do not fit into `width` side by side.
std::vector<Length> column_widths(const Table& table, std::span<const CellPieces* const> texts,
                                  Length size, Length width);

/// The lines that a cell takes in so much room: as many pieces in each as it holds.
int lines_of(const CellPieces& text, Length room);

}  // namespace nianbao
