// Figures that no cell holds and that offices write of: they follow from cells.
#pragma once

#include "nianbao/report.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace nianbao {

/// A sum of cells, or the share that it is of another sum. Paths are those of
/// Report::cell().
struct KeyFigure {
    std::string_view key, name;
    std::array<std::string_view, 2> cells;       // empty ones count nothing
    std::array<std::string_view, 2> whole = {};  // none: the figure is the sum itself

    constexpr bool is_share() const { return !whole[0].empty(); }
};

/// Every edition has the cells of them.
std::span<const KeyFigure> key_figures();

/// The sum of those cells of the report.
Amount sum_of(const Report& report, const std::array<std::string_view, 2>& cells);

/// A share in tenths of a per cent, halves away from zero; empty if the whole is zero.
/// REQUIRES: both are whole numbers of at most 15 digits and not negative.
std::optional<int> share_in_thousandths(const Amount& part, const Amount& whole);

}  // namespace nianbao
