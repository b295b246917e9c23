#include "compose/compose.hpp"

#include "compose/line.hpp"
#include "text/names/name_breaks.hpp"
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
    for (char32_t c : to_utf32(box.text)) {
        if (c == U'|') cell.breaks.push_back({static_cast<int>(text.text.size()), Sense::good});
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
    const Span from{field_path(form, entry.field), 0, 0};
    cell.texts.push_back({to_utf32(filled.printed()), from});
    if (!filled.remark.empty()) {
        std::u32string remark = to_utf32(filled.remark);
        if (remark.front() != U'（') remark = U"（" + remark + U"）";
        const int before = static_cast<int>(cell.texts.front().text.size());
        cell.breaks.push_back({before, Sense::best});
        for (const Break& inside : phrase_breaks(remark))
            cell.breaks.push_back({before + inside.at, inside.sense});
        cell.texts.push_back({std::move(remark), from, TextRole::remark});
    }
    return cell;
}

/// Each line of the note is one, the first of them marked.
std::vector<Inline> notes_of(const Report& report, const FilledForm& filled) {
    std::vector<Inline> notes;
    const std::string field = std::string(filled.form->key) + ".note";
    const std::u32string note = to_utf32(filled.note);
    each_line(note, [&](std::u32string_view line, int offset) {
        const std::u32string_view mark = offset == 0 ? U"注：" : U"";
        const ComposedLine composed = compose_line(report, line, offset, mark);
        if (!composed.text.empty()) notes.push_back(inline_of(composed, field));
    });
    return notes;
}

}  // namespace

Table compose_table(const Report& report, const FilledForm& filled) {
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
    for (const Entry& entry : form.entries)
        stands.push_back({entry.row, entry.column, stands.size()});
    std::sort(stands.begin(), stands.end(), [](const Stand& a, const Stand& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    table.cells.reserve(stands.size());
    for (const Stand& stand : stands) {
        const std::size_t boxes = form.boxes.size();
        if (stand.index < boxes) table.cells.push_back(label_cell(form.boxes[stand.index]));
        else
            table.cells.push_back(filled_cell(form, form.entries[stand.index - boxes],
                                              filled.cells[stand.index - boxes]));
    }
    find_headers(table);
    table.notes = notes_of(report, filled);
    return table;
}

}  // namespace nianbao
