// The county's own data file, added up from the files that count.
#include "county/desk/examined.hpp"
#include "county/desk/former.hpp"
#include "county/desk/intake/received.hpp"
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "county/sums/rows.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/collect.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace nianbao {
namespace {

/// The counting file; of a report in two files, what they are together.
Input input_of_row(const CollectOptions& options, const LedgerRow& row) {
    Input input = desk::input_at(options, row.chosen);
    if (row.with.empty()) return input;
    const desk::Joined joined = desk::join(input, desk::input_at(options, row.with));
    return joined.report ? desk::joined_input(*joined.report, row.chosen) : input;
}

/// Lines of comment above the data: who is in the sum, and who is not.
std::string head_of(const CountyReport& report, const DeskHead& head) {
    std::string text = fmt::format("# 由 {} 家的报告逐格相加（截至 {}，其中审核通过 {} 家）。\n",
                                   report.members, moment_text(head.now), head.passed);
    if (report.left.empty()) return text;
    text += fmt::format("# 没有计入的 {} 家：\n", report.left.size());
    for (const std::string& office : report.left) text += "#   " + office + "\n";
    return text;
}

/// The file but for when it was added up: a sum of the same stays as it is.
std::string without_time(std::string text) {
    constexpr std::string_view before = "（截至 ", after = "，其中";
    const std::size_t begin = text.find(before), end = text.find(after);
    const std::size_t line_end = text.find('\n');
    if (begin < end && end < line_end) text.erase(begin, end - begin);
    return text;
}

void refuse(CountyReport& report, std::string message, std::string hint) {
    Finding finding =
        told(Severity::error, desk::rule("L-41"), {}, std::move(message), std::move(hint));
    finding.place.file = utf8(report.place);
    report.merged.findings.push_back(std::move(finding));
    report.merged.status = Status::refused;
}

}  // namespace

CountyReport write_county_report(const CollectOptions& options, const Collected& collected) {
    CountyReport report;
    const std::string agency = desk::agency_of(options.profile);
    if (agency.empty()) return report;
    report.place = options.folder / path_of(agency + ".yaml");
    report.merged.name = utf8(report.place);
    refuse_special_file(report.place);

    std::vector<const LedgerRow*> summed;
    for (const LedgerRow& row : collected.rows) {
        if (row.summed) summed.push_back(&row);
        else if (row.on_list)
            report.left.push_back(
                fmt::format("{}（{}）", row.office.name, sums::left_out_because(row)));
    }
    report.members = static_cast<int>(summed.size());
    const std::vector<Report>& sums = collected.sums;  // of gathered ledgers
    if (summed.empty()) {
        refuse(report, "没有可以汇总的报告", "收到须改 0 的报告以后再收一次");
        return report;
    }

    MergeOptions merging;
    merging.agency = agency;
    merging.year = collected.head.year;
    merging.name = report.merged.name;
    merging.check = options.check;
    merging.check.deadline = options.profile.county_publication;
    merging.check.force = true;
    merging.threads = options.batch.threads;
    merging.members_checked = true;
    const std::optional<std::string> former = content_of(report.place);
    if (former) {
        const Reading prose = read_prose(report.place);
        if (!prose.report) {
            report.merged.source = prose.source;
            report.merged.findings = prose.findings;
            refuse(report, "这个文件读不出来，没有重写", "改正它，或者移开它，再收一次");
            return report;
        }
        merging.prose = Input{report.place};
    }
    const auto input_of = [&](std::size_t i) {
        return sums.empty() ? input_of_row(options, *summed[i])
                            : Input{.bytes = desk::sum_text(sums[i]),
                                    .name = sums[i].agency + ".json",
                                    .format = Format::json};
    };
    Merged merged = merge(
        sums.empty() ? summed.size() : sums.size(), input_of, merging, [&](const Outcome& member) {
            if (member.status != Status::failed) return;
            refuse(report, fmt::format("{}：{}", member.name, member.failure), "再收一次");
        });
    for (Finding& finding : report.merged.findings)
        merged.merged.findings.push_back(std::move(finding));
    report.merged = std::move(merged.merged);
    report.merged.name = utf8(report.place);
    if (!merged.report) return report;
    const std::string text =
        head_of(report, collected.head) + write(*merged.report, Format::yaml, Keys::chinese);
    const bool same = former && without_time(*former) == without_time(text);
    if (!same) desk::replace_keeping(report.place, text, collected.head.now);
    report.merged.status = Status::written;
    report.report = std::move(merged.report);
    report.merged.made = {{nullptr, report.place, same, {}}};
    return report;
}

}  // namespace nianbao
