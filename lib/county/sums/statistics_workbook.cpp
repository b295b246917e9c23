// 统计.xlsx: tables of what the sums say, with charts beside them.
#include "county/sums/sheets.hpp"
#include "county/sums/statistics_sheets.hpp"
#include "nianbao/form.hpp"
#include "report/forms/disputes.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/package/book.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {
namespace {

using xlsx::Area;
using xlsx::At;
using xlsx::Chart;
using xlsx::ChartKind;
using xlsx::Content;
using xlsx::name_of;

/// The columns of a table of lines.
enum LineColumn : std::uint8_t {
    item_column,
    now_column,
    share_column,
    comparable_column,
    last_column,
    change_column,
    growth_column,
    line_columns
};
constexpr double line_widths[] = {34, 9, 9, 11, 9, 9, 9};
constexpr int chart_left = line_columns + 1, chart_columns = 8, chart_rows = 16;
constexpr std::size_t most_offices_drawn = 10;
constexpr std::string_view charges = "administrative_charges", unit = "计量单位";

/// A share or a rate as a formula, with what it comes to.
Content quotient(const std::string& part, const std::string& whole, const Amount& upper,
                 const Amount& lower) {
    Content content{Content::Kind::text};
    if (lower.digits != 0)
        content = xlsx::number_of(fmt::format("{}", value_of(upper) / value_of(lower)));
    content.formula = fmt::format(R"(IF({0}=0,"",({1})/{0}))", whole, part);
    return content;
}

const xlsx::Style heading_style{
    .face = xlsx::Face::hei, .points = 12, .across = xlsx::Across::left};

class StatisticsBook {
public:
    StatisticsBook(const Statistics& statistics, const DeskHead& head)
        : all_(statistics), head_(head) {}

    std::string write() {
        xlsx::Book book;
        book.agency = head_.county;
        book.title = fmt::format("{}{}年度政府信息公开统计", head_.county, all_.year);
        book.sheets.push_back(applications());
        book.sheets.push_back(results());
        book.sheets.push_back(disputes());
        book.sheets.push_back(disclosure());
        book.sheets.push_back(office_sheet(all_, head_));
        book.sheets.push_back(outlier_sheet(all_, head_));
        return book.write();
    }

private:
    void line_heads(xlsx::Sheet& sheet, int row, std::string_view of_what,
                    std::string_view of_share) const {
        const std::string heads[] = {std::string(of_what),
                                     fmt::format("{}年", all_.year),
                                     std::string(of_share),
                                     fmt::format("可比单位{}年", all_.year),
                                     fmt::format("{}年", all_.year - 1),
                                     "增减",
                                     "增幅"};
        for (int i = 0; i < line_columns; ++i)
            sheet.put({row, i}, xlsx::text_of(heads[i]), head_style);
        sheet.heights[row] = 32;
    }

    /// A line of a table. `total`: the row of the line that its share is of, and that
    /// line; null: no share.
    void line(xlsx::Sheet& sheet, int row, const Compared& own, int total_row,
              const Compared* total) const {
        const bool is_total = total != nullptr && total == &own;
        const xlsx::Style& number = is_total ? sum_style : number_style;
        xlsx::Style percent = percent_style();
        if (is_total) percent.bold = true, percent.fill = xlsx::Fill::heading;
        const auto at = [&](int column) { return name_of(At{row, column}); };
        sheet.put({row, item_column}, xlsx::text_of((own.depth > 0 ? "　" : "") + own.name),
                  name_style);
        sheet.put({row, now_column}, xlsx::number_of(own.now.to_string()), number);
        sheet.put({row, share_column},
                  total == nullptr ? xlsx::text_of(own.key == charges ? "万元" : "件")
                                   : quotient(at(now_column), name_of(At{total_row, now_column}),
                                              own.now, total->now),
                  percent);
        sheet.put({row, comparable_column}, xlsx::number_of(own.comparable.to_string()), number);
        sheet.put({row, last_column}, xlsx::number_of(own.before.to_string()), number);
        const Amount change = own.comparable - own.before;
        Content difference = xlsx::number_of(change.to_string());
        difference.formula = fmt::format("ROUND({}-{},6)", at(comparable_column), at(last_column));
        sheet.put({row, change_column}, difference, of_difference(number));
        sheet.put({row, growth_column},
                  quotient(fmt::format("{}-{}", at(comparable_column), at(last_column)),
                           at(last_column), change, own.before),
                  percent);
        sheet.heights[row] = 4 + 15.0 * xlsx::lines_in(own.name, line_widths[item_column] - 2);
    }

    /// A table of lines, and the row below it.
    int lines(xlsx::Sheet& sheet, int row, std::string_view of_what, std::string_view of_share,
              const std::vector<const Compared*>& own, std::string_view total_key) const {
        line_heads(sheet, row, of_what, of_share);
        const auto total = std::find_if(own.begin(), own.end(),
                                        [&](const Compared* one) { return one->key == total_key; });
        const int first = row + 1, total_row = first + static_cast<int>(total - own.begin());
        for (int i = 0; i < std::ssize(own); ++i)
            line(sheet, first + i, *own[static_cast<std::size_t>(i)], total_row,
                 total == own.end() ? nullptr : *total);
        return first + static_cast<int>(own.size());
    }

    static std::vector<const Compared*> pointers(const std::vector<Compared>& lines, bool parts) {
        std::vector<const Compared*> all;
        for (const Compared& own : lines) {
            if (parts || own.depth == 0) all.push_back(&own);
        }
        return all;
    }

    static void heading(xlsx::Sheet& sheet, int& row, std::string_view words) {
        sheet.put({row, 0}, xlsx::text_of(words), heading_style);
        sheet.heights[row++] = 26;
    }

    /// A chart in the columns right of the tables, below those before it.
    static void draw(xlsx::Sheet& sheet, Chart chart, int left) {
        const int top = 2 + static_cast<int>(sheet.charts.size()) * (chart_rows + 1);
        chart.place = {{top, left}, {top + chart_rows - 1, left + chart_columns - 1}};
        sheet.charts.push_back(std::move(chart));
    }

    xlsx::Sheet applications() const {
        const int columns = chart_left + chart_columns;
        xlsx::Sheet sheet = statistics_sheet(all_, head_, "申请情况", "政府信息公开申请情况统计",
                                             scope_of(all_), columns);
        for (int i = 0; i < line_columns; ++i) sheet.widths[i] = line_widths[i];
        sheet.widths[line_columns] = 2;
        int row = 2;
        heading(sheet, row, "一、收到申请");
        int top = row;
        row = lines(sheet, row, "本年新收", "占比", pointers(all_.applicants, true), "total");
        Chart applicants{ChartKind::columns, "各类申请人的本年新收申请（件）"};
        applicants.categories = {{top + 1, item_column}, {row - 2, item_column}};
        const auto draw_column = [&](int column) {
            applicants.series.push_back({{top, column}, {{top + 1, column}, {row - 2, column}}});
        };
        if (all_.comparable == 0) {
            draw_column(now_column);
        } else {
            applicants.title = "各类申请人的本年新收申请（可比单位，件）";
            draw_column(last_column);
            draw_column(comparable_column);
        }
        draw(sheet, std::move(applicants), chart_left);
        row = lines(sheet, row, "结转", unit, pointers(all_.intake, true), "无") + 1;

        heading(sheet, row, "二、办理结果");
        top = row;
        row = lines(sheet, row, "办理结果", "占总计", pointers(all_.results, false), "total");
        Chart results{ChartKind::pie, "办理结果"};
        results.categories = {{top + 1, item_column}, {row - 2, item_column}};
        results.series = {{{top, now_column}, {{top + 1, now_column}, {row - 2, now_column}}}};
        draw(sheet, std::move(results), chart_left);
        sheet.pages_down = 1;
        sheet.printed = {{0, 0}, {std::max(row, 2 * (chart_rows + 1) + 1), columns - 1}};
        return sheet;
    }

    xlsx::Sheet results() const {
        const int columns = chart_left + chart_columns;
        xlsx::Sheet sheet = statistics_sheet(
            all_, head_, "办理结果", "政府信息公开申请办理结果统计", scope_of(all_), columns);
        for (int i = 0; i < line_columns; ++i) sheet.widths[i] = line_widths[i];
        sheet.widths[line_columns] = 2;
        int row = 2;
        heading(sheet, row, "一、办理结果各项");
        row = lines(sheet, row, "办理结果", "占总计", pointers(all_.results, true), "total") + 1;
        row = largest(sheet, row);
        sheet.pages_down = 1;
        sheet.printed = {{0, 0}, {std::max(row, chart_rows + 2), columns - 1}};
        return sheet;
    }

    /// The offices with the most applications.
    int largest(xlsx::Sheet& sheet, int row) const {
        std::vector<const OfficeFigures*> offices;
        for (const OfficeFigures& office : all_.offices) {
            if (office.now.front().digits > 0) offices.push_back(&office);
        }
        std::stable_sort(offices.begin(), offices.end(),
                         [](const OfficeFigures* a, const OfficeFigures* b) {
                             return compare(a->now.front(), b->now.front()) > 0;
                         });
        if (offices.empty()) return row;
        offices.resize(std::min(offices.size(), most_offices_drawn));
        heading(sheet, row, "二、新收申请最多的单位");
        const int top = row;
        sheet.put({row, item_column}, xlsx::text_of("单位"), head_style);
        sheet.put({row, now_column}, xlsx::text_of("本年新收"), head_style);
        for (const OfficeFigures* office : offices) {
            ++row;
            sheet.put({row, item_column}, xlsx::text_of(office->name), name_style);
            sheet.put({row, now_column}, xlsx::number_of(office->now.front().to_string()),
                      number_style);
            sheet.heights[row] = 4 + 15.0 * xlsx::lines_in(office->name, line_widths[item_column]);
        }
        Chart chart{ChartKind::bars, "本年新收申请最多的单位（件）"};
        chart.categories = {{top + 1, item_column}, {row, item_column}};
        chart.series = {{{top, now_column}, {{top + 1, now_column}, {row, now_column}}}};
        draw(sheet, std::move(chart), chart_left);
        return row + 1;
    }

    xlsx::Sheet disputes() const {
        constexpr int before_outcomes = 1, rates = before_outcomes + outcome_count,
                      columns = rates + 4;
        xlsx::Sheet sheet = statistics_sheet(
            all_, head_, "复议诉讼", "政府信息公开行政复议、行政诉讼统计", scope_of(all_), columns);
        sheet.widths[0] = 26;
        for (int i = 1; i < columns; ++i) sheet.widths[i] = 11;
        constexpr int head = 2;
        sheet.put({head, 0}, xlsx::text_of("程序"), head_style);
        for (int i = 0; i < outcome_count; ++i)
            sheet.put({head, before_outcomes + i},
                      xlsx::text_of(nianbao::outcomes[static_cast<std::size_t>(i)].name),
                      head_style);
        const std::string heads[] = {"纠正率", fmt::format("可比单位{}年", all_.year),
                                     fmt::format("{}年总计", all_.year - 1), "增幅"};
        for (int i = 0; i < 4; ++i)
            sheet.put({head, rates + i}, xlsx::text_of(heads[i]), head_style);
        sheet.heights[head] = 32;
        for (int p = 0; p < procedure_count; ++p) {
            const int row = head + 1 + p;
            const auto line = [&](int outcome) -> const Compared& {
                return all_.disputes[static_cast<std::size_t>(p * outcome_count + outcome)];
            };
            const auto at = [&](int column) { return name_of(At{row, column}); };
            sheet.put({row, 0}, xlsx::text_of(procedures[static_cast<std::size_t>(p)].name),
                      name_style);
            for (int i = 0; i < outcome_count; ++i)
                sheet.put({row, before_outcomes + i}, xlsx::number_of(line(i).now.to_string()),
                          number_style);
            const Compared& total = line(outcome_total);
            sheet.put({row, rates},
                      quotient(at(before_outcomes + 1), at(before_outcomes + outcome_total),
                               line(1).now, total.now),
                      percent_style());
            sheet.put({row, rates + 1}, xlsx::number_of(total.comparable.to_string()),
                      number_style);
            sheet.put({row, rates + 2}, xlsx::number_of(total.before.to_string()), number_style);
            sheet.put({row, rates + 3},
                      quotient(fmt::format("{}-{}", at(rates + 1), at(rates + 2)), at(rates + 2),
                               total.comparable - total.before, total.before),
                      percent_style());
            sheet.heights[row] = 24;
        }
        Chart chart{ChartKind::stacked, "行政复议、行政诉讼的结果（件）"};
        const int last = head + procedure_count;
        chart.categories = {{head + 1, 0}, {last, 0}};
        for (int i = 0; i < outcome_total; ++i)
            chart.series.push_back(
                {{head, before_outcomes + i},
                 {{head + 1, before_outcomes + i}, {last, before_outcomes + i}}});
        chart.place = {{last + 2, 0}, {last + 1 + chart_rows, columns - 1}};
        sheet.printed = {{0, 0}, {chart.place.last.row + 1, columns - 1}};
        sheet.charts.push_back(std::move(chart));
        return sheet;
    }

    xlsx::Sheet disclosure() const {
        xlsx::Sheet sheet = statistics_sheet(all_, head_, "主动公开", "主动公开政府信息统计",
                                             scope_of(all_), line_columns);
        for (int i = 0; i < line_columns; ++i) sheet.widths[i] = line_widths[i];
        const int row = lines(sheet, 2, "项目", unit, pointers(all_.disclosure, true), "无");
        sheet.printed = {{0, 0}, {row - 1, line_columns - 1}};
        return sheet;
    }

    const Statistics& all_;
    const DeskHead& head_;
};

}  // namespace

std::string write_statistics(const Statistics& statistics, const DeskHead& head) {
    return StatisticsBook(statistics, head).write();
}

}  // namespace nianbao::sums
