// 分单位 and 离群值: each office with its figures, and what stands out.
#include "county/sums/sheets.hpp"
#include "county/sums/statistics_sheets.hpp"
#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {

using xlsx::Content;

double value_of(const Amount& amount) {
    double value = static_cast<double>(amount.digits);
    for (int i = 0; i < amount.decimals; ++i) value /= 10;
    return value;
}

xlsx::Style percent_style() {
    xlsx::Style style = number_style;
    style.shown = xlsx::Shown::percent;
    return style;
}

std::string scope_of(const Statistics& statistics) {
    const bool ledgers = statistics.of == Of::ledgers;
    const std::string summed = ledgers ? fmt::format("{}份台账的合计", statistics.summed)
                                       : fmt::format("计入汇总的{}家", statistics.summed);
    if (statistics.comparable == 0) return summed + "；没有上年报告，没有与上年比较";
    return fmt::format("{}；“可比单位”是其中有上年报告的{}{}，增减和增幅按可比单位计算", summed,
                       statistics.comparable, ledgers ? "份" : "家");
}

xlsx::Sheet statistics_sheet(const Statistics& statistics, const DeskHead& head,
                             const std::string& name, const std::string& title,
                             const std::string& below, int columns) {
    xlsx::Sheet sheet;
    sheet.name = name;
    sheet.landscape = true;
    sheet.pages_down = 0;
    put_title(sheet, fmt::format("{}{}年度{}", head.county, statistics.year, title), below,
              columns);
    return sheet;
}

xlsx::Sheet office_sheet(const Statistics& all, const DeskHead& head) {
    const int count = static_cast<int>(figures().size()), columns = 3 + count + 1;
    xlsx::Sheet sheet = statistics_sheet(all, head, "分单位", "分单位统计", scope_of(all), columns);
    sheet.paper = xlsx::Paper::a3;
    sheet.widths = {{0, 5}, {1, 32}, {2, 12}};
    for (int i = 3; i < columns; ++i) sheet.widths[i] = 11;
    constexpr int top = 2;
    constexpr std::string_view names[] = {"序号", "单位", "类别"};
    for (int i = 0; i < 3; ++i) sheet.put({top, i}, xlsx::text_of(names[i]), head_style);
    for (int i = 0; i < count; ++i)
        sheet.put({top, 3 + i}, xlsx::text_of(figures()[static_cast<std::size_t>(i)].name),
                  head_style);
    sheet.put({top, columns - 1}, xlsx::text_of("新收增幅"), head_style);
    sheet.heights[top] = 36;
    int row = top;
    for (const OfficeFigures& office : all.offices) {
        ++row;
        sheet.put({row, 0}, xlsx::number_of(std::to_string(row - top)), number_style);
        sheet.put({row, 1}, xlsx::text_of(office.name), name_style);
        sheet.put({row, 2}, xlsx::text_of(office.category), name_style);
        for (int i = 0; i < count; ++i)
            sheet.put({row, 3 + i},
                      xlsx::number_of(office.now[static_cast<std::size_t>(i)].to_string()),
                      number_style);
        Content growth;
        const std::optional<Amount>& before = office.before.front();
        if (before && before->digits > 0)
            growth = xlsx::number_of(
                fmt::format("{}", value_of(office.now.front() - *before) / value_of(*before)));
        sheet.put({row, columns - 1}, growth, percent_style());
    }
    sheet.filter = {{top, 0}, {std::max(row, top), columns - 1}};
    sheet.frozen_rows = sheet.head_rows = top + 1;
    sheet.frozen_columns = sheet.head_columns = 3;
    sheet.printed = {{0, 0}, {row, columns - 1}};
    return sheet;
}

xlsx::Sheet outlier_sheet(const Statistics& all, const DeskHead& head) {
    constexpr std::string_view heads[] = {"序号", "单位",     "类别", "指标",
                                          "本年", "比较的数", "说明"};
    constexpr double widths[] = {5, 32, 12, 22, 11, 11, 40};
    constexpr int columns = 7, top = 2;
    xlsx::Sheet sheet =
        statistics_sheet(all, head, "离群值", "离群值",
                         "较大的数不小于100，并且达到另一个数的十倍：与本单位上年比，"
                         "或者与同类单位（至少5家有数）的中位数比。只是提示，不一定有错",
                         columns);
    for (int i = 0; i < columns; ++i) {
        sheet.widths[i] = widths[i];
        sheet.put({top, i}, xlsx::text_of(heads[i]), head_style);
    }
    sheet.heights[1] = 30;
    int row = top;
    for (const Outlier& outlier : all.outliers) {
        ++row;
        const bool more = compare(outlier.now, outlier.other) > 0;
        const std::string says = fmt::format("{}{}的{}", more ? "达到" : "降到",
                                             outlier.of_kind ? "同类单位中位数" : "上年",
                                             more ? "十倍以上" : "十分之一以下");
        const Content contents[] = {
            xlsx::number_of(std::to_string(row - top)),
            xlsx::text_of(outlier.office),
            xlsx::text_of(outlier.category),
            xlsx::text_of(figures()[static_cast<std::size_t>(outlier.figure)].name),
            xlsx::number_of(outlier.now.to_string()),
            xlsx::number_of(outlier.other.to_string()),
            xlsx::text_of(says)};
        for (int i = 0; i < columns; ++i)
            sheet.put({row, i}, contents[i],
                      i == 0 || i == 4 || i == 5 ? number_style : name_style);
    }
    if (row == top) {
        ++row;
        sheet.cover({{row, 0}, {row, columns - 1}}, xlsx::text_of("没有"), number_style);
    }
    sheet.frozen_rows = sheet.head_rows = top + 1;
    sheet.printed = {{0, 0}, {row, columns - 1}};
    return sheet;
}

}  // namespace nianbao::sums
