#include "docx/body.hpp"
#include "docx/styles.hpp"
#include "report/layout_settings.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace nianbao::docx {
namespace {

class TableWriter {
public:
    TableWriter(Body& body, const Table& table, const Standing& standing)
        : body_(body),
          xml_(body.xml),
          table_(table),
          shape_(standing.shape),
          divided_(standing.divided),
          at_(static_cast<std::size_t>(table.rows * table.columns)) {
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const TableCell& cell = table.cells[i];
            for (int row = cell.row; row < cell.row + cell.rows; ++row)
                for (int column = cell.column; column < cell.column + cell.columns; ++column)
                    at_[index(row, column)] = i;
        }
        // The last column takes what rounding leaves, so that the widths add up.
        Length right;
        int left = 0;
        for (const Length width : shape_.widths) {
            right += width;
            widths_.push_back(twips(right) - left);
            left = twips(right);
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
        for (const Inline& note : table_.notes) put_note(note, &note == &table_.notes.back());
    }

private:
    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row * table_.columns + column);
    }

    void put_properties() {
        xml_.open("w:tblPr").empty(
            "w:tblW", {{"w:w", number(std::accumulate(widths_.begin(), widths_.end(), 0))},
                       {"w:type", "dxa"}});
        xml_.empty("w:jc", {{"w:val", "center"}});
        put_borders(xml_);
        xml_.empty("w:tblCaption", {{"w:val", table_.name}}).close();
    }

    void put_row(int row) {
        xml_.open("w:tr").open("w:trPr").empty("w:cantSplit");
        xml_.empty("w:trHeight",
                   {{"w:val", number(twips(shape_.heights[static_cast<std::size_t>(row)]))},
                    {"w:hRule", "atLeast"}});
        if (row < table_.head_rows) xml_.empty("w:tblHeader");
        xml_.close();
        for (int column = 0; column < table_.columns;) {
            const std::size_t cell = at_[index(row, column)];
            put_cell(cell, row);
            column = table_.cells[cell].column + table_.cells[cell].columns;
        }
        xml_.close();
    }

    /// True if no page may end below the row. What fits on a page is divided between
    /// groups alone, and only where it was to be.
    bool keeps_next(int row) const {
        if (row + 1 == table_.rows) return !table_.notes.empty();
        const RowBreak::Kind kind = shape_.breaks[static_cast<std::size_t>(row + 1)].kind;
        if (kind == RowBreak::Kind::never) return true;
        return shape_.fits && !(divided_ && kind == RowBreak::Kind::groups);
    }

    void put_cell(std::size_t at, int row) {
        const TableCell& cell = table_.cells[at];
        const auto first = widths_.begin() + cell.column;
        xml_.open("w:tc").open("w:tcPr");
        xml_.empty("w:tcW", {{"w:w", number(std::accumulate(first, first + cell.columns, 0))},
                             {"w:type", "dxa"}});
        if (cell.columns > 1) xml_.empty("w:gridSpan", {{"w:val", number(cell.columns)}});
        if (cell.rows > 1 && row == cell.row) xml_.empty("w:vMerge", {{"w:val", "restart"}});
        if (row > cell.row) xml_.empty("w:vMerge");
        xml_.empty("w:vAlign", {{"w:val", "center"}}).close();
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style_of(Role::cell)}});
        if (keeps_next(row)) xml_.empty("w:keepNext");
        xml_.empty("w:spacing", {{"w:line", number(twips(table_line_pitch(shape_.size)))},
                                 {"w:lineRule", "exact"}});
        const bool right = !cell.label && body_.layout.table_numbers == TableNumbers::right;
        // Labels of single rows begin at the left, all else stands in the middle.
        const bool left = cell.label && cell.scope == Scope::row && cell.rows == 1;
        if (right || left) xml_.empty("w:jc", {{"w:val", right ? "right" : "left"}});
        xml_.close();
        if (row == cell.row)
            put_runs(body_, cell.texts, {},
                     {.size = half_points(shape_.size), .line_ends = shape_.line_ends[at]});
        xml_.close().close();
    }

    void put_note(const Inline& note, bool last) {
        xml_.open("w:p").open("w:pPr").empty("w:pStyle", {{"w:val", style_of(Role::note)}});
        if (!last && shape_.fits) xml_.empty("w:keepNext");
        xml_.close();
        put_runs(body_, note.texts, note.links);
        xml_.close();
    }

    Body& body_;
    XmlWriter& xml_;
    const Table& table_;
    const Shape& shape_;
    bool divided_;
    std::vector<int> widths_;      // of the columns, in twips
    std::vector<std::size_t> at_;  // the cell at each place of the grid
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
        xml.empty(side, {{"w:w", number(twips(beside_text))}, {"w:type", "dxa"}});
    xml.close();
}

void put_table(Body& body, const Table& table, const Standing& standing) {
    TableWriter(body, table, standing).write();
}

}  // namespace nianbao::docx
