#include "font/program/glyf_check.hpp"

#include "pack/big_endian.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

// Real glyphs stay far below.
constexpr int deepest = 8;
constexpr int most_components = 256;
constexpr std::size_t most_points = 50'000;

// Flags of a point: OpenType 1.9, glyf, simple glyph description.
constexpr unsigned x_short = 0x02, y_short = 0x04, repeated = 0x08, x_same_or_positive = 0x10,
                   y_same_or_positive = 0x20;

/// A glyph's bytes, read from the front. Beyond the end it fails, and gives zeros.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    unsigned u8() {
        if (at_ >= bytes_.size()) {
            failed_ = true;
            return 0;
        }
        return u8_at(bytes_, at_++);
    }
    unsigned u16() {
        const unsigned high = u8();
        return high << 8 | u8();
    }
    int i16() { return static_cast<std::int16_t>(u16()); }
    void skip(std::size_t bytes) {
        if (bytes > bytes_.size() - at_) failed_ = true;
        else at_ += bytes;
    }
    bool failed() const { return failed_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

/// What a glyph is made of; added up over components.
struct GlyphMeasure {
    std::size_t points = 0;
    OutlineBox box;
};

/// How a component is placed: a matrix of 2.14 bits and a distance.
struct Placing {
    int xx = 0x4000, xy = 0, yx = 0, yy = 0x4000, x = 0, y = 0;

    /// The box of the moved box.
    OutlineBox moved(const OutlineBox& box) const {
        OutlineBox out;
        if (box.empty()) return out;
        for (const int from_x : {box.left, box.right})
            for (const int from_y : {box.bottom, box.top}) {
                const auto on = [](int a, int b, int factor_a, int factor_b) {
                    const std::int64_t sum =
                        std::int64_t{a} * factor_a + std::int64_t{b} * factor_b;
                    return sum >> 14;
                };
                const int to_x = on(from_x, from_y, xx, yx) + x,
                          to_y = on(from_x, from_y, xy, yy) + y;
                out.add({to_x, to_y, to_x, to_y});
            }
        return out;
    }
};

class Checker {
public:
    explicit Checker(const GlyfSource& source) : source_(source) {}

    /// Nothing if the glyph is broken.
    std::optional<GlyphMeasure> measure(std::uint32_t glyph, int depth) {
        if (depth > deepest || ++components_ > most_components) return std::nullopt;
        const std::optional<std::string_view> bytes = bytes_of(glyph);
        if (!bytes) return std::nullopt;
        if (bytes->empty()) return GlyphMeasure{};
        Reader reader(*bytes);
        const int contours = reader.i16();
        reader.skip(8);  // the box
        if (reader.failed()) return std::nullopt;
        const std::optional<GlyphMeasure> measured =
            contours >= 0 ? simple(reader, contours) : composite(reader, depth);
        if (!measured || reader.failed() || (points_ += measured->points) > most_points)
            return std::nullopt;
        return measured;
    }

    /// Nothing if they lie beyond the tables.
    std::optional<std::string_view> bytes_of(std::uint32_t glyph) const {
        if (glyph >= source_.glyphs || source_.head.size() < 54) return std::nullopt;
        const bool wide = Reader(source_.head.substr(50)).u16() != 0;
        Reader loca(source_.loca);
        loca.skip(std::size_t{glyph} * (wide ? 4 : 2));
        const auto offset = [&]() -> std::size_t {
            const std::size_t high = loca.u16();
            return wide ? high << 16 | loca.u16() : 2 * high;
        };
        const std::size_t begin = offset(), end = offset();
        if (loca.failed() || begin > end || end > source_.glyf.size()) return std::nullopt;
        return source_.glyf.substr(begin, end - begin);
    }

private:
    std::optional<GlyphMeasure> simple(Reader& reader, int contours) const {
        std::size_t points = 0;  // each contour says which point is its last
        for (int i = 0; i < contours; ++i) {
            const std::size_t last = reader.u16();
            if (last < points) return std::nullopt;
            points = last + 1;
        }
        reader.skip(reader.u16());  // instructions
        if (reader.failed() || points > most_points) return std::nullopt;

        std::vector<unsigned> flags;
        flags.reserve(points);
        while (flags.size() < points && !reader.failed()) {
            const unsigned flag = reader.u8();
            const std::size_t times = flag & repeated ? reader.u8() + 1U : 1U;
            if (times > points - flags.size()) return std::nullopt;
            flags.insert(flags.end(), times, flag);
        }
        const Range x = range(reader, flags, x_short, x_same_or_positive),
                    y = range(reader, flags, y_short, y_same_or_positive);
        if (!x || !y || reader.failed()) return std::nullopt;
        return GlyphMeasure{points, {x->first, y->first, x->second, y->second}};
    }

    /// The least and greatest coordinate along one axis; nothing if one does not fit into
    /// 16 bits.
    using Range = std::optional<std::pair<int, int>>;
    static Range range(Reader& reader, const std::vector<unsigned>& flags, unsigned is_short,
                       unsigned same_or_positive) {
        int at = 0, least = 1, most = 0;
        for (unsigned flag : flags) {
            if (flag & is_short) {
                const int step = reader.u8();
                at += flag & same_or_positive ? step : -step;
            } else if (!(flag & same_or_positive)) {
                at += reader.i16();
            }
            if (at < -32'768 || at > 32'767) return std::nullopt;
            const bool first = least > most;
            least = first ? at : std::min(least, at);
            most = first ? at : std::max(most, at);
        }
        return std::pair(least, most);
    }

    static int distance(unsigned argument, bool word) {
        return word ? static_cast<std::int16_t>(argument) : static_cast<std::int8_t>(argument);
    }

    std::optional<GlyphMeasure> composite(Reader& reader, int depth) {
        GlyphMeasure whole;
        for (unsigned flags = component::more_components; flags & component::more_components;) {
            flags = reader.u16();
            const unsigned glyph = reader.u16();
            const bool words = flags & component::args_are_words;
            const bool anchored =
                !(flags & component::args_are_xy_values);  // by points, not a distance
            const unsigned first = words ? reader.u16() : reader.u8(),
                           second = words ? reader.u16() : reader.u8();
            Placing placing;
            if (!anchored) {
                placing.x = distance(first, words);
                placing.y = distance(second, words);
            }
            if (flags & (component::one_scale | component::two_scales | component::two_by_two))
                placing.xx = placing.yy = reader.i16();
            if (flags & component::two_by_two &&
                !(flags & (component::one_scale | component::two_scales))) {
                placing.xy = reader.i16();
                placing.yx = reader.i16();
            }
            if (flags & (component::two_scales | component::two_by_two) &&
                !(flags & component::one_scale))
                placing.yy = reader.i16();
            if (reader.failed()) return std::nullopt;
            const std::optional<GlyphMeasure> part = measure(glyph, depth + 1);
            if (!part || (anchored && (first >= whole.points || second >= part->points)))
                return std::nullopt;
            whole.points += part->points;
            whole.box.add(placing.moved(part->box));
        }
        return whole;
    }

    const GlyfSource& source_;
    int components_ = 0;
    std::size_t points_ = 0;
};

}  // namespace

void OutlineBox::add(const OutlineBox& other) {
    if (other.empty()) return;
    if (empty()) {
        *this = other;
        return;
    }
    left = std::min(left, other.left);
    bottom = std::min(bottom, other.bottom);
    right = std::max(right, other.right);
    top = std::max(top, other.top);
}

bool near_its_place(const OutlineBox& outline, int advance, int units_per_em) {
    const int far = 2 * units_per_em;
    return outline.left >= -far && outline.right <= advance + far && outline.bottom >= -far &&
           outline.top <= far;
}

GlyphCheck check_glyph(const GlyfSource& source, std::uint32_t glyph) {
    Checker checker(source);
    const std::optional<GlyphMeasure> measured = checker.measure(glyph, 0);
    if (!measured) return {};
    int stated_left = 0;
    if (const std::optional<std::string_view> bytes = checker.bytes_of(glyph);
        bytes && !bytes->empty()) {
        Reader header(*bytes);
        header.skip(2);
        stated_left = header.i16();
    }
    const OutlineBox& box = measured->box;
    const bool ink = box.right > box.left && box.top > box.bottom;
    return {ink ? GlyphState::drawn : GlyphState::blank, box, stated_left};
}

}  // namespace nianbao
