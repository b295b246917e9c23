// Documents made by hand: each is set, and written, or refused by name.
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "nianbao/pdf.hpp"
#include "report/document_text.hpp"
#include "report/made_documents.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// What stands on the pages, in their order, without page numbers and separators.
std::string set_text(const Document& document) {
    const Pages pages = typeset(document, free_fonts());
    CHECK(write_pdf(pages, free_fonts()).starts_with("%PDF-"));
    CHECK(outside(pages) == "");
    std::u32string out;
    for (const Page& page : pages.pages) out += text_of(page);
    return to_utf8(out);
}

/// "document(section(heading1 paragraph))": what is below each node.
std::string tree_of(const std::vector<Node>& nodes, int index = 0) {
    std::string below;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].parent == index)
            below += (below.empty() ? "" : " ") + tree_of(nodes, static_cast<int>(i));
    }
    const std::string name(name_of(nodes[static_cast<std::size_t>(index)].role));
    return below.empty() ? name : name + "(" + below + ")";
}

std::string tree_of(const Document& document) {
    return tree_of(typeset(document, free_fonts()).nodes);
}

void check_refused(Block block, const std::string& wrong) {
    const Document document = document_of({std::move(block)});
    CHECK(fault(document) == wrong);
    CHECK_THROWS_WITH_AS(typeset(document, free_fonts()), wrong.c_str(), std::invalid_argument);
}

}  // namespace

TEST_CASE("what is empty is set as nothing") {
    CHECK(set_text({}) == "");
    Document sections;
    sections.sections.resize(3);
    CHECK(set_text(sections) == "");
    CHECK(set_text(document_of({})) == "题一、节");
    CHECK(set_text(document_of({Paragraph{}, Heading{}, List{}, Paragraph{plain(U""), 0}})) ==
          "题一、节");
    CHECK(set_text(document_of({List{ListLabels::dots, 1, std::vector<ListItem>(2)}})) ==
          "题一、节");
    Document unsigned_document = document_of({});
    unsigned_document.signature.emplace();
    CHECK(set_text(unsigned_document) == "题一、节");
    Document untitled = document_of({});
    untitled.title = plain(U"\n\n");
    CHECK(set_text(untitled) == "一、节");
}

TEST_CASE("one signature line may be missing") {
    Document document = document_of({Paragraph{plain(U"文。"), 0}});
    document.signature = SignatureLines{plain(U"某局"), {}};
    CHECK(set_text(document) == "题一、节文。某局");
    document.signature = SignatureLines{{}, plain(U"某日")};
    CHECK(set_text(document) == "题一、节文。某日");
    document.sections.clear();  // it needs nothing before it
    CHECK(set_text(document) == "题某日");
}

TEST_CASE("lists stand inside items") {
    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    list.items[0].below = {
        List{ListLabels::brackets, 1, {item(U"（1）", U"丙"), item(U"（2）", U"丁")}}};
    CHECK(set_text(document_of({list})) == "题一、节1.甲（1）丙（2）丁2.乙");
    CHECK(tree_of(document_of({list})) ==
          "document(title section(heading1 list(item(label item body("
          "list(item(label item body) item(label item body)))) item(label item body))))");
}

TEST_CASE(
    "a run-in heading is an element before its paragraph, or at the head of its item's text") {
    Paragraph paragraph{plain(U"（一）甲"), 2};
    paragraph.content.texts[0].role = TextRole::heading;
    paragraph.content.texts.push_back({U"。乙。", {}});
    List list{ListLabels::dots, 1, {item(U"1.", U"丙"), item(U"2.", U"戊")}};
    list.items[0].run_in = 3;
    list.items[0].content.texts[1].role = TextRole::heading;
    list.items[0].content.texts.push_back({U"。丁。", {}});
    const Document document = document_of({paragraph, list});
    CHECK(set_text(document) == "题一、节（一）甲。乙。1.丙。丁。2.戊");
    CHECK(tree_of(document) ==
          "document(title section(heading1 heading2 paragraph list("
          "item(label item body(heading3)) item(label item body))))");
    const Pages pages = typeset(document, free_fonts());
    std::string bookmarks, headings;
    for (const Node& node : pages.nodes)
        if (!node.bookmark.empty()) bookmarks += node.bookmark + " ";
    CHECK(bookmarks == "题 一、节 （一）甲 1.丙 ");
    for (const Mark& mark : pages.pages[0].marks) {
        const auto* run = std::get_if<GlyphRun>(&mark);
        if (run == nullptr || run->node < 0) continue;
        const Role role = pages.nodes[static_cast<std::size_t>(run->node)].role;
        if (role == Role::heading2 || role == Role::heading3) headings += to_utf8(run->source);
    }
    CHECK(headings == "（一）甲。丙。");
}

TEST_CASE("a run-in heading of no words is no element") {
    List list{ListLabels::dots, 1, {item(U"1.", U"丙")}};
    list.items[0].run_in = 3;
    CHECK(tree_of(document_of({Paragraph{plain(U"甲"), 2}, Paragraph{{}, 2}, list})) ==
          "document(title section(heading1 paragraph paragraph list(item(label item body))))");
}

TEST_CASE("words of another language are an element of their own") {
    Paragraph paragraph{plain(U"见"), 0};
    paragraph.content.texts.push_back({U"Open Data", {}});
    paragraph.content.texts.back().language = "en";
    paragraph.content.texts.push_back({U"一栏", {}});
    const Document document = document_of({paragraph});
    CHECK(set_text(document) == "题一、节见Open Data一栏");
    CHECK(tree_of(document) == "document(title section(heading1 paragraph(span)))");
    CHECK(typeset(document, free_fonts()).nodes.back().language == "en");
}

TEST_CASE("a section without a heading is no section of the tree") {
    Document document;
    document.title = plain(U"题");
    document.sections.push_back({std::nullopt, -1, {Paragraph{plain(U"前言。"), 0}}});
    document.sections.push_back({heading(1, 2, U"一、节"), 0, {Paragraph{plain(U"文。"), 0}}});
    document.signature = SignatureLines{plain(U"局"), plain(U"日")};
    CHECK(tree_of(document) ==
          "document(title paragraph section(heading1 paragraph paragraph paragraph))");
}

TEST_CASE("a table has its notes behind it, and its cells the nodes of their headers") {
    Table grid = small_table();
    grid.notes = {plain(U"注：一。"), {}, plain(U"二。")};
    CHECK(set_text(document_of({grid})) == "题一、节项项11注：一。二。");
    CHECK(tree_of(document_of({grid})) ==
          "document(title section(heading1 table(head(row(header header)) body(row(cell cell))) "
          "note note note))");
    const Pages pages = typeset(document_of({grid}), free_fonts());
    std::string headers;
    for (const Node& node : pages.nodes) {
        for (const int header : node.headers)
            headers +=
                std::string(name_of(pages.nodes[static_cast<std::size_t>(header)].role)) + " ";
    }
    CHECK(headers == "header header ");
}

TEST_CASE("tables of every shape are set") {
    const auto set = [](Table made) { return set_text(document_of({std::move(made)})); };
    CHECK(set(table(1, 1, 0, {cell(0, 0)})) == "题一、节1");
    CHECK(set(table(1, 1, 1, {label(0, 0, Scope::row)})) == "题一、节项");
    CHECK(set(table(2, 2, 2, {cell(0, 0, 1, 2), cell(1, 0, 1, 2)})) == "题一、节11");
    Table empty = small_table();
    for (TableCell& each : empty.cells) each.texts.clear();
    CHECK(set(empty) == "题一、节");
    std::vector<TableCell> many;
    for (int i = 0; i < 200; ++i) many.push_back(cell(0, i));
    const Pages wide = typeset(document_of({table(1, 200, 0, many)}), free_fonts());
    CHECK(text_of(wide.pages.back()).size() == 204);  // more than there is room for
    CHECK(write_pdf(wide, free_fonts()).starts_with("%PDF-"));
    many.clear();
    for (int i = 0; i < 200; ++i) many.push_back(cell(i, 0));
    CHECK(set(table(200, 1, 0, many)).size() > 200);
}

TEST_CASE("a link over any words breaks where they break, and has one node a stretch") {
    Paragraph paragraph;
    paragraph.content.links = {"http://a.cn", "http://b.cn"};
    std::u32string words;
    for (int i = 0; i < 60; ++i) words += U"链";
    paragraph.content.texts = {{words, {}, TextRole::plain, false, 0},
                               {U"又", {}, TextRole::plain, false, 0},
                               {U"和", {}},
                               {U"乙", {}, TextRole::plain, false, 1},
                               {U"丙", {}, TextRole::plain, false, 0}};
    const Pages pages = typeset(document_of({paragraph}), free_fonts());
    CHECK(outside(pages) == "");
    std::string uris;
    for (const Node& node : pages.nodes) {
        if (node.role == Role::link) uris += node.uri + " ";
    }
    CHECK(uris == "http://a.cn http://b.cn http://a.cn ");
    CHECK(marks<LinkArea>(pages.pages[0]).size() == 5);  // three lines, and two on the last
    CHECK(write_pdf(pages, free_fonts()).starts_with("%PDF-"));
}

TEST_CASE("characters that are none are told, not drawn") {
    for (const char32_t c : {char32_t{0xD800}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
        Document document = document_of({heading(2, 3, std::u32string{U'（', c, U'）'})});
        document.title.texts[0].text += c;
        const Pages pages = typeset(document, free_fonts());
        CHECK(stops(pages.findings));
        CHECK(write_pdf(pages, free_fonts()).starts_with("%PDF-1.7"));
    }
}

TEST_CASE("headings keep together, unless no page holds them") {
    for (int before = 1; before <= 22; ++before) {
        CAPTURE(before);
        std::vector<Block> blocks(before, Paragraph{plain(U"段。"), 0});
        blocks.push_back(heading(2, 3, std::u32string(28 * 6 - 2, U'题')));
        blocks.push_back(Paragraph{plain(U"一。"), 0});
        blocks.push_back(Paragraph{plain(U"二。"), 0});
        const Pages pages = typeset(document_of(std::move(blocks)), free_fonts());
        CHECK(pages_with(pages, U"题题") == pages_with(pages, U"一。"));
    }
    set_text(document_of({heading(2, 3, std::u32string(28 * 30, U'题'))}));
    set_text(document_of(std::vector<Block>(50, heading(2, 3, U"（一）题"))));
}

TEST_CASE("what cannot be set is refused by name") {
    check_refused(Table{}, "sections[0].blocks[0]: no rows");
    check_refused(table(1, 1, 0, {}), "sections[0].blocks[0]: no cells");
    check_refused(table(2, 0, 0, {cell(0, 0)}), "sections[0].blocks[0]: no columns");
    check_refused(table(2, 2, 0, {cell(0, 0), cell(0, 1), cell(1, 0)}),
                  "sections[0].blocks[0]: no cell at row 1, column 1");
    check_refused(table(1, 2, 0, {cell(0, 0, 1, 2), cell(0, 1)}),
                  "sections[0].blocks[0].cells[1]: overlaps another at row 0, column 1");
    Table pointing = small_table();
    pointing.cells[2].headers = {9};
    check_refused(pointing, "sections[0].blocks[0].cells[2]: header 9 of 4 cells");
    check_refused(heading(5, 2, U"题"), "sections[0].blocks[0]: level 5 is none of 2 to 4");
    Paragraph linked{plain(U"x"), 0};
    linked.content.texts[0].link = 0;
    check_refused(linked, "sections[0].blocks[0]: link 0 of 0");
}
