// Drawing: HarfBuzz calls our pen, the pen keeps segments and refuses what no charstring
// can hold.
#include "font/face.hpp"
#include "font/program/charstring.hpp"
#include "font/program/glyf_check.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <memory>

namespace nianbao {
namespace {

constexpr std::size_t most_segments = 20'000;
constexpr float farthest = 32'000;  // font units; a charstring's numbers are 16 bits
/// HarfBuzz stops at 10,000 tokens of a charstring without saying so, and cuts the glyph.
/// Real glyphs stay far below.
constexpr std::size_t most_tokens = 9'000;

constexpr std::size_t ellipsis_dots = 3;

/// The most that these segments can have taken: a number for each coordinate, and an
/// operator.
std::size_t tokens(std::span<const Segment> segments) {
    std::size_t sum = 0;
    for (const Segment& segment : segments) sum += segment.kind == Segment::Kind::curve ? 7 : 3;
    return sum;
}

struct Pen {
    std::vector<Segment> segments;
    std::int32_t x = 0, y = 0;              // where it stands
    std::int32_t start_x = 0, start_y = 0;  // of the contour
    bool refused = false;

    std::int32_t fixed(float units) {
        if (!(units > -farthest && units < farthest)) {  // NaN, too
            refused = true;
            return 0;
        }
        const double scaled = double{units} * 65536;
        return static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    void add(Segment segment) noexcept {
        if (refused || segments.size() >= most_segments) {
            refused = true;
            return;
        }
        try {
            segments.push_back(segment);
        } catch (...) {  // no exception may pass through HarfBuzz's C
            refused = true;
        }
        x = segment.x;
        y = segment.y;
    }
    void move(float to_x, float to_y) {
        add({.kind = Segment::Kind::move, .x = fixed(to_x), .y = fixed(to_y)});
        start_x = x;
        start_y = y;
    }
    void line(float to_x, float to_y) {
        const std::int32_t end_x = fixed(to_x), end_y = fixed(to_y);
        if (end_x != x || end_y != y) add({.kind = Segment::Kind::line, .x = end_x, .y = end_y});
    }
    void curve(float x1, float y1, float x2, float y2, float to_x, float to_y) {
        add({.kind = Segment::Kind::curve,
             .x1 = fixed(x1),
             .y1 = fixed(y1),
             .x2 = fixed(x2),
             .y2 = fixed(y2),
             .x = fixed(to_x),
             .y = fixed(to_y)});
    }
    /// HarfBuzz draws the line back to the start; a charstring's contour closes by
    /// itself.
    void close() {
        if (!segments.empty() && segments.back().kind == Segment::Kind::line && x == start_x &&
            y == start_y)
            segments.pop_back();
    }
};

Pen& pen_of(void* data) { return *static_cast<Pen*>(data); }

struct DestroyFunctions {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};

/// Made once; gone when the library is unloaded.
hb_draw_funcs_t* pen_functions() {
    static const std::unique_ptr<hb_draw_funcs_t, DestroyFunctions> functions([] {
        auto* made = hb_draw_funcs_create();
        using State = hb_draw_state_t;
        using Functions = hb_draw_funcs_t;
        hb_draw_funcs_set_move_to_func(
            made,
            [](Functions*, void* pen, State*, float x, float y, void*) { pen_of(pen).move(x, y); },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            made,
            [](Functions*, void* pen, State*, float x, float y, void*) { pen_of(pen).line(x, y); },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made,
            [](Functions*, void* pen, State*, float x1, float y1, float x2, float y2, float x,
               float y, void*) { pen_of(pen).curve(x1, y1, x2, y2, x, y); },
            nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            made, [](Functions*, void* pen, State*, void*) { pen_of(pen).close(); }, nullptr,
            nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }());
    return functions.get();
}

[[noreturn]] void refuse(const Face& face, std::uint32_t glyph, std::string_view why) {
    throw Failure(fmt::format("{}的第 {} 号字形{}", face.described(), glyph, why));
}

bool deltas_fit(std::span<const Segment> segments) {
    std::int64_t x = 0, y = 0;
    const auto step = [](std::int64_t to, std::int64_t& from) {
        const std::int64_t delta = to - from;
        from = to;
        return delta >= -32768LL * 65536 && delta <= 32767LL * 65536;
    };
    for (const Segment& s : segments) {
        if (s.kind == Segment::Kind::curve &&
            !(step(s.x1, x) && step(s.y1, y) && step(s.x2, x) && step(s.y2, y)))
            return false;
        if (!(step(s.x, x) && step(s.y, y))) return false;
    }
    return true;
}

/// Stretches the outline along the baseline so that it reaches from 0 to `right`.
void stretch(std::vector<Segment>& segments, int right) {
    const auto [first, last] =
        std::minmax_element(segments.begin(), segments.end(),
                            [](const Segment& a, const Segment& b) { return a.x < b.x; });
    if (first == segments.end() || first->x == last->x) return;
    const std::int64_t from = first->x, width = last->x - from,
                       wanted = std::int64_t{right} * 65536;
    const auto moved = [&](std::int32_t x) {
        return static_cast<std::int32_t>((x - from) * wanted / width);
    };
    for (Segment& s : segments) {
        s.x = moved(s.x);
        s.x1 = moved(s.x1);
        s.x2 = moved(s.x2);
    }
}

/// A contour among the segments of an outline, and how far it reaches along the baseline.
struct Contour {
    std::span<Segment> segments;
    std::int32_t left, right;
};

std::vector<Contour> contours_of(std::vector<Segment>& segments) {
    std::vector<Contour> contours;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (i == 0 || segments[i].kind == Segment::Kind::move)
            contours.push_back({std::span(segments).subspan(i, 0), segments[i].x, segments[i].x});
        Contour& own = contours.back();
        own.segments = {own.segments.data(), own.segments.size() + 1};
        own.left = std::min(own.left, segments[i].x);
        own.right = std::max(own.right, segments[i].x);
    }
    return contours;
}

/// Moves the dots of an ellipsis so that two beside each other are six in one row.
void spread(std::vector<Contour>& dots, int right) {
    std::sort(dots.begin(), dots.end(),
              [](const Contour& a, const Contour& b) { return a.left < b.left; });
    const std::int64_t room = std::int64_t{right} * 65536 / std::ssize(dots);
    for (std::int64_t i = 0; i < std::ssize(dots); ++i) {
        const Contour& dot = dots[static_cast<std::size_t>(i)];
        const std::int64_t middle = (std::int64_t{dot.left} + dot.right) / 2;
        const auto shift = static_cast<std::int32_t>(room * i + room / 2 - middle);
        for (Segment& s : dot.segments) {
            s.x += shift;
            s.x1 += shift;
            s.x2 += shift;
        }
    }
}

/// Draws a dash or an ellipsis so that two beside each other are one mark.
void join(std::vector<Segment>& segments, int right) {
    std::vector<Contour> contours = contours_of(segments);
    if (contours.size() == ellipsis_dots) spread(contours, right);
    else stretch(segments, right);
}

/// Moves the outline along the baseline, by font units.
void move(std::vector<Segment>& segments, int units) {
    const std::int32_t shift = units * 65536;
    for (Segment& s : segments) {
        s.x += shift;
        s.x1 += shift;
        s.x2 += shift;
    }
}

int whole_floor(std::int32_t fixed) { return fixed >> 16; }
int whole_ceiling(std::int32_t fixed) {
    return static_cast<int>((std::int64_t{fixed} + 65535) >> 16);
}

/// Sets the charstring's box around the control points. REQUIRES: there are segments.
void enclose(std::span<const Segment> segments, Charstring& charstring) {
    std::int32_t left = segments.front().x, right = left, bottom = segments.front().y, top = bottom;
    const auto add = [&](std::int32_t x, std::int32_t y) {
        left = std::min(left, x);
        right = std::max(right, x);
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    };
    for (const Segment& s : segments) {
        if (s.kind == Segment::Kind::curve) {
            add(s.x1, s.y1);
            add(s.x2, s.y2);
        }
        add(s.x, s.y);
    }
    charstring.left = whole_floor(left);
    charstring.bottom = whole_floor(bottom);
    charstring.right = whole_ceiling(right);
    charstring.top = whole_ceiling(top);
}

}  // namespace

std::vector<Segment> draw_outline(const Face& face, std::uint32_t glyph) {
    if (glyph >= face.facts().glyphs)
        refuse(face, glyph, fmt::format("不存在：它只有 {} 个字形", face.facts().glyphs));
    Pen pen;
    pen.segments.reserve(128);
    hb_font_get_glyph_shape(face.hb_font(), glyph, pen_functions(), &pen);
    if (pen.refused || !deltas_fit(pen.segments)) refuse(face, glyph, "的轮廓超出了字体格式的范围");
    if (tokens(pen.segments) > most_tokens) refuse(face, glyph, "的轮廓太复杂");
    if (pen.segments.empty()) {
        // A broken glyph is blank and no error; only its extents tell.
        hb_glyph_extents_t box;
        if (!hb_font_get_glyph_extents(face.hb_font(), glyph, &box))
            refuse(face, glyph, "的轮廓是坏的");
    }
    return std::move(pen.segments);
}

int trim_shift(const Face& face, Trim trim) {
    return -(trim.left * face.facts().units_per_em / 1000);
}

int trimmed_advance(const Face& face, std::uint32_t glyph, Trim trim) {
    return face.advance(glyph) - (trim.left + trim.right) * face.facts().units_per_em / 1000;
}

Charstring draw_charstring(const Face& face, std::uint32_t glyph, const Drawing& drawing) {
    std::vector<Segment> segments = draw_outline(face, glyph);
    const int em = face.facts().units_per_em, advance = trimmed_advance(face, glyph, drawing.trim);
    if (drawing.joined) join(segments, advance);
    else if (drawing.trim.left != 0) move(segments, trim_shift(face, drawing.trim));

    Charstring result;
    result.advance = advance;
    result.blank = segments.empty();
    if (!result.blank) {
        enclose(segments, result);
        const OutlineBox box{result.left, result.bottom, result.right, result.top};
        if (!near_its_place(box, advance, em)) refuse(face, glyph, "的轮廓是坏的");
    }
    if (result.left == result.right || result.bottom == result.top) result.blank = true;
    if (advance < 0 || advance > 32'000)
        refuse(face, glyph, fmt::format("的宽度 {} 不对", advance));
    result.code = encode_type2(segments, advance == default_width(em)
                                             ? std::nullopt
                                             : std::optional(advance - nominal_width(em)));
    return result;
}

}  // namespace nianbao
