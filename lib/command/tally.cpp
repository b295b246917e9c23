#include "command/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

void Tally::count(const Outcome& outcome, bool strict) {
    const auto stands = [](const Finding& finding) { return finding.waived.empty(); };
    const bool told = std::any_of(outcome.findings.begin(), outcome.findings.end(), stands);
    advice += static_cast<std::size_t>(std::count_if(
        outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) {
            return stands(finding) && finding.severity == Severity::advice;
        }));
    switch (outcome.status) {
        case Status::written:
            ++written;
            break;
        case Status::unchanged:
            ++unchanged;
            break;
        case Status::accepted:
            ++accepted;
            break;
        case Status::refused:
            ++refused;
            break;
        case Status::passed_over:
            ++passed_over;
            if (strict) exit = std::max<int>(exit, exit_findings);
            return;
        case Status::failed:
            ++failed;
            exit = std::max<int>(exit, exit_failed);
            return;
    }
    if (told && outcome.status != Status::refused) ++with_findings;
    if (stops(outcome.findings) || (strict && doubtful(outcome.findings)))
        exit = std::max<int>(exit, exit_findings);
}

std::string Tally::left_text() const {
    return (left == 0 ? "" : fmt::format("，没有处理 {} 份", left)) + passed_over_text();
}

std::string Tally::passed_over_text() const {
    return passed_over == 0 ? "" : fmt::format("；另有 {} 个文件不是数据文件，没有读", passed_over);
}

std::string Tally::advice_text() const {
    if (advice == 0) return {};
    return fmt::format("建议 {} 处没有列出；只检查一份时列出，--format json、csv 总是列出", advice);
}

std::string Tally::text() const {
    const std::string as_it_was = unchanged == 0 ? "" : fmt::format("，不必重做 {} 份", unchanged);
    return fmt::format(
        "共 {} 份：已生成 {} 份{}（其中 {} 份有问题提示），有错误未生成 {} 份，机器出错 {} 份{}",
        all(), written, as_it_was, with_findings, refused, failed, left_text());
}

std::string Tally::checked_text() const {
    return fmt::format(
        "共 {} 份：没有错误 {} 份（其中 {} 份有问题提示），有错误 {} 份，机器出错 {} 份{}", all(),
        accepted, with_findings, refused, failed, left_text());
}

std::string Tally::looked_text() const {
    return fmt::format(
        "共 {} 份：可以公布 {} 份（其中 {} 份有问题提示），不能公布 {} 份，机器出错 {} 份{}{}",
        all(), accepted, with_findings, refused, failed,
        left == 0 ? "" : fmt::format("，没有处理 {} 份", left),
        passed_over == 0 ? "" : fmt::format("；另有 {} 个文件没有看", passed_over));
}

std::string Tally::json() const {
    return fmt::format(
        R"({{"files": {}, "written": {}, "unchanged": {}, "accepted": {}, "with_findings": {}, "refused": {}, "failed": {}, "left": {}, "passed_over": {}}})",
        all(), written, unchanged, accepted, with_findings, refused, failed, left, passed_over);
}

}  // namespace nianbao
