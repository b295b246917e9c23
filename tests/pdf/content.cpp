// What a page's content stream draws, and where.
#include "pdf/content.hpp"

#include "font/faces.hpp"
#include "pdf/hand_made.hpp"
#include "pdf/objects/numbers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace nianbao;
using namespace hand_made;

namespace {

/// What a viewer makes of a content stream: where each glyph stands, in points. Knows the
/// operators that we write.
struct Seen {
    double x, y;
    unsigned code;
};

std::vector<Seen> view(std::string_view stream, const std::vector<Shown>& shown) {
    std::vector<Seen> seen;
    std::vector<double> numbers;
    std::vector<std::variant<double, std::string>> items;
    double size = 0, spacing = 0, line_x = 0, line_y = 0;
    std::size_t at = 0, glyph = 0;
    auto show = [&] {
        double x = line_x;
        for (const auto& item : items) {
            if (const auto* adjustment = std::get_if<double>(&item)) x -= *adjustment / 1000 * size;
            if (const auto* codes = std::get_if<std::string>(&item)) {
                for (std::size_t i = 0; i + 1 < codes->size(); i += 2, glyph++) {
                    const auto code =
                        static_cast<unsigned>(static_cast<unsigned char>((*codes)[i]) << 8 |
                                              static_cast<unsigned char>((*codes)[i + 1]));
                    seen.push_back({x, line_y, code});
                    x += shown[glyph].width / 100'000.0 * size + spacing;
                }
            }
        }
        items.clear();
    };
    bool in_array = false;
    while (at < stream.size()) {
        const char c = stream[at];
        if (c == ' ' || c == '\n') {
            at++;
        } else if (c == '[' || c == ']') {
            in_array = c == '[';
            at++;
        } else if (c == '(') {
            std::string text;
            for (at++; stream[at] != ')'; at++) {
                if (stream[at] == '\\') {
                    at++;
                    text += stream[at] == 'r' ? '\r' : stream[at];
                } else {
                    text += stream[at];
                }
            }
            at++;
            items.emplace_back(text);
        } else if (std::string_view("+-.0123456789").find(c) != std::string_view::npos) {
            const auto end = stream.find_first_not_of("+-.0123456789", at);
            const double number = std::stod(std::string(stream.substr(at, end - at)));
            if (in_array) {
                items.emplace_back(number);
            } else {
                numbers.push_back(number);
            }
            at = end;
        } else {
            const auto end = std::min(stream.find_first_of(" \n[(", at), stream.size());
            const auto word = stream.substr(at, end - at);
            at = end;
            if (word[0] == '/') continue;  // a font's name
            if (word == "BT") line_x = line_y = 0;
            if (word == "Tf") size = numbers.at(0);
            if (word == "Tc") spacing = numbers.at(0);
            if (word == "Td") {
                line_x += numbers.at(0);
                line_y += numbers.at(1);
            }
            if (word == "Tj" || word == "TJ") show();
            numbers.clear();
        }
    }
    return seen;
}

}  // namespace

TEST_CASE("every glyph stands within 0.005 pt of its place") {
    auto page = sheet();
    // Stretched evenly, unevenly and by less than can be seen in one gap, in sizes from 5
    // to 100 pt.
    Length y = 40.0_pt;
    for (double points : {5.0, 7.5, 9.0, 15.793, 16.0, 22.0, 39.9, 40.1, 100.0}) {
        for (std::int64_t extra : {0, 1, 3, 17, 20'000, -20'000}) {
            auto run = set(FontRole::body, from_points(points), {80.0_pt + Length{extra * 3}, y},
                           U"根据条例要求现公布本年度报告全文如下", Length{extra});
            if (extra == 17)
                for (std::size_t i = 0; i < run.glyphs.size(); i++)
                    run.glyphs[i].x += Length{static_cast<std::int64_t>(i * i * 977 % 9001)};
            page.marks.push_back(run);
            y += 7.77_pt;
        }
    }
    std::vector<Shown> shown(count_glyphs(page), Shown{0x0D28, 100'000});
    for (std::size_t i = 0; i < shown.size(); i++)
        shown[i].code = static_cast<std::uint16_t>(i * 41);  // ( ) \ and CR among their bytes
    const std::vector<int> resource(static_cast<std::size_t>(fonts().faces().size()), 0);
    const auto seen = view(content_stream(page, shown, resource, sequences_of(page), {}), shown);
    REQUIRE(seen.size() == shown.size());
    std::size_t at = 0;
    double farthest = 0;
    for (const auto& mark : page.marks) {
        const auto& run = std::get<GlyphRun>(mark);
        for (const auto& glyph : run.glyphs) {
            CHECK(seen[at].code == shown[at].code);
            farthest = std::max(farthest, std::abs(seen[at].x - (run.origin.x + glyph.x).points()));
            farthest =
                std::max(farthest, std::abs(seen[at].y - (page.height - run.origin.y).points()));
            at++;
        }
    }
    CHECK(farthest <= 0.005);
}

TEST_CASE("a line at its glyphs' own widths is one string, a stretched one has character spacing") {
    const std::vector<Shown> shown(4, Shown{0x4142, 100'000});
    const std::vector<int> resource(static_cast<std::size_t>(fonts().faces().size()), 0);
    auto stream = [&](Length extra) {
        auto page = sheet();
        page.height = 800.0_pt;
        page.marks.push_back(set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年度报告", extra));
        return content_stream(page, shown, resource, sequences_of(page), {});
    };
    CHECK(stream({}) == "BT\n/Artifact BMC\n/F0 16 Tf\n80 700 Td\n(ABABABAB)Tj\nEMC\nET\n");
    CHECK(stream(0.5_pt) ==
          "BT\n/Artifact BMC\n/F0 16 Tf\n80 700 Td\n.5 Tc\n(ABABABAB)Tj\nEMC\nET\n");
}

TEST_CASE("rules are filled rectangles in the order of the marks") {
    auto page = sheet();
    page.height = 800.0_pt;
    page.marks = {Rule{{10.0_pt, 20.0_pt}, 100.0_pt, 0.5_pt},
                  Rule{{10.0_pt, 40.0_pt}, 0.75_pt, 60.0_pt}};
    CHECK(content_stream(page, {}, {}, sequences_of(page), {}) ==
          "/Artifact<</Type/Layout>>BDC\n10 779.5 100 .5 re\n10 700 .75 60 re\nf\nEMC\n");
}

namespace {

/// The content of a page of 800 pt with these marks, every glyph one em of “AB”.
std::string drawn(std::vector<Mark> marks) {
    Page page = sheet();
    page.height = 800.0_pt;
    page.marks = std::move(marks);
    const std::vector<Shown> shown(count_glyphs(page), Shown{0x4142, 100'000});
    const std::vector<int> resource(static_cast<std::size_t>(fonts().faces().size()), 0);
    return content_stream(page, shown, resource, sequences_of(page), {});
}

/// A line of 16 pt whose glyphs stand so many points apart beyond their widths.
GlyphRun spaced(const std::vector<double>& gaps) {
    GlyphRun run =
        set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, std::u32string(gaps.size() + 1, U'年'));
    Length more;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        more += from_points(gaps[i]);
        run.glyphs[i + 1].x += more;
    }
    return run;
}

}  // namespace

TEST_CASE("a line that runs up the page has a matrix of its own, and so has the next upright one") {
    GlyphRun turned = set(FontRole::body, 16.0_pt, {50.0_pt, 400.0_pt}, U"年报");
    turned.turned = true;
    CHECK(drawn({set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年报"), turned,
                 set(FontRole::body, 16.0_pt, {80.0_pt, 130.0_pt}, U"年报"),
                 set(FontRole::body, 16.0_pt, {80.0_pt, 160.0_pt}, U"年报")}) ==
          "BT\n/Artifact BMC\n/F0 16 Tf\n80 700 Td\n(ABAB)Tj\n0 1 -1 0 50 400 Tm\n(ABAB)Tj\n"
          "1 0 0 1 80 670 Tm\n(ABAB)Tj\n0 -30 Td\n(ABAB)Tj\nEMC\nET\n");
}

TEST_CASE("a path has one colour, and text is black again behind it") {
    CHECK(drawn({Rule{{10.0_pt, 20.0_pt}, 100.0_pt, 1.0_pt},
                 Rule{{10.0_pt, 30.0_pt}, 100.0_pt, 1.0_pt, 200},
                 Rule{{10.0_pt, 40.0_pt}, 100.0_pt, 1.0_pt, 200},
                 set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年")}) ==
          "/Artifact<</Type/Layout>>BDC\n10 779 100 1 re\nf\n.784 g\n10 769 100 1 re\n"
          "10 759 100 1 re\nf\nEMC\nBT\n/Artifact BMC\n/F0 16 Tf\n0 g\n80 700 Td\n(AB)Tj\n"
          "EMC\nET\n");
}

TEST_CASE("what more than half of a line's gaps have in common is its character spacing") {
    CHECK(drawn({spaced({0.5, 1, 1, 1})}).find("1 Tc\n") != std::string::npos);
    CHECK(drawn({spaced({0.5, 1, 1, 1.5})}).find("Tc") == std::string::npos);  // half of them
    CHECK(drawn({spaced({0.5, 0.5})}).find("Tc") == std::string::npos);        // too few
}
