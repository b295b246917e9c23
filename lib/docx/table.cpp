#include "docx/body.hpp"
#include "docx/styles.hpp"
#include "report/layout_settings.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace nianbao::docx {
namespace {

std::u32string text_of(const TableCell& cell) {
    std::u32string text;
    for (const Text& own : cell.texts) text += own.text;
    return text;
}

/// A cell's text in parts between which its lines may end.
std::vector<std::u32string> parts_of(const TableCell& cell) {
    const std::u32string text = text_of(cell);
    std::vector<std::u32string> parts;
    std::size_t from = 0;
    for (const Break& own : cell.breaks) {
        const std::size_t to = std::min(static_cast<std::size_t>(own.at), text.size());
        if (to > from) parts.push_back(text.substr(from, to - from));
        from = std::max(from, to);
    }
    parts.push_back(text.substr(from));
    return parts;
}

int widest_part(const TableCell& cell) {
    int widest = 0;
    for (const std::u32string& part : parts_of(cell)) widest = std::max(widest, width_of(part));
    return widest;
}

constexpr int beside = 2;  // half characters of blank in a cell

int sum(const std::vector<int>& all) { return std::accumulate(all.begin(), all.end(), 0); }

/// What each column needs for the parts of its cells. `half`: the width of half a
/// character. `tight`: labels may end their lines within a part, numbers may not.
std::vector<int> needed_widths(const Table& table, int half, bool tight) {
    constexpr int short_label = 8;  // half characters
    std::vector<int> widths(static_cast<std::size_t>(table.columns), half * 4);
    for (const TableCell& cell : table.cells) {
        if (cell.columns != 1) continue;
        const int widest = widest_part(cell);
        const int need = cell.label && tight ? std::min(widest, short_label) : widest;
        int& own = widths[static_cast<std::size_t>(cell.column)];
        own = std::max(own, (need + beside) * half);
    }
    return widths;
}

/// Columns as wide as the parts of their cells; what is left over goes where labels take
/// several lines, and then to all.
std::vector<int> column_widths(const Table& table, int width, int half) {
    const auto columns = static_cast<std::size_t>(table.columns);
    std::vector<int> widths = needed_widths(table, half, false), wanted(columns, 0);
    if (sum(widths) > width) widths = needed_widths(table, half, true);
    for (const TableCell& cell : table.cells) {
        const auto column = static_cast<std::size_t>(cell.column);
        if (cell.columns == 1 && cell.label && cell.scope == Scope::row && cell.rows == 1)
            wanted[column] = std::max(wanted[column], (width_of(text_of(cell)) + beside) * half);
    }
    const int needed = sum(widths);
    for (std::size_t c = 0; c < columns; ++c) wanted[c] = std::max(wanted[c] - widths[c], 0);
    const int short_of = sum(wanted), rest = std::max(width - needed, 0);
    for (std::size_t c = 0; c < columns; ++c) {
        if (needed > width) widths[c] = widths[c] * width / needed;
        else if (short_of > 0) widths[c] += std::min(rest, short_of) * wanted[c] / short_of;
    }
    const int left = width - sum(widths);
    for (int& own : widths) own += left / table.columns;
    widths.back() += width - sum(widths);
    return widths;
}

/// The size of type, in half points: smaller where the columns would not fit.
int size_for(const Table& table, const Layout& layout, int width, Length smallest) {
    const Length largest =
        layout.table_size > Length{} ? layout.table_size : usual_table_size(table.columns);
    for (const Length size : table_sizes) {
        const int own = half_points(size);
        if (size <= largest && size >= smallest &&
            sum(needed_widths(table, own * 5, true)) <= width)
            return own;
    }
    return 0;
}

class TableWriter {
public:
    TableWriter(Body& body, const Table& table, Room room)
        : body_(body),
          xml_(body.xml),
          table_(table),
          size_(size_of(table, body.layout, room.width)),
          width_(room.width),
          widths_(column_widths(table, room.width, size_ * 5)),
          at_(static_cast<std::size_t>(table.rows * table.columns), nullptr) {
        for (const TableCell& cell : table.cells) {
            for (int row = cell.row; row < cell.row + cell.rows; ++row)
                for (int column = cell.column; column < cell.column + cell.columns; ++column)
                    at_[index(row, column)] = &cell;
        }
        line_ = twips(table_line_pitch(type()));
        set_heights(twips(row_padding(type())));
        const int closer =
            twips(row_padding(type())) - (height() - room.height) / (table.rows * 2) - 1;
        // Closer if that keeps the table on its page.
        if (height() > room.height && closer >= twips(least_row_padding(type())))
            set_heights(closer);
        whole_ = height() <= room.height / 4 || (has_groups() && height() <= room.height);
    }

    /// Of all, in twips.
    int height() const {
        const int notes = static_cast<int>(table_.notes.size()) * twips(note_pitch);
        return std::accumulate(heights_.begin(), heights_.end(), notes);
    }

    void write() {
        xml_.open("w:tbl");
        put_properties();
        xml_.open("w:tblGrid");
        for (const int width : widths_) xml_.empty("w:gridCol", {{"w:w", number(width)}});
        xml_.close();
        for (int row = 0; row < table_.rows; ++row) put_row(row);
        xml_.close();
        for (const Inline& note : table_.notes) put_note(note);
    }

private:
    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row * table_.columns + column);
    }

    static int size_of(const Table& table, const Layout& layout, int width) {
        const int size = size_for(table, layout, width, table_sizes[std::size(table_sizes) - 1]);
        return size > 0 ? size : half_points(usual_table_size(table.columns));
    }
    Length type() const { return 0.5_pt * size_; }

    /// Rows as high as the lines of their cells, with so much blank above and below.
    void set_heights(int padding) {
        heights_.assign(static_cast<std::size_t>(table_.rows), line_ + padding * 2);
        for (const int rows : {1, table_.rows}) {
            for (const TableCell& cell : table_.cells) {
                if ((cell.rows == 1) != (rows == 1)) continue;
                const auto first = heights_.begin() + cell.row, last = first + cell.rows;
                const int need = lines_of(cell) * line_ + padding * 2;
                const int lacking = need - std::accumulate(first, last, 0);
                for (auto row = first; lacking > 0 && row != last; ++row)
                    *row += (lacking + cell.rows - 1) / cell.rows;
            }
        }
    }

    void put_properties() {
        xml_.open("w:tblPr").empty("w:tblW", {{"w:w", number(width_)}, {"w:type", "dxa"}});
        xml_.empty("w:jc", {{"w:val", "center"}});
        put_borders(xml_);
        xml_.empty("w:tblCaption", {{"w:val", table_.name}}).close();
    }

    void put_row(int row) {
        xml_.open("w:tr").open("w:trPr").empty("w:cantSplit");
        xml_.empty("w:trHeight", {{"w:val", number(heights_[static_cast<std::size_t>(row)])},
                                  {"w:hRule", "atLeast"}});
        if (row < table_.head_rows) xml_.empty("w:tblHeader");
        xml_.close();
        for (int column = 0; column < table_.columns;) {
            const TableCell* cell = at_[index(row, column)];
            put_cell(*cell, row);
            column = cell->column + cell->columns;
        }
        xml_.close();
    }

    /// True for a row of headings alone, which stays with the row below it.
    bool heads_rows(int row) const {
        if (row + 1 == table_.rows) return false;
        for (int column = 0; column < table_.columns; ++column) {
            const TableCell& cell = *at_[index(row, column)];
            if (!cell.label || cell.scope == Scope::row) return false;
        }
        return true;
    }

    /// True if labels over all columns part the rows.
    bool has_groups() const {
        for (int row = table_.head_rows; row + 1 < table_.rows; ++row) {
            if (may_end(row)) return true;
        }
        return false;
    }

    /// True if a page may end below the row of a table that would fit on one: where a new
    /// group begins, and behind all of it.
    bool may_end(int row) const {
        if (row + 1 == table_.rows) return table_.notes.empty();
        const TableCell& below = *at_[index(row + 1, 0)];
        return below.label && below.columns == table_.columns;
    }

    void put_cell(const TableCell& cell, int row) {
        const auto first = widths_.begin() + cell.column;
        xml_.open("w:tc").open("w:tcPr");
        xml_.empty("w:tcW", {{"w:w", number(std::accumulate(first, first + cell.columns, 0))},
                             {"w:type", "dxa"}});
        if (cell.columns > 1) xml_.empty("w:gridSpan", {{"w:val", number(cell.columns)}});
        if (cell.rows > 1 && row == cell.row) xml_.empty("w:vMerge", {{"w:val", "restart"}});
        if (row > cell.row) xml_.empty("w:vMerge");
        xml_.empty("w:vAlign", {{"w:val", "center"}}).close();
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style_of(Role::cell)}});
        if (heads_rows(row) || (whole_ && !may_end(row))) xml_.empty("w:keepNext");
        xml_.empty("w:spacing", {{"w:line", number(line_)}, {"w:lineRule", "exact"}});
        const bool right = !cell.label && body_.layout.table_numbers == TableNumbers::right;
        // Labels of single rows begin at the left, all else stands in the middle.
        const bool left = cell.label && cell.scope == Scope::row && cell.rows == 1;
        if (right || left) xml_.empty("w:jc", {{"w:val", right ? "right" : "left"}});
        xml_.close();
        if (row == cell.row) put_lines(cell);
        xml_.close().close();
    }

    /// Half characters of a line of a cell.
    int most_of(const TableCell& cell) const {
        const auto first = widths_.begin() + cell.column;
        return std::accumulate(first, first + cell.columns, 0) / (size_ * 5) - 1;
    }

    /// A label that takes several lines has them end by sense, before these characters.
    std::vector<int> line_ends(const TableCell& cell) const {
        std::vector<int> ends;
        const int most = most_of(cell);
        if (!cell.label || cell.breaks.empty() || width_of(text_of(cell)) <= most) return ends;
        int width = 0, at = 0;
        for (const std::u32string& part : parts_of(cell)) {
            if (width > 0 && width + width_of(part) > most) {
                ends.push_back(at);
                width = 0;
            }
            at += static_cast<int>(part.size());
            width += width_of(part);
        }
        return ends;
    }

    int lines_of(const TableCell& cell) const {
        const int most = std::max(most_of(cell), 2);
        const std::u32string text = text_of(cell);
        int lines = 0;
        std::size_t from = 0;
        std::vector<int> ends = line_ends(cell);
        ends.push_back(static_cast<int>(text.size()));
        for (const int end : ends) {
            const auto to = static_cast<std::size_t>(end);
            lines += std::max((width_of(text.substr(from, to - from)) + most - 1) / most, 1);
            from = to;
        }
        return lines;
    }

    void put_lines(const TableCell& cell) {
        put_runs(body_, cell.texts, {}, {.size = size_, .line_ends = line_ends(cell)});
    }

    void put_note(const Inline& note) {
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style_of(Role::note)}});
        xml_.close();
        put_runs(body_, note.texts, note.links);
        xml_.close();
    }

    Body& body_;
    XmlWriter& xml_;
    const Table& table_;
    int size_;  // half points
    int width_;
    std::vector<int> widths_;
    int line_ = 0;                      // from line to line in a cell
    std::vector<int> heights_;          // of the rows
    bool whole_ = false;                // it stays on one page, with its notes
    std::vector<const TableCell*> at_;  // of each place of the grid
};

}  // namespace

void put_borders(XmlWriter& xml) {
    xml.open("w:tblBorders");
    for (const std::string_view side :
         {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        xml.empty(side,
                  {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "000000"}});
    xml.close().empty("w:tblLayout", {{"w:type", "fixed"}}).open("w:tblCellMar");
    for (const std::string_view side : {"w:left", "w:right"})
        xml.empty(side, {{"w:w", "40"}, {"w:type", "dxa"}});
    xml.close();
}

bool fits_upright(const Table& table, const Layout& layout) {
    return size_for(table, layout, twips(layout.width), smallest_upright) > 0;
}

int put_table(Body& body, const Table& table, Room room) {
    TableWriter writer(body, table, room);
    writer.write();
    return writer.height();
}

}  // namespace nianbao::docx
