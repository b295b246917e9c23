// A workbook: hidden sheets, rows and columns, and notes on cells.
#include "notation/xlsx/workbook.hpp"

#include "notation/xlsx/cell_notes.hpp"
#include "notation/xlsx/parts.hpp"
#include "publish/look.hpp"
#include "publish/rules.hpp"
#include "report/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace nianbao::publish {
namespace {

using notation::Grid;
using notation::GridCell;

/// The sheet in which our workbooks keep their keys.
bool is_our_own(const Grid& grid) {
    const GridCell* first = grid.at(0, 0);
    return grid.name == workbook::sheet_name(workbook::Sheet::hidden) && first != nullptr &&
           first->text() == workbook::key_layout;
}

std::string column_letters(int column) {
    Place place;
    place.row = 1;
    place.column = column + 1;
    std::string letters = cell_address(place);
    letters.pop_back();
    return letters;
}

/// Rows or columns that follow one another, told once.
void tell_lines(const notation::Workbook& book, const std::map<int, const GridCell*>& lines,
                bool rows, Look& look) {
    for (auto at = lines.begin(); at != lines.end();) {
        auto last = at;
        for (auto next = std::next(at); next != lines.end() && next->first == last->first + 1;
             ++next)
            last = next;
        const auto named = [&](int line) {
            return rows ? std::to_string(line + 1) : column_letters(line);
        };
        Place place = book.draft.source.place_of(at->second->placed.begin);
        place.character = place.length = 0;
        look.tell(rule("G-03"), std::move(place),
                  fmt::format(
                      "{}{}{}是隐藏的，里面有{}", rows ? "第" : "",
                      at == last ? named(at->first) : named(at->first) + "至" + named(last->first),
                      rows ? "行" : "列", in_quotes(at->second->text())));
        at = std::next(last);
    }
}

/// A row is hidden if no cell of it is seen; what else is hidden stands in hidden
/// columns.
void look_at_cells(const notation::Workbook& book, const Grid& grid, Look& look) {
    std::set<int> seen_rows;
    for (const GridCell& cell : grid.cells) {
        if (!cell.placed.blank() && !cell.hidden) seen_rows.insert(cell.row);
    }
    std::map<int, const GridCell*> rows, columns;
    for (const GridCell& cell : grid.cells) {
        if (cell.placed.blank() || !cell.hidden) continue;
        if (seen_rows.contains(cell.row)) columns.emplace(cell.column, &cell);
        else rows.emplace(cell.row, &cell);
    }
    tell_lines(book, rows, true, look);
    tell_lines(book, columns, false, look);
}

void look_at_sheets(const notation::Workbook& book, Look& look) {
    for (const auto& part : book.draft.parts) {
        const auto* grid = std::get_if<Grid>(&part);
        if (grid == nullptr || is_our_own(*grid)) continue;
        if (!grid->hidden) {
            look_at_cells(book, *grid, look);
            continue;
        }
        const auto first = std::find_if(grid->cells.begin(), grid->cells.end(),
                                        [](const GridCell& cell) { return !cell.placed.blank(); });
        if (first == grid->cells.end()) continue;
        Place place = book.draft.source.place_of(first->placed.begin);
        place.character = place.length = 0;
        look.tell(rule("G-03"), std::move(place),
                  fmt::format("工作表{}是隐藏的，里面有{}", in_quotes(grid->name),
                              in_quotes(first->text())));
    }
}

void look_at_notes(notation::OfficeFile& file, Look& look) {
    for (notation::CellNoteRead& note : notation::read_cell_notes(file)) {
        note.place.file = look.name;
        look.tell(rule("G-02"), std::move(note.place),
                  fmt::format("这里有批注{}", in_quotes(note.text)),
                  "照批注改好以后，在“审阅”里删去全部批注，再存一份");
    }
}

}  // namespace

void look_at_workbook(Look& look) {
    notation::ReadWorkbook read = notation::read_workbook(look.bytes, look.name);
    if (!read.workbook) return look.tell(rule("G-07"), fmt::format("{}，没有看", read.fault));
    look_at_sheets(*read.workbook, look);
    notation::OfficeFile file(look.bytes);
    look_at_notes(file, look);
    look_at_parts(file, look);
    tell_signers(read.workbook->draft, look);
    look.source = std::move(read.workbook->draft.source);
}

}  // namespace nianbao::publish
