#include "command/commands.hpp"
#include "command/plan.hpp"
#include "command/tally.hpp"
#include "command/usage.hpp"

#include <fmt/format.h>

namespace nianbao {

int run_check(const Arguments& arguments, Caller& caller) {
    const std::vector<Job> jobs = inputs(arguments.files, caller);
    RunOptions options = arguments.run;
    std::optional<PreviousReports> previous;
    if (arguments.previous) options.previous = &previous.emplace(PreviousReports::read(*arguments.previous));
    Tally tally;
    std::size_t done = 0;
    check(jobs, options, [&](const Outcome& outcome) {
        tally.count(outcome, arguments.strict);
        caller.outcome(outcome);
        if (outcome.status == Status::accepted && outcome.findings.empty()) caller.say(fmt::format("{}：没有问题", outcome.name));
        caller.progress(++done, jobs.size());
    });
    if (jobs.size() > 1) caller.say(tally.checked_text());
    return tally.exit;
}

}  // namespace nianbao
