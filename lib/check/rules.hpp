// One function behind each family of rules; the rules themselves stand in rules_*.hpp, a table each.
#pragma once

#include "nianbao/check.hpp"

#include <vector>

namespace nianbao {

/// The rule of that code. REQUIRES: there is one.
const CheckRule& check_rule(std::string_view code);

/// A finding of that rule, at its level; no hint where there is nothing to say.
Finding finding_of(std::string_view code, Span where, std::string message, std::string hint = {}, std::vector<Value> values = {});
/// The same as a warning, whatever the rule's level: it is not sure.
Finding doubt_of(std::string_view code, Span where, std::string message, std::string hint = {}, std::vector<Value> values = {});

/// T: the sums of the official tables, from the equations of the forms.
void check_arithmetic(const Report& report, std::vector<Finding>& findings);
/// P: the counts, shares and claims of the prose, against the tables and against each other.
void check_prose(const Report& report, const CheckOptions& options, std::vector<Finding>& findings);
/// Gives the findings that a report waives their reasons. V: waivers that match none of them.
void check_waivers(const Report& report, const CheckOptions& options, std::vector<Finding>& findings);

}  // namespace nianbao
