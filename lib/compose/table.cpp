#include "compose/compose.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace nianbao {
namespace {

TableCell label_cell(const Box& box) {
    TableCell cell;
    cell.row = box.row;
    cell.column = box.column;
    cell.rows = box.rows;
    cell.columns = box.columns;
    cell.label = true;
    cell.scope = box.scope;
    Text text;
    text.font = FontRole::table;
    for (char32_t c : to_utf32(box.text)) {
        if (c == U'|') cell.breaks.push_back(static_cast<int>(text.text.size()));
        else text.text += c;
    }
    cell.texts.push_back(std::move(text));
    return cell;
}

TableCell filled_cell(const Form& form, const Entry& entry, const Cell& filled) {
    TableCell cell;
    cell.row = entry.row;
    cell.column = entry.column;
    cell.rows = entry.rows;
    cell.columns = entry.columns;
    cell.texts.push_back({FontRole::table, to_utf32(filled.printed()), {field_path(form, entry.field), 0, 0}});
    if (!filled.remark.empty()) {
        const std::u32string remark = to_utf32(filled.remark);
        cell.breaks.push_back(static_cast<int>(cell.texts.front().text.size()));
        cell.texts.push_back({FontRole::table, remark.front() == U'（' ? remark : U"（" + remark + U"）", cell.texts.front().from});
    }
    return cell;
}

}  // namespace

Table compose_table(const FilledForm& filled) {
    const Form& form = *filled.form;
    Table table;
    table.key = form.key;
    table.name = form.name;
    table.rows = form.rows;
    table.columns = form.columns;
    table.head_rows = form.head_rows;
    // Row by row: put in order before they are made, as a cell is dear to move.
    struct Stand {
        int row, column;
        std::size_t index;  // a box, or behind them an entry
    };
    std::vector<Stand> stands;
    stands.reserve(form.boxes.size() + form.entries.size());
    for (const Box& box : form.boxes) stands.push_back({box.row, box.column, stands.size()});
    for (const Entry& entry : form.entries) stands.push_back({entry.row, entry.column, stands.size()});
    std::sort(stands.begin(), stands.end(), [](const Stand& a, const Stand& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    table.cells.reserve(stands.size());
    for (const Stand& stand : stands) {
        const std::size_t boxes = form.boxes.size();
        if (stand.index < boxes) table.cells.push_back(label_cell(form.boxes[stand.index]));
        else table.cells.push_back(filled_cell(form, form.entries[stand.index - boxes], filled.cells[stand.index - boxes]));
    }
    return table;
}

}  // namespace nianbao
