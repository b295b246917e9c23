#include "typeset/table.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao {
namespace {

/// The least width of a column of counts: six digits.
Length six_digits(Length size) { return size * 3 + cell_padding(size) * 2; }

struct Columns {
    const Table& table;
    std::span<const CellText> texts;
    Length size;
    std::vector<Length> widths;
    std::vector<const CellText*> longer;  // the cells that may take more than one line
    std::vector<int> rows;                // lines of each, while they are counted

    Length sum() const { return std::accumulate(widths.begin(), widths.end(), Length{}); }

    Length width_of(const TableCell& cell) const {
        Length width;
        for (int c = cell.column; c < cell.column + cell.columns; ++c) width += widths[static_cast<std::size_t>(c)];
        return width;
    }

    /// The lines that a cell takes at its columns' widths.
    int lines(const CellText& text) const {
        const Length room = width_of(*text.cell) - cell_padding(size) * 2;
        int lines = 1;
        Length used;
        for (const Length piece : text.pieces) {
            if (used > Length{} && used + piece > room) {
                ++lines;
                used = {};
            }
            used += piece;
        }
        return lines;
    }

    /// Looks for the cells that take more than one line at the columns' widths, which must not get narrower from here on: no other cell ever will, and
    /// lines are counted very often.
    void look_for_longer() {
        for (const CellText& text : texts) {
            if (lines(text) > 1) longer.push_back(&text);
        }
    }

    /// Lines of the tallest cell of each row, added up; cells over several rows count where the rows are too few for them.
    int total_lines() {
        rows.assign(static_cast<std::size_t>(table.rows), 1);
        for (const CellText* text : longer) {
            if (text->cell->rows == 1) {
                int& row = rows[static_cast<std::size_t>(text->cell->row)];
                row = std::max(row, lines(*text));
            }
        }
        int total = std::accumulate(rows.begin(), rows.end(), 0);
        for (const CellText* text : longer) {
            if (text->cell->rows == 1) continue;
            const auto first = rows.begin() + text->cell->row;
            total += std::max(0, lines(*text) - std::accumulate(first, first + text->cell->rows, 0));
        }
        return total;
    }

    /// Moves the least width that saves lines from one column to another; false where none does. No column gets narrower than `least`.
    bool shift(int from, int to, Length step, std::span<const Length> least) {
        Length &giver = widths[static_cast<std::size_t>(from)], &taker = widths[static_cast<std::size_t>(to)];
        const int before = total_lines();
        for (Length moved = step; giver - moved >= least[static_cast<std::size_t>(from)]; moved += step) {
            giver -= moved;
            taker += moved;
            if (total_lines() < before) return true;
            giver += moved;
            taker -= moved;
        }
        return false;
    }

    /// Makes the columns of a cell wide enough for its widest piece.
    void make_room(const CellText& text) {
        Length need = cell_padding(size) * 2;
        if (!text.pieces.empty()) need += *std::max_element(text.pieces.begin(), text.pieces.end());
        const Length lacking = need - width_of(*text.cell);
        if (lacking <= Length{}) return;
        const int n = text.cell->columns;
        for (int c = 0; c < n; ++c) widths[static_cast<std::size_t>(text.cell->column + c)] += lacking / n + Length{c < lacking.units % n ? 1 : 0};
    }
};

/// Shares `room` equally among some columns, to the last unit.
void share(std::vector<Length>& widths, const std::vector<int>& among, Length room) {
    const auto n = static_cast<std::int64_t>(among.size());
    for (std::int64_t i = 0; i < n; ++i)
        widths[static_cast<std::size_t>(among[static_cast<std::size_t>(i)])] += Length{room.units / n + (i < room.units % n ? 1 : 0)};
}

}  // namespace

std::vector<Length> column_widths(const Table& table, std::span<const CellText> texts, Length size, Length width) {
    Columns columns{table, texts, size, std::vector<Length>(static_cast<std::size_t>(table.columns)), {}, {}};

    // The least that every cell needs, those of one column first.
    for (const bool single : {true, false}) {
        for (const CellText& text : texts) {
            if ((text.cell->columns == 1) == single) columns.make_room(text);
        }
    }
    if (columns.sum() > width) return {};

    // Room for six digits in the columns of counts, as far as there is any.
    std::vector<int> counts;
    for (int c = 0; c < table.columns; ++c) {
        const bool filled = std::any_of(texts.begin(), texts.end(), [&](const CellText& t) { return !t.cell->label && t.cell->column == c; });
        if (filled) counts.push_back(c);
    }
    Length wanted;
    const Length comfortable = six_digits(size);
    const auto lacking = [&](int c) { return std::max(Length{}, comfortable - columns.widths[static_cast<std::size_t>(c)]); };
    for (int c : counts) wanted += lacking(c);
    const Length room = width - columns.sum();
    if (wanted > Length{} && wanted <= room) {
        for (int c : counts) columns.widths[static_cast<std::size_t>(c)] += lacking(c);
    } else if (wanted > Length{}) {
        for (int c : counts) columns.widths[static_cast<std::size_t>(c)] += Length{lacking(c).units * (room.units / 1024) / (wanted.units / 1024 + 1)};
    }

    const std::vector<Length> least = columns.widths;
    columns.look_for_longer();

    // Then where a little width saves the most lines.
    const Length step = size / 2;
    for (bool gained = true; gained;) {
        gained = false;
        const int before = columns.total_lines();
        int best_column = -1;
        Length best_extra;
        double best_gain = 0;
        for (int c = 0; c < table.columns; ++c) {
            Length& own = columns.widths[static_cast<std::size_t>(c)];
            const Length was = own;
            const Length free = width - columns.sum();
            for (Length extra = step; extra <= free; extra += step) {
                own = was + extra;
                const double gain = static_cast<double>(before - columns.total_lines()) / static_cast<double>(extra.units);
                if (gain > best_gain) {
                    best_gain = gain;
                    best_column = c;
                    best_extra = extra;
                }
            }
            own = was;
        }
        if (best_column >= 0) {
            columns.widths[static_cast<std::size_t>(best_column)] += best_extra;
            gained = true;
        }
    }

    // And where width taken from one column saves more in another: what is spent on one long remark may be missing for three headings.
    for (bool gained = true; gained;) {
        gained = false;
        for (int from = 0; from < table.columns; ++from) {
            for (int to = 0; to < table.columns; ++to) {
                if (from != to && columns.shift(from, to, step, least)) gained = true;
            }
        }
    }

    // What is left makes the whole airy: in proportion where no cell is broken into lines, else for the counts.
    const Length left = width - columns.sum();
    const bool broken = std::any_of(texts.begin(), texts.end(), [&](const CellText& t) { return columns.lines(t) > 1; });
    if (broken && !counts.empty()) {
        share(columns.widths, counts, left);
    } else {
        const double factor = static_cast<double>(width.units) / static_cast<double>(columns.sum().units);
        for (Length& own : columns.widths) own.units = static_cast<std::int64_t>(static_cast<double>(own.units) * factor);
        columns.widths.back() += width - columns.sum();
    }
    return columns.widths;
}

}  // namespace nianbao
