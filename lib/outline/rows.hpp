// The rows of a table: how high they are, and where a page may end between them. One rule
// for all who draw tables.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/length.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace nianbao {

/// The sizes of type that a table may have, largest first, down to `smallest`.
std::vector<Length> sizes_for(const Table& table, const Layout& layout, Length smallest);

/// The heights of rows whose cells take so many lines, with `padding` above and below.
std::vector<Length> row_heights(const Table& table, std::span<const int> lines, Length size,
                                Length padding);

/// The usual heights, or closer ones if they make the table no taller than `room`. False
/// if it is taller all the same.
bool rows_within(const Table& table, std::span<const int> lines, Length size, Length room,
                 std::vector<Length>& heights);

/// Where a table may be divided, before a row: nowhere inside its head and the two rows
/// below, before its last row, or where a label would not have room on either side;
/// anywhere else; or best between groups of rows. A page that goes on with the table and
/// ends here has more of it than `label` is high: that of a label that goes on again.
struct RowBreak {
    enum class Kind : std::uint8_t { never, rows, groups };
    Kind kind = Kind::never;
    Length label;
};

/// The break before each row of a table.
std::vector<RowBreak> row_breaks(const Table& table, std::span<const int> lines,
                                 std::span<const Length> heights, Length size);

}  // namespace nianbao
