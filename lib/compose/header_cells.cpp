#include "compose/compose.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// For each place of the grid the index of the cell that covers it.
class Grid {
public:
    explicit Grid(const Table& table) : columns_(table.columns), owners_(table.rows * columns_) {
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const TableCell& cell = table.cells[i];
            for (int row = cell.row; row < cell.row + cell.rows; ++row)
                std::fill_n(owners_.begin() + place(row, cell.column), cell.columns,
                            static_cast<int>(i));
        }
    }

    int at(int row, int column) const { return owners_[place(row, column)]; }

private:
    std::ptrdiff_t place(int row, int column) const { return columns_ * row + column; }

    std::ptrdiff_t columns_;
    std::vector<int> owners_;
};

/// Finds the headings of a cell's column, from the cell upwards.
void find_above(const Table& table, const Grid& grid, const TableCell& cell,
                std::vector<int>& above) {
    above.clear();
    bool heading = cell.label && cell.scope == Scope::column;
    for (int row = cell.row - 1; row >= 0; --row) {
        const int other = grid.at(row, cell.column);
        const TableCell& label = table.cells[other];
        const bool is_column = label.label && label.scope == Scope::column;
        if (heading && !is_column) break;
        heading = heading || is_column;
        if (is_column && (cell.scope != Scope::row || row < table.head_rows))
            above.push_back(other);
    }
}

}  // namespace

void find_headers(Table& table) {
    const Grid grid(table);
    std::vector<int> above;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        TableCell& cell = table.cells[i];
        const auto add = [&](int other) {
            if (other != static_cast<int>(i) &&
                std::find(cell.headers.begin(), cell.headers.end(), other) == cell.headers.end())
                cell.headers.push_back(other);
        };
        find_above(table, grid, cell, above);
        cell.headers.reserve(above.size() + (cell.scope == Scope::column
                                                 ? 0
                                                 : static_cast<std::size_t>(cell.column)));
        std::for_each(above.rbegin(), above.rend(), add);
        if (cell.scope == Scope::column) continue;
        for (int column = 0; column < cell.column; ++column) {
            const int other = grid.at(cell.row, column);
            if (table.cells[other].scope == Scope::row) add(other);
        }
    }
}

}  // namespace nianbao
