// What a workbook is filled with, and the sheets that are made of it.
#pragma once

#include "nianbao/report.hpp"
#include "xlsx/package/sheet.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::xlsx {

/// The parts of a report but its tables, by their paths of English keys, "waive.0.rule",
/// in the order of a data file.
using Parts = std::vector<std::pair<std::string, std::string>>;

struct Filling {
    const Report& report;
    const Report* previous = nullptr;   // the report on the year before
    Parts parts = {}, last_parts = {};  // of the two
    /// Of each table the cells that hold a number; the others are blank. The cells of a
    /// report that is whole are all given.
    std::array<std::vector<bool>, 3> given = {};
    bool to_fill_in = false;  // else a report that is whole
    bool ledger = false;      // table three is added up from 申请台账
    int draft = 0;            // 稿次
};

/// A sheet, and the areas of it that stand for fields, by their paths.
struct Page {
    Sheet sheet;
    std::vector<std::pair<std::string, Area>> names = {};

    void name(std::string path, const Area& area) { names.emplace_back(std::move(path), area); }
    void name(std::string path, At at) { name(std::move(path), Area{at, at}); }
};

/// The row of its sheet in which a table's grid begins.
inline constexpr int table_top = 3;
/// Where each table's choice of filling in stands.
At choice_at(const Form& form);

Page guide_page(const Filling& filling);
Page basics_page(const Filling& filling);
Page prose_page(const Filling& filling);
Page table_page(const Filling& filling, std::size_t table);
Page checks_page(const Filling& filling);
Page ledger_page(const Filling& filling);
/// `shown`: the pages before it. It holds the parts that stand on none of them.
Page hidden_page(const Filling& filling, const std::vector<Page>& shown);

// ---------------------------------------------------------------- what pages share

/// A cell as the table shows it: a number, or text if it has a remark, or if a number of
/// a sheet could not hold it as it is written.
Content content_of(const Cell& cell);
Content content_of(const Amount& amount);

/// The formula of a cell of table three that counts the lines of 申请台账; empty for a
/// total.
std::string ledger_formula(const Form& form, int entry);

/// The rows of the hidden sheet, column D, that hold what a line of 申请台账 can say.
std::vector<std::string> ledger_results(const Form& form);

/// Cells as few areas: those side by side, then such rows below each other.
std::vector<Area> areas_of(std::vector<At> cells);

/// A day as sheets count it.
Content date_of(const Date& date);

/// The paragraphs of a text, a line each; none if it is empty.
std::vector<std::string> paragraphs_of(std::string_view text);

Parts parts_of(const Report& report);
/// The text of a part; empty if there is none.
std::string_view text_at(const Parts& parts, std::string_view path);

/// The validations of cells that hold whole numbers, and of those that hold 万元.
Validation whole_numbers(const std::vector<At>& cells);
Validation amounts(const std::vector<At>& cells);

/// How many lines a text takes in a column.
int lines_in(std::string_view text, double width);

extern const Style title_style, label_style, hint_style, input_style;

}  // namespace nianbao::xlsx
