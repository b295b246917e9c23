// The sheets of 汇总底稿, and what they share.
#pragma once

#include "county/sums/rows.hpp"
#include "xlsx/package/sheet.hpp"

#include <span>
#include <string>
#include <vector>

namespace nianbao::sums {

/// What the sheets are made of. `own`, `own_before`: the county's own report, and what it
/// published on the year before; null: none.
struct Paper {
    const DeskHead& head;
    const Edition& edition;
    std::span<const Row> rows;
    const Numbers* own = nullptr;
    const Numbers* own_before = nullptr;
    Of of = Of::offices;

    bool any_before() const;
    /// “计入汇总 92 家，其中审核通过 61 家；未计入 8 家。”
    std::string scope() const;
};

xlsx::Sheet overview_sheet(const Paper& paper);
xlsx::Sheet table_sheet(const Paper& paper, std::size_t table);
xlsx::Sheet carried_sheet(const Paper& paper);
/// Offices and indicators, and every figure with its sentence.
xlsx::Sheet indicator_sheet(const Paper& paper);
xlsx::Sheet sentence_sheet(const Paper& paper);

/// The labels of an entry's column, from the top down: those of its row in the form, on
/// `rows` levels, then those of its column. Empty where the one above goes on.
struct ColumnHeads {
    std::vector<std::vector<std::string>> labels;  // by entry
    int rows = 0, levels = 0;
};
ColumnHeads column_heads(const Form& form);

/// Merges labels that stand side by side and are the same up to there. A run ends before
/// `new_pages` too, so that each page has its heads.
void put_heads(xlsx::Sheet& sheet, const ColumnHeads& heads, int top, int first_column);

// ---------------------------------------------------------------- what sheets share

/// A number as it is, or nothing.
xlsx::Content number_of(const std::optional<Amount>& amount);

/// Whether sums are rounded: numbers of sheets are binary.
std::string rounded(const std::string& formula, Measure measure);

/// Counts are not negative, differences are: they have styles of their own.
extern const xlsx::Style head_style, name_style, number_style, sum_style;
xlsx::Style of_difference(xlsx::Style style);

/// Title and the line below it, over the columns. Rows 0 and 1.
void put_title(xlsx::Sheet& sheet, const std::string& title, const std::string& below, int columns);

}  // namespace nianbao::sums
