// Word files: columns, rows and ends of pages as the PDF has them.
#include "docx/filling.hpp"

#include "docx/lines.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
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
        return docx::lines_of(to_utf32(text), 10, indent);
    };
    CHECK(lines("") == 1);
    CHECK(lines("一二三四五") == 1);
    CHECK(lines("一二三四五六") == 2);
    CHECK(lines("一二三四五", 2) == 2);
    CHECK(lines("一二三四12") == 1);
    CHECK(lines("一二三四123") == 2);
    CHECK(lines("一二三四五，六七八") == 2);
    CHECK(lines("一二三四五，六七八九") == 3);
    CHECK(lines("一二三四（五六七八") == 2);
    CHECK(lines("一二三四（五六七八九") == 3);
    CHECK(lines("一\n二") == 2);
    CHECK(lines("abcdefghijklmnopqrstu") == 3);
    CHECK(lines("abcdefgh/ijklmnop") == 2);
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
    CHECK(first == "/-------/////////////-");
    CHECK(second == "////////-------------/");
}
