#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "nianbao/county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"

#include <fmt/format.h>

namespace nianbao {

namespace {

/// Throws Failure, which says how to do without them.
Fonts fonts_of(const Arguments& arguments, Caller& caller) {
    try {
        return caller.fonts(arguments.fonts);
    } catch (const Failure& failure) {
        throw Failure(std::string(failure.what()) + "\n不问字体、只查内容，可用 --no-fonts",
                      failure.remedies);
    }
}

/// The members of the one report that is checked.
std::vector<Input> members_of(const Arguments& arguments, const JobList& jobs, Caller& caller) {
    if (jobs.size() != 1) throw Usage("--members 只用于一份汇总报告");
    const JobList members =
        list({*arguments.members}, arguments.flat ? Depth::flat : Depth::below, caller);
    Tally tally;
    tell_others(members, caller, tally, arguments.strict);
    return inputs_of(members);
}

/// A line for each figure, and how many there are of each kind.
std::string evidence_text(const Outcome& outcome) {
    std::string text;
    for (const Evidence& one : *outcome.evidence) {
        const std::string place = place_text(outcome.source.place(one.where));
        text += fmt::format("{}: {} {}{}\n", place, held_text(one.held), one.said,
                            one.against.empty() ? "" : "：" + one.against);
    }
    return text + fmt::format("{}：{}\n", outcome.name, evidence_summary(*outcome.evidence));
}

}  // namespace

int run_check(const Arguments& arguments, Caller& caller) {
    JobList jobs = list(arguments.files, arguments.flat ? Depth::flat : Depth::below, caller);
    jobs.keep(arguments.shard);
    RunOptions options = arguments.run;
    options.check.previous = previous_of(arguments);
    if (arguments.members) {
        options.check.also = [members = members_of(arguments, jobs, caller)](const Report& report) {
            return check_against_members(report, members);
        };
    }
    const Fonts fonts = arguments.no_fonts ? Fonts() : fonts_of(arguments, caller);
    const auto all = [&](const RunOptions& own, const auto& done) {
        return check(
            jobs.size(), [&](std::size_t i) { return jobs.input(i); }, fonts, own, done);
    };
    const auto tell = [&](const Outcome& outcome) {
        if (outcome.evidence && !arguments.json && !arguments.csv)
            caller.output(evidence_text(outcome));
        if (outcome.status == Status::accepted && outcome.findings.empty())
            caller.say(fmt::format("{}：没有问题", outcome.name));
    };
    return do_files(jobs, arguments, options, caller, {all, tell, &Tally::checked_text});
}

}  // namespace nianbao
