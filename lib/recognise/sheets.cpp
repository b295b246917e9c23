#include "recognise/sheets.hpp"

#include "recognise/labels.hpp"
#include "report/workbook.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

namespace nianbao::recognise {
namespace {

constexpr std::size_t longest_label = 200;  // bytes

bool may_be_label(const GridCell& cell) {
    return cell.content == Content::text && !cell.text().empty() &&
           cell.text().size() <= longest_label;
}

}  // namespace

Sheets::Sheets(const notation::Workbook& workbook) {
    for (const auto& part : workbook.draft.parts) {
        if (!std::holds_alternative<Grid>(part)) continue;
        const Grid& grid = std::get<Grid>(part);
        const int sheet = static_cast<int>(grids_.size());
        grids_.push_back(&grid);
        std::vector<const GridCell*>& wide = wide_.emplace_back();
        for (const GridCell& cell : grid.cells) {
            if (cell.rows > 1 || cell.columns > 1) wide.push_back(&cell);
            if (!may_be_label(cell)) continue;
            std::string plain = plain_label(cell.text());
            if (!plain.empty())
                labels_.push_back({{sheet, cell.row, cell.column}, &cell, std::move(plain)});
        }
    }
    for (const LabelCell& label : labels_) by_words_.push_back(&label);
    std::stable_sort(by_words_.begin(), by_words_.end(),
                     [](const auto* a, const auto* b) { return a->plain < b->plain; });
    for (const notation::DefinedName& name : workbook.names) {
        if (!workbook::path_of_name(name.name).empty()) names_.push_back(&name);
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [](const auto* a, const auto* b) { return a->name < b->name; });
}

const GridCell* Sheets::cell(const At& at) const {
    if (at.sheet < 0 || at.sheet >= count()) return nullptr;
    const std::vector<GridCell>& cells = grids_[at.sheet]->cells;
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), at, [](const GridCell& cell, const At& sought) {
            return std::tie(cell.row, cell.column) < std::tie(sought.row, sought.column);
        });
    if (found != cells.end() && found->row == at.row && found->column == at.column) return &*found;
    for (const GridCell* cell : wide_[at.sheet]) {
        if (cell->row <= at.row && at.row < cell->row + cell->rows && cell->column <= at.column &&
            at.column < cell->column + cell->columns)
            return cell;
    }
    return nullptr;
}

std::string_view Sheets::text(const At& at) const {
    const GridCell* found = cell(at);
    return found == nullptr ? std::string_view() : std::string_view(found->text());
}

bool Sheets::joined(const At& at) const {
    const GridCell* found = cell(at);
    return found != nullptr && (found->row != at.row || found->column != at.column);
}

std::span<const LabelCell* const> Sheets::labelled(std::string_view plain) const {
    const auto first = std::lower_bound(
        by_words_.begin(), by_words_.end(), plain,
        [](const LabelCell* label, std::string_view words) { return label->plain < words; });
    auto last = first;
    while (last != by_words_.end() && (*last)->plain == plain) ++last;
    return {first, last};
}

const notation::DefinedName* Sheets::named(std::string_view path) const {
    const std::string name = workbook::defined_name(path);
    const auto found = std::lower_bound(
        names_.begin(), names_.end(), name,
        [](const auto* one, const std::string& sought) { return one->name < sought; });
    return found == names_.end() || (*found)->name != name ? nullptr : *found;
}

}  // namespace nianbao::recognise
