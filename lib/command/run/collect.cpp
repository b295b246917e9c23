#include "nianbao/collect.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/previous.hpp"
#include "county/desk/papers.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/read.hpp"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <string>
#include <system_error>

namespace nianbao {
namespace {

/// When the ledger is made, by the clock of the place.
Moment by_the_clock() {
    const std::time_t seconds = std::time(nullptr);
    const std::tm* local = std::localtime(&seconds);
    if (local == nullptr) return {};
    return {
        {local->tm_year + 1900, local->tm_mon + 1, local->tm_mday}, local->tm_hour, local->tm_min};
}

/// What is wrong with the list, the profile or the ledger, each with its line. False if
/// something is an error.
bool tell(std::string name, std::vector<Finding> findings, Source source, Caller& caller) {
    if (findings.empty()) return true;
    Outcome outcome;
    outcome.name = std::move(name);
    outcome.status = stops(findings) ? Status::refused : Status::accepted;
    outcome.findings = std::move(findings);
    outcome.source = std::move(source);
    caller.outcome(outcome);
    return outcome.status == Status::accepted;
}

/// “核验无误”, or “须改 2，待核实 1，未比对 3”.
std::string verdict(const DeskCounts& counts) {
    std::string text;
    const auto add = [&](std::string_view what, int count) {
        if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : "，", what, count);
    };
    add("须改", counts.to_mend);
    add("待核实", counts.to_verify);
    add("未比对", counts.not_compared);
    return text.empty() ? "核验无误" : text;
}

/// “云溪县民政局：按时报送，待审核，核验无误”
std::string line_of(const LedgerRow& row) {
    std::string text = row.office.name + "：";
    if (row.on_list || row.submission != Submission::none) text += submission_text(row.submission);
    if (row.review != Review::none) text += "，" + review_text(row.review, row.returns);
    if (!row.chosen.empty()) text += "，" + verdict(row.counts);
    if (!row.main_problem.empty()) text += "。" + row.main_problem;
    return text + "\n";
}

CollectOptions options_of(const Arguments& arguments, Caller& caller) {
    CollectOptions options;
    options.folder = path_of(*arguments.output);
    options.year = arguments.year;
    options.now = arguments.now.value_or(by_the_clock());
    options.check = arguments.run.check;
    options.check.previous = previous_of(arguments, caller);
    options.converter = arguments.converter;
    options.batch = arguments.run.batch;
    if (!arguments.from.empty()) return options;
    options.received = path_of(arguments.files.front());
    std::error_code unknown;
    if (!std::filesystem::exists(options.received, unknown))
        throw Usage(fmt::format("没有“{}”这个文件夹", utf8(options.received)));
    if (!std::filesystem::is_directory(options.received, unknown))
        throw Usage(fmt::format("“{}”不是文件夹", utf8(options.received)));
    if (arguments.pages) {
        options.pages = path_of(*arguments.pages);
        if (!std::filesystem::is_directory(options.pages, unknown))
            throw Usage(fmt::format("网页 {} 不是文件夹", utf8(options.pages)));
    }
    options.packages = true;
    options.list = OfficeList::read(path_of(*arguments.expect));
    caller.begin(0);
    options.batch.stop = caller.stop();
    return options;
}

std::string ending_of(const Collected& collected) {
    const DeskHead& head = collected.head;
    return fmt::format("{} 年度：应报 {} 家，已报 {} 家，未报 {} 家，审核通过 {} 家；{}", head.year,
                       head.expected, head.sent, head.expected - head.sent, head.passed,
                       collected.kept == 0 ? fmt::format("核验 {} 份", collected.examined)
                                           : fmt::format("重新核验 {} 份，其余 {} 份没有变",
                                                         collected.examined, collected.kept));
}

void tell_sum(const CountyReport& county, Caller& caller) {
    if (county.merged.status == Status::written)
        caller.say(fmt::format("已汇总 {} 家，写在 {}；没有计入的 {} 家，写在它的开头",
                               county.members, utf8(county.place), county.left.size()));
    if (county.place.empty()) caller.say("没有汇总：本地要求里没有写县名或汇总单位");
}

/// Ledgers of several counties as one.
int run_gather(const Arguments& arguments, const CollectOptions& options, Caller& caller) {
    std::vector<std::filesystem::path> ledgers;
    for (const std::vector<std::string>* files : {&arguments.from, &arguments.files}) {
        for (const std::string& file : *files) ledgers.push_back(path_of(file));
    }
    const Collected gathered = gather(ledgers, options);
    for (const Finding& finding : gathered.findings)
        tell(finding.place.file, {finding}, {}, caller);
    if (!gathered.findings.empty()) {
        caller.say("没有合：先改好这些台账");
        return exit_findings;
    }
    if (arguments.json) caller.member("ledger", file_bytes(options.folder / path_of("台账.json")));
    const CountyReport county = write_county_report(options, gathered);
    desk::DeskPapers papers(options);
    papers.finish_gathered(gathered, county);
    const DeskHead& head = gathered.head;
    caller.say(fmt::format("{} 年度：{} 份台账，应报 {} 家，已报 {} 家，未报 {} 家，审核通过 {} 家",
                           head.year, ledgers.size(), head.expected, head.sent,
                           head.expected - head.sent, head.passed));
    caller.say(fmt::format("台账写在 {}", utf8(options.folder / path_of("台账.xlsx"))));
    if (head.summed > 0)
        caller.say(fmt::format("汇总底稿、统计以台账为行，写在 {}", utf8(options.folder)));
    caller.say("退改意见、催报、成品、网页核对不在这里写：它们由收件的各县写，在各县的文件夹里");
    if (!county.place.empty()) caller.outcome(county.merged);
    tell_sum(county, caller);
    const bool right = county.place.empty() || county.merged.status == Status::written;
    return right && all_in_order(gathered) ? exit_clean : exit_findings;
}

}  // namespace

int run_collect(const Arguments& arguments, Caller& caller) {
    const bool gathers = !arguments.from.empty();
    if (gathers && arguments.expect)
        throw Usage("collect --from 合并台账，不用 --expect：名单在各份台账里");
    if (!gathers && arguments.files.size() != 1) throw Usage("collect 要写一个收件的文件夹");
    if (!gathers && !arguments.expect) throw Usage("collect 要用 --expect 写明单位名单");
    if (!arguments.output || arguments.output->empty() || *arguments.output == "-")
        throw Usage("collect 要用 -o 写明台账的文件夹");
    CollectOptions options = options_of(arguments, caller);
    bool right =
        gathers || tell(*arguments.expect, options.list.findings, options.list.source, caller);
    if (arguments.profile) {
        ReadProfile read = ReadProfile::read(path_of(*arguments.profile), options.year);
        right =
            tell(*arguments.profile, std::move(read.findings), std::move(read.source), caller) &&
            right;
        options.profile = std::move(read.profile);
        if (options.converter.empty()) options.converter = options.profile.converter;
    }
    // What is asked for now comes before what the place demands, in all that rests on it.
    if (options.check.deadline) options.profile.publication = options.check.deadline;
    // What a list or profile says wrongly would put wrong things into the ledger.
    if (!right) {
        caller.say("没有收：先改好名单和本地要求");
        return exit_findings;
    }
    if (gathers) return run_gather(arguments, options, caller);
    desk::DeskPapers papers(options, [&] { return caller.fonts(arguments.fonts); });
    const Collected collected = collect(
        options, [&](const Office& office, const DeskHead& head) { papers.add(office, head); });
    if (!collected.complete) {
        caller.say("中断了，台账没有变");
        return exit_findings;
    }
    const std::filesystem::path ledger = options.folder / path_of("台账.xlsx");
    right = tell(utf8(ledger), collected.findings, {}, caller);
    if (arguments.json) {
        caller.member("ledger", file_bytes(options.folder / path_of("台账.json")));
    } else {
        for (const LedgerRow& row : collected.rows) caller.output(line_of(row));
    }
    const CountyReport county = write_county_report(options, collected);
    papers.finish(collected, county);
    if (!county.place.empty()) {
        caller.outcome(county.merged);
        right = right && county.merged.status == Status::written;
    }
    caller.say(ending_of(collected));
    if (collected.system_files > 0)
        caller.say(fmt::format("系统自己的文件 {} 个（.DS_Store、Thumbs.db、desktop.ini），没有看",
                               collected.system_files));
    caller.say(fmt::format("台账写在 {}", utf8(ledger)));
    if (papers.letters() > 0)
        caller.say(fmt::format("退改意见 {} 份，在 {}", papers.letters(),
                               utf8(options.folder / path_of("退改意见"))));
    if (papers.packages().made() > 0)
        caller.say(fmt::format("成品 {} 家，在 {}", papers.packages().made(),
                               utf8(options.folder / path_of("成品"))));
    for (const std::string& trouble : papers.packages().troubles()) caller.say(trouble);
    if (papers.too_many())
        caller.say(fmt::format("单位超过 {} 家，没有写汇总底稿和统计：请分县收",
                               WorkingPaper::most_offices));
    tell_sum(county, caller);
    return right && all_in_order(collected) ? exit_clean : exit_findings;
}

}  // namespace nianbao
