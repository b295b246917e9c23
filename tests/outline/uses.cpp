// The glyphs that pages use, each once.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "outline/uses.hpp"
#include "report/data_pages.hpp"
#include "report/set_pages.hpp"

using namespace nianbao;

TEST_CASE("A glyph with its text and its trim is one use, however many runs show it") {
    for (const char* data : {"tests/cases/small.yaml", "tests/cases/tagged.yaml",
                             "examples/jinxiang-veterans-2022.yaml", "examples/hard-en.yaml"}) {
        const Pages pages = pages_of(data);
        const UsedFonts used = collect_fonts(pages, free_fonts());
        std::set<std::pair<int, GlyphUse>> shown;
        for (const Page& page : pages.pages) {
            for (const GlyphRun* run : marks<GlyphRun>(page)) {
                std::size_t at = 0;
                for (const Glyph& glyph : run->glyphs) {
                    const auto length = static_cast<std::size_t>(glyph.characters);
                    shown.insert(
                        {run->face, {glyph.id, glyph.trim, run->source.substr(at, length)}});
                    at += length;
                }
            }
        }
        std::set<std::pair<int, GlyphUse>> collected;
        bool trimmed = false;
        for (const UsedFace& face : used.faces) {
            CHECK(std::is_sorted(face.uses.begin(), face.uses.end()));
            CHECK(std::adjacent_find(face.uses.begin(), face.uses.end()) == face.uses.end());
            for (const GlyphUse& use : face.uses) collected.insert({face.face, use});
            trimmed = trimmed || std::any_of(face.uses.begin(), face.uses.end(),
                                             [](const GlyphUse& use) { return !use.trim.none(); });
        }
        CHECK(trimmed);
        CHECK((collected == shown));
    }
}
