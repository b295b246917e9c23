// The rules that a report must meet, beyond what the reader refuses.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"
#include "nianbao/speech.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What a rule looks at besides the report itself: last year's report, the other reports
/// of the same run (see neighbours.hpp), or either of them.
enum class Needs { nothing, previous, others, either };

/// One rule: its stable code, its level, what it says (Chinese) and the clause it rests
/// on. A finding that is not sure may have a milder level than its rule.
///
/// `good` and `bad` are examples: lines "field: value" that change a report without
/// findings. A text may take several lines, one for each paragraph. "previous." before a
/// field means last year's report, "others." another office's of the same run. `finding`
/// is what the bad example gives: level, field, the characters meant unless they are the
/// whole field, message.
struct CheckRule {
    std::string_view code;
    Severity severity;
    std::string_view says;
    std::string_view clause;
    std::string_view good, bad, finding;
    Needs needs = Needs::nothing;
};

/// Every rule, in the order of their families: the tables (T), last year (Y), prose
/// against tables (P), wording (W), privacy (S), waivers (V).
[[nodiscard]] std::span<const CheckRule> check_rules();

/// A rule as the list of rules shows it: a section of Markdown, Chinese, with its
/// examples.
[[nodiscard]] std::string rule_text(const CheckRule& rule);

/// The whole list of rules as a document (RULES.md), Chinese.
[[nodiscard]] std::string rules_document();

/// Last year's report of an agency, kept as long as somebody has it. If one was asked for
/// and there is none, `none` says why (Y-05): a sentence without its end mark, Chinese.
struct Previous {
    std::shared_ptr<const Report> report = {};
    std::string none = {};
};

struct CheckOptions {
    std::vector<std::string> disabled = {};  // codes of rules that are not run
    const Report* previous = nullptr;        // the same agency's report on the year before
    std::string no_previous = {};            // as Previous::none
    /// Of publication. Empty: 31 January of the year after the report's, or 31 March for
    /// a government (条例 第四十九条).
    std::optional<Date> deadline = {};
    std::string file = {};  // the data file's name, which may name an office; empty: none
    /// Names that a county has for itself: institutions, documents, programmes. What is a
    /// character off is told (W-27).
    std::vector<std::string> names = {};
    Speech speech = Speech::english;  // of messages and hints, as the report's file speaks
};

/// Runs every rule. Findings that the report waives carry the reason; a waiver that
/// matches nothing is a finding itself. Safe to call from many threads at once. Throws
/// std::invalid_argument with fault() if the report, or `previous`, is not whole, and if
/// a disabled rule is none or the deadline is no day.
[[nodiscard]] std::vector<Finding> check(const Report& report, const CheckOptions& options = {});

}  // namespace nianbao
