// TrueType glyphs of our own, added to a subset: marks whose box is cut, dashes that
// touch.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace nianbao {

/// A glyph that draws another one in a box of its own: moved along the baseline, or
/// stretched from edge to edge. In font units.
struct AddedGlyph {
    std::uint16_t base = 0;
    int shift = 0;
    int advance = 0;
    bool stretched = false;  // then without shift
};

/// The tables that say how many glyphs a TrueType font has, where they are and what they
/// measure. Source: OpenType 1.9.
struct GlyfTables {
    std::string glyf, loca, hmtx, head, hhea, maxp;
};

/// Adds the glyphs after the font's own, each a composite of one component, with a metric
/// of its own. False if the tables contradict each other or a number does not fit;
/// they are left as they were.
[[nodiscard]] bool append_glyphs(GlyfTables& tables, std::span<const AddedGlyph> added);

}  // namespace nianbao
