// 衔接: what each office carries in against what it carried out last year, and all of them
// against what the county published.
#include "county/sums/sheets.hpp"
#include "report/cells.hpp"
#include "report/forms/applications.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nianbao::sums {
namespace {

using xlsx::At;
using xlsx::Content;

constexpr int before_columns = 3;      // 序号, 单位, 计入汇总
constexpr int applications_table = 1;  // of an edition's forms

/// The three parts that stand side by side, a column for each kind of applicant.
constexpr std::string_view parts[] = {"本年报告的上年结转", "上年报告的结转下年度继续办理", "差"};

class CarriedSheet {
public:
    explicit CarriedSheet(const Paper& paper) : paper_(paper) {
        const Form& form = *paper.edition.forms[applications_table];
        for (int i = 0; i < applicant_count; ++i) {
            const std::string_view key = applicants[static_cast<std::size_t>(i)].key;
            in_.push_back(find_entry(form, fmt::format("carried_in.{}", key)));
            out_.push_back(find_entry(form, fmt::format("carried_out.{}", key)));
        }
    }

    xlsx::Sheet make() {
        sheet_.name = "衔接";
        sheet_.landscape = true;
        sheet_.paper = xlsx::Paper::a3;
        sheet_.pages_down = 0;
        sheet_.widths = {{0, 5}, {1, 30}, {2, 6}};
        for (int i = 0; i < 3 * applicant_count; ++i) sheet_.widths[before_columns + i] = 7;
        put_title(sheet_, fmt::format("{}{}年度申请结转衔接", paper_.head.county, paper_.head.year),
                  "各单位本年报告的“上年结转”，应当等于它上年报告的“结转下年度继续办理”；"
                  "合计应当等于本级上年公布的数",
                  before_columns + 3 * applicant_count);
        heads();
        first_ = row_;
        for (int i = 0; i < std::ssize(paper_.rows); ++i) office(i);
        last_ = std::max(row_ - 1, first_);
        sum();
        published();
        sheet_.alarms.push_back(
            {{{{first_, column(2, 0)}, {row_ - 1, column(2, applicant_count - 1)}}},
             fmt::format("AND(ISNUMBER({0}),{0}<>0)", name_of(At{first_, column(2, 0)}))});
        sheet_.frozen_columns = sheet_.head_columns = before_columns;
        sheet_.frozen_rows = sheet_.head_rows = first_;
        sheet_.printed = {{0, 0}, {row_ - 1, column(2, applicant_count - 1)}};
        return std::move(sheet_);
    }

private:
    using Line = std::array<std::optional<Amount>, applicant_count>;

    static int column(int part, int applicant) {
        return before_columns + part * applicant_count + applicant;
    }
    static Line line_of(const std::optional<Numbers>& numbers, const std::vector<int>& entries) {
        Line line;
        for (std::size_t i = 0; numbers && i < line.size(); ++i) {
            if (entries[i] >= 0)
                line[i] = numbers->cells[applications_table][static_cast<std::size_t>(entries[i])];
        }
        return line;
    }

    void heads() {
        constexpr std::string_view names[] = {"序号", "单位", "计入汇总"};
        for (int i = 0; i < before_columns; ++i)
            sheet_.cover({{2, i}, {3, i}}, xlsx::text_of(names[i]), head_style);
        for (int part = 0; part < 3; ++part) {
            sheet_.cover({{2, column(part, 0)}, {2, column(part, applicant_count - 1)}},
                         xlsx::text_of(parts[part]), head_style);
            for (int i = 0; i < applicant_count; ++i)
                sheet_.put({3, column(part, i)},
                           xlsx::text_of(applicants[static_cast<std::size_t>(i)].name), head_style);
        }
        sheet_.heights = {{0, 34}, {1, 22}, {2, 22}, {3, 36}};
        row_ = 4;
    }

    /// The difference of the first two parts, where both have a number.
    void differ(const Line& in, const Line& out, const xlsx::Style& style) {
        for (int i = 0; i < applicant_count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            Content content;
            if (in[at] && out[at]) {
                content = xlsx::number_of((*in[at] - *out[at]).to_string());
                content.formula = fmt::format("{}-{}", name_of(At{row_, column(0, i)}),
                                              name_of(At{row_, column(1, i)}));
            }
            sheet_.put({row_, column(2, i)}, content, of_difference(style));
        }
    }

    void office(int index) {
        const Row& row = paper_.rows[static_cast<std::size_t>(index)];
        const Line in = line_of(row.now, in_), out = line_of(row.before, out_);
        sheet_.put({row_, 0}, xlsx::number_of(std::to_string(index + 1)), number_style);
        sheet_.put({row_, 1}, xlsx::text_of(row.name), name_style);
        sheet_.put({row_, 2}, xlsx::text_of(row.summed ? "是" : "否"), number_style);
        for (int i = 0; i < applicant_count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            sheet_.put({row_, column(0, i)}, number_of(in[at]), number_style);
            sheet_.put({row_, column(1, i)}, number_of(out[at]), number_style);
            if (!row.summed) continue;
            if (in[at]) sum_in_[at] = sum_in_[at] + *in[at];
            if (out[at]) sum_out_[at] = sum_out_[at] + *out[at];
        }
        differ(in, out, number_style);
        ++row_;
    }

    void total(int part, const std::array<Amount, applicant_count>& sums) {
        for (int i = 0; i < applicant_count; ++i) {
            const int own = column(part, i);
            Content content = xlsx::number_of(sums[static_cast<std::size_t>(i)].to_string());
            content.formula = fmt::format("SUMIFS({},{},\"是\")",
                                          name_of(xlsx::Area{{first_, own}, {last_, own}}),
                                          fixed_name_of(xlsx::Area{{first_, 2}, {last_, 2}}));
            sheet_.put({row_, own}, content, sum_style);
        }
    }

    static Line line_of(const std::array<Amount, applicant_count>& sums) {
        Line line;
        std::copy(sums.begin(), sums.end(), line.begin());
        return line;
    }

    void sum() {
        sheet_.cover({{row_, 0}, {row_, 2}}, xlsx::text_of("合计"), sum_style);
        total(0, sum_in_);
        total(1, sum_out_);
        differ(line_of(sum_in_), line_of(sum_out_), sum_style);
        ++row_;
    }

    /// What the offices carry in against what the county said that all carried out.
    void published() {
        if (paper_.own_before == nullptr) return;
        const Line out = line_of(std::optional<Numbers>(*paper_.own_before), out_);
        sheet_.cover({{row_, 0}, {row_, 2}}, xlsx::text_of("与本级上年公布的比较"), sum_style);
        total(0, sum_in_);
        for (int i = 0; i < applicant_count; ++i)
            sheet_.put({row_, column(1, i)}, number_of(out[static_cast<std::size_t>(i)]),
                       sum_style);
        differ(line_of(sum_in_), out, sum_style);
        ++row_;
    }

    const Paper& paper_;
    std::vector<int> in_, out_;
    std::array<Amount, applicant_count> sum_in_{}, sum_out_{};
    xlsx::Sheet sheet_;
    int row_ = 0, first_ = 0, last_ = 0;
};

}  // namespace

xlsx::Sheet carried_sheet(const Paper& paper) { return CarriedSheet(paper).make(); }

}  // namespace nianbao::sums
