// Formats of which no free face here is: small fonts, written by
// tests/fixtures/font/small_fonts.py.
#include "font/made.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nianbao;

namespace {

/// A square of this size, standing on the baseline, whatever the way round.
bool is_square(const std::vector<Segment>& outline, int from, int size) {
    int left = 100'000, right = 0, bottom = 100'000, top = 0;
    for (const auto& segment : outline) {
        left = std::min(left, segment.x >> 16);
        right = std::max(right, segment.x >> 16);
        bottom = std::min(bottom, segment.y >> 16);
        top = std::max(top, segment.y >> 16);
    }
    return outline.size() == 4 && left == from && right == from + size && bottom == 0 &&
           top == size;
}

}  // namespace

TEST_CASE("CIDs in any order, CFF2 and variable fonts: drawn at their default, embedded") {
    struct Format {
        const char* name;
        Outlines outlines;
        const char* postscript;
    };
    for (const Format& format :
         {Format{"cid_keyed", Outlines::cff, "SmallCID-Regular"},
          Format{"variable_cff2", Outlines::cff2, "SmallVariableCFF-Regular"},
          Format{"variable_glyf", Outlines::glyf, "SmallVariable-Regular"}}) {
        CAPTURE(format.postscript);
        const Scratch scratch;
        const auto path = write_file(scratch / "small.otf", small_font(format.name));
        const Fonts fonts = choose(FontRole::body, path);
        const auto& faces = fonts.faces();
        const int index = faces.chain(FontRole::body, false)[0];
        CHECK(faces.name(index) == format.postscript);
        CHECK(faces.face(index).facts().outlines == format.outlines);
        std::vector<GlyphUse> uses = {use(faces, index, U'年'), use(faces, index, U'月'),
                                      use(faces, index, U'日'), use(faces, index, U'日', {50, 0})};
        std::sort(uses.begin(), uses.end());
        const auto program = make_program(faces, index, uses);
        CHECK(program.kind ==
              (format.outlines == Outlines::glyf ? Program::Kind::glyf : Program::Kind::cff));
        const Reopened built(program, 1000, {1000, 1000, 1000, 950});
        for (std::size_t i = 0; i < uses.size(); i++) {
            const char32_t character = uses[i].text[0];
            const int trim = uses[i].trim.left;
            CHECK(is_square(draw_outline(built.face(), program.codes[i]), 100 - trim,
                            character == U'年'   ? 600
                            : character == U'月' ? 400
                                                 : 200));
            CHECK(program.widths[i] == (1000 - trim) * 100);
        }
    }
}

TEST_CASE("a report set in them is whole") {
    for (const char* name : {"cid_keyed", "variable_cff2", "variable_glyf"}) {
        CAPTURE(std::string(name));
        const Scratch scratch;
        const auto path = write_file(scratch / "small.otf", small_font(name));
        const auto pdf = (scratch / "report.pdf").native();
        const Run run = nianbao_run({"render", "tests/cases/small.yaml", "-o", pdf,
                                     "--no-system-fonts", "--font", "body=" + path.native()},
                                    {.folder = NIANBAO_SOURCE});
        REQUIRE_MESSAGE(run.exit == 0, run.err);
        CHECK(::run({"qpdf", "--check", pdf}).exit == 0);
        CHECK(::run({"pdffonts", pdf}).out.find("Small") != std::string::npos);
        CHECK(::run({"pdftotext", "-raw", pdf, "-"}).out.find("2023年，主动公开信息12条。") !=
              std::string::npos);
        CHECK(::run({"pdftoppm", "-r", "20", "-gray", pdf, (scratch / "page").native()}).err == "");
    }
}
