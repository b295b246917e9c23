#include "docx/page.hpp"

#include <algorithm>

namespace nianbao::docx {
namespace {

constexpr int size = 320;  // 三号, in twips

/// LibreOffice takes a grid's lines in hundredths of a millimetre, and where the text
/// area does not hold the last one begins half a line lower.
int to_spare(int lines, int pitch) {
    constexpr int inch = 1440, hundredths = 2540, least = 4;
    const int rounded = (pitch * hundredths + inch / 2) / inch;
    const int needed = (lines * rounded * inch + hundredths - 1) / hundredths - lines * pitch;
    return std::max(least, needed + 1);
}

}  // namespace

/// A line's exact height counts, so the text area is as many lines high, and not a twip
/// less: else the last one goes to the next page. 28 characters of 三号 are wider than
/// 156 mm, so each gives up a little.
Page::Page(const Layout& layout)
    : width(twips(layout.page_width)),
      height(twips(layout.page_height)),
      top(twips(layout.top)),
      left(twips(layout.left)),
      right(width - left - twips(layout.width)),
      bottom(0),
      text_width(twips(layout.width)),
      pitch(twips(layout.pitch)),
      em(twips(layout.em())),
      spacing(0),
      footer(0) {
    const auto lines = static_cast<int>((layout.height - layout.em()) / layout.pitch) + 1;
    bottom = height - top - lines * pitch - to_spare(lines, pitch);
    spacing = em - size - 1;
    // The number stands 7 mm below the text area (7.5), in type of 14 pt.
    footer = height - top - twips(layout.height) - twips(7.0_mm) - twips(14.0_pt);
}

}  // namespace nianbao::docx
