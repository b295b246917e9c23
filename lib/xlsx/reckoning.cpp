#include "xlsx/reckoning.hpp"

#include "report/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::xlsx {
namespace {

constexpr std::string_view not_a_number = "有不是数的格";
/// A sum of more terms is not spelt out.
constexpr std::size_t most_terms_named = 3;

/// Of 22（其中修订16件） the 22, of a blank cell 0; of a range, cell by cell.
void add_number_before_remark(std::string& formula, const std::string& cells) {
    constexpr std::string_view mark = workbook::remark_begin;
    ((formula += "VALUE(\"0\"&LEFT(") += cells) += ",FIND(\"";
    ((formula += mark) += "\",SUBSTITUTE(") += cells;
    ((formula += ",\"(\",\"") += mark) += "\")&\"";
    (formula += mark) += "\")-1))";
}

std::string relation_of(const Equation& equation) {
    return equation.relation == Relation::equal ? "=" : ">=";
}

Amount distance(const Amount& a, const Amount& b) { return compare(a, b) < 0 ? b - a : a - b; }

/// "本年新收＋上年结转", or what the form calls the sum.
std::string named(std::span<const Term> terms, std::string_view sum) {
    if (!sum.empty()) return std::string(sum);
    if (terms.size() > most_terms_named) return "各格之和";
    std::string text;
    for (const Term& term : terms) {
        if (!text.empty() || term.sign < 0) text += term.sign > 0 ? "＋" : "－";
        text += term.name;
    }
    return text;
}

}  // namespace

std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) (out += c) += c == '"' ? "\"" : "";
    return out += '"';
}

Number number_in(const TableCells& cells, int entry) {
    const std::string name = cells.name(entry);
    Number number{"IF(ISNUMBER(", cells.filled.cells[entry].value};
    (((number.formula += name) += "),") += name) += ',';
    add_number_before_remark(number.formula, name);
    number.formula += ')';
    return number;
}

std::string range_of(const TableCells& cells, std::span<const Term> terms) {
    const At first = cells.at(terms.front().entry);
    const bool down = terms.size() > 1 && cells.at(terms[1].entry).row != first.row;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const int along = static_cast<int>(i);
        const At expected =
            down ? At{first.row + along, first.column} : At{first.row, first.column + along};
        if (terms[i].sign < 0 || cells.at(terms[i].entry) != expected) return {};
    }
    return cells.before + name_of(Area{first, cells.at(terms.back().entry)});
}

Number sum_of(const TableCells& cells, std::span<const Term> terms) {
    const std::string range = terms.size() > 1 ? range_of(cells, terms) : std::string();
    Number sum;
    if (!range.empty()) {
        sum.formula = "SUMPRODUCT(";
        add_number_before_remark(sum.formula, range);
        sum.formula += ')';
        sum.cell_by_cell = true;
    }
    for (const Term& term : terms) {
        const Amount& own = cells.filled.cells[term.entry].value;
        sum.value = term.sign > 0 ? sum.value + own : sum.value - own;
        if (!range.empty()) continue;
        if (!sum.formula.empty() || term.sign < 0) sum.formula += term.sign > 0 ? "+" : "-";
        sum.formula += number_in(cells, term.entry).formula;
    }
    return sum;
}

bool holds(const Equation& equation, const Amount& left, const Amount& right) {
    const int order = compare(left, right);
    return equation.relation == Relation::equal ? order == 0 : order >= 0;
}

Words difference(const TableCells& cells, const Equation& equation, std::string_view about) {
    const Number left = sum_of(cells, equation.left), right = sum_of(cells, equation.right);
    const std::string begin = fmt::format("{}差 ", about), end = about.empty() ? "" : "；";
    Words words{fmt::format(R"(IFERROR(IF({0}{1}{2},"",{3}&ABS({0}-({2}))&{4}),{5}))", left.formula,
                            relation_of(equation), right.formula, literal(begin), literal(end),
                            literal(fmt::format("{}{}{}", about, not_a_number, end))),
                {},
                left.cell_by_cell || right.cell_by_cell};
    if (!holds(equation, left.value, right.value))
        words.value =
            fmt::format("{}{}{}", begin, distance(left.value, right.value).to_string(), end);
    return words;
}

std::string compared(const Equation& equation) {
    return fmt::format("{}{}{}", named(equation.left, {}),
                       equation.relation == Relation::equal ? "＝" : "≥",
                       named(equation.right, equation.sum));
}

Words complaint(const Equation& equation, const Amount& left, const Amount& right,
                const std::string& left_name, const std::string& right_name) {
    const std::string begin = fmt::format("{}：{} ", equation.about, named(equation.left, {})),
                      middle = fmt::format("，{}{} ",
                                           equation.relation == Relation::equal ? "不等于" : "小于",
                                           named(equation.right, equation.sum)),
                      end = "（相差 ";
    Words words{
        fmt::format(
            R"(IF(COUNT({0},{1})<2,"{2}",IF({0}{3}{1},"",{4}&{0}&{5}&{1}&{6}&ABS({0}-{1})&"）")))",
            left_name, right_name, not_a_number, relation_of(equation), literal(begin),
            literal(middle), literal(end)),
        {}};
    if (!holds(equation, left, right))
        words.value = fmt::format("{}{}{}{}{}{}）", begin, left.to_string(), middle,
                                  right.to_string(), end, distance(left, right).to_string());
    return words;
}

const Equation* adding_up(const Form& form, int entry) {
    const auto found =
        std::find_if(form.equations.begin(), form.equations.end(), [&](const Equation& equation) {
            return equation.computes && equation.left.front().entry == entry;
        });
    return found == form.equations.end() ? nullptr : &*found;
}

}  // namespace nianbao::xlsx
