#include "command/files.hpp"

#include "command/json.hpp"

#include <fmt/format.h>

namespace nianbao {

int do_files(std::span<const Job> jobs, const Arguments& arguments, const RunOptions& options, Caller& caller, const Work& work) {
    RunOptions own = options;
    caller.begin(jobs.size());
    own.stop = caller.stop();
    Tally tally;
    std::size_t done = 0;
    work.all(own, [&](const Outcome& outcome) {
        tally.count(outcome, arguments.strict);
        caller.outcome(outcome);
        work.tell(outcome);
        caller.progress(++done, jobs.size());
    });

    const std::span<const Job> left = jobs.subspan(done);
    tally.left = left.size();
    if (!left.empty()) {
        caller.say(fmt::format("中断了，没有处理的有 {} 份：", left.size()));
        for (const Job& job : left) caller.say("  " + job.name);
    }
    if (jobs.size() > 1) caller.say((tally.*work.sum)());
    if (arguments.json) {
        std::string names;
        for (const Job& job : left) names += (names.empty() ? "" : ", ") + json_string(job.name);
        if (!left.empty()) caller.member("left", "[" + names + "]");
        caller.member("summary", tally.json());
    }
    return tally.exit;
}

}  // namespace nianbao
