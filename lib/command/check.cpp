#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/plan.hpp"
#include "command/usage.hpp"

#include <fmt/format.h>

namespace nianbao {

int run_check(const Arguments& arguments, Caller& caller) {
    JobList jobs = list(arguments.files, caller);
    jobs.keep(arguments.shard);
    RunOptions options = arguments.run;
    std::optional<PreviousReports> previous;
    if (arguments.previous) options.previous = &previous.emplace(PreviousReports::read(*arguments.previous));
    const auto all = [&](const RunOptions& own, const auto& done) {
        return check(
            jobs.size(), [&](std::size_t i) { return jobs[i]; }, own, done);
    };
    const auto tell = [&](const Outcome& outcome) {
        if (outcome.status == Status::accepted && outcome.findings.empty()) caller.say(fmt::format("{}：没有问题", outcome.name));
    };
    return do_files(jobs, arguments, options, caller, {all, tell, &Tally::checked_text});
}

}  // namespace nianbao
