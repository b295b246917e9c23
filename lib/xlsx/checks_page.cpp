// 核对: a line for each check that the rules of the tables make, with a link to its cells,
// the two numbers, and what is wrong in words.
#include "report/cells.hpp"
#include "report/forms/rule_making.hpp"
#include "report/proportion.hpp"
#include "report/workbook.hpp"
#include "xlsx/filling.hpp"
#include "xlsx/package/book.hpp"
#include "xlsx/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nianbao::xlsx {
namespace {

enum Column : std::uint8_t {
    rule_column,
    table_column,
    what_column,
    left_column,
    right_column,
    result_column,
    link_column
};
constexpr int columns = link_column + 1;
constexpr int head_rows = 3;
constexpr double widths[] = {9, 13, 48, 12, 12, 58, 17};

/// A number may be missing where text stands.
std::string or_nothing(const std::string& formula) {
    return fmt::format(R"(IFERROR({},""))", formula);
}

class ChecksPage {
public:
    explicit ChecksPage(const Filling& filling) : filling_(filling), report_(filling.report) {}

    Page make() {
        Sheet& sheet = page_.sheet;
        sheet.name = workbook::sheet_name(workbook::Sheet::checks);
        sheet.landscape = true;
        sheet.pages_down = 0;
        for (int column = 0; column < columns; ++column) sheet.widths[column] = widths[column];
        sheet.cover({{0, 0}, {0, columns - 1}}, text_of(sheet.name), title_style);
        sheet.heights[0] = 34;
        head();
        for (std::size_t table = 0; table < 3; ++table) blanks(table);
        first_ = row_;
        for (std::size_t table = 0; table < 3; ++table) {
            for (const Equation& equation : form(table).equations) check(table, equation);
        }
        rule_making();
        if (filling_.previous != nullptr) {
            in_force();
            charges();
        }
        sum_up();
        sheet.head_rows = sheet.frozen_rows = head_rows;
        sheet.printed = {{0, 0}, {row_ - 1, columns - 1}};
        return std::move(page_);
    }

private:
    const Form& form(std::size_t table) const { return *report_.tables()[table]->form; }
    static std::string sheet_of(const Form& form) {
        return std::string(workbook::sheet_name(workbook::sheet_of(form.key)));
    }
    static TableCells cells_of(const FilledForm& filled) {
        return {filled, table_top, quoted(sheet_of(*filled.form)) + "!"};
    }
    static std::string name(int row, int column) { return name_of(At{row, column}); }

    void head() {
        constexpr std::string_view heads[] = {"规则", "工作表", "核对的内容", "左边",
                                              "右边", "结果",   "去改"};
        Style style = label_style;
        style.bold = true;
        style.fill = Fill::heading;
        for (int column = 0; column < columns; ++column)
            page_.sheet.put({2, column}, text_of(heads[column]), style);
        row_ = head_rows;
    }

    /// Puts a line. `to`: the cell that its link leads to.
    void line(std::string_view rule, const Form& form, std::string_view what, Content left,
              Content right, Content result, At to) {
        Sheet& sheet = page_.sheet;
        Style plain{.points = 10, .bordered = true, .across = Across::left, .wrapped = true};
        Style centred = plain, red = plain, link = plain;
        centred.across = link.across = Across::centre;
        centred.shown = Shown::count;
        red.colour = Colour::red;
        link.colour = Colour::blue;
        link.underlined = true;
        const std::string own = sheet_of(form), target = quoted(own) + "!" + name_of(to);
        sheet.put({row_, rule_column}, text_of(rule), centred);
        sheet.put({row_, table_column}, text_of(own), centred);
        sheet.put({row_, what_column}, text_of(what), plain);
        sheet.put({row_, left_column}, std::move(left), centred);
        sheet.put({row_, right_column}, std::move(right), centred);
        sheet.put({row_, result_column}, std::move(result), red);
        sheet.put({row_, link_column}, text_of(own + "!" + name_of(to)), link);
        sheet.links.push_back({{row_, link_column}, target});
        sheet.heights[row_] = 30;
        ++row_;
    }

    static Content number(const Number& number) {
        Content content = content_of(number.value);
        content.kind = Content::Kind::number;
        content.value = number.value.to_string();
        content.formula = or_nothing(number.formula);
        content.cell_by_cell = number.cell_by_cell;
        return content;
    }
    static Content words(const Words& words) {
        return {Content::Kind::text, words.value, words.formula};
    }

    /// How many cells of a table are still blank.
    void blanks(std::size_t table) {
        const FilledForm& filled = *report_.tables()[table];
        const TableCells cells = cells_of(filled);
        std::vector<At> inputs;
        int missing = 0;
        for (int i = 0; i < std::ssize(filled.form->entries); ++i) {
            if (adding_up(*filled.form, i) != nullptr) continue;
            inputs.push_back(cells.at(i));
            missing += filling_.given[table][static_cast<std::size_t>(i)] ? 0 : 1;
        }
        std::string count;
        for (const Area& area : areas_of(inputs))
            count += fmt::format("{}COUNTBLANK({}{})", count.empty() ? "" : "+", cells.before,
                                 name_of(area));
        missing_ += missing;
        const std::string choice = cells.before + name_of(choice_at(*filled.form));
        Content left = number_of(std::to_string(missing));
        left.formula = fmt::format(R"(IF({}="{}",0,{}))", choice, workbook::rest_is_zero, count);
        const std::string own = name(row_, left_column);
        line("", *filled.form, "还没有填的格", std::move(left), {},
             {Content::Kind::text, missing == 0 ? "" : fmt::format("还有 {} 格没有填", missing),
              fmt::format(R"(IF({0}=0,"","还有 "&{0}&" 格没有填"))", own)},
             cells.at(0));
    }

    void check(std::size_t table, const Equation& equation) {
        const FilledForm& filled = *report_.tables()[table];
        const TableCells cells = cells_of(filled);
        const Number left = sum_of(cells, equation.left), right = sum_of(cells, equation.right);
        line(equation.rule, *filled.form, fmt::format("{}：{}", equation.about, compared(equation)),
             number(left), number(right),
             words(complaint(equation, left.value, right.value, name(row_, left_column),
                             name(row_, right_column))),
             cells.at(equation.left.front().entry));
    }

    /// T2-03, for offices that have no power to make 规章.
    void rule_making() {
        const std::string_view who = cannot_make_rules(report_);
        if (who.empty()) return;
        const TableCells cells = cells_of(report_.disclosure);
        Number sum;
        int first = -1;
        for (int i = 0; i < std::ssize(form(0).entries); ++i) {
            if (!is_of_rules(form(0), i)) continue;
            const Number own = number_in(cells, i);
            sum.formula += (first < 0 ? "" : "+") + own.formula;
            sum.value = sum.value + own.value;
            if (first < 0) first = i;
        }
        const std::string text = fmt::format("规章：{}没有制定规章的权限，各格应是 0", who);
        const std::string own = name(row_, left_column);
        line("T2-03", form(0), "规章：各格都是 0", number(sum), number_of("0"),
             {Content::Kind::text, sum.value.digits == 0 ? "" : text,
              fmt::format(R"(IF(ISNUMBER({0}),IF({0}=0,"",{1}),"有不是数的格"))", own,
                          literal(text))},
             cells.at(first));
    }

    /// T2-02: the stock of documents goes on from last year's.
    void in_force() {
        constexpr std::array<std::string_view, 2> groups[] = {
            {"government_rules", "规章"}, {"normative_documents", "行政规范性文件"}};
        const TableCells cells = cells_of(report_.disclosure);
        for (const auto& group : groups) {
            const std::string_view key = group[0], name = group[1];
            const auto entry = [&](std::string_view leaf) {
                return find_entry(form(0), fmt::format("{}.{}", key, leaf));
            };
            const int now = entry("in_force"), made = entry("made"), repealed = entry("repealed");
            const Cell* before =
                find_cell(filling_.previous->disclosure, fmt::format("{}.in_force", key));
            if (before == nullptr || now < 0 || made < 0 || repealed < 0) continue;
            const Term left[] = {{now, "现行有效件数"}},
                       right[] = {{made, "本年制发件数"}, {repealed, "本年废止件数", -1}};
            Number expected = sum_of(cells, right);
            expected.formula = before->value.to_string() + "+" + expected.formula;
            expected.value = before->value + expected.value;
            const std::string sum =
                fmt::format("上年的 {} 加本年制发件数减本年废止件数", before->value.to_string());
            const Equation equation{"T2-02", name, Relation::equal, left, right, sum};
            const Number own = sum_of(cells, left);
            line("T2-02", form(0), fmt::format("{}：{}", name, compared(equation)), number(own),
                 number(expected),
                 words(complaint(equation, own.value, expected.value, this->name(row_, left_column),
                                 this->name(row_, right_column))),
                 cells.at(now));
        }
    }

    /// T2-04: yuan that were written as 万元.
    void charges() {
        const int now = find_entry(form(0), "administrative_charges");
        const Cell* before = find_cell(filling_.previous->disclosure, "administrative_charges");
        if (now < 0 || before == nullptr || before->value.digits == 0 ||
            form_entry(form(0), now).measure != Measure::amount)
            return;
        const TableCells cells = cells_of(report_.disclosure);
        const Number own = number_in(cells, now);
        const std::string left = name(row_, left_column), right = name(row_, right_column),
                          text = "行政事业性收费是上年的一千倍以上，像是把元写成了万元";
        Content last = content_of(before->value);
        last.kind = Content::Kind::number;
        const bool wrong =
            looks_like_yuan(own.value) && compare_tenfold(own.value, before->value, 3) >= 0;
        line(
            "T2-04", form(0), "行政事业性收费：以万元为单位（右边是上年的数）", number(own),
            std::move(last),
            {Content::Kind::text, wrong ? text : "",
             fmt::format(
                 R"(IF(ISNUMBER({0}),IF(AND({0}>=1000*{1},ROUND({0},2)={0}),{2},""),"有不是数的格"))",
                 left, right, literal(text))},
            cells.at(now));
    }

    /// Says above the lines how many cells are blank, and how many checks fail. Blank
    /// cells come first, as checks of nothing are right.
    void sum_up() {
        const std::string area = name_of(Area{{first_, result_column}, {row_ - 1, result_column}}),
                          count = fmt::format("COUNTIF({},\"?*\")", area),
                          gaps = fmt::format("SUM({})", name_of(Area{{head_rows, left_column},
                                                                     {first_ - 1, left_column}}));
        const int all = row_ - first_;
        int wrong = 0;
        for (int row = first_; row < row_; ++row)
            wrong += page_.sheet.cells[{row, result_column}].content.value.empty() ? 0 : 1;
        const std::string right = fmt::format("{} 项核对都对", all), so_far = "已填的核对都对";
        const auto blank = [](std::string_view number) {
            return fmt::format("还有 {} 格没有填；", number);
        };
        const auto fail = [&](std::string_view number) {
            return fmt::format("{} 项核对中有 {} 项不对，见下面红色的行", all, number);
        };
        std::string value = missing_ > 0 ? blank(std::to_string(missing_)) : std::string();
        value += wrong > 0 ? fail(std::to_string(wrong)) : missing_ > 0 ? so_far : right;
        Content content{Content::Kind::text, value,
                        fmt::format(R"(IF({0}=0,"","{1}")&IF({2}>0,"{3}",IF({0}=0,"{4}","{5}")))",
                                    gaps, blank("\"&" + gaps + "&\""), count,
                                    fail("\"&" + count + "&\""), right, so_far)};
        page_.sheet.cover({{1, 0}, {1, columns - 1}}, content,
                          {.points = 12, .bold = true, .across = Across::left});
        page_.sheet.heights[1] = 24;
        page_.sheet.alarms.push_back(
            {{{{1, 0}, {1, columns - 1}}}, fmt::format("{}+{}>0", gaps, count)});
        page_.sheet.alarms.push_back({{{{head_rows, result_column}, {row_ - 1, result_column}}},
                                      fmt::format("LEN({})>0", name(head_rows, result_column))});
    }

    const Filling& filling_;
    const Report& report_;
    Page page_;
    int row_ = 0, first_ = 0;
    int missing_ = 0;  // cells of all tables
};

}  // namespace

Page checks_page(const Filling& filling) { return ChecksPage(filling).make(); }

}  // namespace nianbao::xlsx
