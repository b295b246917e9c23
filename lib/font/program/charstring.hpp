// A glyph's outline, drawn once by HarfBuzz and encoded as a Type 2 charstring: no CFF
// parser of our own, no hints, no subroutines.
#pragma once

#include "nianbao/pages.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

class Face;  // font/face.hpp

/// A contour's piece in absolute 16.16 font units. A line or move uses x, y alone.
struct Segment {
    enum class Kind : std::uint8_t { move, line, curve } kind = Kind::move;
    std::int32_t x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0;
    bool operator==(const Segment&) const = default;
};

/// An encoded glyph. Its box encloses the control points, in font units; a blank glyph
/// has none.
struct Charstring {
    std::string code;
    bool blank = true;
    int advance = 0;  // in font units, as the box
    int left = 0, bottom = 0, right = 0, top = 0;
};

/// The glyph's segments as HarfBuzz draws them, without the line back to a contour's
/// start, which Type 2 adds by itself. Throws Failure, naming face and glyph, if it
/// cannot be drawn. REQUIRES: the face is CFF (a glyf face could hang HarfBuzz's draw).
std::vector<Segment> draw_outline(const Face& face, std::uint32_t glyph);

/// How a glyph is drawn otherwise than the face has it.
struct Drawing {
    Trim trim = {};
    // One mark with the same beside it: a dash of a 破折号 reaches from edge to edge of its
    // box; the dots of a 省略号 are even over their boxes.
    bool joined = false;
    auto operator<=>(const Drawing&) const = default;
    bool as_it_stands() const { return trim.none() && !joined; }
};

/// A glyph, and how it is drawn.
struct WantedGlyph {
    std::uint32_t glyph = 0;
    Drawing drawing = {};
    auto operator<=>(const WantedGlyph&) const = default;
};

/// The glyph as a charstring, its width first. A trim on the left moves it to the left.
Charstring draw_charstring(const Face& face, std::uint32_t glyph, const Drawing& drawing);

/// In font units: how far the trim moves a glyph along the baseline, and the advance of a
/// glyph so trimmed.
int trim_shift(const Face& face, Trim trim);
int trimmed_advance(const Face& face, std::uint32_t glyph, Trim trim);

/// Segments as Type 2 operators; `width` is the difference from nominalWidthX, nothing
/// if the width is the default one. Source: Adobe Technical Note 5177. REQUIRES: every
/// segment's deltas fit in 16 bits.
std::string encode_type2(std::span<const Segment> segments, std::optional<int> width);

/// A CFF font's widths: defaultWidthX is the em, nominalWidthX half of it, so that both
/// kinds of Han glyph are short.
constexpr int default_width(int units_per_em) { return units_per_em; }
constexpr int nominal_width(int units_per_em) { return units_per_em / 2; }

}  // namespace nianbao
