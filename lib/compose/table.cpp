#include "compose/compose.hpp"

#include "text/utf8.hpp"

#include <algorithm>

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
    const std::string path = field_path(form, entry.field);
    const auto put = [&](std::u32string text) { cell.texts.push_back({FontRole::table, std::move(text), {path, 0, 0}}); };
    put(to_utf32(filled.printed()));
    if (!filled.remark.empty()) {
        const std::u32string remark = to_utf32(filled.remark);
        cell.breaks.push_back(static_cast<int>(cell.texts.front().text.size()));
        put(remark.front() == U'（' ? remark : U"（" + remark + U"）");
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
    for (const Box& box : form.boxes) table.cells.push_back(label_cell(box));
    for (std::size_t i = 0; i < form.entries.size(); ++i) table.cells.push_back(filled_cell(form, form.entries[i], filled.cells[i]));
    std::sort(table.cells.begin(), table.cells.end(),
              [](const TableCell& a, const TableCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    return table;
}

}  // namespace nianbao
