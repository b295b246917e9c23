#include "recognise/printed/printed.hpp"

#include "recognise/printed/lined_tables.hpp"
#include "recognise/printed/page_frames.hpp"
#include "recognise/printed/paragraphs.hpp"
#include "recognise/printed/text_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::recognise {
namespace {

using notation::Content;
using notation::DraftParagraph;
using notation::Grid;
using notation::GridCell;

/// The form's words where its line stands: these may be broken there, or parted.
notation::PlacedText label_at(const LinedCell& cell) {
    notation::PlacedText placed = notation::placed(cell.label, cell.begin);
    placed.end = cell.end;
    return placed;
}

Grid grid_of(const LinedTable& table, std::string_view text) {
    Grid grid;
    grid.rows = table.form->rows;
    grid.columns = table.form->columns;
    for (const LinedCell& own : table.cells) {
        GridCell& cell = grid.cells.emplace_back();
        cell.row = own.row;
        cell.column = own.column;
        cell.rows = own.rows;
        cell.columns = own.columns;
        cell.placed = own.label.empty()
                          ? notation::placed(text.substr(own.begin, own.end - own.begin), own.begin)
                          : label_at(own);
        if (own.unparted) cell.content = Content::unparted;
    }
    return grid;
}

/// The table whose lines begin there; nullptr: none does.
const LinedTable* table_at(const std::vector<LinedTable>& tables, int line) {
    const auto found = std::find_if(tables.begin(), tables.end(), [line](const LinedTable& table) {
        return table.first == line;
    });
    return found == tables.end() ? nullptr : &*found;
}

std::vector<OtherLine> others_of(const std::vector<LinedTable>& tables,
                                 const std::vector<TextLine>& lines, std::string_view text) {
    std::vector<OtherLine> others;
    for (const LinedTable& table : tables) {
        for (const int at : table.others) {
            const TextLine& line = lines[at];
            const std::size_t first =
                std::min(text.find_first_not_of(" \t", line.begin), text.size());
            others.push_back({words_of(text.substr(line.begin, line.end - line.begin)),
                              std::min(static_cast<int>(first), line.end), line.end,
                              line.page + 1});
        }
    }
    return others;
}

}  // namespace

PrintedText draft_of_text(Source source) {
    PrintedText printed{{std::move(source), {}}, {}, {}};
    notation::Draft& draft = printed.draft;
    const std::string_view text = draft.source.text();
    const std::vector<TextLine> lines = text_lines(text);
    const std::vector<LinedTable> tables = lined_tables(text, lines, Columns::unknown);
    printed.others = others_of(tables, lines, text);
    for (int i = 0; i < std::ssize(lines); ++i) {
        const TextLine& line = lines[i];
        const LinedTable* table = table_at(tables, i);
        if (table == nullptr) {
            DraftParagraph paragraph;
            paragraph.placed =
                notation::placed(text.substr(line.begin, line.end - line.begin), line.begin);
            draft.parts.emplace_back(std::move(paragraph));
            continue;
        }
        draft.parts.emplace_back(grid_of(*table, text));
        i = table->last - 1;
    }
    return printed;
}

PrintedText draft_of_printed(std::string file, std::string_view text) {
    std::vector<TextLine> lines = text_lines(text);
    PrintedText printed;
    printed.heads = leave_page_frames(text, lines);
    const std::vector<LinedTable> tables = lined_tables(text, lines, Columns::aligned);
    std::vector<bool> in_table(lines.size(), false);
    printed.others = others_of(tables, lines, text);
    for (const LinedTable& table : tables)
        std::fill(in_table.begin() + table.first, in_table.begin() + table.last, true);
    const std::vector<bool> begins = paragraph_begins(text, lines, in_table);
    notation::DraftBuilder builder(std::move(file), std::string(text));
    std::string paragraph;
    const auto put_paragraph = [&] {
        if (!paragraph.empty()) builder.paragraph(paragraph);
        paragraph.clear();
    };
    for (int i = 0; i < std::ssize(lines); ++i) {
        if (const LinedTable* table = table_at(tables, i)) {
            put_paragraph();
            builder.table();
            for (const LinedCell& own : table->cells) {
                const std::string_view read = text.substr(own.begin, own.end - own.begin);
                const std::string shown = own.unparted ? words_of(read) : unspaced(read);
                GridCell& cell =
                    builder.cell(own.row, own.column, own.label.empty() ? shown : own.label,
                                 own.rows, own.columns);
                if (own.unparted) cell.content = Content::unparted;
            }
        }
        if (in_table[i]) continue;
        if (begins[i]) put_paragraph();
        join_line(paragraph, text.substr(lines[i].begin, lines[i].end - lines[i].begin));
    }
    put_paragraph();
    printed.draft = builder.finish();
    return printed;
}

}  // namespace nianbao::recognise
