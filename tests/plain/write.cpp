// Documents as plain text: two examples as they were accepted, and what is made by hand.
// To accept a change: NIANBAO_ACCEPT=1 build/release/tests/nianbao_tests
// --source-file='*/plain/write.cpp', then read the diff.
#include "plain/write.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/made_documents.hpp"

using namespace nianbao;

namespace {

/// A document of these blocks and nothing else.
std::string text_of(std::vector<Block> blocks) {
    Document document;
    document.sections.push_back({{}, -1, std::move(blocks)});
    return write_text(document);
}

std::string text_of(Inline content) {
    return text_of(std::vector<Block>{Paragraph{std::move(content)}});
}

/// A paragraph “见…。” whose middle is a link.
std::string linked(std::u32string text, std::string uri) {
    Inline content = plain(U"见");
    content.texts.push_back({std::move(text), {}, TextRole::plain, false, 0});
    content.texts.push_back({U"。", {}});
    content.links = {std::move(uri)};
    return text_of(std::move(content));
}

TableCell said(TableCell cell, std::u32string text, const std::vector<int>& breaks = {}) {
    cell.texts = {{std::move(text), {}}};
    for (const int at : breaks) cell.breaks.push_back({at, Sense::best});
    return cell;
}

TableCell label_over(int row, int column, int rows, int columns, Scope scope) {
    TableCell made = label(row, column, scope);
    made.rows = rows;
    made.columns = columns;
    return made;
}

/// A row's label and its number.
std::string row_of(std::u32string text, std::vector<int> breaks = {}) {
    return text_of({table(
        1, 2, 0, {said(label(0, 0, Scope::row), std::move(text), std::move(breaks)), cell(0, 1)})});
}

void check_golden(const std::string& name, const std::string& text) {
    const std::string file = "tests/golden/" + name;
    if (std::getenv("NIANBAO_ACCEPT"))
        write_file(std::filesystem::path(NIANBAO_SOURCE) / file, text);
    CHECK(text == source_file(file));
}

}  // namespace

TEST_CASE("Examples as text, the same each time, through the table of outputs too") {
    for (const char* name : {"jinxiang-veterans-2022", "hard-zh"}) {
        const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / "examples" /
                                     (name + std::string(".yaml")));
        REQUIRE(reading.report);
        const Document document = compose(*reading.report);
        const std::string text = write_text(document);
        check_golden(name + std::string(".txt"), text);
        CHECK(text == write_text(document));
        const Stages stages{*reading.report, &document};
        CHECK(text == output_named("text")->write(stages));
        for (const char* wrong : {" \n", "　\n", "\n\n\n", "\r", "\t"})
            CHECK(text.find(wrong) == std::string::npos);
        CHECK(text.ends_with('\n'));
        CHECK_FALSE(text.ends_with("\n\n"));
    }
}

TEST_CASE("What is empty is written as nothing") {
    CHECK(write_text(Document{}) == "");
    Document document;
    document.title = plain(U"\n");
    document.sections.resize(2);
    document.signature.emplace();
    CHECK(write_text(document) == "");
    CHECK(text_of({Paragraph{}, Heading{}, List{},
                   List{ListLabels::dots, 1, std::vector<ListItem>(1)}}) == "");
    CHECK(text_of({Paragraph{plain(U"　\u200B ")}, Paragraph{plain(U"一")}, List{}}) == "　　一\n");
    CHECK(text_of({table(1, 1, 0, {said(cell(0, 0), U"")})}) == "");
    document = document_of({});
    CHECK(write_text(document) == std::string(27, ' ') + "题\n\n一、节\n");
}

TEST_CASE("The title stands in the middle, the signature at the end of a line of 56 columns") {
    Document document;
    document.title = plain(U"某县\n某局2024年");
    document.title.texts.push_back({U"报告\n", {}});
    document.signature = SignatureLines{plain(U"某局"), plain(U"2025年1月8日")};
    CHECK(write_text(document) == std::string(26, ' ') + "某县\n" + std::string(21, ' ') +
                                      "某局2024年报告\n\n" + std::string(52, ' ') + "某局\n" +
                                      std::string(44, ' ') + "2025年1月8日\n");
    // A full line, and a longer one.
    const std::u32string full(28, U'长');
    const std::string bytes = text_of(plain(full)).substr(std::string("　　").size());
    document = {};
    document.title = plain(full + U"\n" + full + U"a");
    document.signature = SignatureLines{plain(full), plain(U"日")};
    CHECK(write_text(document) == bytes + bytes.substr(0, bytes.size() - 1) + "a\n\n" + bytes +
                                      std::string(54, ' ') + "日\n");
    document.title = {};
    document.signature->agency = plain(full + U"ab");
    CHECK(write_text(document) ==
          bytes.substr(0, bytes.size() - 1) + "ab\n" + std::string(56, ' ') + "日\n");
}

TEST_CASE("Headings, paragraphs and lists in lists are lines") {
    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    list.items[0].below = {List{ListLabels::brackets, 1, {item(U"（1）", U"丙")}}};
    list.items[0].below[0].items[0].below = {List{ListLabels::dots, 1, {item(U"①", U"丁")}}};
    Paragraph run_in{plain(U"（一）题"), 2};
    run_in.content.texts[0].role = TextRole::heading;
    run_in.content.texts.push_back({U"。文", {}});
    Document document =
        document_of({run_in, heading(3, 3, U"1.题"), list, Paragraph{plain(U"末")}});
    document.sections.insert(document.sections.begin(), {{}, -1, {Paragraph{plain(U"引言")}}});
    CHECK(write_text(document) == std::string(27, ' ') +
                                      "题\n\n　　引言\n\n一、节\n　　（一）题。文\n1.题\n"
                                      "　　1.甲\n　　　　（1）丙\n　　　　　　①丁\n　　2.乙\n"
                                      "　　末\n");
}

TEST_CASE("A paragraph is a line, without what has no ink and without blanks behind it") {
    CHECK(text_of(plain(std::u32string(1000, U'长'))).size() == 3 * 1002 + 1);
    CHECK(text_of(plain(U"甲\u200B乙\u202E\n丙\r\t\u2028丁 \u00A0　")) == "　　甲乙丙丁\n");
    CHECK(text_of(plain(U"甲 a　乙")) == "　　甲 a　乙\n");
}

TEST_CASE("A link is its text; its URI stands behind it if the text does not say it") {
    CHECK(linked(U"http://x.cn/a", "http://x.cn/a") == "　　见http://x.cn/a。\n");
    CHECK(linked(U"www.x.cn", "http://www.x.cn") == "　　见www.x.cn。\n");
    CHECK(linked(U"a@x.cn", "mailto:a@x.cn") == "　　见a@x.cn。\n");
    CHECK(linked(U"www.x.cn", "https://www.x.cn") == "　　见www.x.cn（https://www.x.cn）。\n");
    CHECK(linked(U"本局网站", "http://x.cn\n") == "　　见本局网站（http://x.cn）。\n");
    CHECK(linked(U"见www.x.cn", "http://www.x.cn") == "　　见见www.x.cn（http://www.x.cn）。\n");
    CHECK(linked(U"", "http://x.cn") == "　　见。\n");

    // One link in two stretches, then another one at once.
    Inline content;
    content.texts = {{U"http://", {}, TextRole::plain, false, 1},
                     {U"x.cn", {}, TextRole::plain, true, 1},
                     {U"乙", {}, TextRole::plain, false, 0}};
    content.links = {"http://y.cn", "http://x.cn"};
    CHECK(text_of(content) == "　　http://x.cn乙（http://y.cn）\n");
    Inline both;
    both.texts = {{U"甲", {}, TextRole::plain, false, 1}, {U"乙", {}, TextRole::plain, false, 0}};
    both.links = content.links;
    CHECK(text_of(both) == "　　甲（http://x.cn）乙（http://y.cn）\n");

    // In a heading, and over the lines of a title.
    Document document = document_of({});
    document.sections[0].heading->content = content;
    document.title = content;
    document.title.texts[1].text = U"\nx.cn";
    CHECK(write_text(document) == std::string(24, ' ') + "http://\n" + std::string(17, ' ') +
                                      "x.cn乙（http://y.cn）\n\nhttp://x.cn乙（http://y.cn）\n");
}

TEST_CASE("A table has columns as wide as they need, a rule below its head, notes below it") {
    Table made = small_table();
    made.cells[1] = said(made.cells[1], U"全宽ＡＢ");
    made.cells[2] = said(made.cells[2], U"12345");
    made.notes = {plain(U"注：一。"), plain(U"二。")};
    CHECK(text_of({Paragraph{plain(U"前")}, made, Paragraph{plain(U"后")}}) ==
          "　　前\n\n"
          "项    | 全宽ＡＢ\n"
          "------+---------\n"
          "12345 |        1\n"
          "注：一。\n二。\n\n"
          "　　后\n");
    made.head_rows = 0;  // labels of columns are header rows wherever they stand
    made.notes.clear();
    CHECK(text_of({made}).find("\n------+---------\n") != std::string::npos);
    CHECK(text_of({table(2, 1, 1, {cell(0, 0), cell(1, 0)})}) == "1\n-\n1\n");
    CHECK(text_of({table(2, 1, 0, {cell(0, 0), cell(1, 0)})}) == "1\n1\n");
    CHECK(text_of({table(2, 1, 2, {cell(0, 0), cell(1, 0)})}) == "1\n1\n");
    CHECK(text_of({table(1, 2, 0, {cell(0, 0), said(cell(0, 1), U"")})}) == "1 |\n");
}

TEST_CASE("Cells over several columns and rows; remarks stand below their numbers") {
    TableCell remarked = said(cell(3, 1), U"22", {2});
    remarked.texts.push_back({U"（其中3件）", {}, TextRole::remark});
    const Table made =
        table(5, 4, 2,
              {said(label_over(0, 0, 2, 1, Scope::column), U"项目"),
               said(label_over(0, 1, 1, 3, Scope::column), U"申请人"),
               said(label(1, 1, Scope::column), U"自然人"),
               said(label(1, 2, Scope::column), U"社会公益组织", {2, 4}),
               said(label(1, 3, Scope::column), U"总计"),
               said(label_over(2, 0, 2, 1, Scope::row), U"结果"), cell(2, 1), cell(2, 2),
               cell(2, 3), remarked, cell(3, 2), cell(3, 3), said(label(4, 0, Scope::row), U"结转"),
               said(cell(4, 1, 1, 3), U"无")});
    CHECK(text_of({made}) ==
          "项目 | 申请人\n"
          "     | 自然人      | 社会 | 总计\n"
          "     |             | 公益 |\n"
          "     |             | 组织 |\n"
          "-----+-------------+------+-----\n"
          "结果 |           1 |    1 |    1\n"
          "     |          22 |    1 |    1\n"
          "     | （其中3件） |      |\n"
          "结转 |                        无\n");
}

TEST_CASE("What a cell over several lacks is divided among them, first that of cells over few") {
    // Twelve columns over two of one and one: seven more, four for the first.
    CHECK(text_of({table(2, 2, 0,
                         {said(cell(0, 0, 1, 2), U"十二列宽的格"), cell(1, 0), cell(1, 1)})}) ==
          "十二列宽的格\n    1 |    1\n");
    // The cell over two columns comes before the one over three, wherever it stands.
    CHECK(text_of({table(3, 3, 0,
                         {said(cell(0, 0, 1, 3), U"十二列宽的格"),
                          said(cell(1, 0, 1, 2), U"九列宽的a"), cell(1, 2), cell(2, 0), cell(2, 1),
                          cell(2, 2)})}) == " 十二列宽的格\n九列宽的a | 1\n  1 |   1 | 1\n");
    // A label of three lines over two rows makes them three.
    CHECK(text_of({table(2, 2, 0,
                         {said(label_over(0, 0, 2, 1, Scope::column), U"一二三", {1, 2}),
                          cell(0, 1), cell(1, 1)})}) == "一 | 1\n二 |\n三 | 1\n");
}

TEST_CASE("A table may have header rows in its body; no rule goes through a cell") {
    const auto head = [](int row) { return label_over(row, 0, 1, 2, Scope::column); };
    CHECK(text_of({table(4, 2, 0,
                         {head(0), label(1, 0, Scope::row), cell(1, 1), head(2),
                          label(3, 0, Scope::row), cell(3, 1)})}) ==
          "项\n---+--\n项 | 1\n---+--\n项\n---+--\n项 | 1\n");
    CHECK(text_of({table(2, 2, 0,
                         {label_over(0, 0, 2, 1, Scope::column), label(0, 1, Scope::column),
                          cell(1, 1)})}) == "项 | 项\n   |  1\n");
    // A rule has no cross where no column begins.
    CHECK(text_of({table(2, 2, 1, {head(0), cell(1, 0, 1, 2)})}) == "项\n---\n  1\n");
}

TEST_CASE("A label of rows is broken by sense if it is wider than 24 columns for each of its own") {
    const std::u32string twelve = U"一二三四五六七八九十甲乙";
    CHECK(row_of(twelve, {4, 8}) == "一二三四五六七八九十甲乙 | 1\n");
    CHECK(row_of(twelve + U"a", {4, 8}) == "一二三四五六七八 | 1\n九十甲乙a        |\n");
    CHECK(row_of(twelve + U"a") == "一二三四五六七八九十甲乙a | 1\n");  // no sense to break by
    CHECK(row_of(U"一二", {0, 2, 9, 1, -3}) == "一二 | 1\n");           // breaks out of order
    Table made = table(
        1, 3, 0, {said(label_over(0, 0, 1, 2, Scope::row), twelve + U"a", {4, 8}), cell(0, 2)});
    CHECK(text_of({made}) == "一二三四五六七八九十甲乙a | 1\n");
    made.cells[0].scope = Scope::column;
    CHECK(text_of({made}) == "一二三四五六七八九十甲乙a | 1\n");
    Table column =
        table(1, 2, 0, {said(label(0, 0, Scope::column), twelve + U"a", {4, 8}), cell(0, 1)});
    CHECK(text_of({column}) == "一二三四  | 1\n五六七八  |\n九十甲乙a |\n");
}

TEST_CASE("A cell that is wider than 40 columns is broken where lines may end, else anywhere") {
    const std::u32string twenty(20, U'长');
    CHECK(row_of(twenty).find("长 | 1\n") != std::string::npos);
    const std::string broken = row_of(twenty.substr(1) + U"，，长");  // no line begins with ，
    CHECK(broken.find("长，， | 1\n") == std::string::npos);
    CHECK(broken.find("\n长，，长") != std::string::npos);
    CHECK(row_of(std::u32string(41, U'a')) ==
          std::string(40, 'a') + " | 1\na" + std::string(39, ' ') + " |\n");
    // A long text, as a hostile remark may be, is broken in one go.
    CHECK(row_of(std::u32string(200'000, U'长')).find("长 |\n") != std::string::npos);
}

TEST_CASE("A document with a fault is refused in its words") {
    CHECK_THROWS_WITH_AS(text_of({table(1, 1, 0, {})}), "sections[0].blocks[0]: no cells",
                         std::invalid_argument);
}
