#include "outline/columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace nianbao {
namespace {

/// The least width of a column of counts: six digits.
Length six_digits(Length size) { return size * 3 + size * 3 / 5; }

/// One of `n` equal parts of a length, to the last unit.
Length part(Length whole, std::int64_t i, std::int64_t n) {
    return Length{whole.units / n + (i < whole.units % n ? 1 : 0)};
}

/// A cell of several pieces; any other takes one line whatever its width.
struct Breakable {
    const CellPieces* text;
    Length whole;   // of all its pieces
    int lines = 1;  // that it takes at its columns' widths
};

class Columns {
public:
    Columns(const Table& table, std::span<const CellPieces* const> texts, Length size)
        : size_(size), widths_(table.columns), over_(widths_.size()), rows_(table.rows) {
        for (const CellPieces* text : texts) {
            if (text->pieces.size() < 2) continue;
            for (int c = text->cell->column; c < text->cell->column + text->cell->columns; ++c)
                over_[c].push_back(breakable_.size());
            breakable_.push_back(
                {text, std::accumulate(text->pieces.begin(), text->pieces.end(), Length{})});
        }
        for (Breakable& cell : breakable_) cell.lines = lines(cell);
    }

    const std::vector<Length>& widths() const { return widths_; }
    Length sum() const { return std::accumulate(widths_.begin(), widths_.end(), Length{}); }
    bool any_broken() const {
        return std::any_of(breakable_.begin(), breakable_.end(),
                           [](const Breakable& cell) { return cell.lines > 1; });
    }

    /// Makes a column so much wider, or narrower.
    void widen(int column, Length by) {
        if (by == Length{}) return;
        widths_[column] += by;
        for (const std::size_t i : over_[column]) {
            Breakable& cell = breakable_[i];
            if (cell.lines == 1 && by > Length{}) continue;
            const int had = std::exchange(cell.lines, lines(cell));
            if (cell.lines != had) counted_ = false;
        }
    }

    /// The lines of the tallest cell of each row, added up. A cell over several rows
    /// counts if it has more lines than they.
    int total_lines() {
        if (!counted_) total_ = count_lines();
        counted_ = true;
        return total_;
    }

    /// True if a wider column may save lines: a cell over it has several, and is not over
    /// `from`, which would give the width.
    bool may_gain(int column, int from = -1) const {
        const auto& cells = over_[column];
        return std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) {
            const TableCell& of = *breakable_[cell].text->cell;
            return breakable_[cell].lines > 1 &&
                   (from < of.column || from >= of.column + of.columns);
        });
    }

    /// Moves the least width that saves lines from one column to another. False if none
    /// does. No column gets narrower than `least`.
    bool shift(int from, int to, Length step, std::span<const Length> least) {
        if (!may_gain(to, from)) return false;
        const Length had = widths_[from];
        const int before = total_lines();
        Length given;
        for (Length moved = step; had - moved >= least[from]; moved += step) {
            widen(from, -step);
            widen(to, step);
            given = moved;
            if (total_lines() < before) return true;
        }
        widen(from, given);
        widen(to, -given);
        return false;
    }

    /// Makes columns equally wide, without more lines; if some need their width, the
    /// others. No column gets narrower than `least`.
    void level(std::vector<int> among, std::span<const Length> least) {
        std::stable_sort(among.begin(), among.end(),
                         [this](int a, int b) { return widths_[a] < widths_[b]; });
        while (among.size() > 1 && !make_equal(among, least)) among.pop_back();
    }

    /// Makes the columns of a cell wide enough for its widest piece.
    void make_room(const CellPieces& text) {
        Length need = text.padding * 2;
        if (!text.pieces.empty()) need += *std::max_element(text.pieces.begin(), text.pieces.end());
        const Length lacking = need - width_of(*text.cell);
        if (lacking <= Length{}) return;
        const int n = text.cell->columns;
        for (int c = 0; c < n; ++c) widen(text.cell->column + c, part(lacking, c, n));
    }

private:
    bool make_equal(std::span<const int> among, std::span<const Length> least) {
        const std::vector<Length> had = widths_;
        const int lines_before = total_lines();
        const std::int64_t n = std::ssize(among);
        Length all;
        for (const int c : among) all += had[c];
        for (std::int64_t i = 0; i < n; ++i) {
            if (part(all, i, n) < least[among[i]]) return false;
        }
        for (std::int64_t i = 0; i < n; ++i) widen(among[i], part(all, i, n) - had[among[i]]);
        if (total_lines() <= lines_before) return true;
        for (const int c : among) widen(c, had[c] - widths_[c]);
        return false;
    }

    int count_lines() {
        std::fill(rows_.begin(), rows_.end(), 1);
        for (const Breakable& cell : breakable_) {
            if (cell.text->cell->rows == 1) {
                int& row = rows_[cell.text->cell->row];
                row = std::max(row, cell.lines);
            }
        }
        int total = std::accumulate(rows_.begin(), rows_.end(), 0);
        for (const Breakable& cell : breakable_) {
            if (cell.text->cell->rows == 1) continue;
            const auto first = rows_.begin() + cell.text->cell->row;
            total +=
                std::max(0, cell.lines - std::accumulate(first, first + cell.text->cell->rows, 0));
        }
        return total;
    }

    Length width_of(const TableCell& cell) const {
        const auto first = widths_.begin() + cell.column;
        return std::accumulate(first, first + cell.columns, Length{});
    }

    int lines(const Breakable& cell) const {
        const Length room = width_of(*cell.text->cell) - cell.text->padding * 2;
        return cell.whole <= room ? 1 : lines_of(*cell.text, room);
    }

    Length size_;
    std::vector<Length> widths_;
    std::vector<Breakable> breakable_;
    std::vector<std::vector<std::size_t>> over_;  // for each column the breakable cells over it
    std::vector<int> rows_;
    int total_ = 0;         // total_lines()
    bool counted_ = false;  // total_ is right: no cell has come to other lines since
};

}  // namespace

Length cell_padding(const TableCell& cell, Length size, bool landscape) {
    const bool clear = cell.label && cell.scope != Scope::column && !landscape;
    return clear ? size * 7 / 16 : size * 3 / 10;
}

int lines_of(const CellPieces& text, Length room) {
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

std::vector<Length> column_widths(const Table& table, std::span<const CellPieces* const> texts,
                                  Length size, Length width) {
    Columns columns(table, texts, size);

    // The least that every cell needs, those of one column first.
    for (const bool single : {true, false}) {
        for (const CellPieces* text : texts) {
            if ((text->cell->columns == 1) == single) columns.make_room(*text);
        }
    }
    if (columns.sum() > width) return {};

    // Room for six digits in the columns of counts, as far as there is any.
    std::vector<int> counts;
    for (int c = 0; c < table.columns; ++c) {
        const bool filled = std::any_of(texts.begin(), texts.end(), [&](const CellPieces* t) {
            return !t->cell->label && t->cell->column == c;
        });
        if (filled) counts.push_back(c);
    }
    Length wanted;
    const Length comfortable = six_digits(size);
    const auto lacking = [&](int c) {
        return std::max(Length{}, comfortable - columns.widths()[c]);
    };
    for (int c : counts) wanted += lacking(c);
    const Length room = width - columns.sum();
    if (wanted > Length{} && wanted <= room) {
        for (int c : counts) columns.widen(c, lacking(c));
    } else if (wanted > Length{}) {
        for (int c : counts)
            columns.widen(
                c, Length{lacking(c).units * (room.units / 1024) / (wanted.units / 1024 + 1)});
    }

    const std::vector<Length> least = columns.widths();

    // Then gives width to the column where it saves the most lines.
    const Length step = size / 2;
    for (bool gained = true; gained;) {
        gained = false;
        const int before = columns.total_lines();
        int best_column = -1;
        Length best_extra;
        double best_gain = 0;
        const Length free = width - columns.sum();
        for (int c = 0; c < table.columns; ++c) {
            if (!columns.may_gain(c)) continue;
            Length given;
            while (given < free) {
                const Length more = std::min(step, free - given);
                columns.widen(c, more);
                given += more;
                const double gain = static_cast<double>(before - columns.total_lines()) /
                                    static_cast<double>(given.units);
                if (gain > best_gain) {
                    best_gain = gain;
                    best_column = c;
                    best_extra = given;
                }
            }
            columns.widen(c, -given);
        }
        if (best_column >= 0) {
            columns.widen(best_column, best_extra);
            gained = true;
        }
    }

    // Then moves width between columns if that saves lines: one long remark may have
    // taken what three headings need.
    for (bool gained = true; gained;) {
        gained = false;
        for (int from = 0; from < table.columns; ++from) {
            for (int to = 0; to < table.columns; ++to) {
                if (from != to && columns.shift(from, to, step, least)) gained = true;
            }
        }
    }

    // Spends what is left on all columns in proportion if no cell is broken into lines,
    // else on the columns of counts; these are equal then, where they may be.
    const Length left = width - columns.sum();
    if (columns.any_broken() && !counts.empty()) {
        for (int i = 0; i < std::ssize(counts); ++i)
            columns.widen(counts[i], part(left, i, std::ssize(counts)));
    } else {
        const double more =
            static_cast<double>(left.units) / static_cast<double>(columns.sum().units);
        for (int c = 0; c < table.columns; ++c)
            columns.widen(c, Length{static_cast<std::int64_t>(
                                 static_cast<double>(columns.widths()[c].units) * more)});
        columns.widen(table.columns - 1, width - columns.sum());
    }
    columns.level(counts, least);
    return columns.widths();
}

}  // namespace nianbao
