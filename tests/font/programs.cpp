// Font programs: what is embedded of a face.
#include "font/made.hpp"
#include "font/program/glyf.hpp"
#include "fonts/roles.hpp"
#include "nianbao/failure.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <thread>

using namespace nianbao;

namespace {

const std::u32string sample =
    U"政府信息公开工作年度报告根据《中华人民共和国条例》要求，现公布：“全文”（一）、二；三——四……1234567890%〔2024〕30号ABCxyz縣龍龜㎡〇";

std::vector<Segment> shifted(std::vector<Segment> outline, int units) {
    for (auto& segment : outline) {
        segment.x += units * 65536;
        if (segment.kind == Segment::Kind::curve)
            segment.x1 += units * 65536, segment.x2 += units * 65536;
    }
    return outline;
}

/// HarfBuzz makes cubic curves of quadratic ones in single precision: equal but for the
/// last bits.
bool near(const std::vector<Segment>& a, const std::vector<Segment>& b) {
    const auto close = [](std::int32_t x, std::int32_t y) {
        return std::abs(x - y) <= 32;
    };  // 1/2048 of a unit
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [&](const Segment& s, const Segment& t) {
            return s.kind == t.kind && close(s.x, t.x) && close(s.y, t.y) && close(s.x1, t.x1) &&
                   close(s.y1, t.y1) && close(s.x2, t.x2) && close(s.y2, t.y2);
        });
}

}  // namespace

TEST_CASE("drawn programs have the source's outlines and widths") {
    const auto& faces = free_fonts().faces();
    for (auto role : all_font_roles) {
        const int index = faces.chain(role, false)[0];
        const Face& source = faces.face(index);
        if (!source.drawn()) continue;
        std::vector<GlyphUse> uses;
        for (char32_t c : sample)
            if (const auto glyph = source.glyph(c);
                glyph && !(c == U'—' && source.dash_falls_short(*glyph)) &&
                !(c == U'…' && source.dots_are_close(*glyph)))
                uses.push_back(use(faces, index, c));
        std::sort(uses.begin(), uses.end());
        uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
        const auto program = make_program(faces, index, uses);
        CHECK(program.name.substr(7) == source.name());
        CHECK(program.bytes == make_program(faces, index, uses).bytes);
        std::vector<int> advances;
        for (const auto& one : uses) advances.push_back(source.advance(one.glyph));
        const Reopened built(program, source.facts().units_per_em, advances);
        REQUIRE(uses.size() > 60);
        for (std::size_t i = 0; i < uses.size(); i++) {
            CHECK(program.codes[i] == i + 1);
            CHECK(program.widths[i] == source.advance(uses[i].glyph) * 100);
            CHECK(draw_outline(built.face(), program.codes[i]) ==
                  draw_outline(source, uses[i].glyph));
        }
    }
}

TEST_CASE("trimmed glyphs are half an em wide and keep their ink") {
    const auto& faces = free_fonts().faces();
    const int index = faces.chain(FontRole::body, false)[0];
    const Face& source = faces.face(index);
    std::vector<GlyphUse> uses = {use(faces, index, U'，', Trim{0, 500}), use(faces, index, U'，'),
                                  use(faces, index, U'（', Trim{500, 0}), use(faces, index, U'（')};
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, index, uses);
    const Reopened built(program, 1000, {500, 1000, 500, 1000});
    for (std::size_t i = 0; i < uses.size(); i++) {
        CHECK(draw_outline(built.face(), program.codes[i]) ==
              shifted(draw_outline(source, uses[i].glyph), -uses[i].trim.left));
        CHECK(program.widths[i] == (uses[i].trim.none() ? 100'000 : 50'000));
    }
}

TEST_CASE("trimmed glyphs of a TrueType face are composites of the whole ones, moved") {
    const auto& faces = free_fonts().faces();
    const int index = faces.chain(FontRole::latin, false)[0];
    const Face& source = faces.face(index);  // 2048 units an em
    std::vector<GlyphUse> uses = {
        use(faces, index, U'('),           use(faces, index, U'(', {100, 0}),
        use(faces, index, U'(', {150, 0}), use(faces, index, U')', {0, 50}),
        use(faces, index, U'é', {50, 50}), use(faces, index, U'A')};
    uses.push_back(uses[1]);
    uses.back().text = U"（";  // the same trimmed glyph for a second text
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, index, uses);
    CHECK(program.bytes == make_program(faces, index, uses).bytes);
    const Reopened built(program, 2048);
    std::vector<std::uint16_t> codes = program.codes;
    std::sort(codes.begin(), codes.end());
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    REQUIRE(program.glyphs.size() == codes.back() + 1U);
    for (std::size_t i = 0; i < uses.size(); i++) {
        const auto& [glyph, trim, text] = uses[i];
        const auto own = program.glyphs[program.codes[i]];
        CHECK(near(draw_outline(built.face(), own),
                   shifted(draw_outline(source, glyph), -(trim.left * 2048 / 1000))));
        const int advance = source.advance(glyph) - (trim.left + trim.right) * 2048 / 1000;
        CHECK(built.face().advance(own) == advance);
        CHECK(program.widths[i] == (std::int64_t{advance} * 100'000 + 1024) / 2048);
    }
    // .notdef, the four letters, what é is made of, and four that are trimmed.
    const auto bytes = program.bytes;
    const auto maxp = table_of(bytes, "maxp");
    CHECK(number(bytes, maxp + 4, 2) == 1 + 4 + 2 + 4);
    CHECK(number(bytes, maxp + 30, 2) == 2);  // é's parts lie two deep
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 4) sum += number(bytes, at, 4);
    CHECK(sum == 0xB1B0AFBA);  // head's adjustment makes the file's checksum this
}

TEST_CASE("two dashes touch in every face, and stay as high as they were") {
    auto options = only_free();
    const auto truetype = std::filesystem::path(NIANBAO_SOURCE) / "fonts/test";
    options.chosen = {{FontRole::title, truetype / "gkai00mp.ttf"},
                      {FontRole::heading1, truetype / "wqy-zenhei.ttc"},
                      {FontRole::heading2, truetype / "gbsn00lp.ttf"}};
    const Fonts chosen = Fonts::open(options);
    int stretched = 0;
    for (const Fonts* fonts : {&free_fonts(), &chosen}) {
        const auto& faces = fonts->faces();
        for (auto role : {FontRole::title, FontRole::body, FontRole::heading1, FontRole::heading2,
                          FontRole::table}) {
            const int index = faces.chain(role, false)[0];
            const Face& source = faces.face(index);
            CAPTURE(source.name());
            std::vector<GlyphUse> uses = {use(faces, index, U'年'), use(faces, index, U'—')};
            std::sort(uses.begin(), uses.end());
            const auto program = make_program(faces, index, uses);
            const auto dash = static_cast<std::size_t>(uses[1].text == U"—");
            const int em = source.facts().units_per_em;
            CHECK(program.widths[dash] == 100'000);
            const Reopened built(program, em, {em, em});
            const Ink before = source.ink(uses[dash].glyph),
                      after = built.face().ink(program.codes[dash]);
            CHECK(after.left <= 0);
            CHECK(after.right >= 1000);
            CHECK(after.right <= 1007);
            CHECK(after.bottom == before.bottom);
            CHECK(after.top == before.top);
            stretched += before.left > 0;
        }
    }
    CHECK(stretched == 4 + 1);  // Noto's for title and tables, twice the latter; Arphic's
    // Another text of the same glyph is drawn as it stands.
    const auto& faces = chosen.faces();
    const int kai = faces.chain(FontRole::title, false)[0];
    std::vector<GlyphUse> uses = {use(faces, kai, U'—'), use(faces, kai, U'—'),
                                  use(faces, kai, U'—')};
    uses[1].text = U"‒";
    uses[2].text = U"─";
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, kai, uses);
    REQUIRE(program.glyphs.size() == 4);
    CHECK(program.glyphs[program.codes[0]] == program.glyphs[program.codes[2]]);
    CHECK(program.glyphs[program.codes[0]] != program.glyphs[program.codes[1]]);
}

TEST_CASE("glyphs are added to tables that agree with each other only") {
    const auto text = [](std::initializer_list<unsigned> words) {
        std::string bytes;
        for (unsigned word : words)
            bytes += {static_cast<char>(word >> 8), static_cast<char>(word)};
        return bytes;
    };
    // One glyph, a box from -10 to 32,000; a short loca.
    GlyfTables whole;
    whole.glyf = text({1, 0xFFF6, 0, 32'000, 100, 0});
    whole.loca = text({0, 6});
    whole.hmtx = text({1000, 0xFFF6});
    whole.head = std::string(54, '\0');
    whole.hhea = std::string(34, '\0') + text({1});
    whole.maxp = std::string(32, '\0');
    put(whole.maxp, 4, 1);
    const auto taken = [](GlyfTables tables, AddedGlyph glyph) {
        return append_glyphs(tables, std::span(&glyph, 1));
    };
    GlyfTables tables = whole;
    const AddedGlyph one{0, -300, 700};
    REQUIRE(append_glyphs(tables, std::span(&one, 1)));
    CHECK(tables.glyf == whole.glyf + text({0xFFFF, 0xFECA, 0, 31'700, 100, 3, 0, 0xFED4, 0, 0}));
    CHECK(tables.loca == text({0, 0, 0, 12, 0, 32}));
    CHECK(tables.hmtx == text({1000, 0xFFF6, 700, 0xFECA}));
    CHECK(taken(whole, {0, 767, 0xFFFF}));
    CHECK_FALSE(taken(whole, {0, 768, 1000}));  // the box
    CHECK_FALSE(taken(whole, {0, -32'759, 1000}));
    CHECK_FALSE(taken(whole, {0, 0, 0x10000}));
    CHECK_FALSE(taken(whole, {0, 0, -1}));
    CHECK_FALSE(taken(whole, {1, 0, 1000}));
    GlyfTables dash = whole;
    dash.glyf = text({1, 0xFFF6, 0, 100, 100, 0});
    const auto before = dash;
    const AddedGlyph wide{0, 0, 219, true};  // from -10 to 100: not quite twice as wide
    REQUIRE(append_glyphs(dash, std::span(&wide, 1)));
    CHECK(dash.glyf.substr(12) ==
          text({0xFFFF, 0, 0, 219, 100, 0x1043, 0, 20, 0, 0x7F6C, 0x4000, 0}));
    CHECK_FALSE(taken(before, {0, 0, 220, true}));  // a scale of two
    for (auto table : {&GlyfTables::glyf, &GlyfTables::loca, &GlyfTables::hmtx, &GlyfTables::head,
                       &GlyfTables::hhea, &GlyfTables::maxp}) {
        GlyfTables cut = whole;
        (cut.*table).resize((cut.*table).size() - 2);
        CHECK_FALSE(taken(cut, {0, 0, 1000}));
    }
    GlyfTables backwards = whole;
    backwards.loca = text({6, 0});
    CHECK_FALSE(taken(backwards, {0, 0, 1000}));
    GlyfTables blank = whole;
    blank.loca = text({0, 0});
    CHECK_FALSE(taken(blank, {0, 0, 1000}));
}

TEST_CASE("charstrings keep to the format") {
    using enum Segment::Kind;
    auto at = [](double units) { return static_cast<std::int32_t>(units * 65536); };
    auto hex = [](const std::string& bytes) {
        std::string text;
        for (char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
        return text;
    };
    CHECK(hex(encode_type2({}, std::nullopt)) == "0e");
    CHECK(hex(encode_type2({}, 0)) == "8b0e");
    // The first and the last number of each length.
    CHECK(hex(encode_type2({}, 107)) == "f60e");
    CHECK(hex(encode_type2({}, -107)) == "200e");
    CHECK(hex(encode_type2({}, 108)) == "f7000e");
    CHECK(hex(encode_type2({}, 1131)) == "faff0e");
    CHECK(hex(encode_type2({}, 1132)) == "1c046c0e");
    CHECK(hex(encode_type2({}, -108)) == "fb000e");
    CHECK(hex(encode_type2({}, -1131)) == "feff0e");
    CHECK(hex(encode_type2({}, -1132)) == "1cfb940e");
    // Moves along an axis, by both; lines by turns along the axes; slanted lines; a
    // fraction.
    const Segment shapes[] = {
        {.kind = move, .x = at(10), .y = 0},      {.kind = line, .x = at(20), .y = 0},
        {.kind = line, .x = at(20), .y = at(5)},  {.kind = move, .x = at(20), .y = at(6)},
        {.kind = line, .x = at(21), .y = at(8)},  {.kind = line, .x = at(22), .y = at(9)},
        {.kind = move, .x = at(23), .y = at(10)}, {.kind = line, .x = at(23.5), .y = at(11)}};
    CHECK(hex(encode_type2(shapes, std::nullopt)) ==
          "9516"
          "959006"
          "8c04"
          "8c8d8c8c05"
          "8c8c15"
          "ff000080008c05"
          "0e");
    // A run of curves never has more than 48 operands: 8 curves of 6.
    std::vector<Segment> curves = {{.kind = move, .x = at(1), .y = at(1)}};
    for (int i = 1; i <= 9; i++)
        curves.push_back({.kind = curve,
                          .x1 = at(i),
                          .y1 = at(i),
                          .x2 = at(i),
                          .y2 = at(i),
                          .x = at(i),
                          .y = at(i)});
    const auto code = encode_type2(curves, std::nullopt);
    CHECK(code.size() == 3 + 8 * 6 + 1 + 6 + 1 + 1);
    CHECK(code[3 + 48] == 8);
    CHECK(code[3 + 48 + 1 + 6] == 8);
}

TEST_CASE("TrueType faces are subset, with one more code for a second text") {
    const auto& faces = free_fonts().faces();
    const int index = faces.chain(FontRole::latin, false)[0];
    std::vector<GlyphUse> uses = {use(faces, index, U'A'), use(faces, index, U'é'),
                                  use(faces, index, U'1')};
    uses.push_back({uses[0].glyph, {}, U"Α"});
    std::sort(uses.begin(), uses.end());
    const auto program = make_program(faces, index, uses);
    CHECK(program.kind == Program::Kind::glyf);
    CHECK(program.name.substr(7) == "LiberationSerif");
    CHECK(program.bytes.size() < 4'000);
    const Scratch folder;
    std::vector<std::uint16_t> codes = program.codes;
    std::sort(codes.begin(), codes.end());
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    REQUIRE(program.glyphs.size() == codes.back() + 1U);
    for (std::size_t i = 0; i < uses.size(); i++)
        CHECK(
            program.widths[i] ==
            (static_cast<std::int64_t>(faces.face(index).advance(uses[i].glyph)) * 100'000 + 1024) /
                2048);
    for (const char* tag : {"glyf", "loca", "hmtx", "head", "hhea", "maxp"})
        entry_of(program.bytes, tag);
    CHECK(number(program.bytes, 4, 2) == 6);
    // Without a second text code and glyph are the same.
    uses = {use(faces, index, U'A')};
    CHECK(make_program(faces, index, uses).glyphs.empty());
}

TEST_CASE("a face that may not be subset is embedded whole") {
    const Scratch folder;
    const auto whole = choose(FontRole::latin, write_file(folder / "whole.ttf", permitting(0x100)));
    const auto& faces = whole.faces();
    const int index = faces.chain(FontRole::latin, false)[0];
    const auto one = use(faces, index, U'A');
    const auto program = make_program(faces, index, std::span(&one, 1));
    CHECK(program.name == "LiberationSerif");
    CHECK(program.codes[0] == one.glyph);
    CHECK(program.bytes.size() > 350'000);
    CHECK_FALSE(faces.can_trim(index));
}

TEST_CASE("a glyph that cannot be drawn is refused, not left blank") {
    const auto& faces = free_fonts().faces();
    const int body = faces.chain(FontRole::body, false)[0],
              latin = faces.chain(FontRole::latin, false)[0];
    const GlyphUse beyond{60'000, {}, U"年"};
    CHECK_THROWS_WITH_AS(
        make_program(faces, body, std::span(&beyond, 1)),
        "U+5E74 画不出来：字体 FandolFang-Regular（FandolFang-Regular.otf）的第 60000 号字形不存在：它只有 10365 个字形",
        Failure);
    CHECK_THROWS_WITH_AS(make_program(faces, latin, std::span(&beyond, 1)),
                         doctest::Contains("字体 LiberationSerif（LiberationSerif-Regular.ttf）"),
                         Failure);
    auto blank = use(faces, body, U' ');
    CHECK_NOTHROW(make_program(faces, body, std::span(&blank, 1)));
    blank.text = U"年";
    CHECK_THROWS_WITH_AS(
        make_program(faces, body, std::span(&blank, 1)),
        "字体 FandolFang-Regular（FandolFang-Regular.otf）里 U+5E74 的字形是空白的：字体文件是坏的，或者没有真正收这个字",
        Failure);
    // The outlines overwritten: HarfBuzz draws nothing and says nothing.
    auto bytes = free_font("FandolFang-Regular.otf");
    const auto cff = table_of(bytes, "CFF ");
    bytes.replace(cff + 4, 4'000, std::string(4'000, '\xFF'));
    const Scratch folder;
    const auto broken = choose(FontRole::body, write_file(folder / "broken.otf", bytes));
    const int index = broken.faces().chain(FontRole::body, false)[0];
    const auto year = use(broken.faces(), index, U'年');
    CHECK_THROWS_WITH_AS(
        make_program(broken.faces(), index, std::span(&year, 1)),
        "U+5E74 画不出来：字体 FandolFang-Regular（broken.otf）的第 2893 号字形的轮廓是坏的",
        Failure);
}

TEST_CASE("many threads draw from one face and find in one chain") {
    const auto opened = Fonts::open(only_free());  // nothing drawn, no stand-in open yet
    std::array<std::string, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& bytes : made)
            threads.emplace_back([&] {
                const auto& faces = opened.faces();
                std::vector<GlyphUse> uses;
                const auto found = faces.find(FontRole::body, U'镕', false);
                for (char32_t c : sample)
                    if (const auto glyph = faces.face(found.face).glyph(c))
                        uses.push_back({*glyph, {}, std::u32string(1, c)});
                std::sort(uses.begin(), uses.end());
                uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
                bytes = make_program(faces, found.face, uses).bytes;
            });
    }
    CHECK(made[0].size() > 10'000);
    for (const auto& bytes : made) CHECK(bytes == made[0]);
}
