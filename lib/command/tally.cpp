#include "command/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

void Tally::count(const Outcome& outcome, bool strict) {
    const auto stands = [](const Finding& finding) { return finding.waived.empty(); };
    const bool told = std::any_of(outcome.findings.begin(), outcome.findings.end(), stands);
    const bool done = outcome.status == Status::written || outcome.status == Status::unchanged || outcome.status == Status::accepted;
    (done ? written : outcome.status == Status::refused ? refused : failed) += 1;
    if (done && told) ++with_warnings;
    if (outcome.status == Status::failed) {
        exit = std::max<int>(exit, exit_failed);
    } else if (stops(outcome.findings) || (strict && told)) {
        exit = std::max<int>(exit, exit_findings);
    }
}

std::string Tally::text() const {
    return fmt::format("共 {} 份：已生成 {} 份（其中 {} 份有问题提示），有错误未生成 {} 份，机器出错 {} 份", written + refused + failed, written, with_warnings,
                       refused, failed);
}

std::string Tally::checked_text() const {
    return fmt::format("共 {} 份：没有错误 {} 份（其中 {} 份有问题提示），有错误 {} 份，机器出错 {} 份", written + refused + failed, written, with_warnings,
                       refused, failed);
}

}  // namespace nianbao
