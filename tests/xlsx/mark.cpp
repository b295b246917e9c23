// A workbook that goes back to the office with what was found in it.
#include "nianbao/mark.hpp"

#include <doctest/doctest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "data_files.hpp"
#include "notation/office/office_file.hpp"
#include "notation/xlsx/workbook.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "pack/zip_reader.hpp"
#include "program.hpp"

using namespace data_files;

namespace {

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

/// Every part of an archive.
std::map<std::string, std::string> parts(const std::string& bytes) {
    ZipReader zip(bytes);
    std::map<std::string, std::string> all;
    for (const ZipPart& part : zip.parts()) all[part.name] = *zip.read(part);
    return all;
}

Finding finding_at(int part, const std::string& sheet, int row, int column) {
    Finding finding;
    finding.rule = "T3-01";
    finding.message = "差 <1>";
    finding.hint = "核对";
    finding.place = {"年报.xlsx", sheet, row, column, 0, Place::Kind::cell, 0, part};
    return finding;
}

/// All texts of one sheet, by its name, a line a cell.
std::string texts_of(const std::string& bytes, const std::string& sheet) {
    const notation::ReadWorkbook read = notation::read_workbook(bytes, "a");
    REQUIRE_MESSAGE(read.workbook, read.fault);
    std::string all;
    for (const auto& part : read.workbook->draft.parts) {
        const auto& grid = std::get<notation::Grid>(part);
        if (grid.name != sheet) continue;
        for (const notation::GridCell& cell : grid.cells)
            if (!cell.text().empty()) all += cell.text() + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a finding becomes a note on its cell, and a line of a list on a sheet of its own") {
    const std::string book = made::plain_book(model());
    Finding waived = finding_at(4, "依申请公开", 9, 9);
    waived.waived = "已说明";
    Finding nowhere;
    nowhere.rule = "D-10";
    nowhere.message = "缺少落款";
    const std::vector<Finding> findings = {finding_at(4, "依申请公开", 6, 4),
                                           finding_at(4, "依申请公开", 6, 4),
                                           finding_at(4, "依申请公开", 7, 27), waived, nowhere};
    const std::string marked = mark_workbook(book, findings);
    auto before = parts(book), after = parts(marked);
    CHECK(mark_workbook(book, findings) == marked);

    // What was not written into keeps its bytes.
    for (const auto& part : before) {
        const std::string &name = part.first, &text = part.second;
        CAPTURE(name);
        const bool touched = name == "[Content_Types].xml" || name == "xl/workbook.xml" ||
                             name == "xl/_rels/workbook.xml.rels" ||
                             name == "xl/worksheets/sheet4.xml";
        CHECK((after[name] == text) != touched);
    }
    const std::string& comments = after["xl/comments_nianbao1.xml"];
    CHECK(comments.find("<comment ref=\"D6\" authorId=\"0\"><text><r><t xml:space=\"preserve\">"
                        "错误 T3-01：差 &lt;1&gt;\n提示：核对\n错误 T3-01：差 &lt;1&gt;") !=
          std::string::npos);
    CHECK(comments.find("<comment ref=\"AA7\"") != std::string::npos);
    CHECK(comments.find("I9") == std::string::npos);
    CHECK(comments.find("<author>nianbao</author>") != std::string::npos);
    const std::string& drawing = after["xl/drawings/vmlDrawing_nianbao1.vml"];
    CHECK(drawing.find("<x:Row>5</x:Row><x:Column>3</x:Column>") != std::string::npos);
    CHECK(drawing.find("<x:Row>6</x:Row><x:Column>26</x:Column>") != std::string::npos);
    CHECK(after["xl/worksheets/sheet4.xml"].find("<legacyDrawing ") != std::string::npos);
    CHECK(after["[Content_Types].xml"].find("Extension=\"vml\"") != std::string::npos);
    CHECK(texts_of(marked, "核对意见") ==
          "核对意见\n位置\n级别\n规则\n问题\n怎么办\n"
          "依申请公开!D6\n错误\nT3-01\n差 <1>\n核对\n"
          "依申请公开!D6\n错误\nT3-01\n差 <1>\n核对\n"
          "依申请公开!AA7\n错误\nT3-01\n差 <1>\n核对\n"
          "错误\nD-10\n缺少落款\n");
    // It is still the office's report.
    CHECK(*read(marked, "a.xlsx", Format::workbook).report == model());
}

TEST_CASE("the list stands below what 核对 has") {
    made::EditedBook book(made::plain_book(model()));
    book.rename_sheet("基本信息", "核对");
    const std::string marked = mark_workbook(book.bytes(), std::vector<Finding>{});
    const std::string all = texts_of(marked, "核对");
    CHECK(all.find("单位\n") == 0);
    CHECK(all.ends_with("核对意见\n没有问题\n"));
    CHECK(texts_of(marked, "核对意见") == "");
    // A second time it stands below the first.
    CHECK(texts_of(mark_workbook(marked, std::vector<Finding>{}), "核对")
              .ends_with("核对意见\n没有问题\n核对意见\n没有问题\n"));
}

TEST_CASE("a note that a cell had stays, and what was found stands below it") {
    const std::vector<Finding> first = {finding_at(4, "依申请公开", 6, 4)};
    const std::string once = mark_workbook(made::plain_book(model()), first);
    const std::vector<Finding> then = {finding_at(4, "依申请公开", 6, 4),
                                       finding_at(4, "依申请公开", 8, 4)};
    const auto twice = parts(mark_workbook(once, then));
    const std::string& comments = twice.at("xl/comments_nianbao1.xml");
    CHECK(comments.find("提示：核对</t></r><r><t xml:space=\"preserve\">\n错误 T3-01") !=
          std::string::npos);
    CHECK(comments.find("<comment ref=\"D8\" authorId=\"1\">") != std::string::npos);
    CHECK(!twice.contains("xl/comments_nianbao2.xml"));
    CHECK(twice.contains("xl/worksheets/nianbao2.xml"));
    const std::string& drawing = twice.at("xl/drawings/vmlDrawing_nianbao1.vml");
    std::size_t shapes = 0;
    for (std::size_t at = drawing.find("<v:shape "); at != drawing.npos;
         at = drawing.find("<v:shape ", at + 1))
        ++shapes;
    CHECK(shapes == 2);
}

TEST_CASE("what a sheet refers to stands in the order that programs want") {
    made::EditedBook book(made::plain_book(model()));
    std::string& sheet = book.sheet("依申请公开");
    sheet.insert(sheet.find("</worksheet>"), "<tableParts count=\"0\"/><extLst/>");
    const std::string inner =
        "<!-- <tableParts/> --><conditionalFormatting><extLst/></conditionalFormatting>";
    sheet.insert(sheet.find("<tableParts"), inner);
    const auto marked =
        parts(mark_workbook(book.bytes(), std::vector{finding_at(4, "依申请公开", 6, 4)}));
    const std::string& xml = marked.at("xl/worksheets/sheet4.xml");
    const std::size_t at = xml.find("<legacyDrawing ");
    CHECK(at > xml.find("</conditionalFormatting>"));
    CHECK(at < xml.find("<tableParts count"));
}

TEST_CASE("what is no workbook is not marked") {
    CHECK_THROWS_AS(static_cast<void>(mark_workbook("a: 1", {})), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(mark_workbook("PK\x03\x04", {})), std::invalid_argument);
}

TEST_CASE("check --mark writes the office's own workbook back") {
    const Scratch scratch;
    made::EditedBook book(made::plain_book(model()));
    book.number(book.where("applications.received.natural_person"), "8");
    const std::string bytes = book.bytes();
    write_file(scratch / "年报.xlsx", bytes);
    const auto check = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"check", "年报.xlsx", "--no-fonts"});
        return nianbao_run(words, {.folder = scratch.folder()});
    };
    const Run run = check({"--mark", "-o", "核对.xlsx"});
    CHECK(run.exit == 1);
    CHECK(run.out.find("年报.xlsx：依申请公开!") != std::string::npos);
    CHECK(run.err.find("已批注，写在 核对.xlsx") != std::string::npos);
    CHECK(parts(file_bytes(scratch / "核对.xlsx")).contains("xl/comments_nianbao1.xml"));
    CHECK(file_bytes(scratch / "年报.xlsx") == bytes);
    // Written again it is the same; another file is not written over.
    CHECK(check({"--mark", "-o", "核对.xlsx"}).exit == 1);
    write_file(scratch / "别的.xlsx", "甲");
    const Run refused = check({"--mark", "-o", "别的.xlsx"});
    CHECK(refused.exit == 1);
    CHECK((refused.out + refused.err).find("O-01") != std::string::npos);
    CHECK(file_bytes(scratch / "别的.xlsx") == "甲");
    CHECK(check({"--mark", "-o", "别的.xlsx", "--force"}).exit == 1);
    CHECK(file_bytes(scratch / "别的.xlsx") != "甲");

    CHECK(check({"--mark"}).err.find("--mark 要用 -o 写明批注过的工作簿写到哪里") !=
          std::string::npos);
    CHECK(check({"-o", "a.xlsx"}).err.find("check 的 -o 只与 --mark 同用") != std::string::npos);
    CHECK(check({"--mark", "-o", "a.pdf"})
              .err.find("--mark 写出的是工作簿，-o 的文件名要以 .xlsx 结尾") != std::string::npos);
    CHECK(check({"--mark", "-o", "年报.xlsx"}).exit == 2);
    write_file(scratch / "b.yaml", source_file("tests/files/model.yaml"));
    const Run yaml = nianbao_run({"check", "b.yaml", "--no-fonts", "--mark", "-o", "b.xlsx"},
                                 {.folder = scratch.folder()});
    CHECK(yaml.exit == 2);
    CHECK(yaml.err.find("--mark 只批注读得出来的工作簿，b.yaml 不是") != std::string::npos);
}
