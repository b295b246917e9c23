// One function behind each family of rules; the rules themselves stand in rules_*.hpp, a
// table each.
#pragma once

#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {
struct Evidence;
namespace wording {
struct Prose;
}

/// The rule of that code. REQUIRES: there is one.
const CheckRule& check_rule(std::string_view code);

/// A finding of that rule, at its level; no hint where there is nothing to say.
Finding finding_of(std::string_view code, Span where, std::string message, std::string hint = {},
                   std::vector<Value> values = {});
/// The same as a warning, whatever the rule's level: it is not sure.
Finding doubt_of(std::string_view code, Span where, std::string message, std::string hint = {},
                 std::vector<Value> values = {});

/// The same as advice: custom, which nothing requires.
Finding advice_of(std::string_view code, Span where, std::string message, std::string hint = {},
                  std::vector<Value> values = {});

/// Throws std::invalid_argument that names what no check can go by: a disabled rule that
/// is none, a deadline that is no day, a report on the year before that is not whole.
void require_sound(const CheckOptions& options);

/// T: the sums of the official tables, from the equations of the forms.
void check_arithmetic(const Report& report, Speech speech, std::vector<Finding>& findings);
/// T2-03: 规章 where the office cannot have made any.
void check_rule_making(const Report& report, std::vector<Finding>& findings);
/// T2-02, T2-04, Y: against last year's report; that there is none, where one was asked
/// for.
void check_carry_over(const Report& report, const CheckOptions& options,
                      std::vector<Finding>& findings);
/// Y-02: prose that is much the same as last year's.
void check_text_of_last_year(const Report& report, const Report& previous,
                             std::vector<Finding>& findings);
/// P: the counts, shares and claims of the prose, against the tables and against each
/// other. `evidence`: gets every figure with what it was held against; null: nobody asks.
void check_prose(const Report& report, const CheckOptions& options, std::vector<Finding>& findings,
                 std::vector<Evidence>* evidence);

/// 行政事业性收费 in 万元: its path, and its cell (nullptr in a form that has no such sum).
inline constexpr std::string_view charges_field = "disclosure.administrative_charges";
const Cell* charges_of(const Report& report);

/// The path of keys that a waiver's field means: “总体情况” is overview. What names no
/// field stays as it is.
std::string key_path(const Report& report, std::string_view written);

/// The text of a field that a quotation may be of; empty for any other.
std::u32string quotable_text(const Report& report, std::string_view field);

/// How a difference that is as it should be is explained: 在 waive 中写明理由. Who fills in
/// a workbook or writes a Word file can waive nothing in it.
std::string give_reasons(Speech speech);

/// Gives the findings that the waiver is about its reason; false where there are none.
/// `field` is its key_path. `text`: of that field, for a waiver with a quotation.
bool apply_waiver(const Waiver& waiver, std::string_view field, std::u32string_view text,
                  std::vector<Finding>& findings);
/// W: how the report is worded. S: what must not stand in a published report.
void check_wording(const Report& report, const wording::Prose& prose, const CheckOptions& options,
                   std::vector<Finding>& findings);
void check_privacy(const Report& report, const wording::Prose& prose,
                   std::vector<Finding>& findings);
/// Gives the findings that a report waives their reasons. V: waivers that match none of
/// them.
void check_waivers(const Report& report, const CheckOptions& options,
                   std::vector<Finding>& findings);

}  // namespace nianbao
