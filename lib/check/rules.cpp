#include "check/rules.hpp"

#include "check/offices/formal_name.hpp"
#include "check/offices/near_names.hpp"
#include "check/offices/own_name.hpp"
#include "check/offices/own_place.hpp"
#include "check/offices/rules.hpp"
#include "check/privacy/rules.hpp"
#include "check/prose/rules.hpp"
#include "check/tables/rules.hpp"
#include "check/waiver_rules.hpp"
#include "check/wording/rules.hpp"
#include "check/wording/text.hpp"
#include "check/years/rules.hpp"
#include "nianbao/evidence.hpp"
#include "report/dates.hpp"
#include "report/whole.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

/// The tables of all families, one after the other.
template <std::size_t... N>
constexpr auto joined(const CheckRule (&... families)[N]) {
    std::array<CheckRule, (N + ...)> all{};
    auto next = all.begin();
    ((next = std::copy(std::begin(families), std::end(families), next)), ...);
    return all;
}

constexpr auto all_rules = joined(table_rules, year_rules, prose_rules, wording_rules, office_rules,
                                  privacy_rules, waiver_rules);

constexpr bool codes_differ() {
    for (std::size_t i = 0; i < all_rules.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (all_rules[i].code == all_rules[j].code) return false;
        }
    }
    return true;
}
static_assert(codes_differ());

}  // namespace

std::span<const CheckRule> check_rules() { return all_rules; }

const CheckRule& check_rule(std::string_view code) {
    return *std::find_if(all_rules.begin(), all_rules.end(),
                         [&](const CheckRule& rule) { return rule.code == code; });
}

Finding finding_of(std::string_view code, Span where, std::string message, std::string hint,
                   std::vector<Value> values) {
    Finding finding;
    finding.severity = check_rule(code).severity;
    finding.rule = code;
    finding.where = std::move(where);
    finding.values = std::move(values);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

Finding doubt_of(std::string_view code, Span where, std::string message, std::string hint,
                 std::vector<Value> values) {
    Finding finding =
        finding_of(code, std::move(where), std::move(message), std::move(hint), std::move(values));
    finding.severity = Severity::warning;
    return finding;
}

Finding advice_of(std::string_view code, Span where, std::string message, std::string hint,
                  std::vector<Value> values) {
    Finding finding =
        finding_of(code, std::move(where), std::move(message), std::move(hint), std::move(values));
    finding.severity = Severity::advice;
    return finding;
}

void require_sound(const CheckOptions& options) {
    const auto rules = check_rules();
    for (const std::string& code : options.disabled) {
        const auto is = [&](const CheckRule& rule) { return rule.code == code; };
        if (std::none_of(rules.begin(), rules.end(), is))
            throw std::invalid_argument(fmt::format("disabled: there is no rule “{}”", code));
    }
    if (const std::optional<Date>& day = options.deadline; day && !exists(*day))
        throw std::invalid_argument(
            fmt::format("deadline: there is no day {}-{}-{}", day->year, day->month, day->day));
    if (options.previous != nullptr) require_whole(*options.previous);
}

namespace {

std::vector<Finding> run_rules(const Report& report, const CheckOptions& options,
                               std::vector<Evidence>* evidence) {
    require_sound(options);
    require_whole(report);
    std::vector<Finding> findings;
    check_arithmetic(report, options.speech, findings);
    check_rule_making(report, findings);
    check_carry_over(report, options, findings);
    check_prose(report, options, findings, evidence);
    const wording::Prose prose(report);
    check_wording(report, prose, options, findings);
    check_own_name(report, prose, options, findings);
    check_near_names(report, prose, findings);
    check_formal_name(report, prose, findings);
    check_own_place(report, prose, findings);
    check_privacy(report, prose, findings);
    check_waivers(report, options, findings);

    std::erase_if(findings, [&](const Finding& finding) {
        return std::find(options.disabled.begin(), options.disabled.end(), finding.rule) !=
               options.disabled.end();
    });
    return findings;
}

}  // namespace

std::vector<Finding> check(const Report& report, const CheckOptions& options) {
    return run_rules(report, options, nullptr);
}

Examination examine(const Report& report, const CheckOptions& options) {
    Examination both;
    both.findings = run_rules(report, options, &both.evidence);
    return both;
}

}  // namespace nianbao
