// What is wrong with a document that was made by hand, by name.
#include <doctest/doctest.h>

#include <climits>
#include <functional>
#include <string>

#include "report/made_documents.hpp"
#include "report/sample.hpp"

using namespace nianbao;

namespace {

/// The fault of a document of one block.
std::string fault_of(Block block) {
    const std::string wrong = fault(document_of({std::move(block)})), at = "sections[0].blocks[0]";
    if (wrong.empty()) return wrong;
    REQUIRE(wrong.starts_with(at));
    return wrong.substr(at.size());
}

std::string fault_of(const std::function<void(Table&)>& change) {
    Table made = small_table();
    change(made);
    return fault_of(Block(made));
}

std::string fault_of_text(Text text, std::vector<std::string> links = {}) {
    Paragraph paragraph;
    paragraph.content = {{std::move(text)}, std::move(links)};
    return fault_of(Block(paragraph));
}

}  // namespace

TEST_CASE("what compose makes, and what is empty, has no fault") {
    CHECK(fault(compose(sample_report())) == "");
    CHECK(fault(Document{}) == "");
    Document document;
    document.sections.resize(2);
    document.signature.emplace();
    CHECK(fault(document) == "");
    CHECK(fault_of(Block(Paragraph{})) == "");
    CHECK(fault_of(Block(List{})) == "");
    CHECK(fault_of(Block(List{ListLabels::dots, 1, std::vector<ListItem>(1)})) == "");
    CHECK(fault_of(Block(Heading{})) == "");
    CHECK(fault_of(Block(small_table())) == "");
}

TEST_CASE("levels and depths of headings") {
    for (int level = 2; level <= 4; ++level) CHECK(fault_of(Block(heading(level, 2, U"题"))) == "");
    CHECK(fault_of(Block(heading(1, 2, U"题"))) == ": level 1 is none of 2 to 4");
    CHECK(fault_of(Block(heading(5, 2, U"题"))) == ": level 5 is none of 2 to 4");
    CHECK(fault_of(Block(heading(2, 1, U"题"))) == ": depth 1 is none of 2 to 3");
    CHECK(fault_of(Block(heading(2, 3, U"题"))) == "");
    CHECK(fault_of(Block(heading(2, 4, U"题"))) == ": depth 4 is none of 2 to 3");
    Document document = document_of({});
    document.sections[0].heading->level = 2;
    CHECK(fault(document) == "sections[0].heading: level 2 is not 1");
    document.sections[0].heading->level = 0;
    CHECK(fault(document) == "sections[0].heading: level 0 is not 1");
}

TEST_CASE("a section is one of the form's six, or none") {
    Document document = document_of({});
    for (int form : {-1, 0, 5}) {
        document.sections[0].form = form;
        CHECK(fault(document) == "");
    }
    document.sections[0].form = 6;
    CHECK(fault(document) == "sections[0]: form 6 is none of -1 to 5");
    document.sections[0].form = -2;
    CHECK(fault(document) == "sections[0]: form -2 is none of -1 to 5");
}

TEST_CASE("roles of texts stand where they mean something") {
    CHECK(fault_of_text({U"甲", {}, TextRole::heading}) == ": a run-in heading that has no level");
    CHECK(fault_of_text({U"甲", {}, TextRole::label}) == ": a label outside a list");
    CHECK(fault_of_text({U"甲", {}, TextRole::remark}) == ": a remark outside a cell");
    Paragraph paragraph{{{{U"甲", {}, TextRole::heading}}, {}}, 4};
    CHECK(fault_of(Block(paragraph)) == "");
    paragraph.run_in = 5;
    CHECK(fault_of(Block(paragraph)) == ": run_in 5 is none of 0 to 4");
    paragraph.run_in = -1;
    CHECK(fault_of(Block(paragraph)) == ": run_in -1 is none of 0 to 4");

    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    CHECK(fault_of(Block(list)) == "");
    std::swap(list.items[1].content.texts[0], list.items[1].content.texts[1]);
    CHECK(fault_of(Block(list)) == ".items[1]: a label behind the item's text");
    list.items[1] = item(U"2.", U"乙");
    list.items[0].below = {List{ListLabels::brackets, 1, {item(U"（1）", U"丙")}}};
    CHECK(fault_of(Block(list)) == "");
    list.items[0].below[0].items[0].content.texts[1].link = 0;
    CHECK(fault_of(Block(list)) == ".items[0].below[0].items[0]: link 0 of 0");
}

TEST_CASE("a link has an index and a URI") {
    CHECK(fault_of_text({U"x", {}, TextRole::plain, false, 0}, {"http://x.cn"}) == "");
    CHECK(fault_of_text({U"x", {}, TextRole::plain, false, 1}, {"http://x.cn"}) == ": link 1 of 1");
    CHECK(fault_of_text({U"x", {}, TextRole::plain, false, -2}) == ": link -2 of 0");
    CHECK(fault_of_text({U"x", {}, TextRole::plain, false, 0}, {""}) == ": links[0] is empty");
    Document document = document_of({});
    document.title.texts[0].link = 0;
    CHECK(fault(document) == "title: link 0 of 0");
    document = document_of({});
    document.signature = SignatureLines{plain(U"局"), plain(U"日")};
    CHECK(fault(document) == "");
    document.signature->date.texts[0].link = 7;
    CHECK(fault(document) == "signature.date: link 7 of 0");
    document.signature->agency.texts[0].link = 7;
    CHECK(fault(document) == "signature.agency: link 7 of 0");
}

TEST_CASE("the cells of a table tile its grid") {
    using Cells = std::vector<TableCell>;
    CHECK(fault_of(Block(Table{})) == ": no rows");
    CHECK(fault_of(Block(table(1, 0, 0, {}))) == ": no columns");
    CHECK(fault_of(Block(table(1, 1, 0, {}))) == ": no cells");
    CHECK(fault_of(Block(table(2, 2, 0, {cell(0, 0), cell(0, 1), cell(1, 0)}))) ==
          ": no cell at row 1, column 1");
    CHECK(fault_of(Block(table(1, 2, 0, {cell(0, 0, 1, 2), cell(0, 1)}))) ==
          ".cells[1]: overlaps another at row 0, column 1");
    CHECK(fault_of(Block(table(1, 2, 0, {cell(0, 1), cell(0, 0)}))) ==
          ".cells[1]: stands behind a later one");
    CHECK(fault_of(Block(table(1, 1, 0, {cell(0, 0), cell(0, 0)}))) ==
          ".cells[1]: stands behind a later one");
    for (const TableCell& wrong :
         Cells{cell(0, 0, 1, 2), cell(0, 0, 2, 1), cell(-1, 0), cell(0, -1), cell(0, 1), cell(1, 0),
               cell(0, 0, 1, INT_MAX), cell(0, INT_MAX, 1, INT_MAX)})
        CHECK(fault_of(Block(table(1, 1, 0, {wrong}))) == ".cells[0]: reaches out of the grid");
    CHECK(fault_of(Block(table(1, 1, 0, {cell(0, 0, 0, 1)}))) == ".cells[0]: covers nothing");
    CHECK(fault_of(Block(table(1, 1, 0, {cell(0, 0, 1, 0)}))) == ".cells[0]: covers nothing");
    CHECK(fault_of(Block(table(3, 1, 0, {cell(0, 0, 2, 1), cell(2, 0)}))) ==
          ": no cell begins in row 1");
    CHECK(fault_of(Block(table(2, 1, 0, {cell(0, 0, 2, 1)}))) == ": no cell begins in row 1");
    CHECK(fault_of(Block(table(1'000, 1'000, 0, {cell(0, 0)}))) == ": no cell at row 0, column 1");
    CHECK(fault_of(Block(table(1'001, 1'000, 0, {cell(0, 0)}))) ==
          ": 1001 rows of 1000 columns are too many");
    CHECK(fault_of(Block(table(INT_MAX, INT_MAX, 0, {cell(0, 0)}))) ==
          ": 2147483647 rows of 2147483647 columns are too many");
}

TEST_CASE("the head of a table is some of its rows") {
    for (int rows : {0, 1, 2}) CHECK(fault_of([&](Table& t) { t.head_rows = rows; }) == "");
    CHECK(fault_of([](Table& t) { t.head_rows = 3; }) == ": 3 head rows of 2");
    CHECK(fault_of([](Table& t) { t.head_rows = -1; }) == ": -1 head rows of 2");
    CHECK(fault_of(Block(table(2, 2, 1, {cell(0, 0, 2, 1), cell(0, 1), cell(1, 1)}))) ==
          ".cells[0]: reaches from the head into the body");
}

TEST_CASE("header cells are labels of the table") {
    CHECK(fault_of([](Table& t) { t.cells[2].headers = {0, 1}; }) == "");
    CHECK(fault_of([](Table& t) { t.cells[2].headers = {4}; }) == ".cells[2]: header 4 of 4 cells");
    CHECK(fault_of([](Table& t) { t.cells[2].headers = {-1}; }) ==
          ".cells[2]: header -1 of 4 cells");
    CHECK(fault_of([](Table& t) { t.cells[2].headers = {3}; }) ==
          ".cells[2]: header 3 is no label");
}

TEST_CASE("the texts of cells and notes") {
    CHECK(fault_of([](Table& t) {
              t.cells[3].texts.push_back({U"（注）", {}, TextRole::remark});
          }) == "");
    CHECK(fault_of([](Table& t) { t.cells[3].texts[0].role = TextRole::label; }) ==
          ".cells[3]: a label outside a list");
    CHECK(fault_of([](Table& t) { t.cells[3].texts[0].link = 0; }) == ".cells[3]: link 0 of 0");
    CHECK(fault_of([](Table& t) { t.notes = {plain(U"注：一。"), {}}; }) == "");
    CHECK(fault_of([](Table& t) {
              t.notes = {{}, plain(U"注：一。")};
              t.notes[1].texts[0].role = TextRole::remark;
          }) == ".notes[1]: a remark outside a cell");
}
