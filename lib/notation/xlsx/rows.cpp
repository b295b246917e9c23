#include "notation/xlsx/rows.hpp"

#include "notation/values.hpp"
#include "notation/xlsx/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::notation {
namespace {

/// A province's lists fit, and a file that grows as it is inflated does not.
constexpr ZipLimits limits_of_lists{
    .part = std::size_t{128} << 20, .all = std::size_t{256} << 20, .parts = 2000};
constexpr std::size_t most_texts = 2'000'000, most_cells_of_row = 16'384;

/// A sheet whose cells are given away at the end of each row.
class RowReader : public SheetReader {
public:
    RowReader(const SharedOfCells& shared, const WorkbookRows::Take& take)
        : SheetReader(most_cells_of_row), shared_(shared), take_(take) {}

    void close(const XmlName& name) override {
        SheetReader::close(name);
        if (name.local == "row" && is_sheet_space(name.space)) give();
    }

    bool in_order = true;  // rows one below the other, each cell once

private:
    void give() {
        std::sort(cells.begin(), cells.end(),
                  [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
        row_.clear();
        for (SheetCell& cell : cells) {
            const bool twice = !row_.empty() && row_.back().first == cell.column;
            in_order = in_order && !twice && cell.row == cells.front().row && cell.row > last_;
            row_.emplace_back(cell.column, shared_.shown(cell).text);
        }
        if (!cells.empty() && in_order) {
            last_ = cells.front().row;
            take_(last_, row_);
        }
        cells.clear();
    }

    const SharedOfCells& shared_;
    const WorkbookRows::Take& take_;
    WorkbookRows::Cells row_;
    int last_ = -1;
};

}  // namespace

WorkbookRows::WorkbookRows(std::string_view bytes)
    : file_(bytes, limits_of_lists), shared_(most_texts) {
    if (!file_.fault().empty()) {
        refuse(file_.fault());
        return;
    }
    const std::string book = book_part(file_);
    BookReader parts;
    if (book.empty() || !file_.read(book, parts)) {
        refuse("里面没有工作簿（xl/workbook.xml）");
        return;
    }
    if (parts.sheets.size() > most_sheets) {
        refuse(fmt::format("工作表超过上限 {} 个", most_sheets));
        return;
    }
    relations_ = file_.relations(book);
    shared_.read(file_, relations_);
    if (parts.from_1904) shared_.count_from_1904();
    sheets_ = std::move(parts.sheets);
    if (!file_.fault().empty()) refuse(file_.fault());
}

bool WorkbookRows::each_row(const SheetEntry& sheet, const Take& take) {
    const auto relation =
        std::find_if(relations_.begin(), relations_.end(),
                     [&](const Relation& one) { return one.id == sheet.relation; });
    // A sheet of diagrams has no cells.
    if (relation == relations_.end() || !relation->is("worksheet")) return true;
    RowReader rows(shared_, take);
    if (!file_.read(relation->target, rows))
        return refuse(file_.fault().empty() ? fmt::format("工作表“{}”不在文件里", shown(sheet.name))
                                            : file_.fault());
    if (rows.too_many || !rows.in_order)
        return refuse(fmt::format("工作表“{}”里单元格的次序不对", shown(sheet.name)));
    return true;
}

bool WorkbookRows::refuse(std::string why) {
    if (fault_.empty()) fault_ = std::move(why);
    return false;
}

}  // namespace nianbao::notation
