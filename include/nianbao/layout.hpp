// The settings of the page, with the values of GB/T 9704—2012 as their defaults.
#pragma once

#include "nianbao/length.hpp"

namespace nianbao {

/// Which face draws digits and Latin letters in the text: the Latin face of the role, or the Han face's own half-width ones.
enum class Digits { latin, han };

/// The page. Defaults: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 28 characters a line, 22 lines (5.2).
struct Layout {
    Length page_width = 210.0_mm, page_height = 297.0_mm;
    Length left = 28.0_mm, top = 37.0_mm;
    Length width = 156.0_mm, height = 225.0_mm;
    int columns = 28, lines = 22;
    /// Baseline to baseline. Default: 一行 = 字高 + 3号字高的 7/8 (3.3) with a character of 156 mm / 28; data files may set 28 pt to 29.62 pt.
    Length pitch = Length{(height.units - width.units / columns) / (lines - 1)};
    Digits digits = Digits::latin;

    /// The type size of the text, and the width of a character: 156 mm / 28 = 15.79 pt.
    constexpr Length em() const { return width / columns; }
    bool operator==(const Layout&) const = default;
};

}  // namespace nianbao
