// The glyphs that pages use, each once.
#include <doctest/doctest.h>

#include <algorithm>

#include "pdf/uses.hpp"
#include "report/data_pages.hpp"

using namespace nianbao;

TEST_CASE("A glyph with its text and its trim is one use, however many runs show it") {
    for (const char* data : {"tests/cases/small.yaml", "tests/cases/tagged.yaml", "examples/jinxiang-veterans-2022.yaml", "examples/hard-en.yaml"}) {
        const UsedFonts used = collect_fonts(pages_of(data), free_fonts());
        bool trimmed = false;
        for (const UsedFace& face : used.faces) {
            CHECK(std::is_sorted(face.uses.begin(), face.uses.end()));
            CHECK(std::adjacent_find(face.uses.begin(), face.uses.end()) == face.uses.end());
            trimmed = trimmed || std::any_of(face.uses.begin(), face.uses.end(), [](const GlyphUse& use) { return !use.trim.none(); });
        }
        CHECK(trimmed);
    }
}
