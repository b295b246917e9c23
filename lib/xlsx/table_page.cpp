// The sheet of one table, in the printed shape of the form: its grid, what is wrong, the
// note, and who signs.
#include "report/cells.hpp"
#include "report/workbook.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace nianbao::xlsx {
namespace {

/// How wide a table's columns are, in digits, and where the two pairs of label and value
/// begin that stand side by side above and below it.
struct Shape {
    std::string_view key;
    std::array<double, 3> labels;  // the first columns; those of 0 and the others are alike
    double column, checks;
    std::array<int, 4> pairs;
    bool landscape;
    std::string_view unit;
};

const Shape& shape_of(const Form& form) {
    static constexpr Shape shapes[] = {
        {"disclosure", {24}, 20, 13, {0, 1, 2, 3}, false, "件、万元"},
        {"applications", {6, 11, 36}, 9, 12, {0, 2, 3, 6}, false, "件"},
        {"disputes", {}, 9.5, 24, {0, 2, 7, 10}, true, "件"},
    };
    return *std::find_if(std::begin(shapes), std::end(shapes),
                         [&](const Shape& shape) { return shape.key == form.key; });
}

constexpr double height_of_a_line = 15, space_of_a_row = 8;

/// The printed words of a label, without the marks of breaks by sense.
std::string printed(std::string_view label) {
    std::string text(label);
    std::erase(text, '|');
    return text;
}

class TablePage {
public:
    TablePage(const Filling& filling, std::size_t table)
        : filling_(filling),
          filled_(*filling.report.tables()[table]),
          form_(*filled_.form),
          shape_(shape_of(form_)),
          given_(filling.given[table]),
          cells_{filled_, table_top},
          heading_(filling.report.edition->headings[table + 1]) {
        if (filling.previous != nullptr) {
            last_ = filling.previous->tables()[table];
            same_ = same_entries(form_, *last_->form);
        }
    }

    Page make() {
        Sheet& sheet = page_.sheet;
        sheet.name = workbook::sheet_name(workbook::sheet_of(form_.key));
        sheet.landscape = shape_.landscape;
        for (int column = 0; column < form_.columns; ++column) sheet.widths[column] = width(column);
        sheet.widths[form_.columns] = shape_.checks;
        head();
        boxes();
        entries();
        checks_beside();
        checks_below();
        note();
        foot();
        sheet.head_rows = table_top + form_.head_rows;
        sheet.frozen_rows = form_.head_rows > 0 ? sheet.head_rows : 0;
        sheet.printed = {{0, 0}, {below_ - 1, form_.columns}};
        return std::move(page_);
    }

private:
    double width(int column) const {
        const auto at = static_cast<std::size_t>(column);
        return at < shape_.labels.size() && shape_.labels[at] > 0 ? shape_.labels[at]
                                                                  : shape_.column;
    }
    double width(int first, int columns) const {
        double sum = 0;
        for (int column = first; column < first + columns; ++column) sum += width(column);
        return sum;
    }
    /// Makes a row at least as high as the lines need.
    void heighten(int row, int lines) {
        double& height = page_.sheet.heights[row];
        height = std::max(height, lines * height_of_a_line + space_of_a_row);
    }
    /// The columns of the n-th of the four parts, label and value twice.
    Area part(int row, int n) const {
        const int end = n == 3 ? form_.columns : shape_.pairs[static_cast<std::size_t>(n) + 1];
        return {{row, shape_.pairs[static_cast<std::size_t>(n)]}, {row, end - 1}};
    }

    void head() {
        Sheet& sheet = page_.sheet;
        sheet.cover({{0, 0}, {0, form_.columns}}, text_of(heading_), title_style);
        sheet.heights[0] = 34;
        const Area office{{1, 0}, {1, part(1, 2).first.column - 1}};
        sheet.cover(office,
                    text_of(fmt::format("单位：{}　　{}年度", filling_.report.agency,
                                        filling_.report.year)),
                    {.across = Across::left, .wrapped = true});
        sheet.cover({part(1, 2).first, part(1, 3).last},
                    text_of(fmt::format("计量单位：{}", shape_.unit)),
                    {.across = Across::right, .wrapped = true});
        sheet.heights[1] = 32;

        sheet.cover(part(2, 0), text_of("填法"), label_style);
        Style choice = input_style;
        choice.across = Across::centre;
        sheet.cover(part(2, 1), text_of(workbook::fill_each), choice);
        page_.name(fmt::format("{}.unlisted", form_.key), choice_at(form_));
        sheet.validations.push_back(
            {{{choice_at(form_), choice_at(form_)}},
             true,
             literal(fmt::format("{},{}", workbook::fill_each, workbook::rest_is_zero)),
             "请选一种填法",
             fmt::format("只能选“{}”或“{}”", workbook::fill_each, workbook::rest_is_zero)});
        sheet.cover(
            {part(2, 2).first, part(2, 3).last},
            text_of(
                filling_.ledger && form_.key == "applications"
                    ? "各格由“申请台账”汇总；要改的格可以直接填数"
                    : "全表或其余各格都没有业务的，选“本年无此业务，其余填0”，空着的格就按 0 算"),
            hint_style);
        sheet.put({2, form_.columns}, text_of("核对"), hint_style).style.across = Across::centre;
        sheet.heights[2] = 38;
    }

    void boxes() {
        for (const Box& box : form_.boxes) {
            Style style = label_style;
            if (box.scope == Scope::row && box.rows == 1 && form_.columns > 4 && box.column > 0)
                style.across = Across::left;
            if (box.columns == form_.columns) style.fill = Fill::heading;
            const int row = table_top + box.row;
            const std::string text = printed(box.text);
            page_.sheet.cover(
                {{row, box.column}, {row + box.rows - 1, box.column + box.columns - 1}},
                text_of(text), style);
            if (box.rows == 1) heighten(row, lines_in(text, width(box.column, box.columns)));
        }
    }

    void entries() {
        std::vector<At> counts, money;
        for (int i = 0; i < std::ssize(form_.entries); ++i) {
            const Entry& entry = form_.entries[static_cast<std::size_t>(i)];
            const At at = cells_.at(i);
            const Area area{at, {at.row + entry.rows - 1, at.column + entry.columns - 1}};
            const Equation* sum = adding_up(form_, i);
            const Content content = content_for(i, sum);
            page_.sheet.cover(area, content, style_for(entry, content, sum != nullptr));
            page_.name(field_path(form_, entry.field), at);
            if (sum == nullptr && entry.measure == Measure::count) counts.push_back(at);
            if (sum == nullptr && entry.measure == Measure::amount) money.push_back(at);
            if (content.kind == Content::Kind::text)
                heighten(at.row, lines_in(content.value, width(entry.column, entry.columns)));
            last_year(i, at);
        }
        if (!counts.empty()) page_.sheet.validations.push_back(whole_numbers(counts));
        if (!money.empty()) page_.sheet.validations.push_back(amounts(money));
    }

    /// A total is a formula, unless the report says something else.
    Content content_for(int entry, const Equation* sum) {
        const auto at = static_cast<std::size_t>(entry);
        const Cell& cell = filled_.cells[at];
        shown_.push_back(given_[at]);
        if (sum == nullptr) {
            Content content = given_[at] ? content_of(cell) : Content{};
            if (filling_.ledger && form_.key == "applications" && !given_[at])
                content.formula = ledger_formula(form_, entry);
            return content;
        }
        const Number total = sum_of(cells_, sum->right);
        if (given_[at] && (!cell.remark.empty() || cell.value != total.value))
            return content_of(cell);
        shown_[at] = std::any_of(sum->right.begin(), sum->right.end(), [&](const Term& term) {
            return shown_[static_cast<std::size_t>(term.entry)];
        });
        Content content = shown_[at] ? content_of(total.value) : Content{};
        const std::string range = range_of(cells_, sum->right);
        content.cell_by_cell = total.cell_by_cell;
        content.formula = range.empty()
                              ? total.formula
                              : fmt::format(R"(IF(AND(COUNTBLANK({})={},{}<>"{}"),"",{}))", range,
                                            sum->right.size(), name_of(choice_at(form_)),
                                            workbook::rest_is_zero, total.formula);
        return content;
    }

    static Style style_for(const Entry& entry, const Content& content, bool total) {
        const bool locked = total && !content.formula.empty();
        Style style = input_style;
        style.across = Across::centre;
        style.unlocked = !locked;
        style.fill = locked ? Fill::heading : total ? Fill::wrong : Fill::input;
        style.wrapped = content.kind == Content::Kind::text && content.formula.empty();
        style.shrunk = !style.wrapped;
        style.colour = total && !locked ? Colour::red : Colour::automatic;
        if (entry.measure == Measure::count) style.shown = Shown::count;
        return style;
    }

    void last_year(int entry, At at) {
        if (last_ == nullptr) return;
        const std::string path =
            field_path(form_, form_.entries[static_cast<std::size_t>(entry)].field);
        constexpr std::string_view carried_in = "applications.carried_in.";
        if (path.starts_with(carried_in)) {
            const Cell* carried =
                find_cell(*last_, "carried_out." + path.substr(carried_in.size()));
            if (carried != nullptr)
                page_.sheet.notes[at] = fmt::format("上年报告的“结转下年度继续办理”：{}，请核对",
                                                    content_of(*carried).value);
            return;
        }
        const int same = same_[static_cast<std::size_t>(entry)];
        if (same >= 0)
            page_.sheet.notes[at] = fmt::format(
                "上年：{}", content_of(last_->cells[static_cast<std::size_t>(same)]).value);
    }

    // ------------------------------------------------------------ checks

    bool in_one_row(const Equation& equation) const {
        const int row = cells_.at(equation.left.front().entry).row;
        const auto same = [&](const Term& term) { return cells_.at(term.entry).row == row; };
        return std::all_of(equation.left.begin(), equation.left.end(), same) &&
               std::all_of(equation.right.begin(), equation.right.end(), same);
    }

    static Style check_style() {
        return {.points = 10, .colour = Colour::red, .across = Across::centre, .wrapped = true};
    }

    /// Reddens numbers, and words about them, where there are words. `words`: the first
    /// cell of them, as the first number's formula names it.
    void alarm(const std::vector<At>& numbers, const std::vector<At>& words,
               const std::string& name) {
        std::vector<Area> areas = areas_of(numbers);
        const std::vector<Area> others = areas_of(words);
        areas.insert(areas.end(), others.begin(), others.end());
        page_.sheet.alarms.push_back({std::move(areas), fmt::format("LEN({})>0", name)});
    }

    void checks_beside() {
        std::map<int, std::vector<const Equation*>> rows;
        for (const Equation& equation : form_.equations) {
            if (in_one_row(equation))
                rows[cells_.at(equation.left.front().entry).row].push_back(&equation);
        }
        std::map<int, std::vector<At>> numbers;  // by column
        for (const auto& [row, equations] : rows) {
            const At at{row, form_.columns};
            Content words{Content::Kind::text};
            for (const Equation* equation : equations) {
                const Words own = difference(
                    cells_, *equation, equations.size() > 1 ? equation->about : std::string_view());
                words.formula += (words.formula.empty() ? "" : "&") + own.formula;
                words.value += own.value;
                words.cell_by_cell = words.cell_by_cell || own.cell_by_cell;
            }
            page_.sheet.put(at, words, check_style());
            if (equations.size() > 1) heighten(row, static_cast<int>(equations.size()));
            for (const Equation* equation : equations) {
                const At number = cells_.at(equation->left.front().entry);
                numbers[number.column].push_back(number);
            }
        }
        for (const auto& [column, own] : numbers) {
            std::vector<At> words;
            for (const At at : own) words.push_back({at.row, form_.columns});
            alarm(own, words, column_name_of(words.front()));
        }
    }

    /// A row for each rule whose sums go down the columns.
    void checks_below() {
        below_ = table_top + form_.rows;
        std::string_view rule;
        std::map<int, std::vector<At>> numbers;  // by the row of their words
        for (const Equation& equation : form_.equations) {
            if (in_one_row(equation)) continue;
            const At number = cells_.at(equation.left.front().entry);
            if (rule != equation.rule) {
                rule = equation.rule;
                Style style = hint_style;
                style.across = Across::right;
                const Area label{{below_, 0}, {below_, number.column - 1}};
                page_.sheet.cover(label, text_of("核对：" + compared(equation)), style);
                page_.sheet.heights[below_] = 30;
                ++below_;
            }
            const At at{below_ - 1, number.column};
            const Words words = difference(cells_, equation, {});
            page_.sheet.put(at,
                            {Content::Kind::text, words.value, words.formula, words.cell_by_cell},
                            check_style());
            numbers[at.row].push_back(number);
        }
        for (const auto& [row, own] : numbers) {
            std::vector<At> words;
            for (const At at : own) words.push_back({row, at.column});
            alarm(own, words, row_name_of(words.front()));
        }
    }

    // ------------------------------------------------------------ below the table

    void note() {
        page_.sheet.heights[below_] = 10;  // the form ends here
        page_.sheet.put({below_++, 0}, {}, {});
        const Area label = part(below_, 0);
        page_.sheet.cover(label, text_of("注"), label_style);
        const Area area{part(below_, 1).first, part(below_, 3).last};
        page_.sheet.cover(area, text_of(filled_.note), input_style);
        page_.name(fmt::format("{}.note", form_.key), area.first);
        double room = 0;
        for (int column = area.first.column; column <= area.last.column; ++column)
            room += width(column);
        heighten(below_, lines_in(filled_.note, room));
        ++below_;
    }

    /// Names that are typed here stay here.
    void foot() {
        for (std::size_t i = 0; i < std::size(workbook::foot_labels); ++i) {
            const int side = i % 2 == 0 ? 0 : 2;
            if (side == 0) page_.sheet.heights[below_] = 28;
            page_.sheet.cover(part(below_, side), text_of(workbook::foot_labels[i]), label_style);
            page_.sheet.cover(part(below_, side + 1), {}, input_style);
            if (side != 0) ++below_;
        }
    }

    const Filling& filling_;
    const FilledForm& filled_;
    const Form& form_;
    const Shape& shape_;
    const std::vector<bool>& given_;
    TableCells cells_;
    std::string_view heading_;
    const FilledForm* last_ = nullptr;
    std::vector<int> same_;
    std::vector<bool> shown_;  // of the entries so far: not blank
    Page page_;
    int below_ = 0;
};

}  // namespace

At choice_at(const Form& form) { return {table_top - 1, shape_of(form).pairs[1]}; }

Page table_page(const Filling& filling, std::size_t table) {
    return TablePage(filling, table).make();
}

}  // namespace nianbao::xlsx
