#include "outline/rows.hpp"

#include "report/layout_settings.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace nianbao {
namespace {

Length height_of(int lines, Length size) { return table_line_pitch(size) * std::max(lines, 1); }

Length height_of(std::span<const Length> heights, int first, int last) {
    return std::accumulate(heights.begin() + first, heights.begin() + last, Length{});
}

}  // namespace

std::vector<Length> sizes_for(const Table& table, const Layout& layout, Length smallest) {
    const Length largest =
        layout.table_size > Length{} ? layout.table_size : usual_table_size(table.columns);
    std::vector<Length> sizes;
    std::copy_if(std::begin(table_sizes), std::end(table_sizes), std::back_inserter(sizes),
                 [&](Length size) { return size <= largest && size >= smallest; });
    return sizes;
}

std::vector<Length> row_heights(const Table& table, std::span<const int> lines, Length size,
                                Length padding) {
    std::vector<Length> heights(table.rows);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (table.cells[i].rows > 1) continue;
        Length& row = heights[table.cells[i].row];
        row = std::max(row, height_of(lines[i], size) + padding * 2);
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if (cell.rows == 1) continue;
        const Length lacking = height_of(lines[i], size) + padding * 2 -
                               height_of(heights, cell.row, cell.row + cell.rows);
        if (lacking <= Length{}) continue;
        for (Length& row : std::span(heights).subspan(cell.row, cell.rows))
            row += lacking / cell.rows + Length{1};
    }
    return heights;
}

bool rows_within(const Table& table, std::span<const int> lines, Length size, Length room,
                 std::vector<Length>& heights) {
    heights = row_heights(table, lines, size, row_padding(size));
    const Length height = height_of(heights, 0, table.rows);
    if (height <= room) return true;
    const Length closer = row_padding(size) - (height - room) / (table.rows * 2) - Length{2};
    if (closer < least_row_padding(size)) return false;
    heights = row_heights(table, lines, size, closer);
    return true;
}

std::vector<RowBreak> row_breaks(const Table& table, std::span<const int> lines,
                                 std::span<const Length> heights, Length size) {
    std::vector<RowBreak> breaks(table.rows);
    std::vector<int> over(table.rows);    // labels that go on over the break
    std::vector<bool> opens(table.rows);  // the row below is a label over all columns
    bool any_opens = false;
    for (int row = table.head_rows + 2; row + 1 < table.rows; ++row)
        breaks[row].kind = RowBreak::Kind::rows;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        const int begin = cell.row, end = begin + cell.rows;
        if (cell.label && cell.columns == table.columns && begin > 0)
            opens[begin] = any_opens = true;
        const Length need = height_of(lines[i], size),
                     again = height_of(lines[i] + 1, size);  // with “（续）”
        for (int row = begin + 1; row < end; ++row) {
            ++over[row];
            breaks[row].label = std::max(breaks[row].label, again);
            if (height_of(heights, begin, row) < need || height_of(heights, row, end) < again)
                breaks[row].kind = RowBreak::Kind::never;
        }
    }
    // Groups begin with a label over all columns, else where at most one label goes on.
    for (int row = 0; row < table.rows; ++row) {
        const bool begins = any_opens ? opens[row] : over[row] <= 1;
        if (begins && breaks[row].kind == RowBreak::Kind::rows)
            breaks[row].kind = RowBreak::Kind::groups;
    }
    return breaks;
}

}  // namespace nianbao
