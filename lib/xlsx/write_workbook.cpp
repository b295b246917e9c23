#include "nianbao/workbook.hpp"

#include "report/cells.hpp"
#include "report/forms/rule_making.hpp"
#include "report/whole.hpp"
#include "report/workbook.hpp"
#include "report/written/next_year.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/package/book.hpp"
#include "xlsx/reckoning.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace nianbao {
namespace {

std::string workbook_of(xlsx::Filling filling) {
    filling.parts = xlsx::parts_of(filling.report);
    if (filling.previous != nullptr) filling.last_parts = xlsx::parts_of(*filling.previous);
    std::vector<xlsx::Page> pages;
    pages.push_back(xlsx::guide_page(filling));
    pages.push_back(xlsx::basics_page(filling));
    pages.push_back(xlsx::prose_page(filling));
    for (std::size_t table = 0; table < 3; ++table)
        pages.push_back(xlsx::table_page(filling, table));
    pages.push_back(xlsx::checks_page(filling));
    if (filling.ledger) pages.push_back(xlsx::ledger_page(filling));
    pages.push_back(xlsx::hidden_page(filling, pages));

    xlsx::Book book;
    book.agency = filling.report.agency;
    book.title =
        fmt::format("{}{}年政府信息公开工作年度报告", filling.report.agency, filling.report.year);
    for (xlsx::Page& page : pages) {
        for (const auto& [path, area] : page.names)
            book.names.push_back({workbook::defined_name(path), book.sheets.size(), area});
        book.sheets.push_back(std::move(page.sheet));
    }
    return book.write();
}

}  // namespace

std::string write_workbook(const Report& report, const WorkbookOptions& options) {
    require_whole(report);
    xlsx::Filling filling{report, options.previous};
    filling.draft = options.draft;
    for (std::size_t i = 0; i < 3; ++i)
        filling.given[i].assign(report.tables()[i]->cells.size(), true);
    return workbook_of(std::move(filling));
}

std::string write_new_workbook(const NewReport& asked, const WorkbookOptions& options) {
    const Report report = next_year(asked);
    xlsx::Filling filling{report, asked.previous};
    filling.to_fill_in = true;
    filling.ledger = options.ledger;
    filling.draft = options.draft;
    const bool no_rules = !cannot_make_rules(report).empty();
    for (std::size_t i = 0; i < 3; ++i) {
        const Form& form = *report.tables()[i]->form;
        for (int entry = 0; entry < std::ssize(form.entries); ++entry) {
            const std::string path = field_path(form, form_entry(form, entry).field);
            const bool carried = asked.previous != nullptr &&
                                 path.starts_with("applications.carried_in.") &&
                                 xlsx::adding_up(form, entry) == nullptr;
            filling.given[i].push_back(carried || (no_rules && i == 0 && is_of_rules(form, entry)));
        }
    }
    return workbook_of(std::move(filling));
}

std::vector<std::string> stated_totals(const Report& report) {
    require_whole(report);
    std::vector<std::string> stated;
    for (const FilledForm* filled : report.tables()) {
        const xlsx::TableCells cells{*filled, 0};
        for (int entry = 0; entry < std::ssize(filled->cells); ++entry) {
            const Equation* sum = xlsx::adding_up(*filled->form, entry);
            if (sum == nullptr || filled->cells[static_cast<std::size_t>(entry)].value ==
                                      xlsx::sum_of(cells, sum->right).value)
                continue;
            stated.push_back(cell_name(*filled->form, entry));
        }
    }
    return stated;
}

}  // namespace nianbao
