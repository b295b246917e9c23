#include "check/rules.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

Amount sum_of(const FilledForm& filled, std::span<const Term> terms) {
    Amount sum;
    for (const Term& term : terms) {
        const Amount& value = filled.cells[term.entry].value;
        sum = term.sign > 0 ? sum + value : sum - value;
    }
    return sum;
}

/// "本年新收 5 加上年结转 0 等于 5": the terms with their values, and their sum where
/// there are several; by a name of theirs nothing but the sum.
std::string says(const FilledForm& filled, std::span<const Term> terms, const Amount& sum,
                 std::string_view name = {}) {
    if (!name.empty()) return fmt::format("{} {}", name, sum.to_string());
    std::string text;
    for (const Term& term : terms) {
        if (!text.empty()) text += term.sign > 0 ? " 加" : " 减";
        text += fmt::format("{} {}", term.name, filled.cells[term.entry].value.to_string());
    }
    return terms.size() > 1 ? text + " 等于 " + sum.to_string() : text;
}

std::string hint_for(const Equation& equation, Speech speech) {
    if (equation.relation == Relation::at_least)
        return "请核对这三个数；修订、机构改革或集中清理造成的差异，可以" + give_reasons(speech);
    if (equation.rule == "T3-01")
        return "第一项加第二项之和，应等于第三项总计加第四项之和，请逐个核对这四个数";
    if (speech == Speech::cells) return "请核对各个分项；总计由表里的公式算出，不必填写";
    return speech == Speech::article ? "请核对各个分项和总计"
                                     : "请核对各个分项；总计也可以不写，由程序计算";
}

void check_equation(const FilledForm& filled, const Equation& equation, Speech speech,
                    std::vector<Finding>& findings) {
    const Amount left = sum_of(filled, equation.left), right = sum_of(filled, equation.right);
    const int order = compare(left, right);
    if (equation.relation == Relation::equal ? order == 0 : order >= 0) return;

    const Amount difference = order < 0 ? right - left : left - right;
    const std::string_view unlike = equation.relation == Relation::equal ? "不等于" : "小于";
    findings.push_back(finding_of(
        equation.rule,
        {field_path(*filled.form, filled.form->entries[equation.left.front().entry].field)},
        fmt::format("{}：{}，{}{} (相差 {})", equation.about, says(filled, equation.left, left),
                    unlike, says(filled, equation.right, right, equation.sum),
                    difference.to_string()),
        hint_for(equation, speech),
        {{"found", left.to_string()},
         {"expected", right.to_string()},
         {"difference", difference.to_string()}}));
}

}  // namespace

void check_arithmetic(const Report& report, Speech speech, std::vector<Finding>& findings) {
    for (const FilledForm* filled : report.tables()) {
        for (const Equation& equation : filled->form->equations)
            check_equation(*filled, equation, speech, findings);
    }
}

}  // namespace nianbao
