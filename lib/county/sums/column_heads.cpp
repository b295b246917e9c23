// The heads of columns, from the labels that are printed on the form.
#include "compose/compose.hpp"
#include "county/sums/sheets.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::sums {
namespace {

/// The header cells of an entry, in two parts.
struct Labels {
    std::vector<int> of_row, of_column;
};

std::string text_of(const Table& table, int cell) {
    std::string text;
    for (const Text& part : table.cells[static_cast<std::size_t>(cell)].texts)
        text += to_utf8(part.text);
    return text;
}

/// A form without a head is one of sections: the first label above a cell is its
/// section's, and stands before that of its row.
Labels labels_of(const Table& table, const TableCell& cell) {
    Labels labels;
    for (const int header : cell.headers) {
        const TableCell& label = table.cells[static_cast<std::size_t>(header)];
        const bool section =
            table.head_rows == 0 && label.columns == table.columns && labels.of_column.empty();
        if (label.scope == Scope::row || section) labels.of_row.push_back(header);
        else labels.of_column.push_back(header);
    }
    return labels;
}

}  // namespace

ColumnHeads column_heads(const Form& form) {
    Report none;
    FilledForm blank{&form, std::vector<Cell>(form.entries.size()), {}};
    const Table table = compose_table(none, blank);
    std::vector<Labels> all;
    for (const Entry& entry : form.entries) {
        const auto cell =
            std::find_if(table.cells.begin(), table.cells.end(), [&](const TableCell& own) {
                return own.row == entry.row && own.column == entry.column;
            });
        all.push_back(labels_of(table, *cell));
    }
    // What heads every cell says nothing.
    const int first = all.front().of_column.empty() ? -1 : all.front().of_column.front();
    const bool shared = std::all_of(all.begin(), all.end(), [&](const Labels& own) {
        return !own.of_column.empty() && own.of_column.front() == first;
    });
    ColumnHeads heads;
    std::size_t columns = 0;
    for (Labels& own : all) {
        if (shared) own.of_column.erase(own.of_column.begin());
        heads.rows = std::max(heads.rows, static_cast<int>(own.of_row.size()));
        columns = std::max(columns, own.of_column.size());
    }
    heads.levels = heads.rows + static_cast<int>(columns);
    for (const Labels& own : all) {
        std::vector<std::string> labels(static_cast<std::size_t>(heads.levels));
        for (std::size_t i = 0; i < own.of_row.size(); ++i)
            labels[i] = text_of(table, own.of_row[i]);
        for (std::size_t i = 0; i < own.of_column.size(); ++i)
            labels[static_cast<std::size_t>(heads.rows) + i] = text_of(table, own.of_column[i]);
        heads.labels.push_back(std::move(labels));
    }
    return heads;
}

void put_heads(xlsx::Sheet& sheet, const ColumnHeads& heads, int top, int first_column) {
    const int count = static_cast<int>(heads.labels.size());
    const auto begins_page = [&](int entry) {
        return std::find(sheet.new_pages.begin(), sheet.new_pages.end(), first_column + entry) !=
               sheet.new_pages.end();
    };
    for (int level = 0; level < heads.levels; ++level) {
        const auto at = [&](int entry) -> const std::vector<std::string>& {
            return heads.labels[static_cast<std::size_t>(entry)];
        };
        const auto same = [&](int a, int b) {
            return std::equal(at(a).begin(), at(a).begin() + level + 1, at(b).begin());
        };
        for (int begin = 0, end = 0; begin < count; begin = end) {
            for (end = begin + 1; end < count && same(begin, end) && !begins_page(end);) ++end;
            const std::string& label = at(begin)[static_cast<std::size_t>(level)];
            if (label.empty()) continue;  // the one above goes on
            int last = level;
            const int bottom = (level < heads.rows ? heads.rows : heads.levels) - 1;
            while (last < bottom && at(begin)[static_cast<std::size_t>(last) + 1].empty()) ++last;
            sheet.cover({{top + level, first_column + begin}, {top + last, first_column + end - 1}},
                        xlsx::text_of(label), head_style);
        }
    }
}

}  // namespace nianbao::sums
