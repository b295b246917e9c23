// Workbooks: what their cells say, however programs write them.
#include "notation/xlsx/workbook.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "notation/xlsx/numbers.hpp"
#include "office/made_zip.hpp"

using namespace nianbao;
using namespace nianbao::notation;

namespace {

constexpr std::string_view
    usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main",
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    package = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of one sheet, 表, with what tests give of it.
struct Book {
    std::string sheet = "<sheetData/>";
    std::string strings = {}, styles = {}, names = {}, properties = {};
    std::string state = {};
    std::string_view space = usual;
    std::string target = "worksheets/sheet1.xml";
    std::vector<std::string> missing = {};

    std::string bytes() const {
        std::vector<made::ZipEntry> parts;
        const auto add = [&](std::string name, std::string text) {
            for (const std::string& one : missing)
                if (one == name) return;
            made::ZipEntry entry;
            entry.name = std::move(name);
            entry.bytes = std::move(text);
            parts.push_back(std::move(entry));
        };
        const auto relation = [](std::string_view id, std::string_view type, std::string_view to) {
            return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, relations,
                               type, to);
        };
        add("_rels/.rels", fmt::format(R"(<Relationships xmlns="{}">{}</Relationships>)", package,
                                       relation("a", "officeDocument", "xl/workbook.xml")));
        add("xl/workbook.xml",
            fmt::format(
                R"(<workbook xmlns="{}" xmlns:r="{}">{}<sheets><sheet name="表" sheetId="1" {}r:id="s"/></sheets>{}</workbook>)",
                space, relations, properties, state, names));
        add("xl/_rels/workbook.xml.rels",
            fmt::format(R"(<Relationships xmlns="{}">{}{}{}</Relationships>)", package,
                        relation("s", "worksheet", target),
                        relation("t", "sharedStrings", "sharedStrings.xml"),
                        relation("u", "styles", "styles.xml")));
        add("xl/worksheets/sheet1.xml",
            fmt::format(R"(<worksheet xmlns="{}"><dimension ref="A1"/>{}</worksheet>)", space,
                        sheet));
        if (!strings.empty())
            add("xl/sharedStrings.xml", fmt::format(R"(<sst xmlns="{}">{}</sst>)", space, strings));
        if (!styles.empty())
            add("xl/styles.xml",
                fmt::format(R"(<styleSheet xmlns="{}">{}</styleSheet>)", space, styles));
        return made::zip(parts);
    }
};

/// Rows of cells as a sheet has them.
Book rows(std::string data) {
    Book book;
    book.sheet = "<sheetData>" + std::move(data) + "</sheetData>";
    return book;
}

/// The cells that are not blank, “A1=5”, with a mark for what else is known of them.
std::string cells(const Book& book) {
    const ReadWorkbook read = read_workbook(book.bytes(), "年报.xlsx");
    if (!read.workbook) return "refused: " + read.fault;
    std::string all;
    for (const auto& part : read.workbook->draft.parts) {
        for (const GridCell& cell : std::get<Grid>(part).cells) {
            if (cell.text().empty() && cell.kept) continue;
            Place place;
            place.row = cell.row + 1;
            place.column = cell.column + 1;
            constexpr std::string_view kinds[] = {"", "n", "d", "b", "e"};
            all += (all.empty() ? "" : " ") + cell_address(place) + "=" + cell.text();
            const std::string marks =
                std::string(kinds[static_cast<std::size_t>(cell.content)]) +
                (cell.has_formula ? "f" : "") + (cell.kept ? "" : "!") + (cell.hidden ? "h" : "") +
                (cell.rows * cell.columns > 1 ? fmt::format("{}x{}", cell.rows, cell.columns) : "");
            if (!marks.empty()) all += "/" + marks;
        }
    }
    return all;
}

std::string cell(const std::string& element) { return cells(rows("<row>" + element + "</row>")); }

}  // namespace

TEST_CASE("cells stand where they say, or follow those before them") {
    CHECK(cells(rows(R"(<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row>)"
                     R"(<row><c><v>3</v></c></row><row r="7"><c r="AA7"><v>4</v></c></row>)")) ==
          "B2=1/n C2=2/n A3=3/n AA7=4/n");
    // WPS says that a sheet ends at A1; programs write rows in any order.
    CHECK(
        cells(rows(
            R"(<row r="3"><c r="B3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>)")) ==
        "A1=1/n B3=2/n");
    CHECK(cells(rows(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)")) ==
          "refused: 工作表“表”里单元格 A1 写了两次");
}

TEST_CASE("texts are shared, inline, rich or results of formulas") {
    Book book =
        rows(R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>)");
    book.strings =
        "<si><t>甲</t></si><si><r><rPr><b/></rPr><t>乙</t></r><r><t xml:space=\"preserve\"> 丙</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh><phoneticPr fontId=\"1\"/></si>";
    CHECK(cells(book) == "A1=甲 B1=乙 丙");
    CHECK(
        cell(
            R"(<c t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><r><t>乙</t></r></is></c>)") ==
        "A1=甲乙");
    CHECK(cell(R"(<c t="str"><f>B1</f><v>甲</v></c>)") == "A1=甲/f");
    CHECK(cell("<c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x000D_ c_d_xZZZZ_</t></is></c>") ==
          "A1=a\nb_x000D_ c_d_xZZZZ_");
    CHECK(cell("<c t=\"inlineStr\"><is><t>a&#13;&#10;b&#13;c_x000D_d</t></is></c>") ==
          "A1=a\nb\nc\nd");
}

TEST_CASE("numbers, truths and errors are told apart from texts") {
    CHECK(cell(R"(<c><v>59237.244899999998</v></c>)") == "A1=59237.2449/n");
    CHECK(cell(R"(<c t="n"><v>5.0</v></c>)") == "A1=5/n");
    CHECK(cell(R"(<c t="b"><v>1</v></c><c t="b"><v>0</v></c>)") == "A1=TRUE/b B1=FALSE/b");
    CHECK(cell(R"(<c t="e"><v>#REF!</v></c>)") == "A1=#REF!/e");
    CHECK(cell(R"(<c><f>A2+1</f><v>6</v></c>)") == "A1=6/nf");
    CHECK(cell(R"(<c><f>A2+1</f></c>)") == "A1=/f!");
    CHECK(cell(R"(<c><f>A2+1</f><v></v></c>)") == "A1=/f!");
    CHECK(cell(R"(<c t="str"><f>A2</f><v></v></c>)") == "");
    CHECK(cell(R"(<c t="s"/><c/>)") == "");
}

TEST_CASE("a number is the shortest decimal of 15 digits") {
    CHECK(plain_number("0") == "0");
    CHECK(plain_number("-0") == "0");
    CHECK(plain_number("007") == "7");
    CHECK(plain_number("1.50") == "1.5");
    CHECK(plain_number("-3") == "-3");
    CHECK(plain_number("0.1") == "0.1");
    CHECK(plain_number("1E3") == "1000");
    CHECK(plain_number("1.2345e-3") == "0.0012345");
    CHECK(plain_number("999999999999999") == "999999999999999");
    CHECK(plain_number("9999999999999999") == "10000000000000000");
    CHECK(plain_number("0.30000000000000004") == "0.3");
    CHECK(plain_number("1.0000000000000002") == "1");
    CHECK(plain_number("1e300") == "1E+300");
    CHECK(plain_number("1e-300") == "1E-300");
    CHECK(plain_number("五") == "五");
    CHECK(plain_number("inf") == "inf");
    CHECK(plain_number("1e999") == "1e999");
    CHECK(plain_number("") == "");
}

TEST_CASE("a day has a number, and a format shows it") {
    CHECK(date_of("1", false).value_or("") == "1900-01-01");
    CHECK(date_of("59", false).value_or("") == "1900-02-28");
    CHECK(date_of("61", false).value_or("") == "1900-03-01");
    CHECK(date_of("44944", false).value_or("") == "2023-01-18");
    CHECK(date_of("43482", true).value_or("") == "2023-01-18");
    CHECK(date_of("45351", false).value_or("") == "2024-02-29");
    CHECK(date_of("44944.395833333336", false).value_or("") == "2023-01-18 09:30");
    CHECK(date_of("44943.99999", false).value_or("") == "2023-01-18");
    CHECK(date_of("2958465", false).value_or("") == "9999-12-31");
    CHECK(date_of("2958466", false).value_or("none") == "none");
    CHECK(date_of("0", false).value_or("none") == "none");
    CHECK(shows_dates("yyyy/m/d"));
    CHECK(shows_dates("m\"月\"d\"日\""));
    CHECK(shows_dates("[$-804]yyyy-mm-dd;@"));
    CHECK(!shows_dates("General"));
    CHECK(!shows_dates("0\"d\""));
    CHECK(!shows_dates("[Red]0.00"));
    CHECK(!shows_dates("0\\d"));
    CHECK(!shows_dates("0;yyyy"));
    for (int format : {14, 22, 27, 36, 45, 47, 50, 58}) CHECK(shows_dates(format));
    for (int format : {0, 13, 23, 26, 37, 44, 48, 49, 59}) CHECK(!shows_dates(format));
}

TEST_CASE("a cell whose style shows dates holds one") {
    Book book = rows(
        R"(<row><c s="1"><v>44944</v></c><c s="2"><v>44928</v></c><c s="0"><v>44944</v></c></row>)"
        R"(<row><c t="d"><v>2023-01-18T00:00:00</v></c><c s="1"><v>-5</v></c></row>)");
    book.styles =
        R"(<numFmts count="1"><numFmt numFmtId="176" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>)";
    CHECK(cells(book) == "A1=2023-01-18/d B1=2023-01-02/d C1=44944/n A2=2023-01-18/d B2=-5/n");
    book.properties = R"(<workbookPr date1904="1"/>)";
    CHECK(cells(book).starts_with("A1=2027-01-19/d"));
}

TEST_CASE("joined cells are one, hidden ones are known") {
    Book book = rows(R"(<row r="1" hidden="1"><c><v>1</v></c><c><v>2</v></c></row>)"
                     R"(<row r="2"><c><v>3</v></c><c><v>4</v></c><c><v>5</v></c></row>)");
    book.sheet = R"(<cols><col min="3" max="3" hidden="1"/></cols>)" + book.sheet +
                 R"(<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>)";
    CHECK(cells(book) == "A1=1/nh1x2 A2=3/n B2=4/n C2=5/nh");
}

TEST_CASE("blank cells have a place within what is in use") {
    const ReadWorkbook read =
        read_workbook(rows(R"(<row r="2"><c r="B2"><v>1</v></c></row>)").bytes(), "a.xlsx");
    REQUIRE(read.workbook);
    const Grid& grid = std::get<Grid>(read.workbook->draft.parts.front());
    REQUIRE(grid.at(0, 0) != nullptr);
    const PlacedText& blank = grid.at(0, 0)->placed;
    CHECK(place_text(read.workbook->draft.source.place_between(blank.begin, blank.end)) ==
          "a.xlsx：表!A1");
    CHECK(grid.at(2, 0) == nullptr);
}

TEST_CASE("the strict notation, prefixes, absolute targets and other cases of names are read") {
    Book book = rows(R"(<row><c><v>1</v></c></row>)");
    book.space = strict;
    CHECK(cells(book) == "A1=1/n");
    book.space = usual;
    book.target = "/xl/worksheets/sheet1.xml";
    CHECK(cells(book) == "A1=1/n");
    book.target = "../xl/worksheets/Sheet1.XML";
    CHECK(cells(book) == "A1=1/n");
    book.sheet = fmt::format(
        R"(<x:sheetData xmlns:x="{}"><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>)", usual);
    CHECK(cells(book) == "A1=2/n");
    // What stands in another namespace is something else.
    book.sheet =
        R"(<sheetData><row><c><v>1</v></c><c xmlns="urn:x"><v>2</v></c></row></sheetData>)";
    CHECK(cells(book) == "A1=1/n");
}

TEST_CASE("names stand for cells of a sheet") {
    Book book = rows(R"(<row><c><v>1</v></c></row>)");
    book.names =
        "<definedNames><definedName name=\"NB.a\">表!$B$7</definedName>"
        "<definedName name=\"nb.b\" localSheetId=\"0\">'表'!A2:A9</definedName>"
        "<definedName name=\"nb.c\">#REF!</definedName>"
        "<definedName name=\"nb.d\">表!#REF!</definedName>"
        "<definedName name=\"nb.e\">[1]表!$A$1</definedName>"
        "<definedName name=\"nb.f\">没有!$A$1</definedName>"
        "<definedName name=\"nb.g\">表!$C$3</definedName>"
        "<definedName name=\"nb.h\">表!$XFD$1048577</definedName></definedNames>";
    const ReadWorkbook read = read_workbook(book.bytes(), "a.xlsx");
    REQUIRE(read.workbook);
    std::string names;
    for (const DefinedName& name : read.workbook->names)
        names += fmt::format("{}={}!{},{} {}x{}\n", name.name, name.sheet, name.row, name.column,
                             name.rows, name.columns);
    CHECK(names == "nb.a=0!6,1 1x1\nnb.g=0!2,2 1x1\nnb.b=0!1,0 8x1\n");
}

TEST_CASE("sheets that hold nothing of a report are left blank, if the names are ours") {
    Book book = rows("<row><c><v>1</v></c></row>");
    const auto cells_of = [&](const SheetsLeft& left) {
        const ReadWorkbook read = read_workbook(book.bytes(), "a.xlsx", left);
        return std::get<Grid>(read.workbook->draft.parts.front()).cells.size();
    };
    CHECK(cells_of({"nb.", {"表"}}) == 1);
    book.names = "<definedNames><definedName name=\"nb.a\">表!$B$7</definedName></definedNames>";
    CHECK(cells_of({"nb.", {"表"}}) == 0);
    CHECK(cells_of({"nb.", {"表二"}}) == 1);
    CHECK(cells_of({}) == 1);
}

TEST_CASE("sheets may be hidden") {
    Book book = rows("<row><c><v>1</v></c></row>");
    const auto hidden = [&](std::string state) {
        book.state = std::move(state);
        const ReadWorkbook read = read_workbook(book.bytes(), "a.xlsx");
        return std::get<Grid>(read.workbook->draft.parts.front()).hidden;
    };
    CHECK(!hidden(""));
    CHECK(!hidden("state=\"visible\" "));
    CHECK(hidden("state=\"hidden\" "));
    CHECK(hidden("state=\"veryHidden\" "));
}

TEST_CASE("a workbook that lacks parts, or has hostile ones, is refused by name") {
    const auto fault = [](const Book& book) { return read_workbook(book.bytes(), "a").fault; };
    Book book;
    CHECK(fault(book) == "");
    book.missing = {"_rels/.rels"};
    CHECK(fault(book) == "里面没有工作簿（xl/workbook.xml）");
    book.missing = {"xl/workbook.xml"};
    CHECK(fault(book) == "里面没有工作簿（xl/workbook.xml）");
    book.missing = {"xl/worksheets/sheet1.xml"};
    CHECK(fault(book) == "工作表“表”不在文件里");
    book.missing = {};
    book.sheet = "<sheetData>";
    CHECK(fault(book) == "压缩包里的“xl/worksheets/sheet1.xml”不是完好的 XML");
    book.sheet = "";
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    book.sheet = deep;
    CHECK(fault(book) == "压缩包里的“xl/worksheets/sheet1.xml”嵌套太深");
    CHECK(read_workbook("PK\x03\x04", "a").fault == "文件不完整，末尾没有压缩包的目录");
    CHECK(read_workbook(made::zip({{.name = "[Content_Types].xml", .bytes = "<!DOCTYPE a><a/>"},
                                   {.name = "_rels/.rels", .bytes = "<!DOCTYPE a><a/>"}}),
                        "a")
              .fault == "压缩包里的“_rels/.rels”里有 DOCTYPE");
    CHECK(read_workbook(made::zip({{.name = "xl/A", .bytes = ""}, {.name = "xl/a", .bytes = ""}}),
                        "a")
              .fault == "压缩包里有两个“xl/a”");
}

TEST_CASE("how much a workbook may hold is limited") {
    const auto fault = [](const Book& book) { return read_workbook(book.bytes(), "a").fault; };
    const auto filled = [](std::size_t count) {
        std::string row = "<row>";
        for (std::size_t i = 0; i < count; ++i)
            row += i % 1000 == 999 ? "<c><v>1</v></c></row><row>" : "<c><v>1</v></c>";
        return rows(row + "</row>");
    };
    CHECK(fault(filled(most_cells)) == "");
    CHECK(fault(filled(most_cells + 1)) == "有内容的单元格超过上限 100000 个");
    const auto joined = [](std::size_t count) {
        Book book = rows("<row><c><v>1</v></c></row>");
        for (std::size_t i = 0; i < count; ++i)
            book.sheet += fmt::format("<mergeCell ref=\"A{0}:B{0}\"/>", i + 1);
        return book;
    };
    CHECK(fault(joined(most_joined)) == "");
    CHECK(fault(joined(most_joined + 1)) == "工作表“表”里合并的单元格超过上限 2000 处");
    // One text that many cells share counts for each of them.
    const auto repeated = [](std::size_t bytes) {
        Book book = rows("<row>");
        book.strings = "<si><t>" + std::string(std::size_t{1} << 20, 'a') + "</t></si><si><t>" +
                       std::string(bytes, 'a') + "</t></si>";
        std::string row = "<sheetData><row><c t=\"s\"><v>1</v></c>";
        for (int i = 0; i < 7; ++i) row += "<c t=\"s\"><v>0</v></c>";
        book.sheet = row + "</row></sheetData>";
        return book;
    };
    CHECK(fault(repeated(std::size_t{1} << 20)) == "");
    CHECK(fault(repeated((std::size_t{1} << 20) + 1)) == "单元格里的文字超过上限 8 MiB");
}
