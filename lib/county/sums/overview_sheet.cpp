// 汇总说明: what is summed and what is not, and why.
#include "county/sums/sheets.hpp"
#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::sums {
namespace {

constexpr int overview_columns = 4;
constexpr double overview_widths[overview_columns] = {7, 42, 18, 40};

class OverviewSheet {
public:
    explicit OverviewSheet(const Paper& paper) : paper_(paper) {}

    xlsx::Sheet make() {
        sheet_.name = "汇总说明";
        sheet_.pages_down = 0;
        for (int i = 0; i < overview_columns; ++i) sheet_.widths[i] = overview_widths[i];
        put_title(sheet_,
                  fmt::format("{}{}年度政府信息公开工作年度报告汇总底稿", paper_.head.county,
                              paper_.head.year),
                  paper_.scope(), overview_columns);
        sheet_.heights[0] = 48;
        for (const std::string& line : lines()) say(line);
        const bool ledgers = paper_.of == Of::ledgers;
        table(ledgers ? "没有合计的台账" : "未计入汇总的单位", "原因", false);
        table(ledgers ? "还没有全部审核通过的台账" : "计入汇总、还没有审核通过的单位", "审核",
              true);
        sheet_.printed = {{0, 0}, {row_ - 1, overview_columns - 1}};
        return std::move(sheet_);
    }

private:
    std::vector<std::string> lines() const {
        const DeskHead& head = paper_.head;
        std::vector<std::string> all = {
            fmt::format("一、应报{}家，已报{}家，未报{}家，审核通过{}家。", head.expected,
                        head.sent, head.expected - head.sent, head.passed),
            "二、计入汇总的，是采用文件没有须改问题、名单上没有注明不计入汇总的单位；"
            "不要求已经审核通过。",
            "三、三张表各是一张工作表，单位为行，表中各格为列；“合计”是公式，只加“计入汇总”为"
            "“是”的行。带小三角的格，单位在表中另有备注。"};
        if (paper_.of == Of::ledgers) {
            all[1] = "二、一行是一份台账的合计；它由哪些单位加成，见该份台账的底稿。";
            all[2] =
                "三、三张表各是一张工作表，台账为行，表中各格为列；“合计”是公式，只加“计入汇总”为"
                "“是”的行。文字中的数没有合计，在各份台账的底稿里。";
        }
        if (paper_.any_before())
            all.emplace_back("四、灰色的行是上年的数，或者没有计入汇总的单位的数。");
        if (paper_.own != nullptr)
            all.push_back(
                fmt::format("{}、最后一行是本级报告的数，上面一行是它与合计之差，不是0的变红。",
                            all.size() == 4 ? "五" : "四"));
        return all;
    }

    void say(const std::string& line) {
        double width = 0;
        for (const double own : overview_widths) width += own;
        sheet_.cover({{row_, 0}, {row_, overview_columns - 1}}, xlsx::text_of(line),
                     {.face = xlsx::Face::fang,
                      .points = 12,
                      .across = xlsx::Across::left,
                      .wrapped = true});
        sheet_.heights[row_] = 6 + 16.0 * xlsx::lines_in(line, width / 1.15);
        ++row_;
    }

    /// The offices that are not summed, or those that are and have not passed.
    void table(const std::string& name, std::string_view why, bool summed) {
        std::vector<const Row*> rows;
        for (const Row& row : paper_.rows) {
            if (row.summed == summed && !(summed && row.passed)) rows.push_back(&row);
        }
        if (rows.empty()) return;
        sheet_.cover({{row_, 0}, {row_, overview_columns - 1}},
                     xlsx::text_of(fmt::format("{}（{}{}）", name, rows.size(),
                                               paper_.of == Of::ledgers ? "份" : "家")),
                     {.face = xlsx::Face::hei, .points = 12, .across = xlsx::Across::left});
        sheet_.heights[row_++] = 30;
        const std::string_view heads[] = {"序号", "单位", "类别", why};
        for (int i = 0; i < overview_columns; ++i)
            sheet_.put({row_, i}, xlsx::text_of(heads[i]), head_style);
        sheet_.heights[row_++] = 22;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sheet_.put({row_, 0}, xlsx::number_of(std::to_string(i + 1)), number_style);
            sheet_.put({row_, 1}, xlsx::text_of(rows[i]->name), name_style);
            sheet_.put({row_, 2}, xlsx::text_of(rows[i]->category), name_style);
            sheet_.put({row_, 3}, xlsx::text_of(summed ? rows[i]->review : rows[i]->left_out),
                       name_style);
            sheet_.heights[row_] = 4 + 14.0 * xlsx::lines_in(rows[i]->name, overview_widths[1]);
            ++row_;
        }
    }

    const Paper& paper_;
    xlsx::Sheet sheet_;
    int row_ = 2;
};

}  // namespace

xlsx::Sheet overview_sheet(const Paper& paper) { return OverviewSheet(paper).make(); }

}  // namespace nianbao::sums
