// Where cells stand on a sheet, and how formulas name them.
#pragma once

#include <compare>
#include <string>

namespace nianbao::xlsx {

/// Rows and columns count from 0.
struct At {
    int row = 0, column = 0;
    auto operator<=>(const At&) const = default;
};

struct Area {
    At first, last;
    bool operator==(const Area&) const = default;
};

/// "D", of column 3.
std::string column_letters(int column);
/// "D7", "D7:F9"; fixed: "$D$7".
std::string name_of(At at);
std::string name_of(const Area& area);
std::string fixed_name_of(const Area& area);
/// "$D7", whose column stays if the formula moves; "D$7", whose row stays.
std::string column_name_of(At at);
std::string row_name_of(At at);

}  // namespace nianbao::xlsx
