// Which TrueType outlines can be drawn: the limits, from both sides.
#include "font/program/glyf_check.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nianbao;

namespace {

std::string words(const std::vector<unsigned>& values) {
    std::string bytes;
    for (unsigned value : values)
        bytes += {static_cast<char>(value >> 8), static_cast<char>(value)};
    return bytes;
}

/// A glyph of one contour through these points, in words.
std::string contour(const std::vector<int>& x, const std::vector<int>& y) {
    std::vector<unsigned> steps;
    for (const auto* axis : {&x, &y})
        for (int at = 0; const int coordinate : *axis)
            steps.push_back(static_cast<unsigned>(coordinate - at) & 0xFFFF), at = coordinate;
    return words({1, 7, 0, 0, 0, static_cast<unsigned>(x.size() - 1), 0}) +
           std::string(x.size(), '\0') + words(steps);
}
std::string square(int from, int to) { return contour({from, to, to, from}, {from, from, to, to}); }

/// A glyph that draws others. The second and third word are the distance.
struct Component {
    unsigned glyph;
    int x = 0, y = 0;
    std::vector<unsigned> scale = {};
};
std::string composite(const std::vector<Component>& components) {
    std::vector<unsigned> parts = {0xFFFF, 7, 0, 0, 0};
    for (std::size_t i = 0; i < components.size(); i++) {
        const auto& [glyph, x, y, scale] = components[i];
        const unsigned scales = scale.empty()       ? 0
                                : scale.size() == 1 ? 0x8
                                : scale.size() == 2 ? 0x40
                                                    : 0x80;
        parts.insert(parts.end(),
                     {3U | scales | (i + 1 < components.size() ? 0x20U : 0U), glyph,
                      static_cast<unsigned>(x) & 0xFFFF, static_cast<unsigned>(y) & 0xFFFF});
        parts.insert(parts.end(), scale.begin(), scale.end());
    }
    return words(parts);
}

struct Font {
    std::string glyf, loca, head = std::string(54, '\0');
    std::uint32_t glyphs = 0;

    explicit Font(const std::vector<std::string>& all) {
        head[51] = 1;
        const auto offset = [&] {
            loca += words({static_cast<unsigned>(glyf.size() >> 16),
                           static_cast<unsigned>(glyf.size() & 0xFFFF)});
        };
        for (const auto& glyph : all) {
            offset();
            glyf += glyph;
            glyphs++;
        }
        offset();
    }
    GlyphCheck check(std::uint32_t glyph) const {
        return check_glyph({glyf, loca, head, glyphs}, glyph);
    }
};

GlyphState state(const std::vector<std::string>& glyphs) {
    return Font(glyphs).check(static_cast<std::uint32_t>(glyphs.size() - 1)).state;
}

}  // namespace

TEST_CASE("a simple glyph: its points are read to the last byte") {
    const auto whole = square(100, 500);
    CHECK(state({whole}) == GlyphState::drawn);
    for (std::size_t size = 1; size < whole.size(); size++)
        CHECK_MESSAGE(state({whole.substr(0, size)}) == GlyphState::broken, size);
    CHECK(state({""}) == GlyphState::blank);
    CHECK(state({contour({5, 5, 5}, {1, 2, 3})}) == GlyphState::blank);  // no area
    CHECK(state({contour({-32'768, -1, -1}, {0, 0, 9})}) == GlyphState::drawn);
    CHECK(state({contour({-32'768, -32'769, -2}, {0, 0, 9})}) == GlyphState::broken);
    CHECK(state({contour({32'767, 0, 0}, {0, 0, 9})}) == GlyphState::drawn);
    CHECK(state({contour({32'767, 32'768, 0}, {0, 0, 9})}) == GlyphState::broken);
    // Two contours, the second of which has no point of its own.
    const std::string points = std::string(4, '\0') + words({0, 9, 0, 0, 0, 0, 9, 0});
    CHECK(state({words({2, 7, 0, 0, 0, 0, 3, 0}) + points}) == GlyphState::drawn);
    CHECK(state({words({2, 7, 0, 0, 0, 3, 3, 0}) + points}) == GlyphState::broken);
    const auto found = Font({square(-7, 500)}).check(0);
    CHECK(found.outline.left == -7);
    CHECK(found.outline.top == 500);
    CHECK(found.stated_left == 7);
    CHECK(Font({whole}).check(1).state == GlyphState::broken);
}

TEST_CASE("a composite: its parts are found, placed and not too many") {
    const auto part = square(0, 100);
    const Font placed({part, composite({{0, 300, -50},
                                        {0, 0, 0, {0x2000}},
                                        {0, 0, 0, {0x7000, 0x4000}},
                                        {0, 0, 0, {0, 0x4000, 0xC000, 0}}})});
    const auto found = placed.check(1);
    CHECK(found.state == GlyphState::drawn);
    CHECK(found.outline.left == -100);  // turned by a quarter
    CHECK(found.outline.right == 400);
    CHECK(found.outline.bottom == -50);
    CHECK(found.outline.top == 100);
    CHECK(state({part, composite({{0, 0, 0, {0}}})}) == GlyphState::blank);
    CHECK(state({part, composite({{2}})}) == GlyphState::broken);
    CHECK(state({part, composite({{1}})}) == GlyphState::broken);  // itself

    const auto nested = [&](int levels) {
        std::vector<std::string> glyphs = {part};
        for (int i = 0; i < levels; i++) glyphs.push_back(composite({{static_cast<unsigned>(i)}}));
        return state(glyphs);
    };
    CHECK(nested(8) == GlyphState::drawn);
    CHECK(nested(9) == GlyphState::broken);
    const auto of = [&](std::size_t parts) {
        return state({part, composite(std::vector<Component>(parts, {0}))});
    };
    CHECK(of(255) == GlyphState::drawn);
    CHECK(of(256) == GlyphState::broken);
}

TEST_CASE("an outline near its place: within two ems of its box") {
    CHECK(near_its_place({-2000, -2000, 2500, 2000}, 500, 1000));
    CHECK_FALSE(near_its_place({-2001, 0, 10, 10}, 500, 1000));
    CHECK_FALSE(near_its_place({0, 0, 2501, 10}, 500, 1000));
    CHECK_FALSE(near_its_place({0, -2001, 10, 10}, 500, 1000));
    CHECK_FALSE(near_its_place({0, 0, 10, 2001}, 500, 1000));
}
