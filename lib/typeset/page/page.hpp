// Chunks are put on pages: rows of the grid, tables with their heads repeated, page
// numbers last.
#pragma once

#include "nianbao/pages.hpp"

#include "typeset/flow.hpp"

#include <vector>

namespace nianbao {

/// Fills pages with the chunks of a flow.
std::vector<Page> fill_pages(Flow& flow, const Layout& layout);

/// — N — below the text area, odd pages on the right, even pages on the left (GB/T
/// 9704 7.5), or as the layout says.
void number_pages(std::vector<Page>& pages, Setter& setter);

/// Draws, below everything else, the grid of 28 × 22 characters and the box of every line
/// of glyphs, to be looked at.
void draw_grid(std::vector<Page>& pages, const Layout& layout);

}  // namespace nianbao
