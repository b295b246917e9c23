// Places of text files, of the cells of a workbook, and of the paragraphs and tables of a
// Word file: by one interface.
#include "nianbao/read.hpp"
#include "nianbao/source.hpp"
#include "notation/draft.hpp"
#include "notation/findings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace nianbao;

namespace {

/// A sheet with a filled, a blank, a two-line and a far cell, and a second sheet.
notation::Draft workbook() {
    notation::DraftBuilder builder("年报.xlsx", "PK");
    builder.sheet("依申请公开");
    builder.cell(0, 0, "自然人");
    builder.cell(6, 3, "五件");
    builder.cell(6, 4, "");
    builder.cell(7, 26, "甲\n乙");
    builder.sheet("复议");
    builder.cell(0, 0, "结果维持");
    return builder.finish();
}

/// Paragraphs with a table between them.
notation::Draft word_file() {
    notation::DraftBuilder builder("年报.docx", "PK");
    builder.paragraph("一、总体情况", 1);
    builder.paragraph("主动公开𠀀条。");
    builder.table();
    builder.cell(4, 2, "12");
    builder.table();
    builder.cell(4, 2, "7");
    builder.paragraph("");
    builder.paragraph("落款");
    return builder.finish();
}

int byte_of(const Source& source, std::string_view text) {
    return static_cast<int>(source.text().find(text));
}

std::string shown(const Source& source, std::string_view text) {
    const int begin = byte_of(source, text);
    const Place place = source.place_between(begin, begin + static_cast<int>(text.size()));
    return place_text(place) + "\n" + excerpt(source, place);
}

}  // namespace

TEST_CASE("a place is told as its kind of file tells it") {
    Place place{"data.yaml", {}, 17, 14, 0};
    CHECK(place_text(place) == "data.yaml:17:14");
    place.file.clear();
    CHECK(place_text(place) == "17:14");
    CHECK(place_text({"data.yaml", {}, 0, 0, 0}) == "data.yaml");

    Place cell{"年报.xlsx", "依申请公开", 7, 4, 0, Place::Kind::cell, 0, 1};
    CHECK(place_text(cell) == "年报.xlsx：依申请公开!D7");
    cell.character = 2;
    CHECK(place_text(cell) == "年报.xlsx：依申请公开!D7");
    cell.file.clear();
    CHECK(place_text(cell) == "依申请公开!D7");

    Place paragraph{"年报.docx", {}, 12, 0, 0, Place::Kind::paragraph, 8, 12};
    CHECK(place_text(paragraph) == "年报.docx：第12段第8字");
    paragraph.character = 0;
    CHECK(place_text(paragraph) == "年报.docx：第12段");

    const Place table{"年报.docx", "表二", 5, 3, 0, Place::Kind::table, 0, 3};
    CHECK(place_text(table) == "年报.docx：表二第5行第3列");
}

TEST_CASE("columns of a sheet have letters") {
    const auto address = [](int column) {
        return cell_address({{}, {}, 1, column, 0, Place::Kind::cell, 0, 1});
    };
    CHECK(address(1) == "A1");
    CHECK(address(26) == "Z1");
    CHECK(address(27) == "AA1");
    CHECK(address(52) == "AZ1");
    CHECK(address(53) == "BA1");
    CHECK(address(702) == "ZZ1");
    CHECK(address(703) == "AAA1");
}

TEST_CASE("places stand in the order of the file, unknown ones last") {
    const auto text = [](int row, int column) { return Place{{}, {}, row, column, 0}; };
    CHECK(before(text(1, 9), text(2, 1)));
    CHECK(before(text(2, 1), text(2, 2)));
    CHECK_FALSE(before(text(2, 1), text(2, 1)));
    CHECK(before(text(999, 1), text(0, 0)));
    CHECK_FALSE(before(text(0, 0), text(999, 1)));

    const auto cell = [](int part, int row, int column, int character) {
        return Place{{}, "表", row, column, 0, Place::Kind::cell, character, part};
    };
    CHECK(before(cell(1, 9, 9, 9), cell(2, 1, 1, 0)));
    CHECK(before(cell(1, 1, 9, 9), cell(1, 2, 1, 0)));
    CHECK(before(cell(1, 1, 1, 9), cell(1, 1, 2, 0)));
    CHECK(before(cell(1, 1, 1, 1), cell(1, 1, 1, 2)));
}

TEST_CASE("findings are told in the order of sheets, not of their rows alone") {
    const Source source = workbook().source;
    notation::Findings findings;
    findings.error("D-12", {}, source.place_of(byte_of(source, "结果维持")), "乙");
    findings.error("D-12", {}, {"年报.xlsx", {}, 0, 0, 0}, "丙");
    findings.error("D-12", {}, source.place_of(byte_of(source, "五件")), "甲");
    std::string order;
    for (const Finding& finding : findings.take("年报.xlsx")) order += message(finding) + "\n";
    CHECK(order ==
          "年报.xlsx：依申请公开!D7: 错误 D-12: 甲\n"
          "年报.xlsx：复议!A1: 错误 D-12: 乙\n"
          "年报.xlsx: 错误 D-12: 丙\n");
}

TEST_CASE("a cell is shown with its address") {
    const Source source = workbook().source;
    CHECK(shown(source, "五件") ==
          "年报.xlsx：依申请公开!D7\n"
          "   D7 | 五件\n"
          "      | ^^^^");
    CHECK(shown(source, "件") ==
          "年报.xlsx：依申请公开!D7\n"
          "   D7 | 五件\n"
          "      |   ^^");
    CHECK(shown(source, "甲\n乙") ==
          "年报.xlsx：依申请公开!AA8\n"
          "  AA8 | 甲 乙\n"
          "      | ^^^^^");
    CHECK(shown(source, "结果维持") ==
          "年报.xlsx：复议!A1\n"
          "   A1 | 结果维持\n"
          "      | ^^^^^^^^");
}

TEST_CASE("a blank cell has a place of its own") {
    const notation::Draft draft = workbook();
    const auto& grid = std::get<notation::Grid>(draft.parts.front());
    const notation::GridCell* blank = grid.at(6, 4);
    REQUIRE(blank != nullptr);
    const Place place = draft.source.place_between(blank->placed.begin, blank->placed.end);
    CHECK(place_text(place) == "年报.xlsx：依申请公开!E7");
    CHECK(excerpt(draft.source, place) == "   E7 | \n      | ^");
}

TEST_CASE("a paragraph is shown whole or from a character on") {
    const Source source = word_file().source;
    CHECK(shown(source, "一、总体情况") ==
          "年报.docx：第1段\n"
          "    1 | 一、总体情况\n"
          "      | ^^^^^^^^^^^^");
    CHECK(shown(source, "𠀀条") ==
          "年报.docx：第2段第5字\n"
          "    2 | 主动公开𠀀条。\n"
          "      |         ^^^^");
    CHECK(shown(source, "落款") ==
          "年报.docx：第4段\n"
          "    4 | 落款\n"
          "      | ^^^^");
}

TEST_CASE("a cell of a table in a text is told by its table") {
    const Source source = word_file().source;
    CHECK(shown(source, "12") ==
          "年报.docx：表一第5行第3列\n"
          "  5,3 | 12\n"
          "      | ^^");
    CHECK(shown(source, "7") ==
          "年报.docx：表二第5行第3列\n"
          "  5,3 | 7\n"
          "      | ^");
}

TEST_CASE("a place ends where its cell or paragraph ends") {
    const Source source = word_file().source;
    const int begin = byte_of(source, "条。");
    const Place far = source.place_between(begin, begin + 1000);
    CHECK(far.character == 6);
    CHECK(far.length == 2);
    CHECK(source.place_of(begin, 2).length == 2);
    CHECK(source.place_of(begin, 3).length == 2);
    CHECK(source.place_of(begin, 1).length == 1);
    CHECK(Source("a.yaml", "年\n").place_of(3, 1).length == 0);
    // All of it but the last character is a part.
    const Place part = source.place_between(0, byte_of(source, "况"));
    CHECK(part.character == 1);
    CHECK(part.length == 5);
}

TEST_CASE("a field in a cell is found to the character") {
    Source source = workbook().source;
    const int begin = byte_of(source, "五件");
    source.add("applications.received", {begin, begin + 6, {{0, begin}, {2, begin + 6}}});
    CHECK(place_text(source.place({"applications.received", 0, 0})) == "年报.xlsx：依申请公开!D7");
    const Place second = source.place({"applications.received", 1, 1});
    CHECK(second.character == 2);
    CHECK(second.length == 1);
    // What is not in the file has the place of what it belongs to.
    CHECK(place_text(source.place({"applications.received.total", 0, 0})) ==
          "年报.xlsx：依申请公开!D7");
    CHECK(source.place({"title", 0, 0}).row == 0);
}

TEST_CASE("a place of another file or of another kind is not shown") {
    const Source book = workbook().source;
    Place place = book.place_of(0);
    CHECK(excerpt(book, place) != "");
    place.row = 2;
    CHECK(excerpt(book, place) == "");
    place.row = 1;
    place.part = 3;
    CHECK(excerpt(book, place) == "");
    place.part = 1;
    place.file = "别的.xlsx";
    CHECK(excerpt(book, place) == "");
    const Source text("a.yaml", "agency: 某局\n");
    Place cell = book.place_of(0);
    cell.file = "a.yaml";
    CHECK(excerpt(text, cell) == "");
}

TEST_CASE("a workbook's bytes are the file's, a text's its own") {
    CHECK(workbook().source.bytes() == "PK");
    CHECK(Source("a.yaml", "a: 1\n", true).bytes() ==
          "\xEF\xBB\xBF"
          "a: 1\n");
    CHECK(Source("a.yaml", "a: 1\n").bytes() == "a: 1\n");
}

TEST_CASE("a long paragraph is cut about the place") {
    notation::DraftBuilder builder("a.docx", "");
    std::string text;
    for (int i = 0; i < 60; ++i) text += "字";
    builder.paragraph(text + "错" + text);
    const Source source = builder.finish().source;
    const std::string lines = shown(source, "错");
    CHECK(lines.find("a.docx：第1段第61字\n    1 | …字") == 0);
    CHECK(lines.find("…\n      |") != std::string::npos);
    CHECK(lines.ends_with(" ^^"));
}

TEST_CASE("a cell that spans several covers them all") {
    notation::DraftBuilder builder("a.xlsx", "");
    builder.sheet("表");
    builder.cell(1, 1, "宽", 2, 3);
    const notation::Draft draft = builder.finish();
    const auto& grid = std::get<notation::Grid>(draft.parts.front());
    CHECK(grid.rows == 3);
    CHECK(grid.columns == 4);
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 5; ++column) {
            const bool inside = row >= 1 && row <= 2 && column >= 1 && column <= 3;
            CHECK((grid.at(row, column) != nullptr) == inside);
        }
    }
}
