// Faces that stand in for another: for what it claims and does not draw, for what it
// lacks, and how well they go with it; and the marks that a face draws badly.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "font/made.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/read.hpp"
#include "report/sample.hpp"

using namespace nianbao;

namespace {

/// A TrueType font in which a glyph has no contours.
std::string with_blank(std::string bytes, std::uint32_t glyph) {
    const bool long_places = number(bytes, table_of(bytes, "head") + 50, 2) == 1;
    const std::size_t places = table_of(bytes, "loca");
    const std::size_t place = long_places ? number(bytes, places + 4 * glyph, 4)
                                          : 2 * number(bytes, places + 2 * glyph, 2);
    constexpr std::size_t head = 10;  // contours and box
    return bytes.replace(table_of(bytes, "glyf") + place, head, head, '\0');
}

/// How far right the middle of each contour stands, in 1/1000 em.
std::vector<int> middles(const Face& face, std::uint32_t glyph) {
    std::vector<std::pair<std::int32_t, std::int32_t>> boxes;
    for (const Segment& s : draw_outline(face, glyph)) {
        if (s.kind == Segment::Kind::move) boxes.emplace_back(s.x, s.x);
        boxes.back().first = std::min(boxes.back().first, s.x);
        boxes.back().second = std::max(boxes.back().second, s.x);
    }
    std::vector<int> all;
    for (const auto& [left, right] : boxes)
        all.push_back(static_cast<int>((std::int64_t{left} + right) / 2 * 1000 / 65536 /
                                       face.facts().units_per_em));
    std::sort(all.begin(), all.end());
    return all;
}

/// Every 18th character of the first level of GB 2312.
constexpr std::u32string_view common =
    U"啊俺芭白伴胞悲绷庇卞摈搏步蚕册搀厂彻乘齿筹矗吹辞促措待当得嫡电爹董犊堆躲鄂珐坊吠愤否弗阜干港疙埂钩古"
    U"棺归果函毫河哄瑚猾唤幌会惑姬脊妓驾硷剑降角劫诫烬颈久菊剧均凯靠垦裤旷扩阑劳肋礼隶练辽鳞另隆鲁屡伦麻蔓"
    U"茂昧糜缅明墨慕南尼捏脓殴潘泡棚疲频魄瀑齐讫潜敲钦晴蛆拳瓤妊茹弱嫂苫赏蛇神圣史噬售薯恕顺伺俗碎他摊塘逃"
    U"体眺瞳徒拖歪腕围喂嗡屋物希系锨腺想淆斜忻姓戌轩循芽蜒雁氧药一彝疫荫鹰臃由盂禹浴猿耘宰蚤喳寨樟沼斟征肢";

/// How much ink a face puts on a page with these characters.
long ink_of(const Fonts& fonts, int index) {
    const Face& face = fonts.faces().face(index);
    Page page{.number = 1, .width = 210.0_mm, .height = 297.0_mm, .marks = {}};
    for (std::size_t i = 0; i < common.size(); ++i) {
        const auto glyph = face.glyph(common[i]);
        REQUIRE(glyph);
        const auto place = static_cast<std::int64_t>(i);
        GlyphRun run;
        run.origin = {50.0_pt + (place % 20) * 24.0_pt, 60.0_pt + (place / 20) * 24.0_pt};
        run.face = index;
        run.size = 20.0_pt;
        run.glyphs = {{*glyph, {}, {}, 1}};
        run.source = common[i];
        page.marks.emplace_back(std::move(run));
    }
    const Scratch scratch;
    write_file(scratch / "a.pdf",
               write_pdf({.metadata = {}, .pages = {page}, .nodes = {}, .findings = {}}, fonts));
    const Run drawn = run({"pdftoppm", "-gray", "-r", "150", (scratch / "a.pdf").native()});
    REQUIRE(drawn.exit == 0);
    long sum = 0;
    for (const char pixel : drawn.out.substr(drawn.out.find("\n255\n") + 5))
        sum += 255 - static_cast<unsigned char>(pixel);
    return sum;
}

}  // namespace

TEST_CASE(
    "a character that the first face claims and does not draw comes from the next, with a warning") {
    const std::string kai = source_file("fonts/test/gkai00mp.ttf");
    const Scratch folder;
    const Fonts whole = choose(FontRole::body, write_file(folder / "whole.ttf", kai));
    const FoundGlyph year = whole.faces().find(FontRole::body, U'年', false);
    REQUIRE(whole.faces().name(year.face) == "GBZenKai-Medium");
    const Fonts blank =
        choose(FontRole::body, write_file(folder / "blank.ttf", with_blank(kai, year.glyph)));

    const FoundGlyph found = blank.faces().find(FontRole::body, U'年', false);
    CHECK(blank.faces().name(found.face) == "FandolFang-Regular");
    CHECK(found.substituted);
    CHECK(blank.faces().name(blank.faces().find(FontRole::body, U'月', false).face) ==
          "GBZenKai-Medium");
    // What shows nothing by right is the face's own.
    CHECK_FALSE(blank.faces().find(FontRole::body, U'　', false).substituted);
    CHECK_FALSE(whole.faces().find(FontRole::body, U' ', false).substituted);

    Report report = sample_report();
    report.overview = "年年";
    const Pages pages = typeset(compose(report), blank, report.layout);
    REQUIRE(pages.findings.size() == 1);
    CHECK(pages.findings.front().severity == Severity::warning);
    CHECK(pages.findings.front().message ==
          "“年”（U+5E74）：正文（仿宋）的字体没有这个字，改用 FandolFang-Regular");
    CHECK_NOTHROW(write_pdf(pages, blank));
}

TEST_CASE("two ellipses are one row of six even dots") {
    const FaceSet& faces = free_fonts().faces();
    int moved = 0;
    for (const FontRole role : {FontRole::title, FontRole::body, FontRole::heading1,
                                FontRole::heading2, FontRole::table}) {
        const int index = faces.chain(role, false)[0];
        const Face& source = faces.face(index);
        CAPTURE(source.name());
        const GlyphUse ellipsis = use(faces, index, U'…');
        const Program program = make_program(faces, index, std::span(&ellipsis, 1));
        const int em = source.facts().units_per_em;
        CHECK(program.widths[0] == 100'000);
        const Reopened built(program, em, {em});
        const std::vector<int> before = middles(source, ellipsis.glyph),
                               dots = middles(built.face(), program.codes[0]);
        REQUIRE(dots.size() == 3);
        for (int i = 0; i < 3; ++i) CHECK(std::abs(dots[i] - (2 * i + 1) * 1000 / 6) <= 12);
        const Ink old = source.ink(ellipsis.glyph), now = built.face().ink(program.codes[0]);
        CHECK(now.bottom == old.bottom);
        CHECK(now.top == old.top);
        moved += dots != before;
    }
    CHECK(moved == 2);  // Fandol's for the text and for headings
    // Another text of the same glyph is drawn as it stands.
    const int body = faces.chain(FontRole::body, false)[0];
    GlyphUse other = use(faces, body, U'…');
    other.text = U"⋯";
    const Program program = make_program(faces, body, std::span(&other, 1));
    CHECK(middles(Reopened(program, 1000, {1000}).face(), program.codes[0]) ==
          middles(faces.face(body), other.glyph));
}

TEST_CASE("what stands in for the text's face puts as much ink on the page, within a tenth") {
    const Fonts& fonts = free_fonts();
    const std::span<const int> body = fonts.faces().chain(FontRole::body, false);
    REQUIRE(common.size() == 200);
    REQUIRE(fonts.faces().name(body[0]) == "FandolFang-Regular");
    REQUIRE(fonts.faces().name(body[1]) == "UKaiCN");
    REQUIRE(fonts.faces().name(body[2]) == "NotoSerifCJKsc-Regular");
    const auto own = static_cast<double>(ink_of(fonts, body[0]));
    const auto times = [&](int index) { return static_cast<double>(ink_of(fonts, index)) / own; };
    const double kai = times(body[1]), serif = times(body[2]);
    CHECK(kai > 0.9);
    CHECK(kai < 1.1);
    CHECK(serif > 1.3);  // the measure sees what is too dark
}
