#include "docx/body.hpp"
#include "docx/styles.hpp"
#include "report/layout_settings.hpp"

#include <algorithm>
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

/// Columns as wide as the parts of their cells; what is left over goes where labels take
/// several lines, and then to all. `half`: the width of half a character.
std::vector<int> column_widths(const Table& table, int width, int half) {
    const auto columns = static_cast<std::size_t>(table.columns);
    std::vector<int> widths(columns, half * 4), wanted(columns, 0);
    for (const TableCell& cell : table.cells) {
        if (cell.columns != 1) continue;
        const auto column = static_cast<std::size_t>(cell.column);
        widths[column] = std::max(widths[column], (widest_part(cell) + beside) * half);
        if (cell.label && cell.scope == Scope::row && cell.rows == 1)
            wanted[column] = std::max(wanted[column], (width_of(text_of(cell)) + beside) * half);
    }
    const auto sum = [](const std::vector<int>& all) {
        return std::accumulate(all.begin(), all.end(), 0);
    };
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

class TableWriter {
public:
    TableWriter(Body& body, const Table& table, int width)
        : body_(body),
          xml_(body.xml),
          table_(table),
          size_(half_points(body.layout.table_size > Length{} ? body.layout.table_size
                                                              : usual_table_size(table.columns))),
          width_(width),
          widths_(column_widths(table, width, size_ * 5)),
          at_(static_cast<std::size_t>(table.rows * table.columns), nullptr) {
        for (const TableCell& cell : table.cells) {
            for (int row = cell.row; row < cell.row + cell.rows; ++row)
                for (int column = cell.column; column < cell.column + cell.columns; ++column)
                    at_[index(row, column)] = &cell;
        }
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

    void put_properties() {
        xml_.open("w:tblPr").empty("w:tblW", {{"w:w", number(width_)}, {"w:type", "dxa"}});
        xml_.empty("w:jc", {{"w:val", "center"}});
        put_borders(xml_);
        xml_.empty("w:tblCaption", {{"w:val", table_.name}}).close();
    }

    void put_row(int row) {
        xml_.open("w:tr").open("w:trPr").empty("w:cantSplit");
        // A line with some blank about it; less in a table that is to stay on one page.
        const int high = table_.rows > 20 ? size_ * 16 : size_ * 18;
        xml_.empty("w:trHeight", {{"w:val", number(high)}, {"w:hRule", "atLeast"}});
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
        if (heads_rows(row)) xml_.empty("w:keepNext");
        const bool right = !cell.label && body_.layout.table_numbers == TableNumbers::right;
        // Labels of single rows begin at the left, all else stands in the middle.
        const bool left = cell.label && cell.scope == Scope::row && cell.rows == 1;
        if (right || left) xml_.empty("w:jc", {{"w:val", right ? "right" : "left"}});
        xml_.close();
        if (row == cell.row) put_lines(cell);
        xml_.close().close();
    }

    /// A label that takes several lines has them end by sense.
    void put_lines(const TableCell& cell) {
        const auto first = widths_.begin() + cell.column;
        const int most = std::accumulate(first, first + cell.columns, 0) / (size_ * 5) - 1;
        if (!cell.label || cell.breaks.empty() || width_of(text_of(cell)) <= most)
            return put_runs(body_, cell.texts, {}, {.size = size_});
        Runs runs{.size = size_};
        int width = 0, at = 0;
        for (const std::u32string& part : parts_of(cell)) {
            if (width > 0 && width + width_of(part) > most) {
                runs.line_ends.push_back(at);
                width = 0;
            }
            at += static_cast<int>(part.size());
            width += width_of(part);
        }
        put_runs(body_, cell.texts, {}, runs);
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

void put_table(Body& body, const Table& table, int width) {
    TableWriter(body, table, width).write();
}

}  // namespace nianbao::docx
