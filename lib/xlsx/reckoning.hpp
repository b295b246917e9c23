// The sums of the official tables as formulas, each with what it comes to now.
#pragma once

#include "nianbao/report.hpp"
#include "xlsx/package/sheet.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nianbao::xlsx {

/// A table's cells as formulas name them.
struct TableCells {
    const FilledForm& filled;
    int top;                  // the row of the sheet in which the form's first row stands
    std::string before = {};  // of the names: empty on the table's own sheet, else
                              // "'依申请公开'!"

    At at(int entry) const {
        const Entry& own = filled.form->entries[entry];
        return {top + own.row, own.column};
    }
    std::string name(int entry) const { return before + name_of(at(entry)); }
};

struct Number {
    std::string formula;
    Amount value;
    bool cell_by_cell = false;  // as in Content
};

struct Words {
    std::string formula, value;
    bool cell_by_cell = false;
};

/// Text as a formula has it, in quotes.
std::string literal(std::string_view text);

/// The number in a cell that may be blank, or hold text: a number and its remark.
Number number_in(const TableCells& cells, int entry);

/// Those of all terms together.
Number sum_of(const TableCells& cells, std::span<const Term> terms);

/// The cells of the terms if they stand side by side, or one below the other, and all
/// count alike; else empty.
std::string range_of(const TableCells& cells, std::span<const Term> terms);

/// True if an equation holds for the numbers as they are.
bool holds(const Equation& equation, const Amount& left, const Amount& right);

/// "差 1", or nothing if the equation holds. `about`: one of several in a cell, which it
/// then names: "行政复议差 1；".
Words difference(const TableCells& cells, const Equation& equation, std::string_view about);

/// What an equation compares, in words: "本年新收＋上年结转＝办理结果总计＋结转下年度".
std::string compared(const Equation& equation);

/// What is wrong, in words, or nothing. `left` and `right` name the cells that hold the
/// two numbers.
Words complaint(const Equation& equation, const Amount& left, const Amount& right,
                const std::string& left_name, const std::string& right_name);

/// The equation that a total is added up by; nullptr if the entry is no total.
const Equation* adding_up(const Form& form, int entry);

}  // namespace nianbao::xlsx
