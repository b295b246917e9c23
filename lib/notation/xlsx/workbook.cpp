#include "notation/xlsx/workbook.hpp"

#include "notation/values.hpp"
#include "notation/xlsx/parts.hpp"
#include "notation/xlsx/shown.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace nianbao::notation {
namespace {

/// Blank cells have a place within the rectangle of those in use, if it is no larger.
constexpr std::int64_t most_blank_area = 4096;

/// Before another cell, row by row.
bool before(const SheetCell& a, const SheetCell& b) {
    return a.row < b.row || (a.row == b.row && a.column < b.column);
}

class WorkbookReader {
public:
    WorkbookReader(std::string_view bytes, std::string name, const SheetsLeft& left)
        : left_(left), file_(bytes), builder_(std::move(name), std::string(bytes)) {}

    ReadWorkbook read() {
        if (!file_.fault().empty()) return {{}, file_.fault()};
        const std::string book = book_part(file_);
        BookReader parts;
        if (book.empty() || !file_.read(book, parts))
            return refused("里面没有工作簿（xl/workbook.xml）");
        if (parts.sheets.size() > most_sheets)
            return refused(fmt::format("工作表超过上限 {} 个", most_sheets));
        if (parts.names.size() > most_names)
            return refused(fmt::format("定义的名称超过上限 {} 个", most_names));
        if (parts.sheets.empty()) return refused("里面一个工作表也没有");
        const std::vector<Relation> relations = file_.relations(book);
        shared_.read(file_, relations);
        if (shared_.texts() >= most_cells)
            return refused(fmt::format("有内容的单元格超过上限 {} 个", most_cells));
        if (parts.from_1904) shared_.count_from_1904();
        Workbook workbook;
        const bool named =
            std::any_of(parts.names.begin(), parts.names.end(), [&](const NameEntry& name) {
                return !left_.if_named.empty() && name.name.starts_with(left_.if_named);
            });
        for (const SheetEntry& sheet : parts.sheets) {
            const bool blank =
                named && std::count(left_.sheets.begin(), left_.sheets.end(), sheet.name) > 0;
            if (blank) builder_.sheet(sheet.name, sheet.hidden);
            else read_sheet(sheet, relations);
            if (!fault_.empty()) break;
        }
        if (!fault_.empty() || !file_.fault().empty()) return refused({});
        workbook.draft = builder_.finish();
        workbook.names = places_of(parts);
        return {std::move(workbook), {}};
    }

private:
    ReadWorkbook refused(std::string why) {
        if (!file_.fault().empty()) why = file_.fault();
        else if (!fault_.empty()) why = fault_;
        return {{}, std::move(why)};
    }

    void read_sheet(const SheetEntry& entry, const std::vector<Relation>& relations) {
        builder_.sheet(entry.name, entry.hidden);
        const auto relation =
            std::find_if(relations.begin(), relations.end(),
                         [&](const Relation& one) { return one.id == entry.relation; });
        // A sheet of diagrams has no cells.
        if (relation == relations.end() || !relation->is("worksheet")) return;
        SheetReader sheet(most_cells - cells_);
        if (!file_.read(relation->target, sheet)) {
            if (file_.fault().empty())
                fault_ = fmt::format("工作表“{}”不在文件里", shown(entry.name));
            return;
        }
        if (sheet.too_many) {
            fault_ = fmt::format("有内容的单元格超过上限 {} 个", most_cells);
            return;
        }
        if (sheet.joined.size() > most_joined) {
            fault_ = fmt::format("工作表“{}”里合并的单元格超过上限 {} 处", shown(entry.name),
                                 most_joined);
            return;
        }
        cells_ += sheet.cells.size();
        put_cells(entry, sheet);
    }

    void put_cells(const SheetEntry& entry, SheetReader& sheet) {
        if (!std::is_sorted(sheet.cells.begin(), sheet.cells.end(), before))
            std::stable_sort(sheet.cells.begin(), sheet.cells.end(), before);
        const auto twice = std::adjacent_find(sheet.cells.begin(), sheet.cells.end(),
                                              [](const SheetCell& a, const SheetCell& b) {
                                                  return a.row == b.row && a.column == b.column;
                                              });
        if (twice != sheet.cells.end()) {
            Place place;
            place.row = twice->row + 1;
            place.column = twice->column + 1;
            fault_ = fmt::format("工作表“{}”里单元格 {} 写了两次", shown(entry.name),
                                 cell_address(place));
            return;
        }
        if (sheet.cells.empty()) return;
        std::vector<ShownCell> cells;
        cells.reserve(sheet.cells.size());
        for (SheetCell& cell : sheet.cells) {
            const bool column_hidden =
                cell.column < std::ssize(sheet.hidden_columns) && sheet.hidden_columns[cell.column];
            cell.hidden = cell.hidden || column_hidden;
            cells.push_back(shared_.shown(cell));
            cell_bytes_ += cells.back().text.size();
            if (cell_bytes_ > most_cell_bytes) {
                fault_ = fmt::format("单元格里的文字超过上限 {} MiB", most_cell_bytes >> 20);
                return;
            }
        }
        put_rows(cells, sheet);
    }

    /// Cells row by row, with the blank ones between them. What is joined to another cell
    /// is none, whatever it holds.
    void put_rows(const std::vector<ShownCell>& cells, const SheetReader& sheet) {
        int rows = sheet.rows, columns = sheet.columns;
        if (std::int64_t{rows} * columns > most_blank_area) {
            columns = 0;
            for (const ShownCell& cell : cells) columns = std::max(columns, cell.cell->column + 1);
            rows = cells.back().cell->row + 1;
        }
        if (std::int64_t{rows} * columns <= most_blank_area)
            put_area(cells, sheet.joined, rows, columns);
        else put_alone(cells, sheet.joined);
    }

    /// All cells of the rectangle that is in use.
    void put_area(const std::vector<ShownCell>& cells, const std::vector<Joined>& joined, int rows,
                  int columns) {
        // What begins at a place, and whether it is joined to one before it.
        std::vector<const Joined*> begins(static_cast<std::size_t>(rows) * columns);
        builder_.expect(begins.size());
        std::vector<char> covered(begins.size(), 0);
        for (const Joined& one : joined) {
            for (int r = one.row; r < std::min(one.row + one.rows, rows); ++r) {
                for (int c = one.column; c < std::min(one.column + one.columns, columns); ++c) {
                    const int at = r * columns + c;
                    const bool begin = r == one.row && c == one.column;
                    covered[at] = !begin;
                    if (begin && begins[at] == nullptr) begins[at] = &one;
                }
            }
        }
        auto next = cells.begin();
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const bool here =
                    next != cells.end() && next->cell->row == row && next->cell->column == column;
                const int at = row * columns + column;
                if (covered[at] == 0) put(row, column, begins[at], here ? &*next : nullptr);
                if (here) ++next;
            }
        }
    }

    /// The cells with something in them, of a sheet with too many blank ones.
    void put_alone(const std::vector<ShownCell>& cells, const std::vector<Joined>& joined) {
        std::map<std::pair<int, int>, const Joined*> begins;
        for (const Joined& one : joined) begins.emplace(std::pair(one.row, one.column), &one);
        const auto covered = [&](int row, int column) {
            return std::any_of(joined.begin(), joined.end(), [&](const Joined& one) {
                return row >= one.row && row < one.row + one.rows && column >= one.column &&
                       column < one.column + one.columns &&
                       (row != one.row || column != one.column);
            });
        };
        for (const ShownCell& shown : cells) {
            const int row = shown.cell->row, column = shown.cell->column;
            if (covered(row, column)) continue;
            const auto span = begins.find({row, column});
            put(row, column, span == begins.end() ? nullptr : span->second, &shown);
        }
    }

    /// `joined`: null for a cell of one place. `shown`: null for a blank one.
    void put(int row, int column, const Joined* joined, const ShownCell* shown) {
        GridCell& cell = builder_.cell(row, column, shown == nullptr ? "" : shown->text,
                                       joined == nullptr ? 1 : joined->rows,
                                       joined == nullptr ? 1 : joined->columns);
        if (shown == nullptr) return;
        SheetCell& own = *shown->cell;
        cell.content = shown->content;
        cell.hidden = own.hidden;
        cell.struck = own.struck;
        cell.white = own.white;
        cell.shown = std::move(own.shown);
        cell.left = std::move(own.left);
        cell.has_formula = own.has_formula;
        cell.kept = !own.has_formula || own.has_value || own.type == 't';
        cell.formula = std::move(own.formula);
    }

    static std::vector<DefinedName> places_of(const BookReader& parts) {
        std::vector<DefinedName> names;
        for (const bool of_one_sheet : {false, true}) {
            for (const NameEntry& entry : parts.names) {
                std::string sheet;
                std::string_view reference;
                Joined place;
                if (entry.of_one_sheet != of_one_sheet ||
                    !split_reference(entry.refers_to, sheet, reference) ||
                    !parse_reference(reference, place))
                    continue;
                const auto found =
                    std::find_if(parts.sheets.begin(), parts.sheets.end(),
                                 [&](const SheetEntry& one) { return one.name == sheet; });
                if (found == parts.sheets.end()) continue;
                names.push_back({small_letters(entry.name),
                                 static_cast<int>(found - parts.sheets.begin()), place.row,
                                 place.column, place.rows, place.columns});
            }
        }
        return names;
    }

    const SheetsLeft& left_;
    OfficeFile file_;
    DraftBuilder builder_;
    SharedOfCells shared_{most_cells};
    std::size_t cells_ = 0, cell_bytes_ = 0;
    std::string fault_;
};

}  // namespace

ReadWorkbook read_workbook(std::string_view bytes, std::string name, const SheetsLeft& left) {
    return WorkbookReader(bytes, std::move(name), left).read();
}

}  // namespace nianbao::notation
