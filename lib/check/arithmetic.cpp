#include "check/rules.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

struct Side {
    Amount sum;
    std::string says;
};

/// "本年新收 5 加上年结转 0 等于 5": the terms with their values, and their sum where there are several.
Side side_of(const FilledForm& filled, std::span<const Term> terms, std::string_view name = {}) {
    Side side;
    for (const Term& term : terms) {
        const Amount& value = filled.cells[static_cast<std::size_t>(term.entry)].value;
        side.sum = term.sign > 0 ? side.sum + value : side.sum - value;
        if (!side.says.empty()) side.says += term.sign > 0 ? " 加" : " 减";
        side.says += fmt::format("{} {}", term.name, value.to_string());
    }
    if (!name.empty()) side.says = fmt::format("{} {}", name, side.sum.to_string());
    else if (terms.size() > 1) side.says += " 等于 " + side.sum.to_string();
    return side;
}

std::string_view hint_for(const Equation& equation) {
    if (equation.relation == Relation::at_least) return "请核对这三个数；修订、机构改革或集中清理造成的差异，可以在 waive 中写明理由";
    if (equation.rule == "T3-01") return "第一项加第二项之和，应等于第三项总计加第四项之和，请逐个核对这四个数";
    return "请核对各个分项；总计也可以不写，由程序计算";
}

void check_equation(const FilledForm& filled, const Equation& equation, std::vector<Finding>& findings) {
    const Side left = side_of(filled, equation.left);
    const Side right = side_of(filled, equation.right, equation.sum);
    const int order = compare(left.sum, right.sum);
    if (equation.relation == Relation::equal ? order == 0 : order >= 0) return;

    const Amount difference = order < 0 ? right.sum - left.sum : left.sum - right.sum;
    const std::string_view unlike = equation.relation == Relation::equal ? "不等于" : "小于";
    findings.push_back(finding_of(equation.rule, {field_path(*filled.form, filled.form->entries[static_cast<std::size_t>(equation.left.front().entry)].field)},
                                  fmt::format("{}：{}，{}{} (相差 {})", equation.about, left.says, unlike, right.says, difference.to_string()),
                                  std::string(hint_for(equation)),
                                  {{"found", left.sum.to_string()}, {"expected", right.sum.to_string()}, {"difference", difference.to_string()}}));
}

}  // namespace

void check_arithmetic(const Report& report, std::vector<Finding>& findings) {
    for (const FilledForm* filled : report.tables()) {
        for (const Equation& equation : filled->form->equations) check_equation(*filled, equation, findings);
    }
}

}  // namespace nianbao
