// Which glyphs of which faces the pages use, and the codes under which they are embedded.
#pragma once

#include "font/program/program.hpp"
#include "nianbao/pages.hpp"

#include <cstdint>
#include <vector>

namespace nianbao {

/// A glyph as a content stream shows it. Width in 1/100,000 em.
struct Shown {
    std::uint16_t code = 0;
    std::int32_t width = 0;
};

/// A face as the file embeds it. `uses` and the program's lists go together.
struct UsedFace {
    int face = 0;
    std::vector<GlyphUse> uses;
    Program program;
};

struct UsedFonts {
    std::vector<UsedFace> faces;  // in the order of their index
    std::vector<Shown> shown;     // for each glyph of each run, page by page
    std::vector<int> resource;    // for each face of Fonts its place in `faces`; -1: not used
};

/// Throws Failure if a run's glyphs do not cover its source text, or a face refuses.
UsedFonts collect_fonts(const Pages& pages, const Fonts& fonts);

}  // namespace nianbao
