// TrueType outlines: subset by hb-subset, which keeps them as they are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

class Face;  // font/face.hpp

struct GlyfSubset {
    std::string bytes;                      // a TrueType file of the tables that a PDF needs
    int glyphs = 0;                         // in the file
    std::vector<std::uint32_t> renumbered;  // for each wanted glyph its number in the file
};

/// True where the licence wants the face embedded with all its glyphs (OS/2 fsType 0x100).
bool embed_whole(const Face& face);

/// True where the glyph has no outline. Reads its header only.
bool is_blank(const Face& face, std::uint32_t glyph);

/// Throws Failure where hb-subset refuses or a glyph is out of range. REQUIRES: a glyf face; wanted is sorted and distinct.
GlyfSubset subset_glyf(const Face& face, std::span<const std::uint32_t> wanted);

}  // namespace nianbao
