#include "notation/html/layout_tables.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::notation {
namespace {

/// What a cell shows beside the tables in it: a line for each paragraph.
std::string text_of(const WebCell& cell) {
    std::string text;
    bool first = true;
    for (const WebBlock& block : cell.blocks) {
        const auto* paragraph = std::get_if<WebParagraph>(&block);
        if (paragraph == nullptr) continue;
        if (!first) text += '\n';
        first = false;
        text.append(paragraph->number).append(paragraph->text);
    }
    return text;
}

bool holds_table(const WebCell& cell) {
    return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const WebBlock& block) {
        return std::holds_alternative<std::unique_ptr<WebTable>>(block);
    });
}

int bytes_of(const WebCell& cell) {
    int bytes = 0;
    for (const WebBlock& block : cell.blocks) {
        if (const auto* paragraph = std::get_if<WebParagraph>(&block))
            bytes += static_cast<int>(paragraph->text.size());
    }
    return bytes;
}

}  // namespace

bool only_arranges(const WebTable& table) {
    constexpr int short_text = 120, long_text = 900;  // bytes, three to a character
    constexpr int few = 12;
    int short_cells = 0, most_in_row = 0;
    bool arranges = false;
    for (const std::vector<WebCell>& row : table.rows) {
        int in_row = 0;
        for (const WebCell& cell : row) {
            if (cell.hidden) continue;
            const int bytes = bytes_of(cell);
            const bool table_in_it = holds_table(cell);
            if (bytes > 0 || table_in_it) ++in_row;
            if (bytes > 0 && bytes <= short_text) ++short_cells;
            if (bytes > long_text || table_in_it) arranges = true;
        }
        most_in_row = std::max(most_in_row, in_row);
    }
    return most_in_row < 2 || (arranges && short_cells < few);
}

void add_table(const WebTable& table, DraftBuilder& draft) {
    draft.table(table.box);
    // Of each column: the row up to which a cell of a row above goes.
    std::vector<int> taken(most_table_columns, 0);
    const int rows = static_cast<int>(table.rows.size());
    for (int row = 0; row < rows; ++row) {
        int column = 0;
        for (const WebCell& cell : table.rows[row]) {
            if (cell.hidden) continue;
            while (column < most_table_columns && taken[column] > row) ++column;
            if (column == most_table_columns) break;
            int columns = 1;
            while (columns < cell.columns && column + columns < most_table_columns &&
                   taken[column + columns] <= row)
                ++columns;
            const int below = rows - row;
            const int own = cell.rows == 0 ? below : std::min(cell.rows, below);
            draft.cell(row, column, text_of(cell), own, columns);
            std::fill_n(taken.begin() + column, columns, row + own);
            column += columns;
        }
    }
    for (const std::vector<WebCell>& row : table.rows) {
        for (const WebCell& cell : row) {
            for (const WebBlock& block : cell.blocks) {
                if (const auto* within = std::get_if<std::unique_ptr<WebTable>>(&block))
                    add_table(**within, draft);
            }
        }
    }
}

}  // namespace nianbao::notation
