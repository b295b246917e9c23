// What can be asked of any document.
#include "nianbao/document.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "report/made_documents.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// The depths of headings of these levels, each in its section.
std::string depths(const std::vector<int>& levels) {
    Document document;
    document.sections.emplace_back();
    for (const int level : levels) {
        if (level == 1) document.sections.push_back({heading(1, 9, U"节"), -1, {}});
        else document.sections.back().blocks.emplace_back(heading(level, 9, U"题"));
    }
    outline_depths(document);
    std::string out;
    for (const Section& section : document.sections) {
        if (section.heading) out += std::to_string(section.heading->depth);
        for (const Block& block : section.blocks)
            out += std::to_string(std::get<Heading>(block).depth);
    }
    return out;
}

}  // namespace

TEST_CASE("the depth of a heading is one below the last one of a higher level") {
    CHECK(depths({1, 2, 3, 4, 1}) == "23452");
    CHECK(depths({1, 3, 3, 4, 2, 3}) == "233434");  // none is skipped
    CHECK(depths({2, 1}) == "22");                  // before the first section
    CHECK(depths({4}) == "2");
    CHECK(depths({1, 2, 2, 1, 2}) == "23323");
}

TEST_CASE("a heading below a run-in heading is one deeper") {
    Document document =
        document_of({Paragraph{plain(U"（一）甲。乙。"), 2}, heading(3, 9, U"1.丙")});
    outline_depths(document);
    CHECK(std::get<Heading>(document.sections[0].blocks[1]).depth == 4);
    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    list.items[0].run_in = 3;
    list.items[1].below = {list};
    document = document_of({list, heading(4, 9, U"（1）丙")});
    outline_depths(document);
    CHECK(std::get<Heading>(document.sections[0].blocks[1]).depth == 4);
}

TEST_CASE("each text comes in reading order, with its role") {
    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    list.items[0].run_in = 3;
    list.items[0].below = {List{ListLabels::brackets, 1, {item(U"（1）", U"丙")}}};
    Table grid = small_table();
    grid.notes = {plain(U"注：一。")};
    Document document =
        document_of({Paragraph{plain(U"文"), 2}, heading(4, 3, U"（1）四"), list, grid});
    document.signature = SignatureLines{plain(U"局"), plain(U"日")};
    std::string out;
    each_text(document, [&](Role role, int run_in, const Text& text) {
        out += std::string(name_of(role)) + (run_in > 0 ? std::to_string(run_in) : "") + " " +
               to_utf8(text.text) + "\n";
    });
    CHECK(out ==
          "title 题\nheading1 一、节\nparagraph2 文\nheading4 （1）四\n"
          "label3 1.\nitem body3 甲\nlabel （1）\nitem body 丙\nlabel 2.\nitem body 乙\n"
          "header 项\nheader 项\ncell 1\ncell 1\nnote 注：一。\nparagraph 局\nparagraph 日\n");
}

TEST_CASE("running text is read without its line ends") {
    Inline title = plain(U"某县\n某局");
    title.texts.push_back({U"\n报告", {}});
    CHECK(title.text() == U"某县某局报告");
    CHECK(Inline{}.text().empty());
}

TEST_CASE("every role has a name, and headings have one by their level") {
    CHECK(name_of(Role::document) == "document");
    CHECK(name_of(Role::item_body) == "item body");
    CHECK(name_of(Role::cell) == "cell");
    for (int level = 1; level <= deepest_level; ++level)
        CHECK(name_of(heading_role(level)) == "heading" + std::to_string(level));
}

TEST_CASE("a table over roles has a row for each, in their order") {
    struct Row {
        Role role;
    };
    std::array<Row, role_count> rows;
    for (std::size_t i = 0; i < role_count; ++i) rows[i].role = static_cast<Role>(i);
    CHECK(covers_roles(rows));
    std::swap(rows[3], rows[4]);
    CHECK_FALSE(covers_roles(rows));
    std::array<Row, role_count - 1> fewer;
    for (std::size_t i = 0; i < fewer.size(); ++i) fewer[i].role = static_cast<Role>(i);
    CHECK_FALSE(covers_roles(fewer));
}

TEST_CASE("a dump says what each piece is") {
    List list{ListLabels::brackets, 3, {item(U"（3）", U"甲")}};
    list.items[0].below = {List{ListLabels::dots, 1, {item(U"1.", U"乙")}}};
    Table grid = small_table();
    grid.notes = {plain(U"注：一。")};
    grid.cells[0].breaks = {Break{0}};
    Document document = document_of({list, grid});
    document.metadata.author = "局";
    document.metadata.date = Date{2025, 1, 8};
    document.title.texts.push_back({U"\n二", {}, TextRole::plain, true, 5});  // no such link
    document.sections[0].form = 0;
    CHECK(dump(document) ==
          "document 题 | 局 | zh-CN | 2025-01-08\n"
          "title: 题[{ / 二}](?)\n"
          "section 1\n"
          "  heading 1 depth 2: 一、节\n"
          "  list from （3）\n"
          "    item: <label>（3）<plain>甲\n"
          "      list from 1.\n"
          "        item: <label>1.<plain>乙\n"
          "  table made 2x2, head 1: 表\n"
          "    #0 0,0 label of column: ¦项\n"
          "    #1 0,1 label of column: 项\n"
          "    #2 1,0 under #0: 1\n"
          "    #3 1,1 under #1: 1\n"
          "    note: 注：一。\n");
}
