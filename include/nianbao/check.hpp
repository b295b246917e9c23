// The rules that a report must meet, beyond what the reader refuses.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// One rule: its stable code, level, what it says (Chinese) and the clause it rests on.
struct CheckRule {
    std::string_view code;
    Severity severity;
    std::string_view says;
    std::string_view clause;
};

/// Every rule, in the order of their codes.
std::span<const CheckRule> check_rules();

struct CheckOptions {
    std::vector<std::string> disabled;  // codes of rules that are not run
};

/// Runs every rule. Findings stand in the order of the report; those that the report waives carry the reason.
/// REQUIRES: a whole report, as read() gives.
std::vector<Finding> check(const Report& report, const CheckOptions& options = {});

}  // namespace nianbao
