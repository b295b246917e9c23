// The sheet of one table: offices as rows, the cells of the form as columns, and below
// them what they come to, beside what the county itself reports.
#include "county/sums/sheets.hpp"
#include "report/sum.hpp"
#include "report/workbook.hpp"
#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {
namespace {

using xlsx::Area;
using xlsx::At;
using xlsx::Content;
using xlsx::name_of;

/// The columns before the numbers: 序号, 单位, 计入汇总, 年度.
enum Column : std::uint8_t { number_column, office_column, summed_column, year_column, first_cell };
constexpr double widths[] = {5, 25, 6, 7};

constexpr int title_rows = 2;
constexpr int scale = 70;           // per cent
constexpr double page_width = 219;  // of A3 on its side at this scale, in digits
// Of the same page, in points at 100 %: programs round rows to points of the screen.
constexpr double page_height = 705;
constexpr double row_height = 15, line_height = 14;
constexpr double count_width = 5, amount_width = 12, narrow = 6.4;

double width_for(const Form& form, const Entry& entry) {
    if (entry.measure == Measure::amount || entry.measure == Measure::money) return amount_width;
    return form.entries.size() > 100 ? count_width : form.entries.size() > 12 ? narrow : 11;
}

/// The exact sum of a cell over rows, if a cell can be as large.
class Total {
public:
    void add(const std::optional<Amount>& more) {
        if (!more || !fits_) return;
        const Amount next = sum_ + *more;
        fits_ = compare(next, past_every_cell) < 0;
        if (fits_) sum_ = next;
    }
    bool fits() const { return fits_; }
    const Amount& sum() const { return sum_; }

private:
    Amount sum_;
    bool fits_ = true;
};

class TableSheet {
public:
    TableSheet(const Paper& paper, std::size_t table)
        : paper_(paper),
          table_(table),
          form_(*paper.edition.forms[table]),
          count_(static_cast<int>(form_.entries.size())),
          heads_(column_heads(form_)) {}

    xlsx::Sheet make() {
        sheet_.name = workbook::sheet_name(workbook::sheet_of(form_.key));
        sheet_.landscape = true;
        sheet_.paper = xlsx::Paper::a3;
        sheet_.pages_down = 0;
        for (int i = 0; i < first_cell; ++i) sheet_.widths[i] = widths[i];
        for (int i = 0; i < count_; ++i) sheet_.widths[first_cell + i] = width_for(form_, entry(i));
        part_pages();
        put_title(
            sheet_,
            fmt::format("{}{}年度{}汇总底稿", paper_.head.county, paper_.head.year, form_.name),
            paper_.scope(), title_columns());
        heads();
        for (int i = 0; i < std::ssize(paper_.rows); ++i) office(i);
        sums();
        sheet_.head_columns = sheet_.frozen_columns = first_cell;
        sheet_.head_rows = sheet_.frozen_rows = title_rows + heads_.levels;
        sheet_.printed = {{0, 0}, {row_ - 1, first_cell + count_ - 1}};
        part_rows();
        return std::move(sheet_);
    }

private:
    const Entry& entry(int i) const { return form_.entries[static_cast<std::size_t>(i)]; }

    /// The title is as wide as what stands on the first page.
    int title_columns() const {
        return sheet_.new_pages.empty() ? first_cell + count_ : sheet_.new_pages.front();
    }

    /// Begins pages with a block: an office with both years, or the sums.
    void part_rows() {
        const auto height_of = [&](int from, int to) {
            double height = 0;
            for (int row = from; row < to; ++row) height += sheet_.heights.at(row);
            return height;
        };
        const double room = page_height * 100 / sheet_.scale - height_of(0, sheet_.head_rows);
        double used = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const double height =
                height_of(blocks_[i], i + 1 < blocks_.size() ? blocks_[i + 1] : row_);
            if (used > 0 && used + height > room) {
                sheet_.new_page_rows.push_back(blocks_[i]);
                used = 0;
            }
            used += height;
        }
    }

    /// Ends pages where a row of the form ends. What fits on one page is made as wide.
    void part_pages() {
        double room = page_width, needed = 0;
        for (const double width : widths) room -= width;
        for (int i = 0; i < count_; ++i) needed += sheet_.widths[first_cell + i];
        sheet_.scale = scale;
        if (needed <= room) {
            const double whole = page_width - room + needed;
            sheet_.scale = std::min(100, static_cast<int>(scale * page_width / whole));
            return;
        }
        const auto group = [&](int i) {
            const std::vector<std::string>& labels = heads_.labels[static_cast<std::size_t>(i)];
            return std::vector<std::string>(labels.begin(), labels.begin() + heads_.rows);
        };
        double used = 0;
        for (int begin = 0, end = 0; begin < count_; begin = end) {
            double width = 0;
            for (end = begin; end < count_ && group(end) == group(begin); ++end)
                width += sheet_.widths[first_cell + end];
            if (used > 0 && used + width > room) {
                sheet_.new_pages.push_back(first_cell + begin);
                used = 0;
            }
            used += width;
        }
    }

    void heads() {
        constexpr std::string_view names[] = {"序号", "单位", "计入汇总", "年度"};
        const int bottom = title_rows + heads_.levels - 1;
        for (int i = 0; i < first_cell; ++i)
            sheet_.cover({{title_rows, i}, {bottom, i}}, xlsx::text_of(names[i]), head_style);
        put_heads(sheet_, heads_, title_rows, first_cell);
        for (int row = title_rows; row <= bottom; ++row)
            sheet_.heights[row] = row < bottom ? 30 : 44;
        row_ = first_ = bottom + 1;
    }

    /// The row of an office, and below it last year's.
    void office(int index) {
        const Row& row = paper_.rows[static_cast<std::size_t>(index)];
        const bool both = paper_.any_before();
        blocks_.push_back(row_);
        const double name_height =
            4 + line_height * xlsx::lines_in(row.name, widths[office_column]);
        for (int year = 0; year < (both ? 2 : 1); ++year)
            sheet_.heights[row_ + year] = std::max(row_height, name_height / (both ? 2 : 1));
        const auto label = [&](int column, const Content& content, const xlsx::Style& style) {
            sheet_.cover({{row_, column}, {row_ + (both ? 1 : 0), column}}, content, style);
        };
        label(number_column, xlsx::number_of(std::to_string(index + 1)), number_style);
        label(office_column, xlsx::text_of(row.name), name_style);
        for (int year = 0; year < (both ? 2 : 1); ++year) {
            const bool now = year == 0;
            const std::optional<Numbers>& numbers = now ? row.now : row.before;
            xlsx::Style style = number_style;
            if (!now || !row.summed) style.colour = xlsx::Colour::grey;
            sheet_.put({row_, summed_column}, xlsx::text_of(row.summed ? "是" : "否"), style);
            sheet_.put({row_, year_column},
                       xlsx::number_of(std::to_string(paper_.head.year - year)), style);
            for (int i = 0; i < count_; ++i)
                sheet_.put({row_, first_cell + i},
                           numbers ? number_of(cell(*numbers, i)) : Content{}, style);
            if (now) {
                for (const auto& [entry, remark] : row.remarks[table_])
                    sheet_.notes[{row_, first_cell + entry}] = fmt::format("备注：{}", remark);
            }
            ++row_;
        }
    }

    const std::optional<Amount>& cell(const Numbers& numbers, int entry) const {
        return numbers.cells[table_][static_cast<std::size_t>(entry)];
    }

    void label(std::string_view name, int year) {
        sheet_.heights[row_] = row_height;
        sheet_.cover({{row_, 0}, {row_, summed_column}}, xlsx::text_of(name), sum_style);
        sheet_.put({row_, year_column}, xlsx::number_of(std::to_string(year)), sum_style);
    }

    /// What a column comes to over the offices that are summed.
    Total total(int i, std::optional<Numbers> Row::*numbers) const {
        Total total;
        for (const Row& row : paper_.rows) {
            if (row.summed && row.*numbers) total.add(cell(*(row.*numbers), i));
        }
        return total;
    }

    /// The totals as formulas, each with what it comes to.
    void sum(std::string_view name, int year, std::optional<Numbers> Row::*numbers) {
        label(name, year);
        const auto range = [&](int column) {
            return xlsx::fixed_name_of(Area{{first_, column}, {last_, column}});
        };
        for (int i = 0; i < count_; ++i) {
            const Total own = total(i, numbers);
            const int column = first_cell + i;
            Content content = xlsx::text_of("超过上限");
            if (own.fits()) {
                content = xlsx::number_of(own.sum().to_string());
                content.formula =
                    rounded(fmt::format("SUMIFS({},{},\"是\",{},{})",
                                        name_of(Area{{first_, column}, {last_, column}}),
                                        range(summed_column), range(year_column), year),
                            entry(i).measure);
            }
            sheet_.put({row_, column}, content, sum_style);
        }
        ++row_;
    }

    /// The county's own numbers.
    void own(std::string_view name, const Numbers& numbers, int year) {
        label(name, year);
        for (int i = 0; i < count_; ++i)
            sheet_.put({row_, first_cell + i}, number_of(cell(numbers, i)), sum_style);
        ++row_;
    }

    /// By how much the county's own numbers, in the row below, are more than the sum.
    void difference(int sum_row) {
        label("本级报告与合计之差", paper_.head.year);
        for (int i = 0; i < count_; ++i) {
            const int column = first_cell + i;
            const Content& sum = sheet_.cells[{sum_row, column}].content;
            const std::optional<Amount>& own = cell(*paper_.own, i);
            Content content;
            if (own && sum.kind == Content::Kind::number) {
                content = xlsx::number_of((*own - total(i, &Row::now).sum()).to_string());
                content.formula = rounded(fmt::format("{}-{}", name_of(At{row_ + 1, column}),
                                                      name_of(At{sum_row, column})),
                                          entry(i).measure);
            }
            sheet_.put({row_, column}, content, of_difference(sum_style));
        }
        sheet_.alarms.push_back(
            {{{{row_, first_cell}, {row_, first_cell + count_ - 1}}},
             fmt::format("AND(ISNUMBER({0}),{0}<>0)", name_of(At{row_, first_cell}))});
        ++row_;
    }

    void sums() {
        last_ = std::max(row_ - 1, first_);
        blocks_.push_back(row_);
        const int sum_row = row_, year = paper_.head.year;
        sum("合计", year, &Row::now);
        if (paper_.any_before()) sum("上年合计（同一批单位）", year - 1, &Row::before);
        if (paper_.own_before != nullptr) own("本级上年公布", *paper_.own_before, year - 1);
        if (paper_.own == nullptr) return;
        difference(sum_row);
        own("本级报告", *paper_.own, year);
    }

    const Paper& paper_;
    std::size_t table_;
    const Form& form_;
    int count_;
    ColumnHeads heads_;
    xlsx::Sheet sheet_;
    int row_ = 0, first_ = 0, last_ = 0;  // the next; those of offices
    std::vector<int> blocks_;             // their first rows
};

}  // namespace

xlsx::Sheet table_sheet(const Paper& paper, std::size_t table) {
    return TableSheet(paper, table).make();
}

}  // namespace nianbao::sums
