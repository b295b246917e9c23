#include "check/rules.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

constexpr std::string_view notice = "国办公开办函〔2021〕30号";

constexpr CheckRule table[] = {
    {"T2-01", Severity::warning, "现行有效件数不少于本年制发件数减本年废止件数", notice},
    {"T3-01", Severity::error, "本年新收加上年结转，等于办理结果总计加结转下年度继续办理", notice},
    {"T3-02", Severity::error, "办理结果总计等于（一）至（六）各项之和", notice},
    {"T3-03", Severity::error, "每一行的总计等于自然人和五类法人或其他组织之和", notice},
    {"T4-01", Severity::error, "总计等于结果维持、结果纠正、其他结果、尚未审结之和", notice},
};

bool under(std::string_view field, std::string_view ancestor) {
    return field.substr(0, ancestor.size()) == ancestor && (field.size() == ancestor.size() || field[ancestor.size()] == '.');
}

}  // namespace

std::span<const CheckRule> check_rules() { return table; }

const CheckRule& check_rule(std::string_view code) {
    return *std::find_if(std::begin(table), std::end(table), [&](const CheckRule& rule) { return rule.code == code; });
}

std::vector<Finding> check(const Report& report, const CheckOptions& options) {
    std::vector<Finding> findings;
    check_arithmetic(report, findings);

    std::erase_if(findings,
                  [&](const Finding& finding) { return std::find(options.disabled.begin(), options.disabled.end(), finding.rule) != options.disabled.end(); });

    for (Finding& finding : findings) {
        for (const Waiver& waiver : report.waive) {
            if (waiver.rule == finding.rule && under(finding.where.field, waiver.field)) finding.waived = waiver.reason;
        }
    }
    return findings;
}

}  // namespace nianbao
