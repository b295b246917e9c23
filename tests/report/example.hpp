// The examples of the rules: lines "field: value" over the model reports of tests/data.
#pragma once

#include "nianbao/check.hpp"
#include "nianbao/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// What an example is checked with. `previous` is always there; `others` hold another office's report where a line of the example names it.
struct Example {
    Report report, previous;
    std::vector<Report> others;
    CheckOptions options;  // but `previous`
};

/// The model report, or the one of the year before; both without a finding.
Report model_report();
Report model_report_of_last_year();

/// The model reports with the example's lines put in: "overview: …", "applications.received.total: 5", "previous.…", "others.…", "kind: township",
/// "waive: RULE FIELD REASON", "options.deadline: 2024-02-29". Throws std::invalid_argument, with the line, where it does not know a field.
Example example(std::string_view lines);

/// A finding as the examples write it: "警告 overview“12件”: message", with " [reason]" where it is waived.
std::string as_in_examples(const Finding& finding, const Report& report);

}  // namespace nianbao
