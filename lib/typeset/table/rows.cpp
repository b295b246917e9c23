#include "typeset/table/table.hpp"

#include "report/layout_settings.hpp"
#include "typeset/rules.hpp"
#include "typeset/sense.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace nianbao {
namespace {

/// Of breaks by their sense. In a remark one between the number and it is better than any
/// inside it (on the scale of Fit::ragged in line_break.cpp).
constexpr SenseCosts costs_in_cell = {30000, 10000, 0, 0};

constexpr Length outer_rule = 0.75_pt, inner_rule = 0.5_pt;

Align align_of(const TableCell& cell, const Layout& layout) {
    if (!cell.label)
        return layout.table_numbers == TableNumbers::right ? Align::right : Align::centre;
    return cell.scope == Scope::row && cell.rows == 1 ? Align::left : Align::centre;
}

CellText cell_text(const TableCell& cell, int node, Setter& setter, Length size) {
    CellText text;
    text.cell = &cell;
    text.atoms = setter.atoms(cell.texts, style_of(size, cell.label ? Role::header : Role::cell),
                              {.text = node});
    squeeze(text.atoms);
    text.items = items_of(text.atoms);
    text.align = align_of(cell, setter.layout());

    // A short label is one word. A text that says how it is broken by sense is broken
    // nowhere else.
    const bool short_label = cell.label && text.items.size() <= short_label_length;
    if (!cell.breaks.empty() || short_label)
        break_by_sense(text.items, at_atoms(cell.breaks, atom_places(cell.texts, text.atoms)),
                       costs_in_cell);
    Length piece;
    for (std::size_t i = 0; i < text.items.size(); ++i) {
        piece += text.items[i].width;
        if (text.items[i].break_after == no_break && i + 1 < text.items.size()) continue;
        text.pieces.push_back(piece);
        piece = {};
    }
    return text;
}

Length column_left(const SetTable& set, int column) {
    return std::accumulate(set.widths.begin(), set.widths.begin() + column, Length{});
}

Length cell_width(const SetTable& set, const TableCell& cell) {
    return column_left(set, cell.column + cell.columns) - column_left(set, cell.column);
}

std::vector<SetLine> set_cell(const SetTable& set, const CellText& text,
                              Artifact artifact = Artifact::none) {
    const Length width = cell_width(set, *text.cell) - text.padding * 2;
    std::vector<SetLine> lines;
    for (const LineRange& range : break_lines(text.items, {width, {}, set.size}, Fit::ragged))
        lines.push_back(set_line(text.atoms, text.items, range, width, text.align, artifact));
    return lines;
}

Length text_height(const SetTable& set, std::size_t lines) {
    return set.pitch * std::max<std::size_t>(lines, 1);
}

Length sum(std::span<const Length> heights) {
    return std::accumulate(heights.begin(), heights.end(), Length{});
}

/// The lines of each cell.
std::vector<int> cell_lines(const SetTable& set) {
    std::vector<int> lines;
    lines.reserve(set.cells.size());
    for (const SetCell& cell : set.cells) lines.push_back(static_cast<int>(cell.lines.size()));
    return lines;
}

/// A row is never divided, so a cell's text must fit on a page.
void tell_too_tall(const SetTable& set, Setter& setter, Length room) {
    for (const SetCell& cell : set.cells) {
        if (text_height(set, cell.lines.size()) <= room || cell.cell->texts.empty()) continue;
        Finding finding;
        finding.rule = layout_rule("F-04");
        finding.where = cell.cell->texts.back().from;
        finding.message = "单元格中的文字太长，一页排不下";
        finding.hint = "请把说明移到表下的“注”里";
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
            bottom += set.heights[row];
        }
    }
};

/// Takes the marks of the lines.
void draw_lines(const SetTable& set, const CellText& text, std::span<SetLine> lines, Length top,
                Length height, std::vector<Mark>& marks) {
    const Length left = column_left(set, text.cell->column) + text.padding;
    // Lines are centred by their boxes; the box of a character reaches 0.88 above its
    // baseline (layout's em box).
    const Length block = set.pitch * lines.size() - (set.pitch - set.size);
    Length baseline = top + (height - block) / 2 + set.size * 88 / 100;
    for (SetLine& line : lines) {
        move(line.marks, left, baseline);
        std::move(line.marks.begin(), line.marks.end(), std::back_inserter(marks));
        baseline += set.pitch;
    }
}

/// The label of a cell whose rows began on an earlier page: its text with “（续）”, as an
/// artifact.
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

Length SetTable::height(int first, int last) const {
    return sum(std::span(heights).subspan(first, last - first));
}

namespace {

/// A frame that a table is set in: the measure, the height below the row of its heading,
/// and what is to stand there below the table.
struct Frame {
    Length width, room, below;
};

/// Sets the table at a size. False if its longest words do not fit side by side.
bool set_columns(SetTable& set, std::span<const int> nodes, Setter& setter, Length size,
                 const Frame& frame) {
    set.size = size;
    set.pitch = table_line_pitch(size);
    set.texts.clear();
    set.texts.reserve(set.table->cells.size());
    for (const TableCell& cell : set.table->cells) {
        set.texts.push_back(cell_text(cell, nodes[set.texts.size()], setter, size));
        set.texts.back().padding = cell_padding(cell, size, set.landscape);
    }
    std::vector<const CellPieces*> pieces;
    pieces.reserve(set.texts.size());
    for (const CellText& text : set.texts) pieces.push_back(&text);
    set.widths = column_widths(*set.table, pieces, size, frame.width);
    return !set.widths.empty();
}

/// Sets the lines of the cells and the rows, closer if that makes the table fit. False if
/// the frame does not hold it with what stands below.
bool set_rows(SetTable& set, const Frame& frame) {
    set.cells.clear();
    set.cells.reserve(set.texts.size());
    for (const CellText& text : set.texts) set.cells.push_back({text.cell, set_cell(set, text)});
    if (draw_closer(set, frame.room - frame.below)) return true;
    draw_closer(set, frame.room);
    return false;
}

/// Sets the table at the first of the sizes at which it fits into the frame, or else at
/// the first at which its columns do. False if there is none.
bool set_in_frame(SetTable& set, std::span<const int> nodes, Setter& setter,
                  std::span<const Length> sizes, const Frame& frame) {
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

SetTable set_table(const Table& table, std::span<const int> nodes, Setter& setter,
                   const Below& below) {
    const Layout& layout = setter.layout();
    SetTable set;
    set.table = &table;
    const Length usual = usual_table_size(table.columns);
    const Frame upright{layout.width, layout.height - layout.pitch, below.upright},
        landscape{layout.height, layout.width - layout.pitch, below.landscape};

    // Tries upright at the usual size, at any height, and down to 六号 if its numbers are
    // long; a larger size only if the table is then on one page; then landscape, on one
    // page if possible; then smaller sizes; then breaks words.
    const bool asked = layout.wide_table == WideTable::landscape && table.key == wide_table_key;
    bool done = false;
    for (const Length size : sizes_for(table, layout, smallest_upright)) {
        if (asked || done) break;
        done = set_columns(set, nodes, setter, size, upright);
        if (done) done = set_rows(set, upright) || size <= usual;
    }
    set.landscape = !done;
    if (!done)
        done = set_in_frame(set, nodes, setter, sizes_for(table, layout, smallest_upright),
                            landscape) ||
               set_in_frame(set, nodes, setter, sizes_for(table, layout, {}), landscape);
    if (!done) {
        for (int c = 0; c < table.columns; ++c)
            set.widths.push_back(landscape.width * (c + 1) / table.columns -
                                 landscape.width * c / table.columns);
        set_rows(set, landscape);
    }

    const Text continued[] = {{U"（续）", {}}};
    set.continued = setter.atoms(continued, style_of(set.size, Role::header), {});
    set.room = (set.landscape ? landscape : upright).room;
    tell_too_tall(set, setter,
                  set.room - set.height(0, table.head_rows) - row_padding(set.size) * 2);
    return set;
}

bool draw_closer(SetTable& set, Length room) {
    return rows_within(*set.table, cell_lines(set), set.size, room, set.heights);
}

std::vector<Length> least_heights(const SetTable& set) {
    return row_heights(*set.table, cell_lines(set), set.size, least_row_padding(set.size));
}

std::vector<RowBreak> row_breaks(const SetTable& set) {
    return row_breaks(*set.table, cell_lines(set), set.heights, set.size);
}

Length draw_rows(SetTable& set, int first, int last, bool head, std::vector<Mark>& marks) {
    const Table& table = *set.table;
    Window window{set, {}, {}};
    if (head) window.add(0, table.head_rows);
    window.add(first, last);
    const auto shown = [&](int row) {
        return std::find_if(window.tops.begin(), window.tops.end(),
                            [row](const auto& t) { return t.first == row; });
    };

    // Grid lines: across below each row shown, and down each column, wherever no cell
    // spans over them.
    const int rows = static_cast<int>(window.tops.size()), columns = table.columns;
    std::vector<int> owner(rows * columns, -1);
    for (std::size_t i = 0; i < set.cells.size(); ++i) {
        const TableCell& cell = *set.cells[i].cell;
        Length top, bottom;
        bool any = false;
        for (int r = cell.row; r < cell.row + cell.rows; ++r) {
            const auto at = shown(r);
            if (at == window.tops.end()) continue;
            const auto row = at - window.tops.begin();
            for (int c = cell.column; c < cell.column + cell.columns; ++c)
                owner[row * columns + c] = static_cast<int>(i);
            if (!any) top = at->second;
            any = true;
            bottom = at->second + set.heights[r];
        }
        if (!any) continue;
        const bool in_head = head && cell.row < table.head_rows;
        if (in_head) {
            auto lines = set_cell(set, set.texts[i], Artifact::repeated);
            draw_lines(set, set.texts[i], lines, top, bottom - top, marks);
        } else if (cell.row < first) {
            auto lines = continued_label(set, set.texts[i]);
            if (text_height(set, lines.size()) <= bottom - top)
                draw_lines(set, set.texts[i], lines, top, bottom - top, marks);
        } else {
            draw_lines(set, set.texts[i], set.cells[i].lines, top, bottom - top, marks);
        }
    }

    const Length width = column_left(set, columns);
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
    for (int row = 1; row < rows; ++row) {
        for (int c = 0; c < columns;) {
            int to = c;
            const auto walled = [&](int k) {
                return owner[(row - 1) * columns + k] != owner[row * columns + k];
            };
            while (to < columns && walled(to)) ++to;
            if (to > c)
                across(column_left(set, c), column_left(set, to) - column_left(set, c),
                       window.tops[row].second, inner_rule);
            c = std::max(to, c + 1);
        }
    }
    for (int c = 1; c < columns; ++c) {
        for (int row = 0; row < rows;) {
            int to = row;
            const auto walled = [&](int k) {
                return owner[k * columns + c - 1] != owner[k * columns + c];
            };
            while (to < rows && walled(to)) ++to;
            if (to > row) {
                const Length bottom = to < rows ? window.tops[to].second : window.bottom;
                down(column_left(set, c), window.tops[row].second, bottom - window.tops[row].second,
                     inner_rule);
            }
            row = std::max(to, row + 1);
        }
    }
    return window.bottom;
}

}  // namespace nianbao
