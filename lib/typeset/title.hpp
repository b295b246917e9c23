// Titles: broken by sense, in the shape of a trapezium or a rhombus.
#pragma once

#include "typeset/line_break.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace nianbao {

/// Breaks one written line of a title that is too wide for the measure, over the fewest lines (GB/T 9704 7.3.1: 词意完整、排列对称、长短适宜,
/// 梯形或菱形). Words that titles of this kind are made of, and the agency's name where it fits on a line, are kept whole.
/// `text` has a character for each item. A line that fits is left alone.
std::vector<LineRange> title_lines(std::u32string_view text, std::span<const Item> items, std::u32string_view agency, const Measures& measure);

}  // namespace nianbao
