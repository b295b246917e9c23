// The parts that charts become: a drawing for the sheet, and one for each chart.
#pragma once

#include "xlsx/package/sheet.hpp"

#include <string>

namespace nianbao::xlsx {

/// Where the charts of a sheet stand; the n-th has the relation rIdn. REQUIRES: it has
/// charts.
std::string drawing_xml(const Sheet& sheet);

/// A chart with what its cells hold now, so that programs show it before they reckon.
std::string chart_xml(const Sheet& sheet, const Chart& chart);

}  // namespace nianbao::xlsx
