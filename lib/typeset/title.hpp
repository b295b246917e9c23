// Titles: broken by sense, in the shape of a trapezium or a rhombus.
#pragma once

#include "nianbao/breaks.hpp"

#include "typeset/line_break.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// The lines of the title above and below one, as far as they are set or written.
struct TitleCompany {
    std::vector<Length> above, below;
};

/// Breaks one written line of a title that is too wide for the measure, over the fewest
/// lines (GB/T 9704 7.3.1: 词意完整、排列对称、长短适宜, 梯形或菱形): at the breaks
/// alone, counted in items, at those that are strained only if no others do. A line that
/// fits is left alone. If no breaks divide it into lines that fit, it is divided evenly.
std::vector<LineRange> title_lines(std::span<const Item> items, std::span<const Break> breaks,
                                   const Measures& measure, const TitleCompany& company = {});

}  // namespace nianbao
