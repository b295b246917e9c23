#include "command/summary.hpp"

#include "command/json.hpp"

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
        const bool error = finding.severity == Severity::error;
        Count& rule = rules_[finding.rule];
        ++(error ? rule.errors : rule.warnings);
        ++(error ? office.count.errors : office.count.warnings);
    }
    if (office.count.errors + office.count.warnings == 0) return;
    const auto at = std::find_if(offices_.begin(), offices_.end(), [&](const Office& other) {
        return office.count.worse(other.count);
    });
    if (at == offices_.end() && offices_.size() == most_shown) return;
    offices_.insert(at, std::move(office));
    if (offices_.size() > most_shown) offices_.pop_back();
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
        text += fmt::format("  {:<6}错误 {} 处，警告 {} 处\n", rules[i].code, rules[i].count.errors,
                            rules[i].count.warnings);
    text += "问题最多的单位：\n";
    for (const Office& office : offices_)
        text += fmt::format("  {}（{}）：错误 {} 处，警告 {} 处\n",
                            office.agency.empty() ? "单位不明" : office.agency, office.file,
                            office.count.errors, office.count.warnings);
    return text;
}

std::string Summary::json() const {
    std::string rules, offices;
    for (const Rule& rule : worst_rules())
        rules += fmt::format(R"({}{{"rule": {}, "errors": {}, "warnings": {}}})",
                             rules.empty() ? "" : ", ", json_string(rule.code), rule.count.errors,
                             rule.count.warnings);
    for (const Office& office : offices_)
        offices += fmt::format(
            R"({}{{"agency": {}, "year": {}, "file": {}, "errors": {}, "warnings": {}}})",
            offices.empty() ? "" : ", ", json_string(office.agency), office.year,
            json_string(office.file), office.count.errors, office.count.warnings);
    return fmt::format(R"({{"rules": [{}], "offices": [{}]}})", rules, offices);
}

}  // namespace nianbao
