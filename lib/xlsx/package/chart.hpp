// A chart on a sheet as value: which of the sheet's cells it draws, and where it stands.
#pragma once

#include "xlsx/package/place.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao::xlsx {

/// columns: one beside the other; bars: lying, the first on top, for long names; stacked:
/// columns one upon the other; pie: of the first series, with shares.
enum class ChartKind : std::uint8_t { columns, bars, stacked, pie };

/// One colour of a chart. `name`: the cell that names it.
struct Series {
    At name;
    Area values;
};

/// Categories and values are cells of the sheet that it stands on, side by side or one
/// below the other; it shows what these hold.
struct Chart {
    ChartKind kind = ChartKind::columns;
    std::string title = {};
    Area place = {};  // the cells that it covers
    Area categories = {};
    std::vector<Series> series = {};
};

}  // namespace nianbao::xlsx
