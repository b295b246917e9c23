// Word files: columns, rows and ends of pages as the PDF has them.
#include "docx/filling.hpp"

#include "docx/lines.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"
#include "typeset/flow.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace nianbao;

namespace {

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

const Table& table_of(const Document& document, std::string_view key) {
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && table->key == key) return *table;
        }
    }
    FAIL("no table");
    return std::get<Table>(document.sections.front().blocks.front());
}

}  // namespace

TEST_CASE("A text takes as many lines as its characters are wide, and none begins with a mark") {
    const auto lines = [](std::string_view text, int indent = 0) {
        return docx::lines_of(to_utf32(text), {Digits::han}, 5 * docx::em_width,
                              indent * docx::em_width / 2);
    };
    CHECK(lines("") == 1);
    CHECK(lines("一二三四五") == 1);
    CHECK(lines("一二三四五六") == 2);
    CHECK(lines("一二三四五", 2) == 2);
    CHECK(lines("一二三四12") == 1);
    CHECK(lines("一二三四123") == 2);
    CHECK(lines("一二三四五；六七八") == 2);
    CHECK(lines("一二三四五；六七八九") == 3);
    CHECK(lines("一二三四（五六七八") == 2);
    CHECK(lines("一二三四（五六七八九") == 3);
    CHECK(lines("一\n二") == 2);
    CHECK(lines("abcdefghijklmnopqrstu") == 3);
    CHECK(lines("abcdefgh/ijklmnop") == 2);
    // Quotation marks, dashes and symbols are as wide as Han.
    CHECK(lines("一二“三”") == 1);
    CHECK(lines("一二三“四”") == 2);
    CHECK(lines("一二三四5℃") == 2);
}

TEST_CASE("Lines are counted as LibreOffice prints them, or as the PDF squeezes them") {
    const auto lines = [](std::string_view text, const docx::Measure& measure) {
        return docx::lines_of(to_utf32(text), measure, 5 * docx::em_width);
    };
    Layout layout;
    const docx::Measure word = docx::in_word(layout), pdf = docx::in_pdf(layout);
    // iiiiii is 1.7 characters wide, and a blank stands beside digits and letters.
    CHECK(lines("一二三100", word) == 1);
    CHECK(lines("一二10三四", word) == 2);
    CHECK(lines("一二10三四", pdf) == 1);
    CHECK(lines("一二100三。", pdf) == 1);
    CHECK(lines("一二三iiiiii", word) == 1);
    CHECK(lines("一二三WWW", word) == 2);
    // Some marks stand outside the text there, behind a Chinese character.
    CHECK(lines("一二三四五。", word) == 1);
    CHECK(lines("一二三四五；", word) == 2);
    CHECK(lines("一abcdefgh。", word) == 2);
    CHECK(lines("一二三四五。", pdf) == 2);
    // The PDF squeezes marks at line ends, beside each other and inside a line.
    CHECK(lines("“一”二“三”", word) == 2);
    CHECK(lines("一二”“三四", word) == 2);
    CHECK(lines("一二”“三四", pdf) == 2);
    CHECK(lines("一二三”“四", word) == 2);
    CHECK(lines("一”，“二三", pdf) == 1);
    CHECK(lines("一”，“二三", word) == 2);
    // With a blank that the layout wants, it is a quarter in both.
    REQUIRE(set_layout(layout, "spacing", "quarter") == std::nullopt);
    CHECK(docx::in_word(layout).blank == docx::em_width / 4);
    CHECK(docx::in_pdf(layout).blank == docx::em_width / 4);
    CHECK(word.blank == docx::em_width / 5);
    CHECK(pdf.blank == 0);
}

TEST_CASE("Rows stand closer where Word would need a page more, and only as far as that saves it") {
    const auto rows_of = [](std::uint64_t seed) {
        Generating wanted;
        wanted.extent = Extent::usual;
        const Report report = generated_report(seed, wanted);
        const Document document = compose(report);
        const docx::Standings tables = docx::stand(document, report.layout, 2);
        const Table& table = table_of(document, "disclosure");
        const docx::Shape usual =
            docx::in_word(table, report.layout, docx::shape_of(table, report.layout));
        const Length height = tables.at(&table).shape.height(0, table.rows);
        return std::pair{height, usual.height(0, table.rows)};
    };
    // The generator's reports are not the same of every compiler.
    int closer = 0, as_usual = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const std::pair<Length, Length> rows = rows_of(seed);
        CHECK(rows.first <= rows.second);
        ++(rows.first < rows.second ? closer : as_usual);
    }
    CHECK(closer > 0);
    CHECK(as_usual > closer);
}

TEST_CASE("Columns and rows of a table are the PDF's") {
    for (const char* file :
         {"tests/files/model.yaml", "examples/huaian-2024.json",
          "examples/jinxiang-veterans-2022.yaml", "examples/form-2019-zh.yaml"}) {
        CAPTURE(file);
        const Report report = *read(std::string(NIANBAO_SOURCE) + "/" + file).report;
        const Document document = compose(report);
        Setter setter(free_fonts().faces(), report.layout);
        int tables = 0;
        const Flow flow = set_flow(document, setter);
        for (const Chunk& chunk : flow.chunks) {
            if (!chunk.table) continue;
            ++tables;
            const docx::Shape shape = docx::shape_of(*chunk.table->table, report.layout);
            CHECK(shape.turned == chunk.table->landscape);
            CHECK(shape.size == chunk.table->size);
            CHECK(shape.heights == chunk.table->heights);
            REQUIRE(shape.widths.size() == chunk.table->widths.size());
            for (std::size_t i = 0; i < shape.widths.size(); ++i)
                CHECK(std::abs((shape.widths[i] - chunk.table->widths[i]).units) < (3.0_pt).units);
        }
        CHECK(tables == 3);
    }
}

TEST_CASE("A table stays whole, unless a page would be over a quarter empty") {
    std::string first, second;
    Report report = model();
    for (int more = 0; more < 22; ++more) {
        report.overview += "\n又一段。";
        const Document document = compose(report);
        const docx::Standings tables = docx::stand(document, report.layout, 2);
        first += tables.at(&table_of(document, "disclosure")).divided ? '/' : '-';
        second += tables.at(&table_of(document, "applications")).divided ? '/' : '-';
    }
    CHECK(first == "//-------/////////////");
    CHECK(second == "/////////-------------");
}
