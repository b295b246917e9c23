// Whether TrueType outlines can be drawn. They are embedded as they stand, so what is
// broken in them would show as a blank on the page.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao {

/// Flags of a component: OpenType 1.9, glyf, composite glyph description. With
/// `args_are_xy_values` its place is a distance, else two points that meet;
/// `unscaled_offset` keeps the scale away from that distance.
namespace component {
inline constexpr unsigned args_are_words = 0x1, args_are_xy_values = 0x2, one_scale = 0x8,
                          more_components = 0x20, two_scales = 0x40, two_by_two = 0x80,
                          unscaled_offset = 0x1000;
}

/// The tables of a font in which its outlines lie.
struct GlyfSource {
    std::string_view glyf, loca, head;
    std::uint32_t glyphs = 0;
};

/// A box around points, in font units; of no points if left > right.
struct OutlineBox {
    int left = 1, bottom = 1, right = 0, top = 0;
    bool empty() const { return left > right; }
    void add(const OutlineBox& other);
};

enum class GlyphState : std::uint8_t {
    drawn,
    blank,   // no outline, or one without area
    broken,  // its description reaches beyond its bytes, contradicts itself or asks for
             // too much
};

/// True if an outline in this box lies near its place on the baseline: within two ems
/// of its own box. What lies farther is not seen beside its neighbours, or not at all.
bool near_its_place(const OutlineBox& outline, int advance, int units_per_em);

/// What is found of a glyph: `outline` encloses its control points.
struct GlyphCheck {
    GlyphState state = GlyphState::broken;
    OutlineBox outline;
    int stated_left = 0;  // the box's left edge as the glyph's header has it, from which
                          // drawers reckon the bearing
};

/// Reads the glyph and its components. Takes time in proportion to their bytes, of which
/// there are limits, whatever the bytes are.
GlyphCheck check_glyph(const GlyfSource& source, std::uint32_t glyph);

}  // namespace nianbao
