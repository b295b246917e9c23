// 正文指标 and 正文原句: what the texts count that no table has, office by office, and each
// figure with its sentence.
#include "county/sums/indicators.hpp"
#include "county/sums/sheets.hpp"
#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {
namespace {

using xlsx::Area;
using xlsx::Content;

constexpr int columns_before_figures = 3, counted_column = 2;  // 序号, 单位, 计入汇总

/// The first figure of an indicator: what follows it in a text are parts of it.
const Told* first_of(const Row& row, int indicator) {
    const auto found = std::find_if(row.told.begin(), row.told.end(),
                                    [&](const Told& told) { return told.indicator == indicator; });
    return found == row.told.end() ? nullptr : &*found;
}

}  // namespace

xlsx::Sheet indicator_sheet(const Paper& paper) {
    const auto all = indicators();
    const int count = static_cast<int>(all.size());
    xlsx::Sheet sheet;
    sheet.name = "正文指标";
    sheet.landscape = true;
    sheet.paper = xlsx::Paper::a3;
    sheet.pages_down = 0;
    sheet.widths = {{0, 5}, {1, 34}, {counted_column, 10}};
    for (int i = 0; i < count; ++i) sheet.widths[columns_before_figures + i] = 14;
    put_title(sheet, fmt::format("{}{}年度正文指标", paper.head.county, paper.head.year),
              "各单位正文中各指标的第一个数；每个数的原句见“正文原句”。正文没有写的空着，不是0。"
              "合计只加计入汇总的单位，供起草时参考，口径以各单位原文为准",
              columns_before_figures + count);
    constexpr int head = 2;
    sheet.put({head, 0}, xlsx::text_of("序号"), head_style);
    sheet.put({head, 1}, xlsx::text_of("单位"), head_style);
    sheet.put({head, counted_column}, xlsx::text_of("计入汇总"), head_style);
    for (int i = 0; i < count; ++i)
        sheet.put({head, columns_before_figures + i},
                  xlsx::text_of(all[static_cast<std::size_t>(i)].name), head_style);
    sheet.heights[head] = 36;
    int row = head + 1, number = 0;
    std::vector<Amount> sums(all.size());
    for (const Row& office : paper.rows) {
        if (!office.now) continue;
        sheet.put({row, 0}, xlsx::number_of(std::to_string(++number)), number_style);
        sheet.put({row, 1}, xlsx::text_of(office.name), name_style);
        sheet.put({row, counted_column}, xlsx::text_of(office.summed ? "是" : "否"), number_style);
        for (int i = 0; i < count; ++i) {
            const Told* told = first_of(office, i);
            sheet.put({row, columns_before_figures + i},
                      told == nullptr ? Content{} : xlsx::number_of(told->value.to_string()),
                      number_style);
            Amount& sum = sums[static_cast<std::size_t>(i)];
            if (told != nullptr && office.summed) sum = sum + told->value;
        }
        ++row;
    }
    sheet.cover({{row, 0}, {row, counted_column}}, xlsx::text_of("合计（供参考）"), sum_style);
    for (int i = 0; i < count; ++i) {
        const int column = columns_before_figures + i;
        Content content = xlsx::number_of(sums[static_cast<std::size_t>(i)].to_string());
        const int last = std::max(row - 1, head);
        content.formula = fmt::format(
            "ROUND(SUMIFS({},{},\"是\"),6)", name_of(Area{{head, column}, {last, column}}),
            xlsx::fixed_name_of(Area{{head, counted_column}, {last, counted_column}}));
        sheet.put({row, column}, content, sum_style);
    }
    sheet.frozen_columns = sheet.head_columns = columns_before_figures;
    sheet.frozen_rows = sheet.head_rows = head + 1;
    sheet.printed = {{0, 0}, {row, columns_before_figures + count - 1}};
    return sheet;
}

xlsx::Sheet sentence_sheet(const Paper& paper) {
    constexpr std::string_view heads[] = {"指标", "单位", "数", "所写", "部分", "原句"};
    constexpr double widths[] = {18, 34, 11, 14, 11, 90};
    constexpr int columns = 6, head = 2;
    xlsx::Sheet sheet;
    sheet.name = "正文原句";
    sheet.landscape = true;
    sheet.paper = xlsx::Paper::a3;
    sheet.pages_down = 0;
    for (int i = 0; i < columns; ++i) sheet.widths[i] = widths[i];
    put_title(sheet, fmt::format("{}{}年度正文指标原句", paper.head.county, paper.head.year),
              "先按指标、再按单位排列", columns);
    for (int i = 0; i < columns; ++i) sheet.put({head, i}, xlsx::text_of(heads[i]), head_style);
    sheet.heights[head] = 24;
    int row = head + 1;
    const auto all = indicators();
    for (int i = 0; i < std::ssize(all); ++i) {
        for (const Row& office : paper.rows) {
            for (const Told& told : office.told) {
                if (told.indicator != i) continue;
                const Content contents[] = {
                    xlsx::text_of(all[static_cast<std::size_t>(i)].name),
                    xlsx::text_of(office.name),
                    xlsx::number_of(told.value.to_string()),
                    xlsx::text_of(told.said),
                    xlsx::text_of(told.where),
                    xlsx::text_of(told.sentence),
                };
                for (int column = 0; column < columns; ++column)
                    sheet.put({row, column}, contents[column],
                              column == 2 ? number_style : name_style);
                sheet.heights[row] = 4 + 14.0 * xlsx::lines_in(told.sentence, widths[5]);
                ++row;
            }
        }
    }
    sheet.filter = {{head, 0}, {std::max(row - 1, head), columns - 1}};
    sheet.frozen_rows = sheet.head_rows = head + 1;
    sheet.printed = {{0, 0}, {row - 1, columns - 1}};
    return sheet;
}

}  // namespace nianbao::sums
