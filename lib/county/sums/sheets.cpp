#include "county/sums/sheets.hpp"

#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {
namespace {

/// Decimals that a number of a data file has at most.
constexpr int most_decimals = 6;

}  // namespace

const xlsx::Style head_style{.points = 9,
                             .fill = xlsx::Fill::heading,
                             .bordered = true,
                             .across = xlsx::Across::centre,
                             .wrapped = true};
const xlsx::Style name_style{
    .points = 10, .bordered = true, .across = xlsx::Across::left, .wrapped = true};
const xlsx::Style number_style{.points = 10,
                               .bordered = true,
                               .across = xlsx::Across::centre,
                               .shrunk = true,
                               .shown = xlsx::Shown::count};
const xlsx::Style sum_style{.points = 10,
                            .bold = true,
                            .fill = xlsx::Fill::heading,
                            .bordered = true,
                            .across = xlsx::Across::centre,
                            .shrunk = true,
                            .shown = xlsx::Shown::count};

xlsx::Style of_difference(xlsx::Style style) {
    style.shown = xlsx::Shown::general;
    return style;
}

bool Paper::any_before() const {
    return std::any_of(rows.begin(), rows.end(),
                       [](const Row& row) { return row.before.has_value(); });
}

std::string Paper::scope() const {
    const std::string until = moment_text(head.now);
    const std::string as_of = until.empty() ? until : fmt::format("（截至{}）", until);
    if (of == Of::ledgers)
        return fmt::format("{}份台账的合计，计入汇总{}家，审核通过{}家{}", rows.size(), head.summed,
                           head.passed, as_of);
    const auto summed =
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.summed; });
    const auto passed = std::count_if(rows.begin(), rows.end(),
                                      [](const Row& row) { return row.summed && row.passed; });
    const auto others = std::ssize(rows) - summed;
    std::string text = fmt::format("计入汇总{}家，其中审核通过{}家", summed, passed);
    if (others > 0) text += fmt::format("；未计入{}家，见“汇总说明”", others);
    return text + as_of;
}

xlsx::Content number_of(const std::optional<Amount>& amount) {
    return amount ? xlsx::number_of(amount->to_string()) : xlsx::Content{};
}

std::string rounded(const std::string& formula, Measure measure) {
    return measure == Measure::amount ? fmt::format("ROUND({},{})", formula, most_decimals)
                                      : formula;
}

void put_title(xlsx::Sheet& sheet, const std::string& title, const std::string& below,
               int columns) {
    sheet.cover({{0, 0}, {0, columns - 1}}, xlsx::text_of(title), xlsx::title_style);
    sheet.heights[0] = 34;
    xlsx::Style style = xlsx::hint_style;
    style.points = 11;
    sheet.cover({{1, 0}, {1, columns - 1}}, xlsx::text_of(below), style);
    sheet.heights[1] = 22;
}

}  // namespace nianbao::sums
