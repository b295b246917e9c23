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

TEST_CASE("Rows that are made while they are written are the rows that were put there before") {
    Sheet kept = small_sheet(), made = small_sheet();
    const auto text = [](int row) { return text_of(row == 1 ? "财政局" : "单位"); };
    for (int row = 0; row < 3; ++row) {
        kept.put({row + 2, 0}, number_of(std::to_string(row)), {.bordered = true});
        kept.put({row + 2, 4}, text(row), {.bold = true});
        if (row != 2) kept.heights[row + 2] = 20.5;
    }
    // The last but one has no cells, and is none.
    kept.put({6, 1}, text(6), {});
    made.made = {2, 5, 5, [&](int row) {
                     SheetRow out;
                     if (row == 4) out.put(1, text(6), {});
                     if (row > 2) return out;
                     out.put(0, number_of(std::to_string(row)), {.bordered = true});
                     out.put(4, text(row), {.bold = true});
                     if (row != 2) out.height = 20.5;
                     return out;
                 }};
    for (const bool grow : {false, true}) {
        kept.rows_grow = made.rows_grow = grow;
        CHECK(xml_of(made) == xml_of(kept));
    }
    CHECK(xml_of(made).find("<dimension ref=\"A1:E7\"/>") != std::string::npos);
    const Book one{{kept}, {}, "台账", "云溪县"}, other{{made}, {}, "台账", "云溪县"};
    CHECK(one.write() == other.write());
}

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
    CHECK(between(xml_of(sheet), "<rowBreaks", "</rowBreaks>") == "");
    sheet.new_page_rows = {40};
    CHECK(between(xml_of(sheet), "<rowBreaks", "<colBreaks") ==
          R"(<rowBreaks count="1" manualBreakCount="1"><brk id="40" max="16383" man="1"/>)"
          "</rowBreaks><colBreaks");
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

TEST_CASE("Programs are told to keep the blanks of a text alone that has some to lose") {
    Book book;
    Sheet sheet;
    sheet.name = "说明";
    int row = 0;
    for (const char* text : {"甲 乙　丙", "　甲", " 甲", "甲 ", "甲  乙", "甲\n乙", "甲\t乙"})
        sheet.put({row++, 0}, text_of(text), {});
    book.sheets.push_back(sheet);
    const std::string kept = "<si><t xml:space=\"preserve\">";
    CHECK(between(part(book, "xl/sharedStrings.xml"), "<si>", "</sst>") ==
          "<si><t>甲 乙　丙</t></si><si><t>　甲</t></si>" + kept + " 甲</t></si>" + kept +
              "甲 </t></si>" + kept + "甲  乙</t></si>" + kept + "甲\n乙</t></si>" + kept +
              "甲\t乙</t></si></sst>");
}

TEST_CASE("Shares show as per cents") {
    Book book;
    book.sheets.push_back(small_sheet());
    const std::string styles = part(book, "xl/styles.xml");
    CHECK(styles.find(R"(<numFmt numFmtId="166" formatCode="0.0%"/>)") != std::string::npos);
    CHECK(styles.find(R"(<xf numFmtId="166")") != std::string::npos);
}

TEST_CASE("A chart shows what its cells hold, and has a part of its own beside the sheet's notes") {
    Book book;
    Sheet sheet;
    sheet.name = "统计";
    sheet.put({0, 1}, text_of("2026年"), {});
    sheet.put({1, 0}, text_of("自然人"), {});
    sheet.put({1, 1}, number_of("5"), {});
    sheet.put({2, 0}, text_of("商业企业"), {});
    sheet.put({2, 1}, number_of("3"), {});
    Chart chart{ChartKind::bars, "申请人"};
    chart.place = {{4, 0}, {9, 3}};
    chart.categories = {{1, 0}, {2, 0}};
    chart.series = {{{0, 1}, {{1, 1}, {2, 1}}}};
    sheet.charts = {chart, chart};
    sheet.charts[1].kind = ChartKind::pie;
    book.sheets = {small_sheet(), sheet, sheet};
    book.sheets[1].notes[{1, 1}] = "上年：4";

    const std::string bars = part(book, "xl/charts/chart1.xml");
    CHECK(between(bars, "<c:tx><c:strRef>", "</c:tx>") ==
          "<c:tx><c:strRef><c:f>'统计'!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
          "<c:pt idx=\"0\"><c:v>2026年</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    CHECK(between(bars, "<c:cat>", "</c:cat>") ==
          "<c:cat><c:strRef><c:f>'统计'!$A$2:$A$3</c:f><c:strCache><c:ptCount val=\"2\"/>"
          "<c:pt idx=\"0\"><c:v>自然人</c:v></c:pt><c:pt idx=\"1\"><c:v>商业企业</c:v></c:pt>"
          "</c:strCache></c:strRef></c:cat>");
    CHECK(between(bars, "<c:val>", "</c:val>") ==
          "<c:val><c:numRef><c:f>'统计'!$B$2:$B$3</c:f><c:numCache>"
          "<c:formatCode>General</c:formatCode><c:ptCount val=\"2\"/>"
          "<c:pt idx=\"0\"><c:v>5</c:v></c:pt><c:pt idx=\"1\"><c:v>3</c:v></c:pt>"
          "</c:numCache></c:numRef></c:val>");
    CHECK(between(bars, "<c:barDir", "/>") == "<c:barDir val=\"bar\"/>");
    CHECK(between(bars, "<c:valAx>", "</c:scaling>").find("<c:min val=\"0\"/>") != bars.npos);
    CHECK(bars.find("<c:legend>") == bars.npos);  // one series needs none
    CHECK(part(book, "xl/charts/chart4.xml").find("<c:pieChart>") != bars.npos);
    CHECK(part(book, "xl/charts/chart4.xml").find("<c:legend>") != bars.npos);

    CHECK(between(part(book, "xl/worksheets/sheet2.xml"), "<drawing", "</worksheet>") ==
          "<drawing r:id=\"rId3\"/><legacyDrawing r:id=\"rId1\"/></worksheet>");
    CHECK(between(part(book, "xl/worksheets/sheet3.xml"), "<drawing", "</worksheet>") ==
          "<drawing r:id=\"rId1\"/></worksheet>");
    const std::string drawing = part(book, "xl/drawings/drawing3.xml");
    CHECK(between(drawing, "<xdr:from>", "</xdr:to>") ==
          "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row>"
          "<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col>"
          "<xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>");
    CHECK(part(book, "xl/drawings/_rels/drawing3.xml.rels").find("../charts/chart3.xml") !=
          bars.npos);
    CHECK(part(book, "[Content_Types].xml").find("/xl/charts/chart4.xml") != bars.npos);
}
