#include "typeset/table.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace nianbao {
namespace {

// Type sizes that a table may be set in: 五号 where it has few columns, else 小五, and smaller only where its numbers do not fit.
constexpr Length table_sizes[] = {10.5_pt, 9.0_pt, 7.5_pt, 6.5_pt, 5.5_pt, 5.0_pt};
constexpr Length smallest_upright = 7.5_pt;
constexpr int few_columns = 6;

/// Of a break inside a remark, where one between the number and it does as well (on the scale of line_break.cpp's Fit::ragged).
constexpr int cost_in_remark = 10000;

/// Labels of so many characters are not broken: 其他, 自然人.
constexpr std::size_t short_label_length = 3;

/// The table that Layout::wide_table is about.
constexpr std::string_view wide_table = "applications";

// In type sizes: line pitch, and the blank above and below a cell's text.
Length line_pitch(Length size) { return size * 5 / 4; }
Length row_padding(Length size) { return size / 3; }
Length least_row_padding(Length size) { return size / 7; }

constexpr Length outer_rule = 0.75_pt, inner_rule = 0.5_pt;

Align align_of(const TableCell& cell, const Layout& layout) {
    if (!cell.label) return layout.table_numbers == TableNumbers::right ? Align::right : Align::centre;
    return cell.scope == Scope::row && cell.rows == 1 ? Align::left : Align::centre;
}

CellText cell_text(const TableCell& cell, int node, Setter& setter, Length size) {
    CellText text;
    text.cell = &cell;
    text.atoms = setter.atoms(cell.texts, size, node);
    squeeze(text.atoms);
    text.items = items_of(text.atoms);
    text.align = align_of(cell, setter.layout());

    // A short label is one word. Where a label says how it is broken by sense, it is broken nowhere else.
    const bool short_label = cell.label && text.items.size() <= short_label_length;
    if (!cell.breaks.empty() || short_label) {
        for (std::size_t i = 0; i + 1 < text.items.size(); ++i) {
            const bool by_sense = std::find(cell.breaks.begin(), cell.breaks.end(), static_cast<int>(i) + 1) != cell.breaks.end();
            if (by_sense) text.items[i].break_after = 0;
            else if (cell.label) text.items[i].break_after = no_break;
            else if (text.items[i].break_after != no_break) text.items[i].break_after += cost_in_remark;
        }
    }
    Length piece;
    for (std::size_t i = 0; i < text.items.size(); ++i) {
        piece += text.items[i].width;
        if (text.items[i].break_after == no_break && i + 1 < text.items.size()) continue;
        text.pieces.push_back(piece);
        piece = {};
    }
    return text;
}

Length column_left(const SetTable& set, int column) { return std::accumulate(set.widths.begin(), set.widths.begin() + column, Length{}); }

Length cell_width(const SetTable& set, const TableCell& cell) { return column_left(set, cell.column + cell.columns) - column_left(set, cell.column); }

std::vector<SetLine> set_cell(const SetTable& set, const CellText& text, Artifact artifact = Artifact::none) {
    const Length width = cell_width(set, *text.cell) - cell_padding(set.size) * 2;
    std::vector<SetLine> lines;
    for (const LineRange& range : break_lines(text.items, {width, {}, set.size}, Fit::ragged))
        lines.push_back(set_line(text.atoms, text.items, range, width, text.align, artifact));
    return lines;
}

Length text_height(const SetTable& set, std::size_t lines) { return set.pitch * static_cast<std::int64_t>(std::max<std::size_t>(lines, 1)); }

void set_heights(SetTable& set, Length padding) {
    set.heights.assign(static_cast<std::size_t>(set.table->rows), {});
    for (const SetCell& cell : set.cells) {
        if (cell.cell->rows > 1) continue;
        Length& row = set.heights[static_cast<std::size_t>(cell.cell->row)];
        row = std::max(row, text_height(set, cell.lines.size()) + padding * 2);
    }
    for (const SetCell& cell : set.cells) {
        if (cell.cell->rows == 1) continue;
        const Length lacking = text_height(set, cell.lines.size()) + padding * 2 - set.height(cell.cell->row, cell.cell->row + cell.cell->rows);
        if (lacking <= Length{}) continue;
        for (int r = 0; r < cell.cell->rows; ++r) set.heights[static_cast<std::size_t>(cell.cell->row + r)] += lacking / cell.cell->rows + Length{1};
    }
}

/// A row is never divided, so a cell's text must fit on a page.
void tell_too_tall(const SetTable& set, Setter& setter, Length room) {
    for (const SetCell& cell : set.cells) {
        if (text_height(set, cell.lines.size()) <= room || cell.cell->texts.empty()) continue;
        Finding finding;
        finding.rule = "F-04";
        finding.where = cell.cell->texts.back().from;
        finding.message = "单元格中的文字太长，一页排不下";
        finding.hint = "请把说明移到表下的 note（注）中";
        setter.add(std::move(finding));
    }
}

/// The rows that a page shows, with the place of each row's upper edge.
struct Window {
    const SetTable& set;
    std::vector<std::pair<int, Length>> tops;  // row, its upper edge
    Length bottom;

    void add(int first, int last) {
        for (int row = first; row < last; ++row) {
            tops.emplace_back(row, bottom);
            bottom += set.heights[static_cast<std::size_t>(row)];
        }
    }
};

/// Takes the marks of the lines.
void draw_lines(const SetTable& set, const TableCell& cell, std::span<SetLine> lines, Length top, Length height, std::vector<Mark>& marks) {
    const Length left = column_left(set, cell.column) + cell_padding(set.size);
    // Lines are centred by their boxes; the box of a character reaches 0.88 above its baseline (layout's em box).
    const Length block = set.pitch * static_cast<std::int64_t>(lines.size()) - (set.pitch - set.size);
    Length baseline = top + (height - block) / 2 + set.size * 88 / 100;
    for (SetLine& line : lines) {
        move(line.marks, left, baseline);
        std::move(line.marks.begin(), line.marks.end(), std::back_inserter(marks));
        baseline += set.pitch;
    }
}

/// The label of a cell whose rows began on an earlier page: its text with “（续）”, as an artifact.
std::vector<SetLine> continued_label(const SetTable& set, const CellText& text) {
    CellText again = text;
    again.atoms.insert(again.atoms.end(), set.continued.begin(), set.continued.end());
    std::vector<Item> items = items_of(again.atoms);
    std::copy(text.items.begin(), text.items.end(), items.begin());
    items[text.items.size() - 1].break_after = 0;
    again.items = std::move(items);
    return set_cell(set, again, Artifact::repeated);
}

}  // namespace

Length SetTable::height(int first, int last) const { return std::accumulate(heights.begin() + first, heights.begin() + last, Length{}); }

namespace {

/// A frame that a table is set in: the measure, and the height below the row of its heading.
struct Frame {
    Length width, room;
};

/// Sets the table at a size. False where its longest words do not stand side by side.
bool set_columns(SetTable& set, std::span<const int> nodes, Setter& setter, Length size, const Frame& frame) {
    set.size = size;
    set.pitch = line_pitch(size);
    set.texts.clear();
    set.texts.reserve(set.table->cells.size());
    for (std::size_t i = 0; i < set.table->cells.size(); ++i) set.texts.push_back(cell_text(set.table->cells[i], nodes[i], setter, size));
    set.widths = column_widths(*set.table, set.texts, size, frame.width);
    return !set.widths.empty();
}

/// Sets the cells' lines and the rows; closer where that makes the table fit. False where it is taller than the frame.
bool set_rows(SetTable& set, const Frame& frame) {
    set.cells.clear();
    set.cells.reserve(set.texts.size());
    for (const CellText& text : set.texts) set.cells.push_back({text.cell, set_cell(set, text)});
    return draw_closer(set, frame.room);
}

/// Sets the table at the first of the sizes at which it fits into the frame, or else at the first at which its columns do. False where none.
bool set_in_frame(SetTable& set, std::span<const int> nodes, Setter& setter, std::span<const Length> sizes, const Frame& frame) {
    std::optional<SetTable> taller;
    for (const Length size : sizes) {
        if (!set_columns(set, nodes, setter, size, frame)) continue;
        if (set_rows(set, frame)) return true;
        if (!taller) taller = set;
    }
    if (taller) set = std::move(*taller);
    return taller.has_value();
}

}  // namespace

SetTable set_table(const Table& table, std::span<const int> nodes, Setter& setter) {
    const Layout& layout = setter.layout();
    SetTable set;
    set.table = &table;
    const Length usual = table.columns <= few_columns ? table_sizes[0] : table_sizes[1];
    const Length largest = layout.table_size > Length{} ? layout.table_size : usual;
    const auto sizes = [&](Length smallest) {
        std::vector<Length> allowed;
        std::copy_if(std::begin(table_sizes), std::end(table_sizes), std::back_inserter(allowed),
                     [&](Length size) { return size <= largest && size >= smallest; });
        return allowed;
    };
    const Frame upright{layout.width, layout.height - layout.pitch}, landscape{layout.height, layout.width - layout.pitch};

    // Upright at the usual size whatever its height, or down to 六号 where its numbers are long; else landscape, on one page if it can be;
    // else as small as need be; else with words broken.
    const bool asked = layout.wide_table == WideTable::landscape && table.key == wide_table;
    bool done = false;
    for (const Length size : sizes(smallest_upright)) {
        if (asked || done) break;
        done = set_columns(set, nodes, setter, size, upright);
        if (done) set_rows(set, upright);
    }
    set.landscape = !done;
    if (!done) done = set_in_frame(set, nodes, setter, sizes(smallest_upright), landscape) || set_in_frame(set, nodes, setter, sizes({}), landscape);
    if (!done) {
        for (int c = 0; c < table.columns; ++c) set.widths.push_back(landscape.width * (c + 1) / table.columns - landscape.width * c / table.columns);
        set_rows(set, landscape);
    }

    const Text continued[] = {{FontRole::table, U"（续）", {}}};
    set.continued = setter.atoms(continued, set.size, -1);
    set.room = (set.landscape ? landscape : upright).room;
    tell_too_tall(set, setter, set.room - set.height(0, table.head_rows) - row_padding(set.size) * 2);
    return set;
}

bool draw_closer(SetTable& set, Length room) {
    set_heights(set, row_padding(set.size));
    if (set.height() <= room) return true;
    const Length closer = row_padding(set.size) - (set.height() - room) / (set.table->rows * 2) - Length{2};
    if (closer < least_row_padding(set.size)) return false;
    set_heights(set, closer);
    return true;
}

int rows_that_fit(const SetTable& set, int first, bool head, Length room) {
    const Table& table = *set.table;
    Length used = head ? set.height(0, table.head_rows) : Length{};
    int last = first;
    while (last < table.rows && used + set.heights[static_cast<std::size_t>(last)] <= room) used += set.heights[static_cast<std::size_t>(last++)];
    if (last == table.rows) return last - first;

    // No label is cut: the rows of a spanning cell on either side of the break must be tall enough for its text.
    const auto cuts_a_label = [&](int row) {
        return std::any_of(set.cells.begin(), set.cells.end(), [&](const SetCell& cell) {
            const int begin = cell.cell->row, end = begin + cell.cell->rows;
            if (begin >= row || end <= row) return false;
            const Length need = text_height(set, cell.lines.size() + 1);
            return set.height(std::max(begin, first), row) < need || set.height(row, end) < need;
        });
    };
    int best = last;
    while (best > first + 1 && (cuts_a_label(best) || best <= table.head_rows)) --best;
    if (best > first + 1 || !cuts_a_label(best)) last = best;
    return std::max(last - first, 1);
}

Length draw_rows(SetTable& set, int first, int last, bool head, std::vector<Mark>& marks) {
    const Table& table = *set.table;
    Window window{set, {}, {}};
    if (head) window.add(0, table.head_rows);
    window.add(first, last);
    const auto shown = [&](int row) { return std::find_if(window.tops.begin(), window.tops.end(), [row](const auto& t) { return t.first == row; }); };

    // Grid lines: across below each row shown, and down each column, wherever no cell spans over them.
    const std::size_t rows = window.tops.size(), columns = set.widths.size();
    std::vector<int> owner(rows * columns, -1);
    for (std::size_t i = 0; i < set.cells.size(); ++i) {
        const TableCell& cell = *set.cells[i].cell;
        Length top, bottom;
        bool any = false;
        for (int r = cell.row; r < cell.row + cell.rows; ++r) {
            const auto at = shown(r);
            if (at == window.tops.end()) continue;
            const auto row = static_cast<std::size_t>(at - window.tops.begin());
            for (int c = cell.column; c < cell.column + cell.columns; ++c) owner[row * columns + static_cast<std::size_t>(c)] = static_cast<int>(i);
            if (!any) top = at->second;
            any = true;
            bottom = at->second + set.heights[static_cast<std::size_t>(r)];
        }
        if (!any) continue;
        const bool in_head = head && cell.row < table.head_rows;
        if (in_head) {
            auto lines = set_cell(set, set.texts[i], Artifact::repeated);
            draw_lines(set, cell, lines, top, bottom - top, marks);
        } else if (cell.row < first) {
            auto lines = continued_label(set, set.texts[i]);
            if (text_height(set, lines.size()) <= bottom - top) draw_lines(set, cell, lines, top, bottom - top, marks);
        } else {
            draw_lines(set, cell, set.cells[i].lines, top, bottom - top, marks);
        }
    }

    const Length width = column_left(set, static_cast<int>(columns));
    const auto across = [&](Length x, Length length, Length y, Length weight) {
        marks.emplace_back(Rule{{x - weight / 2, y - weight / 2}, length + weight, weight});
    };
    const auto down = [&](Length x, Length y, Length length, Length weight) {
        marks.emplace_back(Rule{{x - weight / 2, y - weight / 2}, weight, length + weight});
    };
    across({}, width, {}, outer_rule);
    across({}, width, window.bottom, outer_rule);
    down({}, {}, window.bottom, outer_rule);
    down(width, {}, window.bottom, outer_rule);
    for (std::size_t row = 1; row < rows; ++row) {
        for (std::size_t c = 0; c < columns;) {
            std::size_t to = c;
            const auto walled = [&](std::size_t k) { return owner[(row - 1) * columns + k] != owner[row * columns + k]; };
            while (to < columns && walled(to)) ++to;
            if (to > c)
                across(column_left(set, static_cast<int>(c)), column_left(set, static_cast<int>(to)) - column_left(set, static_cast<int>(c)),
                       window.tops[row].second, inner_rule);
            c = std::max(to, c + 1);
        }
    }
    for (std::size_t c = 1; c < columns; ++c) {
        for (std::size_t row = 0; row < rows;) {
            std::size_t to = row;
            const auto walled = [&](std::size_t k) { return owner[k * columns + c - 1] != owner[k * columns + c]; };
            while (to < rows && walled(to)) ++to;
            if (to > row) {
                const Length bottom = to < rows ? window.tops[to].second : window.bottom;
                down(column_left(set, static_cast<int>(c)), window.tops[row].second, bottom - window.tops[row].second, inner_rule);
            }
            row = std::max(to, row + 1);
        }
    }
    return window.bottom;
}

}  // namespace nianbao
