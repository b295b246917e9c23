#include "nianbao/check.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/nearest.hpp"
#include "command/usage.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

std::string_view name_of(Needs needs) { return needs == Needs::previous ? "previous" : needs == Needs::others ? "others" : "nothing"; }

/// The rules of those codes; none given: all.
std::vector<CheckRule> wanted(const std::vector<std::string>& codes) {
    const auto rules = check_rules();
    if (codes.empty()) return {rules.begin(), rules.end()};
    std::vector<std::string_view> names;
    for (const CheckRule& rule : rules) names.push_back(rule.code);
    std::vector<CheckRule> found;
    for (const std::string& code : codes) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const CheckRule& one) { return one.code == code; });
        if (rule == rules.end()) throw Usage(fmt::format("没有规则“{}”{}", code, did_you_mean(code, names)));
        found.push_back(*rule);
    }
    return found;
}

std::string json_of(const CheckRule& rule) {
    return fmt::format(R"({{"code": {}, "severity": "{}", "says": {}, "clause": {}, "needs": "{}", "good": {}, "bad": {}, "finding": {}}})",
                       json_string(rule.code), rule.severity == Severity::error ? "error" : "warning", json_string(rule.says), json_string(rule.clause),
                       name_of(rule.needs), json_string(rule.good), json_string(rule.bad), json_string(rule.finding));
}

}  // namespace

int run_rules(const Arguments& arguments, Caller& caller) {
    const std::vector<CheckRule> rules = wanted(arguments.files);
    std::string text;
    if (arguments.json) {
        for (const CheckRule& rule : rules) text += fmt::format("{}\n  {}", text.empty() ? "" : ",", json_of(rule));
        caller.member("rules", fmt::format("[{}\n]", text));
        return exit_clean;
    }
    for (const CheckRule& rule : rules) {
        if (!arguments.files.empty()) text += fmt::format("{}{}", text.empty() ? "" : "\n", rule_text(rule));
        else text += fmt::format("{:<6}{}  {}\n", rule.code, rule.severity == Severity::error ? "错误" : "警告", rule.says);
    }
    caller.output(text);
    return exit_clean;
}

}  // namespace nianbao
