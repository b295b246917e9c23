// Which elements of one row stand in another, in the same order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nianbao::data {

/// For each of `before` its counterpart in `after`, or -1: a longest common subsequence.
/// What both begin and end with is matched first. Of what is left nothing is matched if
/// comparing it takes more than `budget` steps, which are taken off it.
template <class Element>
std::vector<int> matched(const std::vector<Element>& before, const std::vector<Element>& after,
                         std::size_t& budget) {
    std::vector<int> found(before.size(), -1);
    std::size_t first = 0, old_end = before.size(), new_end = after.size();
    while (first < old_end && first < new_end && before[first] == after[first]) {
        found[first] = static_cast<int>(first);
        ++first;
    }
    while (old_end > first && new_end > first && before[old_end - 1] == after[new_end - 1])
        found[--old_end] = static_cast<int>(--new_end);
    const std::size_t rows = old_end - first, columns = new_end - first;
    if (rows == 0 || columns == 0 || rows > budget / columns) return found;
    budget -= rows * columns;
    // longest[r][c]: of what begins at row r and column c.
    std::vector<unsigned> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> unsigned& {
        return longest[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            at(row, column) = before[first + row] == after[first + column]
                                  ? at(row + 1, column + 1) + 1
                                  : std::max(at(row + 1, column), at(row, column + 1));
        }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (before[first + row] == after[first + column]) {
            found[first + row] = static_cast<int>(first + column);
            ++row, ++column;
        } else if (at(row + 1, column) >= at(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
    return found;
}

}  // namespace nianbao::data
