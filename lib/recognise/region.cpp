#include "recognise/region.hpp"

#include "recognise/chain.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace nianbao::recognise {
namespace {

/// Finds the tables of one form.
class RegionFinder {
public:
    RegionFinder(const Form& form, const Headings& headings, const Sheets& sheets)
        : form_(form), headings_(headings), sheets_(sheets) {}

    std::vector<Region> find() {
        const bool rows = !headings_.rows.empty();
        const std::vector<Heading>& headings = rows ? headings_.rows : headings_.columns;
        const Along along = rows ? Along::rows : Along::columns;
        std::vector<Region> regions;
        std::vector<std::vector<Occurrence>> of_sheets = occurrences(headings);
        for (std::vector<Occurrence>& left : of_sheets) {
            constexpr int most_tables = 6;  // of one form in a sheet
            for (int i = 0; i < most_tables; ++i) {
                const std::vector<Occurrence> chain = best_chain(left, headings, along);
                if (2 * chain.size() < headings.size()) break;
                std::optional<Region> region = rows ? by_rows(chain) : by_columns(chain);
                if (region && settle(*region)) regions.push_back(std::move(*region));
                std::erase_if(left, [&](const Occurrence& one) {
                    return std::any_of(chain.begin(), chain.end(), [&](const Occurrence& used) {
                        return used.label == one.label;
                    });
                });
            }
        }
        return regions;
    }

private:
    /// Of each sheet, where the headings' labels stand.
    std::vector<std::vector<Occurrence>> occurrences(const std::vector<Heading>& headings) const {
        std::vector<std::vector<Occurrence>> all(sheets_.count());
        for (int i = 0; i < std::ssize(headings); ++i) {
            for (const std::string& words : headings[i].labels) {
                for (const LabelCell* label : sheets_.labelled(words))
                    all[label->at.sheet].push_back({label, i});
            }
        }
        return all;
    }

    /// The row of each of the form's rows, in the sheet; whether it bears its label.
    struct Line {
        int at = -1;
        int label_end = 0;  // the column (row) behind the label
        bool by_place = false;
    };

    std::optional<Region> by_rows(const std::vector<Occurrence>& chain) const {
        std::vector<Line> rows(headings_.rows.size());
        for (const Occurrence& one : chain) {
            const GridCell& cell = *one.label->cell;
            rows[one.heading] = {cell.row, cell.column + cell.columns, false};
        }
        const int sheet = chain.front().label->at.sheet;
        place_between(rows, sheet);
        Region region = empty_region(sheet);
        std::map<int, std::vector<int>> entries;  // by their row of the form
        for (int i = 0; i < std::ssize(form_.entries); ++i)
            entries[form_.entries[i].row].push_back(i);
        for (const auto& [form_row, in_row] : entries) {
            const Line& row = rows[headings_.row_of[in_row.front()]];
            if (row.at >= 0) place_in_row(in_row, sheet, row, region);
        }
        tell_foreign(region, rows);
        return region;
    }

    Region empty_region(int sheet) const {
        Region region;
        region.sheet = sheet;
        region.cells.resize(form_.entries.size());
        return region;
    }

    /// A row without its label, or with one that is nearly right, is what its neighbours
    /// leave room for.
    void place_between(std::vector<Line>& rows, int sheet) const {
        for (int i = 1; i + 1 < std::ssize(rows); ++i) {
            if (rows[i].at >= 0 || rows[i - 1].at < 0) continue;
            int next = i + 1;
            while (next < std::ssize(rows) && rows[next].at < 0) ++next;
            if (next == std::ssize(rows)) break;
            const Heading &own = headings_.rows[i], &above = headings_.rows[i - 1],
                          &below = headings_.rows[next];
            if (rows[next].at - rows[i - 1].at != below.row - above.row) continue;
            const int row = rows[i - 1].at + own.row - above.row;
            const int column = rows[i - 1].label_end - 1;
            if (label_allows(own, {sheet, row, column}))
                rows[i] = {row, rows[i - 1].label_end, true};
        }
    }

    bool label_allows(const Heading& heading, const At& at) const {
        const std::string plain = plain_label(sheets_.text(at));
        if (plain.empty()) return true;
        const std::array<std::string_view, 1> word{heading.labels.front()};
        return !nearest(plain, word).empty();
    }

    /// Finds the cells of a row: each below the nearest label of its column, or the first
    /// behind the row's label if it is alone there.
    void place_in_row(const std::vector<int>& in_row, int sheet, const Line& row,
                      Region& region) const {
        int column = row.label_end;
        for (const int i : in_row) {
            const LabelCell* label = nearest_above(headings_.column_of[i], sheet, row.at, column);
            if (label == nullptr && in_row.size() > 1) return;
            if (label != nullptr) column = label->at.column;
            region.cells[i] = Found{{sheet, row.at, column}, row.by_place};
            ++column;
        }
    }

    const LabelCell* nearest_above(int heading, int sheet, int row, int from_column) const {
        const LabelCell* nearest = nullptr;
        for (const std::string& words : headings_.columns[heading].labels) {
            for (const LabelCell* label : sheets_.labelled(words)) {
                if (label->at.sheet != sheet || label->at.row >= row ||
                    label->at.column < from_column)
                    continue;
                const bool nearer =
                    nearest == nullptr || label->at.row > nearest->at.row ||
                    (label->at.row == nearest->at.row && label->at.column < nearest->at.column);
                if (nearer) nearest = label;
            }
        }
        return nearest;
    }

    std::optional<Region> by_columns(const std::vector<Occurrence>& chain) const {
        const int sheet = chain.front().label->at.sheet;
        Region region = empty_region(sheet);
        std::vector<int> columns(headings_.columns.size(), -1);
        int row = 0;
        for (const Occurrence& one : chain) {
            const GridCell& cell = *one.label->cell;
            columns[one.heading] = cell.column;
            row = std::max(row, cell.row + cell.rows);
        }
        // Blank rows may stand between the labels and the numbers.
        constexpr int most_blank = 3;
        const auto blank = [&](int at) {
            return std::all_of(columns.begin(), columns.end(), [&](int column) {
                return column < 0 || sheets_.text({sheet, at, column}).empty();
            });
        };
        // What stands there otherwise is below the table: a note, who signs.
        const auto counts = [&](int at) {
            const auto numbers = std::count_if(columns.begin(), columns.end(), [&](int column) {
                if (column < 0) return false;
                const std::string_view text = sheets_.text({sheet, at, column});
                return !text.empty() && is_digit(text.front());
            });
            return 2 * numbers >= std::ssize(columns);
        };
        int filled = row;
        while (filled < row + most_blank && blank(filled)) ++filled;
        if (filled < row + most_blank && counts(filled)) row = filled;
        for (int i = 0; i < std::ssize(form_.entries); ++i) {
            const int heading = headings_.column_of[i];
            int column = columns[heading];
            bool by_place = false;
            if (column < 0 && heading > 0 && heading + 1 < std::ssize(columns) &&
                columns[heading - 1] >= 0 && columns[heading + 1] == columns[heading - 1] + 2) {
                column = columns[heading - 1] + 1;
                by_place = true;
            }
            if (column >= 0) region.cells[i] = Found{{sheet, row, column}, by_place};
        }
        return region;
    }

    /// Numbers in rows between the form's, whose labels it does not have.
    void tell_foreign(Region& region, const std::vector<Line>& rows) const {
        int first = -1, last = -1, label_end = 0;
        for (const Line& row : rows) {
            if (row.at < 0) continue;
            first = first < 0 ? row.at : std::min(first, row.at);
            last = std::max(last, row.at);
            label_end = std::max(label_end, row.label_end);
        }
        for (const LabelCell& label : sheets_.labels()) {
            const At& at = label.at;
            if (at.sheet != region.sheet || at.row < first || at.row > last ||
                at.column >= label_end)
                continue;
            const GridCell& cell = *label.cell;
            // A label that is joined over several rows is one of a group.
            if (cell.rows > 1 || cell.column + cell.columns < label_end) continue;
            const bool known = std::any_of(rows.begin(), rows.end(),
                                           [&](const Line& row) { return row.at == at.row; });
            if (!known && numbers_beside(at.sheet, at.row, label_end))
                region.foreign_rows.push_back(at);
        }
    }

    bool numbers_beside(int sheet, int row, int from) const {
        for (int column = from; column < from + form_.columns; ++column) {
            const std::string_view text = sheets_.text({sheet, row, column});
            if (!text.empty() && is_digit(text.front())) return true;
        }
        return false;
    }

    /// Takes the measures of a region. False if it has too few of the form's cells.
    bool settle(Region& region) const {
        int found = 0;
        region.whole = true;
        region.first_row = region.first_column = 1 << 30;
        for (const std::optional<Found>& cell : region.cells) {
            region.whole = region.whole && cell && !cell->by_place;
            if (!cell) continue;
            ++found;
            region.first_row = std::min(region.first_row, cell->at.row);
            region.last_row = std::max(region.last_row, cell->at.row);
            region.first_column = std::min(region.first_column, cell->at.column);
            region.last_column = std::max(region.last_column, cell->at.column);
        }
        return 2 * found >= std::ssize(region.cells);
    }

    const Form& form_;
    const Headings& headings_;
    const Sheets& sheets_;
};

}  // namespace

std::vector<Region> regions_of(const Form& form, const Headings& headings, const Sheets& sheets) {
    std::vector<Region> regions = RegionFinder(form, headings, sheets).find();
    const auto cells = [](const Region& region) {
        return std::count_if(region.cells.begin(), region.cells.end(),
                             [](const auto& cell) { return cell.has_value(); });
    };
    std::stable_sort(regions.begin(), regions.end(),
                     [&](const Region& a, const Region& b) { return cells(a) > cells(b); });
    return regions;
}

}  // namespace nianbao::recognise
