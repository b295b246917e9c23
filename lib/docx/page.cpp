#include "docx/page.hpp"

namespace nianbao::docx {
namespace {

constexpr int size = 320;  // 三号, in twips

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
    constexpr int to_spare = 4;
    const auto lines = static_cast<int>((layout.height - layout.em()) / layout.pitch) + 1;
    bottom = height - top - lines * pitch - to_spare;
    spacing = em - size - 1;
    // The number stands 7 mm below the text area (7.5), in type of 14 pt.
    footer = height - top - twips(layout.height) - twips(7.0_mm) - twips(14.0_pt);
}

}  // namespace nianbao::docx
