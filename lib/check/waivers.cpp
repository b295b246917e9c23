// What the report itself accepts, with a reason; and what it accepts without need.
#include "check/rules.hpp"
#include "text/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace nianbao {
namespace {

constexpr std::size_t longest_code = 8;

bool under(std::string_view field, std::string_view ancestor) {
    return field.substr(0, ancestor.size()) == ancestor &&
           (field.size() == ancestor.size() || field[ancestor.size()] == '.');
}

/// True where the rule was run at all, so that a waiver without a finding is one too
/// many.
bool was_run(const CheckRule& rule, const CheckOptions& options) {
    if (std::find(options.disabled.begin(), options.disabled.end(), rule.code) !=
        options.disabled.end())
        return false;
    return rule.needs == Needs::nothing ||
           (rule.needs == Needs::previous && options.previous != nullptr);
}

}  // namespace

bool apply_waiver(const Waiver& waiver, std::vector<Finding>& findings) {
    bool used = false;
    for (Finding& finding : findings) {
        if (finding.rule != waiver.rule || !under(finding.where.field, waiver.field)) continue;
        finding.waived = waiver.reason;
        used = true;
    }
    return used;
}

void check_waivers(const Report& report, const CheckOptions& options,
                   std::vector<Finding>& findings) {
    std::vector<Finding> unused;
    for (std::size_t i = 0; i < report.waive.size(); ++i) {
        const Waiver& waiver = report.waive[i];
        if (apply_waiver(waiver, findings)) continue;

        const auto rules = check_rules();
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const CheckRule& one) {
            return one.code == waiver.rule;
        });
        const std::string at = fmt::format("waive.{}", i);
        if (rule == rules.end()) {
            const auto near = std::find_if(rules.begin(), rules.end(), [&](const CheckRule& one) {
                return waiver.rule.size() <= longest_code &&
                       edit_distance(waiver.rule, one.code) == 1;
            });
            const std::string_view meant = near == rules.end() ? "" : near->code;
            unused.push_back(finding_of(
                "V-01", {at + ".rule"}, fmt::format("豁免没有用上：没有规则 {}", waiver.rule),
                fmt::format("{}规则的代码见 nianbao rules",
                            meant.empty() ? "" : fmt::format("是不是 {}？", meant))));
        } else if (was_run(*rule, options)) {
            unused.push_back(finding_of(
                "V-01", {at},
                fmt::format("豁免没有用上：{} 没有 {} 的问题", waiver.field, waiver.rule),
                "问题已经改正的，请删去这一条豁免；字段的写法与所列问题中的相同"));
        }
    }
    findings.insert(findings.end(), unused.begin(), unused.end());
}

}  // namespace nianbao
