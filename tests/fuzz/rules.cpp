// The rules, over any prose and figures.
#include "fuzz/data_file.hpp"
#include "fuzz/places.hpp"
#include "fuzz/targets.hpp"

#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/read.hpp"

#include <algorithm>

namespace nianbao::fuzz {

std::string check_report(std::string_view bytes) {
    // The first byte says how much of the others is last year's report; 0: there is none.
    const auto share =
        bytes.empty() ? 0 : static_cast<std::size_t>(static_cast<unsigned char>(bytes.front()));
    const std::string_view both = bytes.substr(std::min<std::size_t>(bytes.size(), 1));
    const std::size_t last_year = both.size() * share / 512;
    const Reading reading = read(data_file(both.substr(last_year)), "data.json", Format::json);
    std::string wrong = told_wrongly(reading.findings, reading.source);
    if (!wrong.empty() || !reading.report) return wrong;
    const Reading previous =
        read(data_file(both.substr(0, last_year)), "previous.json", Format::json);

    CheckOptions options;
    if (last_year > 0 && previous.report) options.previous = &*previous.report;
    const std::vector<Finding> findings = check(*reading.report, options);
    const auto rules = check_rules();
    for (const Finding& finding : findings) {
        const bool known = std::any_of(rules.begin(), rules.end(), [&](const CheckRule& rule) {
            return rule.code == finding.rule;
        });
        if (!known) return "a rule that is none: " + finding.rule;
    }
    wrong = told_wrongly(check_references(*reading.report), reading.source);
    return wrong.empty() ? told_wrongly(findings, reading.source) : wrong;
}

}  // namespace nianbao::fuzz
