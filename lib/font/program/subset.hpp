// TrueType outlines: subset by hb-subset, which keeps them as they are; what is drawn
// otherwise is one more glyph that draws the face's own.
#pragma once

#include "font/program/charstring.hpp"
#include "font/program/glyf_check.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

class Face;  // font/face.hpp

struct GlyfSubset {
    std::string bytes;                      // a TrueType file of the tables that a PDF needs
    unsigned glyphs = 0;                    // in the file
    std::vector<std::uint16_t> renumbered;  // for each wanted glyph its number in the file
};

/// True if the licence wants the face embedded with all its glyphs (OS/2 fsType
/// 0x100).
bool embed_whole(const Face& face);

/// Whether the glyph can be drawn, in its place on the baseline. REQUIRES: a glyf face.
GlyphState check_outline(const Face& face, std::uint32_t glyph);

/// Throws Failure if hb-subset refuses or a glyph is out of range.
/// REQUIRES: a glyf face; wanted is sorted and distinct; every glyph as it stands if
/// the face is embedded whole.
GlyfSubset subset_glyf(const Face& face, std::span<const WantedGlyph> wanted);

}  // namespace nianbao
