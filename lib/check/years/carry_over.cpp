// Against last year's report of the same office.
#include "check/rules.hpp"
#include "report/cells.hpp"
#include "report/proportion.hpp"
#include "report/speech/spoken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao {
namespace {

/// Numbers below this jump by themselves.
constexpr Amount large = {100, 0};
constexpr std::string_view previous_hint = "请给出本单位上一年度的报告";

std::string accept_other_name(Speech speech) {
    if (has_no_keys(speech)) return "向收报告的单位说明";
    return speech == Speech::english ? "在 waive 中写明：rule: Y-05, field: agency，就照常比较"
                                     : "在 豁免 中写明：规则: Y-05, 字段: 单位，就照常比较";
}

std::vector<Remedy> other_report() { return {{Remedy::What::give_previous, {}}}; }

bool accepts_other_name(const Report& report) {
    return std::any_of(report.waive.begin(), report.waive.end(), [](const Waiver& waiver) {
        return waiver.rule == "Y-05" && (waiver.field == "agency" || waiver.field == "单位");
    });
}

/// Y-05. False where the two cannot be compared.
bool comparable(const Report& report, const Report& previous, Speech speech,
                std::vector<Finding>& findings) {
    if (previous.year != report.year - 1) {
        findings.push_back(
            finding_of("Y-05", {"year"},
                       fmt::format("上年的报告是 {} 年度的，不是 {} 年度的，没有比较",
                                   previous.year, report.year - 1),
                       std::string(previous_hint),
                       {{"found", std::to_string(previous.year)},
                        {"expected", std::to_string(report.year - 1)}}));
        findings.back().remedies = other_report();
        return false;
    }
    if (plain_name(previous.agency) == plain_name(report.agency)) return true;
    const bool accepted = accepts_other_name(report);
    findings.push_back(
        finding_of("Y-05", {"agency"},
                   fmt::format("上年的报告是“{}”的，不是“{}”的{}", previous.agency, report.agency,
                               accepted ? "" : "，没有比较"),
                   fmt::format("{}；单位改了名的，{}", previous_hint, accept_other_name(speech)),
                   {{"found", previous.agency}, {"expected", report.agency}}));
    findings.back().remedies = other_report();
    return accepted;
}

/// Y-01: column by column.
void check_carried_in(const Report& report, const Report& previous, Speech speech,
                      std::vector<Finding>& findings) {
    const Form& form = *report.applications.form;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        const std::string field = field_path(form, form.entries[i].field);
        constexpr std::string_view row = "applications.carried_in.";
        if (!field.starts_with(row)) continue;
        const Cell* last =
            find_cell(previous.applications, "carried_out." + field.substr(row.size()));
        const Amount& now = report.applications.cells[i].value;
        if (last == nullptr || last->value == now) continue;
        findings.push_back(
            finding_of("Y-01", {field},
                       fmt::format("{}：上年结转 {}，不等于上年报告中的结转下年度继续办理 {}",
                                   form.fields[form.entries[i].field].name, now.to_string(),
                                   last->value.to_string()),
                       "上年的报告公布以后数字有更正的，" + give_reasons(speech),
                       {{"found", now.to_string()}, {"expected", last->value.to_string()}}));
    }
}

/// T2-02: the stock of documents goes on from last year's. An earlier form has no such
/// stock.
void check_in_force(const Report& report, const Report& previous, Speech speech,
                    std::vector<Finding>& findings) {
    constexpr std::pair<std::string_view, std::string_view> groups[] = {
        {"government_rules", "规章"}, {"normative_documents", "行政规范性文件"}};
    for (const auto& group : groups) {
        const std::string_view key = group.first, name = group.second;
        const auto cell = [&](const Report& of, std::string_view leaf) {
            return find_cell(of.disclosure, fmt::format("{}.{}", key, leaf));
        };
        const Cell *before = cell(previous, "in_force"), *made = cell(report, "made"),
                   *repealed = cell(report, "repealed"), *now = cell(report, "in_force");
        if (before == nullptr || made == nullptr || repealed == nullptr || now == nullptr) continue;
        const Amount expected = before->value + made->value - repealed->value;
        if (now->value == expected) continue;
        const Amount difference =
            compare(now->value, expected) < 0 ? expected - now->value : now->value - expected;
        findings.push_back(finding_of(
            "T2-02", {fmt::format("disclosure.{}.in_force", key)},
            fmt::format(
                "{}：现行有效件数 {}，不等于上年的 {} 加本年制发件数 {} 减本年废止件数 {} 等于 {} (相差 {})",
                name, now->value.to_string(), before->value.to_string(), made->value.to_string(),
                repealed->value.to_string(), expected.to_string(), difference.to_string()),
            "修订、机构改革或集中清理造成的差异，可以" + give_reasons(speech),
            {{"found", now->value.to_string()},
             {"expected", expected.to_string()},
             {"difference", difference.to_string()}}));
    }
}

/// T2-04. True where it is told.
bool check_charges(const Report& report, const Report& previous, std::vector<Finding>& findings) {
    const Cell *now = charges_of(report), *before = charges_of(previous);
    if (now == nullptr || before == nullptr || before->value.digits == 0) return false;
    if (!looks_like_yuan(now->value) || compare_tenfold(now->value, before->value, 3) < 0)
        return false;
    findings.push_back(
        finding_of("T2-04", {std::string(charges_field)},
                   fmt::format("行政事业性收费 {} 万元，是上年 {} 万元的一千倍以上",
                               now->value.to_string(), before->value.to_string()),
                   "像是把元写成了万元，请核对单位",
                   {{"found", now->value.to_string()}, {"expected", before->value.to_string()}}));
    return true;
}

/// How a number has jumped since last year; empty where it has not.
std::string jump(const Amount& before, const Amount& now) {
    const bool more = compare(now, before) > 0;
    if (compare(more ? now : before, large) < 0) return {};
    if (before.digits == 0) return fmt::format("本年 {}，上年是 0", now.to_string());
    if (now.digits == 0) return fmt::format("本年是 0，上年 {}", before.to_string());
    if (more && compare_tenfold(now, before, 1) >= 0)
        return fmt::format("本年 {}，达到上年 {} 的十倍", now.to_string(), before.to_string());
    if (!more && compare_tenfold(before, now, 1) >= 0)
        return fmt::format("本年 {}，不超过上年 {} 的十分之一", now.to_string(),
                           before.to_string());
    return {};
}

/// Y-03. A total that jumps because one of its parts does is not told of again.
void check_jumps(const FilledForm& filled, const FilledForm& last_year, bool charges_told,
                 std::vector<Finding>& findings) {
    const Form& form = *filled.form;
    const std::vector<int> same = same_entries(form, *last_year.form);
    std::vector<bool> total(form.entries.size(), false), told(form.entries.size(), false);
    for (const Equation& equation : form.equations) {
        if (equation.computes) total[equation.left.front().entry] = true;
    }
    const auto check = [&](int i) {
        const Measure measure = form.entries[i].measure;
        if (same[i] < 0 || (measure != Measure::count && measure != Measure::amount)) return;
        const std::string field = field_path(form, form.entries[i].field);
        if (charges_told && field == charges_field) return;
        const Amount &before = last_year.cells[same[i]].value, &now = filled.cells[i].value;
        const std::string says = jump(before, now);
        if (says.empty()) return;
        told[i] = true;
        findings.push_back(
            finding_of("Y-03", {field}, fmt::format("{}：{}", cell_name(form, i), says),
                       "请核对；确实如此的不必改",
                       {{"found", now.to_string()}, {"previous", before.to_string()}}));
    };
    for (int i = 0; i < std::ssize(form.entries); ++i) {
        if (!total[i]) check(i);
    }
    for (bool again = true; std::exchange(again, false);) {
        for (const Equation& equation : form.equations) {
            const int left = equation.left.front().entry;
            const auto part_told = [&](const Term& term) { return told[term.entry]; };
            if (!equation.computes || told[left] ||
                std::none_of(equation.right.begin(), equation.right.end(), part_told))
                continue;
            told[left] = again = true;
        }
    }
    for (int i = 0; i < std::ssize(form.entries); ++i) {
        if (total[i] && !told[i]) check(i);
    }
}

}  // namespace

const Cell* charges_of(const Report& report) {
    return find_cell(report.disclosure, "administrative_charges");
}

void check_carry_over(const Report& report, const CheckOptions& options,
                      std::vector<Finding>& findings) {
    if (options.previous == nullptr) {
        if (options.no_previous.empty()) return;
        findings.push_back(
            finding_of("Y-05", {"agency"}, options.no_previous, std::string(previous_hint)));
        findings.back().remedies = other_report();
        return;
    }
    const Report& previous = *options.previous;
    if (!comparable(report, previous, options.speech, findings)) return;
    check_carried_in(report, previous, options.speech, findings);
    check_in_force(report, previous, options.speech, findings);
    const bool charges_told = check_charges(report, previous, findings);
    const auto now = report.tables(), before = previous.tables();
    for (std::size_t i = 0; i < now.size(); ++i)
        check_jumps(*now[i], *before[i], charges_told, findings);
    check_text_of_last_year(report, previous, findings);
}

}  // namespace nianbao
