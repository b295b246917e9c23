// What officers typed into 台账.xlsx.
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/reading/table.hpp"
#include "nianbao/report.hpp"
#include "notation/xlsx/workbook.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace nianbao::desk {
namespace {

constexpr std::string_view name_heads[] = {"单位全称"}, number_head = "序号";

/// The texts of a sheet below its heads, by office and head.
using Texts = std::map<std::pair<std::string, std::string>, std::string>;

/// What the program itself had in the officer's cells, from its hidden sheet. Nothing if
/// the sheet is not there: then every word of theirs was typed.
Texts own_texts(const notation::Draft& draft) {
    Texts texts;
    for (const auto& part : draft.parts) {
        const auto* grid = std::get_if<notation::Grid>(&part);
        if (grid == nullptr || grid->name != "nianbao") continue;
        std::map<int, std::string> heads, offices;
        for (const notation::GridCell& cell : grid->cells) {
            if (cell.row == 0) heads[cell.column] = cell.text();
            else if (cell.column == 0) offices[cell.row] = plain_name(cell.text());
            else if (!cell.text().empty())
                texts[{offices[cell.row], heads[cell.column]}] = cell.text();
        }
    }
    return texts;
}

}  // namespace

TypedLedger read_ledger(std::string_view bytes, const std::string& name) {
    TypedLedger ledger;
    notation::ReadWorkbook book = notation::read_workbook(bytes, name);
    if (!book.workbook) {
        ledger.fault = std::move(book.fault);
        return ledger;
    }
    const Texts own = own_texts(book.workbook->draft);
    for (const auto& part : book.workbook->draft.parts) {
        const auto* grid = std::get_if<notation::Grid>(&part);
        if (grid != nullptr && std::find(std::begin(ledger_sheets), std::end(ledger_sheets),
                                         grid->name) == std::end(ledger_sheets))
            ledger.added_sheets.push_back(grid->name);
    }
    ReadTable read = read_table(bytes, name, name_heads);
    if (!read.table) {
        ledger.fault = std::move(read.fault);
        return ledger;
    }
    std::vector<const Column*> heads;
    std::size_t name_at = 0;
    for (std::size_t i = 0; i < read.table->heads.size(); ++i) {
        const std::string& head = read.table->heads[i].text;
        const auto found = std::find_if(columns().begin(), columns().end(),
                                        [&](const Column& one) { return one.head == head; });
        heads.push_back(found == columns().end() ? nullptr : &*found);
        if (head == name_heads[0]) name_at = i;
    }
    for (const std::vector<TableCell>& cells : read.table->rows) {
        TypedLedger::Row row;
        row.office = cells[name_at].text;
        const std::string office = plain_name(row.office);
        if (office.empty()) continue;
        row.places[name_heads[0]] = cells[name_at].place;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string& head = read.table->heads[i].text;
            if (heads[i] == nullptr && !head.empty() && head != number_head &&
                !cells[i].text.empty())
                row.added.emplace_back(head, cells[i].text);
            if (heads[i] == nullptr || heads[i]->typed == nullptr) continue;
            const auto said = own.find({office, std::string(heads[i]->head)});
            const bool typed =
                said == own.end() ? !cells[i].text.empty() : cells[i].text != said->second;
            row.places[heads[i]->head] = cells[i].place;
            if (typed) row.typed.*heads[i]->typed = cells[i].text;
        }
        ledger.rows.emplace(office, std::move(row));
    }
    ledger.source = std::move(read.table->source);
    return ledger;
}

}  // namespace nianbao::desk
