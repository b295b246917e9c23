// The hidden sheet: what a workbook was made for, and what no cell shows.
#include "recognise/recognition.hpp"
#include "recognise/region.hpp"
#include "recognise/rules.hpp"
#include "report/workbook.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::recognise {
namespace {

int hidden_sheet(const Sheets& sheets) {
    for (int sheet = 0; sheet < sheets.count(); ++sheet) {
        if (sheets.text({sheet, 0, 0}) == workbook::key_layout) return sheet;
    }
    return -1;
}

/// Where the text beside a key stands; the sheet is -1 if there is none.
At hidden_cell(const Sheets& sheets, std::string_view key) {
    const int sheet = hidden_sheet(sheets);
    if (sheet < 0) return {};
    for (const GridCell& label : sheets.grid(sheet).cells) {
        if (label.column == 0 && label.text() == key) return {sheet, label.row, 1};
    }
    return {};
}

/// A named cell's text; empty if there is none.
std::string_view shown_text(const Sheets& sheets, std::string_view path) {
    const notation::DefinedName* name = sheets.named(path);
    return name == nullptr ? std::string_view()
                           : sheets.text({name->sheet, name->row, name->column});
}

/// Visible cells count; who changed them may not have meant to.
void tell_difference(Recognition& work, std::string_view key, std::string_view of) {
    const notation::DefinedName* name = work.sheets.named(key);
    const std::string_view made_for = work.sheets.text(hidden_cell(work.sheets, key)),
                           written = shown_text(work.sheets, key);
    if (name == nullptr || made_for.empty() || notation::blank(written) || made_for == written)
        return;
    work.tell(Severity::warning, rule("D-36"), std::string(key),
              {name->sheet, name->row, name->column},
              fmt::format("{}是“{}”，这份工作簿是为“{}”发的", of, notation::shown(written),
                          notation::shown(made_for)));
}

/// The edition of whose tables most is there; the newest of several.
const Edition& edition_by_labels(const Sheets& sheets) {
    const Edition* best = &edition_2021();
    std::ptrdiff_t most = -1;
    for (const Edition* edition : editions()) {
        std::ptrdiff_t found = 0;
        for (const Form* form : edition->forms) {
            const std::vector<Region> regions = regions_of(*form, headings_of(*form), sheets);
            if (regions.empty()) continue;
            found += std::count_if(regions.front().cells.begin(), regions.front().cells.end(),
                                   [](const auto& cell) { return cell.has_value(); }) -
                     std::ssize(regions.front().foreign_rows);
        }
        if (found >= most) {
            most = found;
            best = edition;
        }
    }
    return *best;
}

}  // namespace

const Edition& edition_of(Recognition& work) {
    work.year = number_of(shown_text(work.sheets, "year"));
    if (work.year < 0)
        work.year = number_of(work.sheets.text(hidden_cell(work.sheets, workbook::key_year)));
    work.year = std::max(work.year, 0);
    const std::string_view form = work.sheets.text(hidden_cell(work.sheets, workbook::key_form));
    for (const Edition* edition : editions()) {
        if (form == std::to_string(edition->year)) return *edition;
    }
    const Edition* edition = edition_for(work.year);
    return edition == nullptr ? edition_by_labels(work.sheets) : *edition;
}

void recognise_hidden(Recognition& work) {
    const int sheet = hidden_sheet(work.sheets);
    if (sheet < 0) return;
    constexpr std::string_view own_keys[] = {workbook::key_layout, workbook::key_program,
                                             workbook::key_draft};
    constexpr int most_rows = 10'000;
    for (const GridCell& label : work.sheets.grid(sheet).cells) {
        if (label.column != 0 || label.row >= most_rows) continue;
        const std::string_view key = label.text();
        const GridCell* cell = work.sheets.cell({sheet, label.row, 1});
        const bool path = !key.empty() && key.find("..") == key.npos && key.front() != '.' &&
                          key.back() != '.' && std::count(key.begin(), key.end(), '.') < 4;
        if (!path || cell == nullptr || cell->text().empty() || work.values.has(key) ||
            std::find(std::begin(own_keys), std::end(own_keys), key) != std::end(own_keys))
            continue;
        work.values.text(key, cell->placed.mapped, {cell->placed.begin, cell->placed.end});
    }
    tell_difference(work, workbook::key_agency, "单位");
    tell_difference(work, workbook::key_year, "年度");
}

}  // namespace nianbao::recognise
