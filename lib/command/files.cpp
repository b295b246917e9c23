#include "command/files.hpp"

#include "command/json.hpp"

#include <fmt/format.h>

namespace nianbao {

int do_files(const JobList& jobs, const Arguments& arguments, const RunOptions& options, Caller& caller, const Work& work) {
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

    tally.left = jobs.size() - done;
    if (tally.left != 0) {
        caller.say(fmt::format("中断了，没有处理的有 {} 份：", tally.left));
        for (std::size_t i = done; i < jobs.size(); ++i) caller.say("  " + jobs[i].name);
    }
    if (jobs.size() > 1) caller.say((tally.*work.sum)());
    if (arguments.json) {
        std::string names;
        for (std::size_t i = done; i < jobs.size(); ++i) names += (names.empty() ? "" : ", ") + json_string(jobs[i].name);
        if (tally.left != 0) caller.member("left", "[" + names + "]");
        caller.member("summary", tally.json());
    }
    return tally.exit;
}

}  // namespace nianbao
