#include "county/desk/reading/table.hpp"

#include "notation/bytes.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "notation/xlsx/workbook.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace nianbao::desk {
namespace {

constexpr std::size_t rows_above_heads = 10;

/// All rows of a grid or text, before anybody knows which are heads.
using Rows = std::vector<std::vector<TableCell>>;

std::string_view first_line(std::string_view text) {
    return text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
}

/// RFC 4180, with any of the separators. A quotation mark within an unquoted field is a
/// character like others.
Rows rows_of(const Source& source, char separator) {
    const std::string_view text = source.text();
    Rows rows;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<TableCell> row;
        for (bool more = true; more;) {
            TableCell cell;
            const std::size_t begin = at;
            if (at < text.size() && text[at] == '"') {
                for (++at; at < text.size(); ++at) {
                    if (text[at] != '"') cell.text += text[at];
                    else if (at + 1 < text.size() && text[at + 1] == '"') cell.text += text[at++];
                    else break;
                }
                at = std::min(at + 1, text.size());
            }
            while (at < text.size() && text[at] != separator && text[at] != '\r' &&
                   text[at] != '\n')
                cell.text += text[at++];
            cell.text = notation::without_blanks(cell.text);
            cell.place = source.place_between(static_cast<int>(begin), static_cast<int>(at));
            row.push_back(std::move(cell));
            more = at < text.size() && text[at] == separator;
            if (more) ++at;
        }
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size() && text[at] == '\n') ++at;
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows rows_of(const notation::Grid& grid, const Source& source) {
    Rows rows(static_cast<std::size_t>(grid.rows));
    for (std::vector<TableCell>& row : rows) row.resize(static_cast<std::size_t>(grid.columns));
    for (const notation::GridCell& cell : grid.cells) {
        TableCell& own =
            rows[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
        own.text = notation::without_blanks(cell.text());
        own.place = source.place_of(cell.placed.begin);
        own.place.character = own.place.length = 0;
    }
    return rows;
}

bool blank(const std::vector<TableCell>& row) {
    return std::all_of(row.begin(), row.end(), [](const TableCell& c) { return c.text.empty(); });
}

/// Moves the rows into a table, if one of the first has a needed head.
std::optional<Table> table_of(Rows rows, std::span<const std::string_view> needed) {
    const auto is_needed = [&](const TableCell& cell) {
        return std::find(needed.begin(), needed.end(), cell.text) != needed.end();
    };
    const auto end = rows.begin() + std::ssize(rows.size() < rows_above_heads
                                                   ? std::span(rows)
                                                   : std::span(rows).first(rows_above_heads));
    const auto heads = std::find_if(rows.begin(), end, [&](const std::vector<TableCell>& row) {
        return std::any_of(row.begin(), row.end(), is_needed);
    });
    if (heads == end) return std::nullopt;
    Table table;
    table.heads = std::move(*heads);
    for (auto row = heads + 1; row != rows.end(); ++row) {
        if (blank(*row)) continue;
        row->resize(table.heads.size());
        table.rows.push_back(std::move(*row));
    }
    return table;
}

std::string lacks(std::span<const std::string_view> needed) {
    return fmt::format("没有“{}”这一栏", needed.front());
}

}  // namespace

bool is_table(std::string_view bytes, std::string_view name) {
    if (notation::is_workbook(bytes, name)) return true;
    if (notation::foreign_kind(bytes, name) != nullptr) return false;
    if (has_ending(small_letters(std::string(name)), ".csv") || has_ending(name, ".tsv"))
        return true;
    const std::string text =
        notation::text_of(bytes.substr(0, notation::telling_bytes)).value_or(std::string());
    const std::string_view line = first_line(text);
    return line.find("单位全称") != line.npos && line.find_first_of(",\t;") != line.npos;
}

ReadTable read_table(std::string_view bytes, const std::string& name,
                     std::span<const std::string_view> needed) {
    if (!notation::is_workbook(bytes, name)) {
        std::optional<std::string> text = notation::text_of(bytes);
        if (!text) return {{}, "不是文本"};
        Source source(name, std::string(notation::without_mark(*text)));
        for (const char separator : {',', '\t', ';'}) {
            std::optional<Table> table = table_of(rows_of(source, separator), needed);
            if (!table) continue;
            table->source = std::move(source);
            return {std::move(table), {}};
        }
        return {{}, lacks(needed)};
    }
    notation::ReadWorkbook read = notation::read_workbook(bytes, name);
    if (!read.workbook) return {{}, std::move(read.fault)};
    notation::Draft& draft = read.workbook->draft;
    for (const auto& part : draft.parts) {
        const auto* grid = std::get_if<notation::Grid>(&part);
        if (grid == nullptr || grid->hidden) continue;
        std::optional<Table> table = table_of(rows_of(*grid, draft.source), needed);
        if (!table) continue;
        table->source = std::move(draft.source);
        return {std::move(table), {}};
    }
    return {{}, lacks(needed)};
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const auto add = [&](std::string_view word) {
        word = notation::without_blanks(word);
        if (!word.empty()) words.emplace_back(word);
    };
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        for (const std::string_view mark : {"、", "，", "；", ",", ";", "/", "\n", "\r"}) {
            if (text.substr(at).starts_with(mark)) length = mark.size();
        }
        if (length == 0) {
            ++at;
            continue;
        }
        add(text.substr(from, at - from));
        at += length;
        from = at;
    }
    add(text.substr(from));
    return words;
}

}  // namespace nianbao::desk
