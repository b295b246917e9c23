#include "command/summary.hpp"

#include "command/json.hpp"
#include "file/shown_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t most_shown = 10;

}  // namespace

void Summary::count(const Outcome& outcome) {
    Office office{outcome.agency, outcome.name, outcome.year, {}};
    for (const Finding& finding : outcome.findings) {
        if (!finding.waived.empty()) continue;
        rules_[finding.rule].add(finding.severity);
        office.count.add(finding.severity);
    }
    if (office.count.errors + office.count.warnings + office.count.advice == 0) return;
    const auto at = std::find_if(offices_.begin(), offices_.end(), [&](const Office& other) {
        return office.count.worse(other.count);
    });
    if (at == offices_.end() && offices_.size() == most_shown) return;
    offices_.insert(at, std::move(office));
    if (offices_.size() > most_shown) offices_.pop_back();
}

std::string Summary::Count::text() const {
    return fmt::format("错误 {} 处，警告 {} 处{}", errors, warnings,
                       advice == 0 ? "" : fmt::format("，建议 {} 处", advice));
}

std::vector<Summary::Rule> Summary::worst_rules() const {
    std::vector<Rule> rules;
    for (const auto& [code, count] : rules_) rules.push_back({code, count});
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Rule& a, const Rule& b) { return a.count.worse(b.count); });
    return rules;
}

std::string Summary::text() const {
    const std::vector<Rule> rules = worst_rules();
    if (rules.empty()) return {};
    std::string text = "问题最多的规则：\n";
    for (std::size_t i = 0; i < std::min(rules.size(), most_shown); ++i)
        text += fmt::format("  {:<6}{}\n", rules[i].code, rules[i].count.text());
    text += "问题最多的单位：\n";
    for (const Office& office : offices_)
        text += fmt::format("  {}（{}）：{}\n", office.agency.empty() ? "单位不明" : office.agency,
                            shown_name(office.file), office.count.text());
    return text;
}

std::string Summary::json() const {
    std::string rules, offices;
    for (const Rule& rule : worst_rules())
        rules += fmt::format(R"({}{{"rule": {}, "errors": {}, "warnings": {}, "advice": {}}})",
                             rules.empty() ? "" : ", ", json_string(rule.code), rule.count.errors,
                             rule.count.warnings, rule.count.advice);
    for (const Office& office : offices_)
        offices += fmt::format(
            R"({}{{"agency": {}, "year": {}, "file": {}, "errors": {}, "warnings": {}, "advice": {}}})",
            offices.empty() ? "" : ", ", json_string(office.agency), office.year,
            json_string(office.file), office.count.errors, office.count.warnings,
            office.count.advice);
    return fmt::format(R"({{"rules": [{}], "offices": [{}]}})", rules, offices);
}

}  // namespace nianbao
