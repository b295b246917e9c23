// The font program of one face for one document: its used glyphs, under codes of their
// own.
#pragma once

#include "font/faces.hpp"
#include "nianbao/pages.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// A glyph that a document uses, and the text it stands for: the same glyph for two texts
/// (U+4E00 and U+2F00) is two uses, with two codes, so that the text can be taken out of
/// the file exactly.
struct GlyphUse {
    std::uint32_t glyph = 0;
    Trim trim = {};
    std::u32string text;
    auto operator<=>(const GlyphUse&) const = default;
};

/// A font program ready to embed.
struct Program {
    enum class Kind : std::uint8_t { cff, glyf } kind = Kind::cff;
    std::string bytes;  // a bare CFF (PDF: CIDFontType0C), or a TrueType file (FontFile2)
    std::string name;   // "ABCDEF+FandolFang-Regular"; without the tag if the face is
                        // embedded whole
    std::vector<std::uint16_t> codes;   // for each use; in a CFF its CID
    std::vector<std::int32_t> widths;   // for each use, in 1/100,000 em: as the program has them
    std::vector<std::uint16_t> glyphs;  // glyf alone: glyph of the program by code, code
                                        // 0 first; empty if code and glyph are the same
    // In 1/1000 em:
    int left = 0, bottom = 0, right = 0, top = 0;
    int ascent = 0, descent = 0, cap_height = 0, stem = 0;
};

/// Throws Failure, naming the face and the character, if a glyph cannot be drawn or is
/// blank though its character is not. REQUIRES: uses are sorted and distinct, none has
/// glyph 0; Trim only if the face can_trim. The same uses give the same bytes.
Program make_program(const FaceSet& faces, int face, std::span<const GlyphUse> uses);

}  // namespace nianbao
