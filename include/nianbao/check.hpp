// The rules that a report must meet, beyond what the reader refuses.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What a rule looks at besides the report itself: last year's report, the other reports of the same run (see neighbours.hpp), or whichever there is.
enum class Needs { nothing, previous, others, either };

/// One rule: its stable code, its level, what it says (Chinese) and the clause it rests on. A finding may be told at a milder level than the rule's, where
/// it is not sure.
/// `good` and `bad` are examples: lines "field: value" over a report that has no finding. A text's field may stand in several lines, a paragraph each;
/// "previous." before a field means last year's report, "others." another office's of the same run. `finding` is what the bad one gives: level, field, the
/// characters meant where they are not the whole field, message.
struct CheckRule {
    std::string_view code;
    Severity severity;
    std::string_view says;
    std::string_view clause;
    std::string_view good, bad, finding;
    Needs needs = Needs::nothing;
};

/// Every rule, in the order of their families: the tables (T), last year (Y), prose against tables (P), wording (W), privacy (S), waivers (V).
std::span<const CheckRule> check_rules();

/// A rule as the list of rules shows it: a section of Markdown, Chinese, with its examples.
std::string rule_text(const CheckRule& rule);

/// The whole list of rules as a document (RULES.md), Chinese.
std::string rules_document();

struct CheckOptions {
    std::vector<std::string> disabled = {};  // codes of rules that are not run
    const Report* previous = nullptr;        // the same agency's report on the year before
    std::string no_previous = {};            // why there is none though one was asked for (Y-05): a sentence without its end mark, Chinese
    std::optional<Date> deadline = {};  // of publication; empty: 31 January, for a government 31 March (条例 第四十九条), of the year after the report's
};

/// Runs every rule; safe from many threads at once. Findings that the report waives carry the reason; a waiver that matches nothing is a finding itself.
/// REQUIRES: a whole report, as read() gives; so is `previous`.
std::vector<Finding> check(const Report& report, const CheckOptions& options = {});

}  // namespace nianbao
