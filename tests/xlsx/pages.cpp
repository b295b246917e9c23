// Sheets before they are packed: what their cells hold, and how they are protected.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/cells.hpp"
#include "report/forms/rule_making.hpp"
#include "report/sample.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/package/sheet_xml.hpp"
#include "xlsx/reckoning.hpp"

using namespace nianbao;
using namespace nianbao::xlsx;

namespace {

Filling filling_of(const Report& report) {
    Filling filling{report};
    for (std::size_t i = 0; i < 3; ++i)
        filling.given[i].assign(report.tables()[i]->cells.size(), true);
    return filling;
}

/// What stands beside a row of the first table's sheet.
std::string beside(const Report& report, int row) {
    const Filling filling = filling_of(report);
    const Page page = table_page(filling, 0);
    return page.sheet.cells.at({row, 4}).content.value;
}

}  // namespace

TEST_CASE("Rows and columns have the names that sheets give them") {
    CHECK(name_of(At{0, 0}) == "A1");
    CHECK(name_of(At{9, 25}) == "Z10");
    CHECK(name_of(At{9, 26}) == "AA10");
    CHECK(name_of(At{9, 701}) == "ZZ10");
    CHECK(name_of(At{9, 702}) == "AAA10");
    CHECK(name_of(Area{{6, 3}, {6, 3}}) == "D7");
    CHECK(name_of(Area{{6, 3}, {7, 4}}) == "D7:E8");
    CHECK(fixed_name_of(Area{{6, 3}, {7, 4}}) == "$D$7:$E$8");
}

TEST_CASE("Cells side by side are one area, and such rows below each other") {
    CHECK(areas_of({{1, 2}, {0, 1}, {0, 2}, {1, 1}, {3, 1}, {3, 3}}) ==
          std::vector<Area>{{{0, 1}, {1, 2}}, {{3, 1}, {3, 1}}, {{3, 3}, {3, 3}}});
}

TEST_CASE("Text in formulas and in cells keeps what programs use themselves") {
    CHECK(literal("说“是”和\"是\"") == "\"说“是”和\"\"是\"\"\"");
    CHECK(cell_text("a\tb\nc") == "a\tb\nc");
    CHECK(cell_text("_x0041_ _x41_ _X0041_ x\x07") == "_x005F_x0041_ _x41_ _X0041_ x_x0007_");
}

TEST_CASE("Inputs alone are unlocked; a total is locked unless it is stated") {
    Report report = sample_report();
    set(report.applications, {"carried_out", "total"}, "3");
    const Filling filling = filling_of(report);
    const Page page = table_page(filling, 1);
    const Form& form = *report.applications.form;
    const TableCells cells{report.applications, table_top};
    for (int i = 0; i < std::ssize(form.entries); ++i) {
        const SheetCell& cell = page.sheet.cells.at(cells.at(i));
        const bool stated = field_path(form, form_entry(form, i).field) ==
                            "applications.carried_out.total",
                   sum = adding_up(form, i) != nullptr;
        CHECK(cell.style.unlocked == (!sum || stated));
        CHECK((cell.style.colour == Colour::red) == stated);
        CHECK(cell.content.formula.empty() == (!sum || stated));
    }
    for (const Box& box : form.boxes)
        CHECK(!page.sheet.cells.at({table_top + box.row, box.column}).style.unlocked);
}

TEST_CASE("The form's labels stand word for word, without the marks of breaks") {
    const Report report = sample_report();
    const Filling filling = filling_of(report);
    const Page page = table_page(filling, 0);
    CHECK(page.sheet.cells.at({table_top, 0}).content.value == "第二十条第（一）项");
    CHECK(page.sheet.cells.at({table_top + 12, 1}).content.value == "本年收费金额（单位：万元）");
    CHECK(std::count(page.sheet.merged.begin(), page.sheet.merged.end(),
                     Area{{table_top, 0}, {table_top, 3}}) == 1);
}

TEST_CASE("What is wrong stands beside the row, with the difference") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "made"}, "5");
    set(report.disclosure, {"normative_documents", "repealed"}, "2");
    set(report.disclosure, {"normative_documents", "in_force"}, "3");
    CHECK(beside(report, table_top + 3) == "");
    set(report.disclosure, {"normative_documents", "in_force"}, "4");
    CHECK(beside(report, table_top + 3) == "");
    set(report.disclosure, {"normative_documents", "in_force"}, "1");
    CHECK(beside(report, table_top + 3) == "差 2");
}

TEST_CASE("Sums down the columns are checked below the table, the three of a row beside it") {
    Report report = sample_report();
    set(report.applications, {"received", "business"}, "4");
    set(report.disputes, {"reconsideration", "pending"}, "1");
    set(report.disputes, {"litigation_direct", "total"}, "2");
    const Filling filling = filling_of(report);
    const Page applications = table_page(filling, 1), disputes = table_page(filling, 2);
    const int below = table_top + report.applications.form->rows;
    CHECK(applications.sheet.cells.at({below, 0}).content.value ==
          "核对：本年新收＋上年结转＝办理结果总计＋结转下年度");
    CHECK(applications.sheet.cells.at({below, 3}).content.value == "");
    CHECK(applications.sheet.cells.at({below, 4}).content.value == "差 2");
    CHECK(disputes.sheet.cells.at({table_top + 3, 15}).content.value ==
          "行政复议差 1；行政诉讼（未经复议直接起诉）差 2；");
}

TEST_CASE("核对 holds 规章 against what the office is, and both stocks against last year's") {
    Report report = sample_report(), last = sample_report();
    CHECK(cannot_make_rules(report) == "地方政府的部门");
    set(report.disclosure, {"government_rules", "made"}, "1");
    set(report.disclosure, {"normative_documents", "in_force"}, "5");
    set(last.disclosure, {"normative_documents", "in_force"}, "4");
    set(report.disclosure, {"administrative_charges"}, "12500");
    set(last.disclosure, {"administrative_charges"}, "12.5");
    Filling filling = filling_of(report);
    filling.previous = &last;
    std::string words;
    for (const auto& [at, cell] : checks_page(filling).sheet.cells) {
        if (at.column == 5 && at.row > 2 && !cell.content.value.empty())
            words += cell.content.value + "\n";
    }
    CHECK(
        words ==
        "规章：现行有效件数 0，小于本年制发件数－本年废止件数 1（相差 1）\n"
        "规章：地方政府的部门没有制定规章的权限，各格应是 0\n"
        "规章：现行有效件数 0，不等于上年的 0 加本年制发件数减本年废止件数 1（相差 1）\n"
        "行政规范性文件：现行有效件数 5，不等于上年的 4 加本年制发件数减本年废止件数 4（相差 1）\n"
        "行政事业性收费是上年的一千倍以上，像是把元写成了万元\n");
    set(report.disclosure, {"administrative_charges"}, "12500.125");
    CHECK(checks_page(filling).sheet.cells.at({1, 0}).content.value ==
          "48 项核对中有 4 项不对，见下面红色的行");
}

TEST_CASE("核对 says first how many cells are blank, as checks of nothing are right") {
    Report report = sample_report();
    Filling filling = filling_of(report);
    const auto head = [&] { return checks_page(filling).sheet.cells.at({1, 0}).content; };
    const std::string right = head().value;
    CHECK(right.ends_with(" 项核对都对"));
    filling.given[0][0] = filling.given[2][3] = false;
    CHECK(head().value == "还有 2 格没有填；已填的核对都对");
    CHECK(head().formula.starts_with(
        R"(IF(SUM(D4:D6)=0,"","还有 "&SUM(D4:D6)&" 格没有填；")&IF(COUNTIF(F7:)"));
    CHECK(head().formula.ends_with(R"(,IF(SUM(D4:D6)=0,")" + right + R"(","已填的核对都对")))"));
    report.cell("applications.received.natural_person")->value.digits += 1;
    CHECK(head().value.starts_with("还有 2 格没有填；"));
    CHECK(head().value.ends_with(" 项不对，见下面红色的行"));
}
