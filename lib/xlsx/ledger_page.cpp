// 申请台账: a line for each application, without names, and the formulas that count its
// lines into table three; and the hidden sheet, which holds what no cell shows.
#include "report/cells.hpp"
#include "report/workbook.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/package/book.hpp"
#include "xlsx/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nianbao::xlsx {
namespace {

constexpr int first_line = 3, lines = 500;
constexpr int applicant_column = 1, outcome_column = 2, carried_column = 3;
constexpr std::string_view yes = "是";
constexpr int outcomes_column = 3;  // of the hidden sheet

/// A row of table three by its key below the table, and as a line of the ledger says it.
struct Row {
    std::string key, says;
};

/// The row that an entry stands in, and the name of its applicant.
Row row_of(const Form& form, int entry, std::string_view& applicant) {
    const Field& field = form_field(form, form_entry(form, entry).field);
    applicant = field.name;
    Row row;
    row.says = cell_name(form, entry);
    row.says.resize(row.says.rfind("·"));
    row.key = field_path(form, form_entry(form, entry).field).substr(form.key.size() + 1);
    row.key.resize(row.key.rfind('.'));
    return row;
}

std::string column(int which) {
    const std::string sheet(workbook::sheet_name(workbook::Sheet::ledger));
    return quoted(sheet) + "!" +
           fixed_name_of({{first_line, which}, {first_line + lines - 1, which}});
}

}  // namespace

std::string ledger_formula(const Form& form, int entry) {
    std::string_view applicant;
    const Row row = row_of(form, entry, applicant);
    std::string also;
    if (row.key == "received" || row.key == "carried_in")
        also = fmt::format(R"({},"{}{}")", column(carried_column),
                           row.key == "received" ? "<>" : "", yes);
    else also = fmt::format(R"({},{})", column(outcome_column), literal(row.says));
    // Until the first line is there, the cells are blank, not 0.
    return fmt::format(R"(IF(COUNTA({0})=0,"",COUNTIFS({0},{1},{2})))", column(applicant_column),
                       literal(applicant), also);
}

std::vector<std::string> ledger_results(const Form& form) {
    std::vector<std::string> results;
    for (int i = 0; i < std::ssize(form.entries); ++i) {
        std::string_view applicant;
        const Row row = row_of(form, i, applicant);
        if (row.key == "received" || row.key == "carried_in" || adding_up(form, i) != nullptr)
            continue;
        if (results.empty() || results.back() != row.says) results.push_back(row.says);
    }
    return results;
}

Page ledger_page(const Filling& filling) {
    const Form& form = *filling.report.applications.form;
    Page page;
    Sheet& sheet = page.sheet;
    sheet.name = workbook::sheet_name(workbook::Sheet::ledger);
    sheet.widths = {{0, 8}, {1, 18}, {2, 56}, {3, 16}};
    sheet.pages_down = 0;
    sheet.cover({{0, 0}, {0, 3}}, text_of("政府信息公开申请台账"), title_style);
    sheet.heights[0] = 34;
    sheet.cover({{1, 0}, {1, 3}},
                text_of(fmt::format("每件申请一行，不登记姓名。还没有办结的，办理结果选“{}”。"
                                    "上年收到、本年继续办理的，最后一列选“是”。",
                                    ledger_results(form).back())),
                hint_style);
    sheet.heights[1] = 36;
    for (int i = 0; i < static_cast<int>(std::size(workbook::ledger_columns)); ++i) {
        Style style = label_style;
        style.bold = true;
        style.fill = Fill::heading;
        sheet.put({2, i}, text_of(workbook::ledger_columns[static_cast<std::size_t>(i)]), style);
    }
    for (int row = first_line; row < first_line + lines; ++row) {
        for (int which = 0; which <= carried_column; ++which)
            sheet.put({row, which}, {}, input_style);
    }
    std::string names;
    std::set<std::string_view> seen;
    for (int i = 0; i < std::ssize(form.entries); ++i) {
        std::string_view applicant;
        row_of(form, i, applicant);
        if (adding_up(form, i) == nullptr && seen.insert(applicant).second)
            names += (names.empty() ? "" : ",") + std::string(applicant);
    }
    const auto choose = [&](int which, std::string from, std::string message) {
        sheet.validations.push_back({{{{first_line, which}, {first_line + lines - 1, which}}},
                                     true,
                                     std::move(from),
                                     "请从列出的中选",
                                     std::move(message)});
    };
    choose(applicant_column, literal(names), "申请人类型只能从列出的六种中选");
    const int results = static_cast<int>(ledger_results(form).size());
    choose(outcome_column,
           quoted(std::string(workbook::sheet_name(workbook::Sheet::hidden))) + "!" +
               fixed_name_of({{0, outcomes_column}, {results - 1, outcomes_column}}),
           "办理结果只能从列出的中选，与“依申请公开”各行一致");
    choose(carried_column, literal(yes), "是上年结转的选“是”，本年新收的空着");
    sheet.head_rows = sheet.frozen_rows = first_line;
    sheet.printed = {{0, 0}, {first_line + lines - 1, carried_column}};
    return page;
}

Page hidden_page(const Filling& filling, const std::vector<Page>& shown) {
    const Report& report = filling.report;
    Page page;
    Sheet& sheet = page.sheet;
    sheet.name = workbook::sheet_name(workbook::Sheet::hidden);
    sheet.hidden = true;
    sheet.widths = {{0, 24}, {1, 60}};
    int row = 0;
    const auto add = [&](std::string_view key, std::string_view value) {
        sheet.put({row, 0}, text_of(key), {});
        sheet.put({row, 1}, text_of(value), {.shown = Shown::text});
        ++row;
    };
    add(workbook::key_layout, std::to_string(workbook::layout_version));
    add(workbook::key_program, NIANBAO_VERSION);
    for (std::string_view key :
         {workbook::key_form, workbook::key_agency, workbook::key_year, workbook::key_kind})
        add(key, text_at(filling.parts, key));
    add(workbook::key_draft, std::to_string(filling.draft));
    std::set<std::string> placed{"form"};
    for (const Page& each : shown) {
        for (const auto& name : each.names) placed.insert(name.first);
    }
    for (const auto& [path, text] : filling.parts) {
        if (!placed.contains(path)) add(path, text);
    }
    if (filling.ledger) {
        row = 0;
        for (const std::string& result : ledger_results(*report.applications.form))
            sheet.put({row++, outcomes_column}, text_of(result), {});
    }
    return page;
}

}  // namespace nianbao::xlsx
