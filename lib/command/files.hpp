// The files of a command, one after the other for those who look on: what came out, how
// it goes on, what was left, the sum.
#pragma once

#include "command/caller.hpp"
#include "command/inputs/job_list.hpp"
#include "command/options/arguments.hpp"
#include "command/tally.hpp"

#include <functional>
#include <string>

namespace nianbao {

/// What a command does with its files.
struct Work {
    /// Does them all: nianbao::run or nianbao::check of many. Answers how many were done.
    std::function<std::size_t(const RunOptions&, const std::function<void(Outcome)>&)> all;
    /// Tells people what came of one, after its findings.
    std::function<void(const Outcome&)> tell;
    /// The last line of several.
    std::string (Tally::*sum)() const;
};

/// Answers an Exit. After an interrupt the files in hand are done, the others named.
int do_files(const JobList& jobs, const Arguments& arguments, const RunOptions& options,
             Caller& caller, const Work& work);

}  // namespace nianbao
