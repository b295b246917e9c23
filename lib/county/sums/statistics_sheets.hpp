// The sheets of 统计, and what they share.
#pragma once

#include "county/sums/statistics.hpp"
#include "xlsx/package/sheet.hpp"

#include <string>

namespace nianbao::sums {

/// Each office with its figures, and what stands out.
xlsx::Sheet office_sheet(const Statistics& statistics, const DeskHead& head);
xlsx::Sheet outlier_sheet(const Statistics& statistics, const DeskHead& head);

/// A sheet of A4 on its side, with its title. `below`: the line under that.
xlsx::Sheet statistics_sheet(const Statistics& statistics, const DeskHead& head,
                             const std::string& name, const std::string& title,
                             const std::string& below, int columns);

/// Which offices are counted, and which growth is reckoned over.
std::string scope_of(const Statistics& statistics);

/// Of rates, as programs reckon them.
double value_of(const Amount& amount);
xlsx::Style percent_style();

}  // namespace nianbao::sums
