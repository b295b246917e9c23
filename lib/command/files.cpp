#include "command/files.hpp"

#include "command/json.hpp"
#include "command/plan.hpp"
#include "command/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

namespace {

constexpr std::size_t most_left_shown = 10;

}  // namespace

int do_files(const JobList& jobs, const Arguments& arguments, const RunOptions& options,
             Caller& caller, const Work& work) {
    RunOptions own = options;
    caller.begin(jobs.size());
    own.batch.stop = caller.stop();
    Tally tally;
    Summary summary;
    std::size_t done = 0;
    // Of several machines the first one tells what is no data file.
    if (arguments.shard.number == 1) tell_others(jobs, caller, tally, arguments.strict);
    work.all(own, [&](const Outcome& outcome) {
        tally.count(outcome, arguments.strict);
        summary.count(outcome);
        caller.outcome(outcome);
        work.tell(outcome);
        caller.progress(++done, jobs.size());
    });

    tally.left = jobs.size() - done;
    if (tally.left != 0) {
        caller.say(fmt::format("中断了，没有处理的有 {} 份：", tally.left));
        const std::size_t shown = std::min(jobs.size(), done + most_left_shown);
        for (std::size_t i = done; i < shown; ++i) caller.say("  " + jobs.input(i).name);
        if (shown < jobs.size()) caller.say(fmt::format("  ……还有 {} 份", jobs.size() - shown));
    }
    if (jobs.size() > 1 && !arguments.csv && !arguments.summary && tally.advice > 0)
        caller.say(tally.advice_text());
    if (jobs.size() > 1 || tally.passed_over > 0) caller.say((tally.*work.sum)());
    if (arguments.json) {
        std::string names;
        for (std::size_t i = done; i < jobs.size(); ++i)
            names += (names.empty() ? "" : ", ") + json_string(jobs.input(i).name);
        if (tally.left != 0) caller.member("left", "[" + names + "]");
        caller.member("summary", tally.json());
        caller.member("worst", summary.json());
    } else if (arguments.summary) {
        caller.output(summary.text());
    }
    return tally.exit;
}

}  // namespace nianbao
