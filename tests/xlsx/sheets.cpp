// The sheets of a workbook, cell by cell, as they are read again: what an office sees.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/program_data.hpp"
#include "nianbao/read.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "notation/xlsx/workbook.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"
#include "report/sample.hpp"
#include "report/workbook.hpp"

using namespace nianbao;

namespace {

std::string new_book(bool ledger = false) {
    return write_new_workbook({"云溪县档案局", 2025}, {.ledger = ledger});
}

std::vector<notation::Grid> sheets_of(const std::string& bytes) {
    notation::ReadWorkbook read = notation::read_workbook(bytes, "年报.xlsx");
    REQUIRE_MESSAGE(read.workbook, read.fault);
    std::vector<notation::Grid> all;
    for (auto& part : read.workbook->draft.parts) all.push_back(std::get<notation::Grid>(part));
    return all;
}

notation::Grid sheet_of(const std::string& bytes, workbook::Sheet which) {
    for (notation::Grid& sheet : sheets_of(bytes)) {
        if (sheet.name == sheet_name(which)) return std::move(sheet);
    }
    FAIL(sheet_name(which));
    return {};
}

const notation::GridCell* cell_with(const notation::Grid& sheet, std::string_view text) {
    const auto found = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                    [&](const auto& cell) { return cell.text() == text; });
    return found == sheet.cells.end() ? nullptr : &*found;
}

constexpr workbook::Sheet tables[] = {workbook::Sheet::disclosure, workbook::Sheet::applications,
                                      workbook::Sheet::disputes};

}  // namespace

TEST_CASE("The sheets have the names that offices know, and none is called by a number") {
    for (const bool ledger : {false, true}) {
        std::vector<std::string> names,
            expected{"填写说明", "基本信息", "正文", "主动公开", "依申请公开", "复议诉讼", "核对"};
        if (ledger) expected.emplace_back("申请台账");
        expected.emplace_back("nianbao");
        for (const notation::Grid& sheet : sheets_of(new_book(ledger))) {
            names.push_back(sheet.name);
            CHECK(sheet.hidden == (sheet.name == "nianbao"));
        }
        CHECK(names == expected);
    }
}

TEST_CASE("正文 is a row a paragraph, and only its title is joined") {
    Report report = sample_report();
    report.overview = "第一段。\n（一）标题\n第二段。";
    const notation::Grid sheet = sheet_of(write_workbook(report), workbook::Sheet::prose);
    for (const notation::GridCell& cell : sheet.cells)
        CHECK_MESSAGE(((cell.rows == 1 && cell.columns == 1) || cell.row == 0), cell.text());
    const notation::GridCell* first = cell_with(sheet, "第一段。");
    REQUIRE(first != nullptr);
    CHECK(sheet.at(first->row + 1, first->column)->text() == "（一）标题");
    CHECK(sheet.at(first->row + 2, first->column)->text() == "第二段。");
}

TEST_CASE("正文 shows last year's text beside the cells that are to be filled in") {
    Report last = sample_report();
    last.overview = "上年的一段。";
    const notation::Grid sheet = sheet_of(
        write_new_workbook({last.agency, last.year + 1, {}, &last}), workbook::Sheet::prose);
    const notation::GridCell* text = cell_with(sheet, "上年的一段。");
    REQUIRE(text != nullptr);
    CHECK(sheet.at(1, text->column)->text() == "上年原文（参考）");
}

TEST_CASE("The hidden sheet says form, office, year, 稿次 and which program wrote it") {
    const auto said = [](const std::string& bytes) {
        const notation::Grid sheet = sheet_of(bytes, workbook::Sheet::hidden);
        std::map<std::string, std::string> all;
        for (const notation::GridCell& cell : sheet.cells) {
            if (cell.column != 0) continue;
            const notation::GridCell* value = sheet.at(cell.row, 1);
            if (value != nullptr) all[cell.text()] = value->text();
        }
        return all;
    };
    std::map<std::string, std::string> made = said(new_book());
    CHECK(made["draft"] == "0");
    CHECK(made["agency"] == "云溪县档案局");
    CHECK(made["year"] == "2025");
    CHECK(made["form"] == "2021");
    CHECK(made["nianbao"] == "1");
    CHECK(made["program"].find(NIANBAO_VERSION) != std::string::npos);
    Report report = *Report::empty("甲局", 2020);
    std::map<std::string, std::string> older = said(write_workbook(report, {.draft = 3}));
    CHECK(older["draft"] == "3");
    CHECK(older["form"] == "2019");
    CHECK(older["year"] == "2020");
}

TEST_CASE("Below each table stand the six labels of who signs it") {
    const std::string bytes = new_book();
    for (const workbook::Sheet which : tables) {
        const notation::Grid sheet = sheet_of(bytes, which);
        for (const char* label :
             {"填报人", "电话", "审核人", "单位负责人（签字）", "填报日期", "单位（盖章）"})
            CHECK_MESSAGE(cell_with(sheet, label) != nullptr, sheet.name << label);
    }
}

TEST_CASE("Who signs a table reaches no output") {
    const std::string bytes = write_workbook(sample_report());
    made::EditedBook edited(bytes);
    int filled = 0;
    for (const workbook::Sheet which : tables) {
        const notation::Grid sheet = sheet_of(bytes, which);
        for (const std::string_view label : workbook::foot_labels) {
            const notation::GridCell* own = cell_with(sheet, label);
            REQUIRE(own != nullptr);
            edited.text(fmt::format("{}!{}", sheet.name,
                                    made::address_text({own->row, own->column + own->columns})),
                        fmt::format("SECRET{}", ++filled));
        }
    }
    CHECK(filled == 18);
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    const auto file = write_file(scratch / "a.xlsx", edited.bytes());
    REQUIRE(cell_with(sheet_of(edited.bytes(), tables[2]), "SECRET18") != nullptr);
    const Reading reading = read(file);
    REQUIRE(reading.report);
    CHECK(*reading.report == *read(bytes, "b.xlsx", Format::workbook).report);
    CHECK(nianbao_run({"convert", "a.xlsx", "-o", "a.yaml"}, here).exit == 0);
    CHECK(nianbao_run({"convert", "a.xlsx", "-o", "a.json"}, here).exit == 0);
    for (const char* to : {"text", "html", "docx"})
        CHECK(
            nianbao_run(
                {"render", "a.xlsx", "--to", to, "--no-check", "-o", std::string("a.") + to}, here)
                .exit == 0);
    for (const char* made : {"a.yaml", "a.json", "a.text", "a.html"})
        CHECK(read_file(scratch / made).find("SECRET") == std::string::npos);
    made::EditedBook word(read_file(scratch / "a.docx"));
    CHECK(word.part("word/document.xml").find("SECRET") == std::string::npos);
    const Run check = nianbao_run({"check", "a.xlsx", "--no-fonts", "--format", "json"}, here);
    CHECK((check.out + check.err).find("SECRET") == std::string::npos);
}

TEST_CASE("On paper the head of each table is repeated down to its first numbers") {
    made::EditedBook book(write_workbook(sample_report()));
    const std::string& names = book.part("xl/workbook.xml");
    const auto repeated = [&](std::string_view sheet) {
        const std::regex title(fmt::format(
            "<definedName name=\"_xlnm.Print_Titles\"[^>]*>'{}'!\\$1:\\$(\\d+)<", sheet));
        std::smatch found;
        REQUIRE_MESSAGE(std::regex_search(names, found, title), std::string(sheet));
        return std::stoi(found[1]);
    };
    const auto row_of = [&](const std::string& path) {
        const std::string place = book.where(path);
        return made::address(place.substr(place.rfind('!') + 1)).row + 1;
    };
    CHECK(repeated("依申请公开") == row_of("applications.received.natural_person") - 1);
    CHECK(repeated("复议诉讼") == row_of("disputes.reconsideration.upheld") - 1);
    CHECK(repeated("主动公开") >= 3);  // every part of it has a head of its own
    for (const char* sheet : {"基本信息", "正文", "核对"}) CHECK(repeated(sheet) >= 2);
}

TEST_CASE("申请台账 has a column for no name") {
    const notation::Grid sheet = sheet_of(new_book(true), workbook::Sheet::ledger);
    std::vector<std::string> heads;
    const notation::GridCell* first = cell_with(sheet, "序号");
    REQUIRE(first != nullptr);
    for (const notation::GridCell& cell : sheet.cells) {
        if (cell.row == first->row && !cell.text().empty()) heads.push_back(cell.text());
    }
    CHECK(heads == std::vector<std::string>{"序号", "申请人类型", "办理结果", "是否上年结转"});
}

TEST_CASE("Every link of 核对 leads to a cell to fill in, on the sheet that its line names") {
    const Report report = sample_report();
    const std::string bytes = write_workbook(report);
    made::EditedBook book(bytes);
    std::set<std::string> places;
    for (const FilledForm* table : report.tables()) {
        for (const Entry& entry : table->form->entries)
            places.insert(book.where(field_path(*table->form, entry.field)));
    }
    const notation::Grid sheet = sheet_of(bytes, workbook::Sheet::checks);
    const std::string& xml = book.sheet("核对");
    static const std::regex link("<hyperlink ref=\"G(\\d+)\" location=\"'([^']+)'!([A-Z]+\\d+)\"");
    int links = 0;
    std::set<std::string> leading;
    for (std::sregex_iterator i(xml.begin(), xml.end(), link), end; i != end; ++i, ++links) {
        const std::string name = (*i)[2], place = name + "!" + (*i)[3].str();
        CHECK_MESSAGE(places.contains(place), place);
        leading.insert(place);
        const notation::GridCell* named = sheet.at(std::stoi((*i)[1]) - 1, 1);
        REQUIRE(named != nullptr);
        CHECK(named->text() == name);
    }
    CHECK(links > 40);
    CHECK(leading.size() > 30);
}
