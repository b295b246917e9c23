// The grid made visible.
#include "typeset/page/page.hpp"

namespace nianbao {
namespace {

constexpr Length weight = 0.25_pt;
constexpr std::uint8_t grid_lightness = 200, box_lightness = 110;

void frame(std::vector<Mark>& marks, Point origin, Length width, Length height,
           std::uint8_t lightness) {
    marks.emplace_back(Rule{origin, width, weight, lightness});
    marks.emplace_back(Rule{{origin.x, origin.y + height - weight}, width, weight, lightness});
    marks.emplace_back(Rule{origin, weight, height, lightness});
    marks.emplace_back(Rule{{origin.x + width - weight, origin.y}, weight, height, lightness});
}

/// A line's box: the em box over all its glyphs.
void frame(std::vector<Mark>& marks, const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const Length above = run.size * 88 / 100, length = run.glyphs.back().x + run.size;
    if (run.turned)
        frame(marks, {run.origin.x - above, run.origin.y - length}, run.size, length,
              box_lightness);
    else frame(marks, {run.origin.x, run.origin.y - above}, length, run.size, box_lightness);
}

}  // namespace

void draw_grid(std::vector<Page>& pages, const Layout& layout) {
    for (Page& page : pages) {
        std::vector<Mark> grid;
        const Length left = layout.left_of(page.number);
        for (Length down; down + layout.em() <= layout.height; down += layout.pitch) {
            for (int column = 0; column < layout.columns; ++column)
                frame(grid, {left + layout.em() * column, layout.top + down}, layout.em(),
                      layout.em(), grid_lightness);
        }
        for (const Mark& mark : page.marks) {
            if (const auto* run = std::get_if<GlyphRun>(&mark)) frame(grid, *run);
        }
        page.marks.insert(page.marks.begin(), grid.begin(), grid.end());
    }
}

}  // namespace nianbao
