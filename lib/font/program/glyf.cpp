#include "font/program/glyf.hpp"

#include "font/program/glyf_check.hpp"
#include "pack/big_endian.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao {
namespace {

/// Byte positions of fields.
namespace head_at {
constexpr std::size_t index_to_loc_format = 50, size = 54;
}
namespace hhea_at {
constexpr std::size_t metrics = 34, size = 36;
}
namespace maxp_at {
constexpr std::size_t glyphs = 4, points = 6, contours = 8, composite_points = 10,
                      composite_contours = 12, component_elements = 28, component_depth = 30,
                      size = 32;
}

constexpr int scale_of_one = 0x4000;  // 2.14 bits
constexpr std::size_t glyph_header = 10;

void set_u16(std::string& bytes, std::size_t at, unsigned value) {
    bytes[at] = static_cast<char>(value >> 8);
    bytes[at + 1] = static_cast<char>(value);
}

/// Takes signed numbers too: they are kept as their two's complement.
template <class Integer>
void append_u16(std::string& bytes, Integer value) {
    append_big_endian(bytes, value, 2);
}

bool fits_i16(int value) {
    return value >= std::numeric_limits<std::int16_t>::min() &&
           value <= std::numeric_limits<std::int16_t>::max();
}

/// Where each glyph begins, and where the last one ends.
std::optional<std::vector<std::size_t>> read_loca(const GlyfTables& tables, std::size_t glyphs) {
    const bool wide = u16_at(tables.head, head_at::index_to_loc_format) != 0;
    if (tables.loca.size() < (glyphs + 1) * (wide ? 4 : 2)) return std::nullopt;
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i <= glyphs; ++i)
        offsets.push_back(wide ? u32_at(tables.loca, 4 * i) : 2 * u16_at(tables.loca, 2 * i));
    if (!std::is_sorted(offsets.begin(), offsets.end()) || offsets.back() > tables.glyf.size())
        return std::nullopt;
    return offsets;
}

struct Metric {
    int advance = 0;
    int bearing = 0;  // the left side's
};

/// One for every glyph: the last advance holds for those that have a bearing only.
std::optional<std::vector<Metric>> read_hmtx(const GlyfTables& tables, std::size_t glyphs) {
    const std::size_t whole = u16_at(tables.hhea, hhea_at::metrics);
    if (whole == 0 || whole > glyphs || tables.hmtx.size() < 4 * whole + 2 * (glyphs - whole))
        return std::nullopt;
    std::vector<Metric> metrics;
    for (std::size_t i = 0; i < whole; ++i)
        metrics.push_back(
            {static_cast<int>(u16_at(tables.hmtx, 4 * i)), i16_at(tables.hmtx, 4 * i + 2)});
    for (std::size_t i = whole; i < glyphs; ++i)
        metrics.push_back(
            {metrics[whole - 1].advance, i16_at(tables.hmtx, 4 * whole + 2 * (i - whole))});
    return metrics;
}

/// Where a component goes along the baseline: x becomes x * scale + shift.
struct Stretch {
    int shift = 0, scale = scale_of_one;
    int moved(int x) const { return ((std::int64_t{x} * scale + scale_of_one / 2) >> 14) + shift; }
};

/// Nothing if the numbers do not fit the format.
std::optional<Stretch> placing_of(std::string_view base, const AddedGlyph& added) {
    Stretch placing{added.shift};
    if (added.stretched) {
        const int left = i16_at(base, 2), width = i16_at(base, 6) - left;
        if (width <= 0) return std::nullopt;
        placing.scale = (added.advance * scale_of_one + width - 1) / width;
        placing.shift = 0;
        placing.shift = -placing.moved(left);
    }
    if (!fits_i16(placing.shift) || !fits_i16(placing.scale)) return std::nullopt;
    return placing;
}

/// The composite's description: the base's box, moved; one component. Nothing if the
/// base has no outline or the box leaves the format's range.
std::optional<std::string> composite_from(std::string_view base, const AddedGlyph& added) {
    if (base.size() < glyph_header) return std::nullopt;
    const std::optional<Stretch> placing = placing_of(base, added);
    if (!placing) return std::nullopt;
    const int left = placing->moved(i16_at(base, 2)), right = placing->moved(i16_at(base, 6));
    if (!fits_i16(left) || !fits_i16(right)) return std::nullopt;
    std::string glyph;
    append_u16(glyph, 0xFFFF);  // number of contours: -1, a composite
    append_u16(glyph, left);
    append_u16(glyph, u16_at(base, 4));
    append_u16(glyph, right);
    append_u16(glyph, u16_at(base, 8));
    append_u16(glyph,
               component::args_are_words | component::args_are_xy_values |
                   (added.stretched ? component::two_scales | component::unscaled_offset : 0));
    append_u16(glyph, added.base);
    append_u16(glyph, placing->shift);
    append_u16(glyph, 0);
    if (added.stretched) {
        append_u16(glyph, placing->scale);
        append_u16(glyph, scale_of_one);
    }
    return glyph;
}

void pad(std::string& bytes) { bytes.append((4 - bytes.size() % 4) % 4, '\0'); }

void raise(std::string& maxp, std::size_t at, unsigned value) {
    set_u16(maxp, at, std::max(u16_at(maxp, at), value));
}

}  // namespace

bool append_glyphs(GlyfTables& tables, std::span<const AddedGlyph> added) {
    if (tables.head.size() < head_at::size || tables.hhea.size() < hhea_at::size ||
        tables.maxp.size() < maxp_at::size)
        return false;
    const unsigned glyphs = u16_at(tables.maxp, maxp_at::glyphs);
    if (added.size() > 0xFFFF - glyphs) return false;
    std::optional<std::vector<std::size_t>> offsets = read_loca(tables, glyphs);
    std::optional<std::vector<Metric>> metrics = read_hmtx(tables, glyphs);
    if (!offsets || !metrics) return false;

    std::string glyf = tables.glyf.substr(0, offsets->back());
    pad(glyf);
    offsets->back() = glyf.size();
    for (const AddedGlyph& glyph : added) {
        if (glyph.base >= glyphs || glyph.advance < 0 || glyph.advance > 0xFFFF) return false;
        const std::size_t begin = (*offsets)[glyph.base], end = (*offsets)[glyph.base + 1U];
        // The bearing moves with the outline: drawers move a glyph by the difference
        // between its bearing and its box's edge.
        const int bearing = glyph.stretched ? 0 : (*metrics)[glyph.base].bearing + glyph.shift;
        const std::optional<std::string> composite =
            composite_from(std::string_view(glyf).substr(begin, end - begin), glyph);
        if (!composite || !fits_i16(bearing)) return false;
        glyf += *composite;
        pad(glyf);
        offsets->push_back(glyf.size());
        metrics->push_back({glyph.advance, bearing});
    }

    tables.glyf = std::move(glyf);
    tables.loca.clear();
    for (std::size_t offset : *offsets) append_big_endian(tables.loca, offset, 4);
    set_u16(tables.head, head_at::index_to_loc_format, 1);
    tables.hmtx.clear();
    for (const Metric& metric : *metrics) {
        append_u16(tables.hmtx, metric.advance);
        append_u16(tables.hmtx, metric.bearing);
    }
    const unsigned total = glyphs + added.size();
    set_u16(tables.hhea, hhea_at::metrics, total);
    set_u16(tables.maxp, maxp_at::glyphs, total);
    raise(tables.maxp, maxp_at::composite_points, u16_at(tables.maxp, maxp_at::points));
    raise(tables.maxp, maxp_at::composite_contours, u16_at(tables.maxp, maxp_at::contours));
    raise(tables.maxp, maxp_at::component_elements, 1);
    set_u16(tables.maxp, maxp_at::component_depth,
            u16_at(tables.maxp, maxp_at::component_depth) + 1);  // the base may be a composite
    return true;
}

}  // namespace nianbao
