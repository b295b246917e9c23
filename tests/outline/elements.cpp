// Marks and nodes become the plan of a tagged file.
#include "outline/elements.hpp"

#include "pdf/content.hpp"
#include "pdf/output_intent.hpp"
#include "pdf/structure_types.hpp"
#include "pdf/xmp.hpp"
#include "typeset/separate.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "report/data_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

GlyphRun run(int node, std::u32string text, Artifact artifact = Artifact::none) {
    GlyphRun made;
    made.node = node;
    made.artifact = artifact;
    made.source = std::move(text);
    for (std::size_t i = 0; i < made.source.size(); i++)
        made.glyphs.push_back({.id = 1, .trim = {}, .x = {}, .characters = 1});
    return made;
}

Node node(Role role, int parent) {
    Node made;
    made.role = role;
    made.parent = parent;
    return made;
}

Page page(std::vector<Mark> marks) {
    return {.number = 1, .width = 210.0_mm, .height = 297.0_mm, .marks = std::move(marks)};
}

/// "0-2 #1/0 | 3-4 rule": the marks of each sequence, its node and MCID or its kind of
/// artifact.
std::string text_of(const std::vector<Sequence>& sequences) {
    constexpr std::string_view artifacts[] = {"artifact", "number", "rule", "repeated",
                                              "separator"};
    std::string out;
    for (const Sequence& s : sequences) {
        const std::string owner = s.node < 0
                                      ? std::string(artifacts[static_cast<std::size_t>(s.artifact)])
                                      : fmt::format("#{}/{}", s.node, s.mcid);
        out += fmt::format("{}{}-{} {}", out.empty() ? "" : " | ", s.first, s.last, owner);
    }
    return out;
}

/// "P(0 Link(1 @0) 2)": types, MCIDs with a page's number where it is not the first,
/// links.
std::string text_of(const Tagging& tagging, std::size_t index = 0) {
    std::string out;
    for (const Kid& kid : tagging.elements[index].kids) {
        if (!out.empty()) out += ' ';
        if (kid.kind == Kid::Kind::element)
            out += text_of(tagging, static_cast<std::size_t>(kid.index));
        if (kid.kind == Kid::Kind::content)
            out += (kid.page ? fmt::format("{}.", kid.page) : "") + std::to_string(kid.index);
        if (kid.kind == Kid::Kind::area) out += fmt::format("@{}", kid.index);
    }
    return fmt::format("{}({})", structure_type(tagging.elements[index]), out);
}

Tagging tag(std::vector<Node> nodes, std::vector<Page> pages) {
    return nianbao::tag({{}, std::move(pages), std::move(nodes), {}});
}

}  // namespace

TEST_CASE("marks of one node in a row are one sequence; link areas draw nothing") {
    const Page drawn = page(
        {run(1, U"一"), run(1, U"二"), LinkArea{{}, {}, {}, 2}, run(1, U"三"), run(2, U"四"),
         run(1, U"五"), Rule{}, Rule{}, run(-1, U"1", Artifact::page_number),
         run(-1, U"头", Artifact::repeated), run(-1, U"  ", Artifact::separator), run(-1, U"？")});
    CHECK(
        text_of(sequences_of(drawn)) ==
        "0-4 #1/0 | 4-5 #2/1 | 5-6 #1/2 | 6-8 rule | 8-9 number | 9-10 repeated | 10-11 separator | 11-12 artifact");
    CHECK(sequences_of(page({})).empty());
    CHECK(text_of(sequences_of(page({LinkArea{}, Rule{}}))) == "1-2 rule");
}

TEST_CASE("an element holds its text and what is inside it in reading order, over pages too") {
    std::vector<Node> nodes = {node(Role::document, -1), node(Role::paragraph, 0),
                               node(Role::link, 1), node(Role::paragraph, 0)};
    nodes[2].uri = "http://x.cn";
    const auto tagging = tag(
        nodes, {page({run(1, U"见"), run(2, U"http://"), LinkArea{{}, {}, {}, 2}}),
                page({run(2, U"x.cn"), run(1, U"。"), LinkArea{{}, {}, {}, 2}, run(3, U"完")})});
    CHECK(text_of(tagging) == "Document(P(0 Link(1 @0 1.0 @1) 1.1) P(1.2))");
    REQUIRE(tagging.areas.size() == 2);
    CHECK(tagging.areas[1].page == 1);
    CHECK(tagging.areas[1].mark == 2);
}

TEST_CASE("a link area that leads nowhere is no link") {
    const auto tagging =
        tag({node(Role::document, -1), node(Role::link, 0)},
            {page({run(1, U"x"), LinkArea{{}, {}, {}, 1}, LinkArea{{}, {}, {}, -1}})});
    CHECK(tagging.areas.empty());
    CHECK(text_of(tagging) == "Document(Link(0))");
}

TEST_CASE("what has no content is left out, but for the cells of a table") {
    CHECK(text_of(tag({node(Role::document, -1), node(Role::section, 0), node(Role::heading1, 1),
                       node(Role::paragraph, 0), node(Role::table, 0), node(Role::body, 4),
                       node(Role::row, 5), node(Role::cell, 6), node(Role::cell, 6)},
                      {page({run(3, U"文"), run(8, U"0")})})) ==
          "Document(P(0) Table(TBody(TR(TD() TD(1)))))");
    CHECK(text_of(tag({node(Role::document, -1)}, {})) == "Document()");
}

TEST_CASE("headings take the level below the one that they are under, and none is skipped") {
    const auto levels = [](const std::vector<Role>& roles) {
        std::vector<Node> nodes = {node(Role::document, -1)};
        std::vector<Mark> marks;
        for (Role role : roles) {
            nodes.push_back(node(role, 0));
            marks.emplace_back(run(static_cast<int>(nodes.size()) - 1, U"题"));
        }
        std::string out;
        for (const Element& element : tag(nodes, {page(marks)}).elements)
            out += std::string(structure_type(element)) + " ";
        return out;
    };
    using enum Role;
    CHECK(levels({title, heading1, heading2, heading3, heading4, heading1}) ==
          "Document H1 H2 H3 H4 H5 H2 ");
    CHECK(levels({title, heading1, heading3, heading3, heading4, heading2, heading3}) ==
          "Document H1 H2 H3 H3 H4 H3 H4 ");
    CHECK(levels({heading2, heading1}) == "Document H1 H1 ");  // without a title
    CHECK(levels({title, paragraph, heading4}) == "Document H1 P H2 ");
}

TEST_CASE("each sequence is marked content: text within its text object, rules outside") {
    auto drawn = page({run(1, U"一"), run(2, U"二"), Rule{{}, 10.0_pt, 1.0_pt},
                       run(-1, U"1", Artifact::page_number), run(-1, U"头", Artifact::repeated)});
    drawn.height = 800.0_pt;
    for (Mark& mark : drawn.marks)
        if (auto* text = std::get_if<GlyphRun>(&mark)) text->size = 10.0_pt;
    const auto tagging =
        tag({node(Role::document, -1), node(Role::title, 0), node(Role::paragraph, 0)}, {drawn});
    const std::vector<Shown> shown(4, Shown{0x4142, 100'000});
    const std::vector<int> resource = {0};
    CHECK(
        content_stream(drawn, shown, resource, tagging.pages[0], tagging.elements) ==
        "BT\n/H1<</MCID 0>>BDC\n/F0 10 Tf\n0 800 Td\n(AB)Tj\nEMC\n/P<</MCID 1>>BDC\n0 0 Td\n(AB)Tj\nEMC\nET\n"
        "/Artifact<</Type/Layout>>BDC\n0 799 10 1 re\nf\nEMC\n"
        "BT\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n0 800 Td\n(AB)Tj\nEMC\n/Artifact<</Type/Pagination>>BDC\n0 0 Td\n(AB)Tj\nEMC\nET\n");
}

TEST_CASE("text with a character for private use stands beside its content") {
    for (char32_t c : {char32_t{0xE000}, char32_t{0xF8FF}, char32_t{0xF0000}}) {
        const auto drawn = page({run(1, {U'甲', c})});
        const auto tagging = tag({node(Role::document, -1), node(Role::paragraph, 0)}, {drawn});
        const std::vector<Shown> shown(2);
        const std::vector<int> resource = {0};
        const std::string stream =
            content_stream(drawn, shown, resource, tagging.pages[0], tagging.elements);
        CHECK_MESSAGE(stream.find("/P<</MCID 0/ActualText<FEFF7532") != stream.npos, stream);
    }
    for (char32_t c : {char32_t{0xD7FF}, char32_t{0xF900}, char32_t{0xEFFFF}}) {
        const auto drawn = page({run(1, {c})});
        const std::vector<Shown> shown(1);
        const std::vector<int> resource = {0};
        const auto tagging = tag({node(Role::document, -1), node(Role::paragraph, 0)}, {drawn});
        CHECK(content_stream(drawn, shown, resource, tagging.pages[0], tagging.elements)
                  .find("ActualText") == std::string::npos);
    }
}

TEST_CASE("runs that would be read as one line in another order are kept apart") {
    const auto& faces = free_fonts().faces();
    const auto found = faces.find(FontRole::table, U'计', false);
    const auto set = [&](Length x, Length y) {
        GlyphRun made = run(1, U"计");
        made.face = found.face;
        made.glyphs[0].id = found.glyph;
        made.size = 10.0_pt;
        made.origin = {x, y};
        return made;
    };
    const auto count = [&](std::vector<Mark> marks) {
        std::vector<Page> pages = {page(std::move(marks))};
        separate_lines(pages, faces);
        std::string out;
        for (const Mark& mark : pages[0].marks)
            out += std::get<GlyphRun>(mark).artifact == Artifact::separator ? "|" : "x";
        return out;
    };
    CHECK(count({set(100.0_pt, 100.0_pt), set(50.0_pt, 105.0_pt)}) ==
          "x|x");  // half a character below, to the left
    CHECK(count({set(100.0_pt, 100.0_pt), set(50.0_pt, 95.0_pt)}) == "x|x");  // or above
    CHECK(count({set(100.0_pt, 100.0_pt), set(50.0_pt, 105.01_pt)}) ==
          "xx");  // on a line of its own
    CHECK(count({set(100.0_pt, 100.0_pt), set(100.01_pt, 103.0_pt)}) == "xx");  // to the right
    CHECK(count({set(100.0_pt, 100.0_pt), set(100.0_pt, 103.0_pt)}) == "xx");   // right below
    CHECK(count({set(50.0_pt, 100.0_pt), set(50.0_pt, 130.0_pt), set(40.0_pt, 160.0_pt)}) == "xxx");
}

TEST_CASE("XMP escapes what XML needs, and dates are those of PDF in its own form") {
    const std::string packet = xmp_packet({.title = "a<b>&\"",
                                           .author = "县",
                                           .description = "县的<报告>",
                                           .keywords = "年报，公开",
                                           .producer = "nianbao",
                                           .date = "D:20250120000000+08'00'",
                                           .language = "zh-CN"},
                                          false);
    for (const char* part : {"<rdf:li xml:lang=\"x-default\">a&lt;b&gt;&amp;\"</rdf:li>",
                             "<dc:creator><rdf:Seq><rdf:li>县</rdf:li></rdf:Seq>",
                             "<dc:publisher><rdf:Bag><rdf:li>县</rdf:li></rdf:Bag>",
                             "x-default\">县的&lt;报告&gt;</rdf:li></rdf:Alt></dc:description>",
                             "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag>",
                             "<pdf:Keywords>年报，公开</pdf:Keywords>",
                             "<xmp:CreateDate>2025-01-20T00:00:00+08:00</xmp:CreateDate>",
                             "<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>"})
        CHECK_MESSAGE(packet.find(part) != packet.npos, packet);
    CHECK(xmp_packet({}, true).find("<pdfaid:part>3</pdfaid:part>") != std::string::npos);
    for (const char* part : {"dc:title", "dc:creator", "dc:description", "dc:publisher",
                             "dc:language", "Keywords", "CreateDate", "CreatorTool"})
        CHECK(xmp_packet({}, false).find(part) == std::string::npos);
    CHECK(xmp_date("D:20250119235959Z") == "2025-01-19T23:59:59Z");
    CHECK(xmp_date("") == "");
    CHECK(xml_characters("年\t报\n\x01\x7F\xEF\xBF\xBE.") == "年报.");
}

TEST_CASE("the profile is an ICC profile of sRGB") {
    const std::string profile = srgb_profile();
    CHECK(profile.size() == 480);
    CHECK(profile.substr(0, 4) == std::string("\0\0\x01\xE0", 4));  // its own length
    CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
    CHECK(profile.substr(36, 4) == "acsp");
    CHECK(profile.find("para") == profile.rfind("para"));  // one curve for three channels
}
