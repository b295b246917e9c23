// How a sheet is shown, printed and filtered, as its part says it.
#include <doctest/doctest.h>

#include <string>

#include "program.hpp"
#include "xlsx/package/book.hpp"
#include "xlsx/package/sheet_xml.hpp"

using namespace nianbao;
using namespace nianbao::xlsx;

namespace {

Sheet small_sheet() {
    Sheet sheet;
    sheet.name = "台账";
    sheet.put({0, 0}, text_of("单位"), {});
    sheet.put({1, 1}, number_of("0.25"), {.shown = Shown::percent});
    return sheet;
}

std::string xml_of(const Sheet& sheet) {
    Styles styles;
    SharedTexts texts;
    return sheet_xml(sheet, styles, texts, true);
}

/// What stands between two marks, both included; empty if they are not there.
std::string between(const std::string& xml, const std::string& begin, const std::string& end) {
    const std::size_t from = xml.find(begin);
    if (from == xml.npos) return {};
    return xml.substr(from, xml.find(end, from) + end.size() - from);
}

std::string part(const Book& book, const std::string& name) {
    const Scratch scratch;
    const auto file = write_file(scratch / "a.xlsx", book.write());
    const Run read =
        ::run({"python3", std::string(NIANBAO_SOURCE) + "/tests/fixtures/office_parts.py", "part",
               file.native(), name});
    REQUIRE_MESSAGE(read.exit == 0, read.err);
    return read.out;
}

}  // namespace

TEST_CASE("Rows, columns or both stay where they are while the others move") {
    Sheet sheet = small_sheet();
    CHECK(between(xml_of(sheet), "<pane", "/>") == "");
    sheet.frozen_rows = 3;
    CHECK(between(xml_of(sheet), "<pane", "<selection pane=\"bottomLeft\"/>") ==
          "<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>"
          "<selection pane=\"bottomLeft\"/>");
    sheet.frozen_columns = 2;
    CHECK(between(xml_of(sheet), "<pane", "/>") ==
          "<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\" activePane=\"bottomRight\" "
          "state=\"frozen\"/>");
    sheet.frozen_rows = 0;
    CHECK(between(xml_of(sheet), "<pane", "/>") ==
          "<pane xSplit=\"2\" topLeftCell=\"C1\" activePane=\"topRight\" state=\"frozen\"/>");
}

TEST_CASE("A sheet is as wide as a page of A4, or of A3, or at a scale with pages of its own") {
    Sheet sheet = small_sheet();
    const auto set_up = [&] { return between(xml_of(sheet), "<pageSetup", "/>"); };
    CHECK(set_up() == R"(<pageSetup paperSize="9" orientation="portrait" fitToHeight="1"/>)");
    sheet.paper = Paper::a3;
    sheet.landscape = true;
    sheet.pages_down = 0;
    CHECK(set_up() == R"(<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>)");
    CHECK(between(xml_of(sheet), "<sheetPr>", "</sheetPr>") ==
          R"(<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>)");
    sheet.scale = 80;
    sheet.new_pages = {11, 18};
    CHECK(set_up() == R"(<pageSetup paperSize="8" scale="80" orientation="landscape"/>)");
    CHECK(between(xml_of(sheet), "<sheetPr>", "</sheetPr>") == "");
    CHECK(between(xml_of(sheet), "<colBreaks", "</colBreaks>") ==
          R"(<colBreaks count="2" manualBreakCount="2"><brk id="11" max="1048575" man="1"/>)"
          R"(<brk id="18" max="1048575" man="1"/></colBreaks>)");
}

TEST_CASE("Rows may be filtered though the sheet is protected") {
    Sheet sheet = small_sheet();
    CHECK(between(xml_of(sheet), "<autoFilter", "/>") == "");
    CHECK(xml_of(sheet).find("autoFilter=") == std::string::npos);
    sheet.filter = {{0, 0}, {4, 1}};
    CHECK(between(xml_of(sheet), "<autoFilter", "/>") == R"(<autoFilter ref="A1:B5"/>)");
    CHECK(xml_of(sheet).find(R"(insertRows="1" autoFilter="0"/>)") != std::string::npos);
}

TEST_CASE("What is repeated and filtered has a name in the workbook") {
    Book book;
    book.sheets.push_back(small_sheet());
    const auto names = [&] {
        return between(part(book, "xl/workbook.xml"), "<definedNames", "</workbook>");
    };
    CHECK(names() == "<definedNames/></workbook>");
    Sheet& sheet = book.sheets.front();
    sheet.head_rows = 2;
    CHECK(names() ==
          "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
          "'台账'!$1:$2</definedName></definedNames></workbook>");
    sheet.head_columns = 28;
    sheet.filter = {{1, 0}, {4, 1}};
    CHECK(names() ==
          "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
          "'台账'!$A:$AB,'台账'!$1:$2</definedName>"
          "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">"
          "'台账'!$A$2:$B$5</definedName></definedNames></workbook>");
    sheet.head_rows = 0;
    sheet.filter = {};
    CHECK(names() ==
          "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
          "'台账'!$A:$AB</definedName></definedNames></workbook>");
}

TEST_CASE("Shares show as per cents") {
    Book book;
    book.sheets.push_back(small_sheet());
    const std::string styles = part(book, "xl/styles.xml");
    CHECK(styles.find(R"(<numFmt numFmtId="166" formatCode="0.0%"/>)") != std::string::npos);
    CHECK(styles.find(R"(<xf numFmtId="166")") != std::string::npos);
}
