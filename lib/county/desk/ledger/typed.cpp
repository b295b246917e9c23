// What officers typed into 台账.xlsx.
#include "county/desk/ledger/ledger.hpp"
#include "nianbao/report.hpp"
#include "notation/bytes.hpp"
#include "notation/xlsx/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::desk {
namespace {

using notation::SheetEntry;
using Cells = notation::WorkbookRows::Cells;

constexpr std::string_view name_head = "单位全称", number_head = "序号", hidden_sheet = "nianbao";
constexpr int rows_above_heads = 10;

const Column* column_named(std::string_view head) {
    const auto found = std::find_if(columns().begin(), columns().end(),
                                    [&](const Column& one) { return one.head == head; });
    return found == columns().end() ? nullptr : &*found;
}

bool is_own_sheet(const std::string& name) {
    return std::find(std::begin(ledger_sheets), std::end(ledger_sheets), name) !=
           std::end(ledger_sheets);
}

class LedgerReader {
public:
    LedgerReader(std::string_view bytes, const std::string& name, const ShownBefore& shown_before)
        : book_(bytes), shown_before_(shown_before) {
        ledger_.file = name;
    }

    TypedLedger read() {
        for (const SheetEntry& sheet : book_.sheets()) {
            if (!is_own_sheet(sheet.name)) ledger_.added_sheets.push_back(sheet.name);
            if (sheet.name == hidden_sheet)
                book_.each_row(sheet, [&](int row, const Cells& cells) { own(row, cells); });
        }
        for (std::size_t i = 0; i < book_.sheets().size() && heads_.empty(); ++i) {
            const SheetEntry& sheet = book_.sheets()[i];
            if (sheet.hidden) continue;
            ledger_.sheet = sheet.name;
            ledger_.part = static_cast<int>(i) + 1;
            book_.each_row(sheet, [&](int row, const Cells& cells) {
                if (!heads_.empty()) office(row, cells);
                else if (row < rows_above_heads) heads(cells);
            });
        }
        ledger_.fault = book_.fault();
        if (!ledger_.fault.empty()) {
            ledger_.rows.clear();
            ledger_.added_sheets.clear();
        } else if (heads_.empty()) {
            ledger_.fault = fmt::format("没有“{}”这一栏", name_head);
        }
        return std::move(ledger_);
    }

private:
    struct Head {
        std::string text;
        const Column* column = nullptr;
    };

    /// What the program itself had in the officer's cells, from its hidden sheet. If the
    /// sheet is not there, every word of theirs was typed.
    void own(int row, const Cells& cells) {
        std::string office;
        for (const auto& [column, text] : cells) {
            if (row == 0) own_heads_[column] = column_named(text);
            else if (column == 0) office = plain_name(text);
            else if (const Column* head = own_heads_[column]; head != nullptr && head->typed)
                own_[office].*head->typed = text;
        }
    }

    void heads(const Cells& cells) {
        std::map<int, Head> heads;
        for (const auto& [column, text] : cells) {
            const std::string head(notation::without_blanks(text));
            heads[column] = {head, column_named(head)};
        }
        const auto name = std::find_if(heads.begin(), heads.end(), [](const auto& one) {
            return one.second.text == name_head;
        });
        if (name == heads.end()) return;
        heads_ = std::move(heads);
        for (const auto& [column, head] : heads_) {
            if (head.column != nullptr) ledger_.columns.emplace(head.column->head, column + 1);
            if (head.text == name_head) name_at_ = column;
        }
    }

    void office(int number, const Cells& cells) {
        TypedLedger::Row row;
        const auto name = std::find_if(cells.begin(), cells.end(),
                                       [&](const auto& cell) { return cell.first == name_at_; });
        if (name == cells.end()) return;
        row.office = notation::without_blanks(name->second);
        row.row = number + 1;
        const std::string office = plain_name(row.office);
        if (office.empty()) return;
        const auto own = own_.find(office);
        for (const auto& [column, written] : cells) {
            const auto head = heads_.find(column);
            const std::string_view text = notation::without_blanks(written);
            if (head == heads_.end() || text.empty()) continue;
            const auto& [said, known] = head->second;
            if (known == nullptr && !said.empty() && said != number_head)
                row.added.emplace_back(said, text);
            if (known != nullptr && known->typed == nullptr) of_others(*known, office, text, row);
            if (known == nullptr || known->typed == nullptr) continue;
            if (own == own_.end() || own->second.*known->typed != text)
                row.typed.*known->typed = text;
        }
        if (row.typed != OfficerColumns{} || !row.added.empty() || !row.not_read.empty())
            ledger_.rows.emplace(office, std::move(row));
    }

    void of_others(const Column& column, const std::string& office, std::string_view text,
                   TypedLedger::Row& row) const {
        const auto* head =
            std::find(std::begin(columns_of_others), std::end(columns_of_others), column.head);
        if (!shown_before_ || head == std::end(columns_of_others)) return;
        const std::optional<std::string> before = shown_before_(office, *head);
        if (!before || notation::without_blanks(*before) != text)
            row.not_read.emplace_back(*head, text);
    }

    notation::WorkbookRows book_;
    const ShownBefore& shown_before_;
    TypedLedger ledger_;
    std::map<int, const Column*> own_heads_;
    std::map<std::string, OfficerColumns> own_;  // by the office's name without blanks
    std::map<int, Head> heads_;                  // by their columns
    int name_at_ = 0;
};

}  // namespace

std::optional<Place> TypedLedger::place(const Row& of, std::string_view head) const {
    const auto column = columns.find(head);
    if (of.row == 0 || column == columns.end()) return std::nullopt;
    Place place{file, sheet, of.row, column->second};
    place.kind = Place::Kind::cell;
    place.part = part;
    return place;
}

TypedLedger read_ledger(std::string_view bytes, const std::string& name,
                        const ShownBefore& shown_before) {
    return LedgerReader(bytes, name, shown_before).read();
}

}  // namespace nianbao::desk
