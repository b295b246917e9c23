// Many reports of one place: made or checked together, and compared with each other.
#pragma once

#include "nianbao/job.hpp"

#include <cstddef>
#include <functional>
#include <span>

namespace [[gnu::visibility("default")]] nianbao {

/// Runs every job, on several threads. A job that fails does not stop the others. Returns
/// how many jobs were done: all of them or, after `stop`, those that had begun, which are
/// the first ones.
///
/// Calls `done` with the outcomes in the order of the jobs, on the calling thread, each
/// as soon as it and those before it are known. Few outcomes wait, however many jobs
/// there are. By then an outcome has the findings on what its report has in common with
/// those before it (Y-04, T2-04), and its files are in their places. If `done` throws,
/// the jobs in hand are finished first. Throws std::invalid_argument as run() of one job
/// does, and if a function that is asked for is none.
///
/// Files and outcomes are the same for any number of threads. Temporary files that a
/// killed run left in the outputs' folders are removed first.
[[nodiscard]] std::size_t run(std::span<const Job> jobs, const Fonts& fonts,
                              const RunOptions& options, const std::function<void(Outcome)>& done);

/// Checks every report in the same way.
[[nodiscard]] std::size_t check(std::span<const Input> inputs, const RunOptions& options,
                                const std::function<void(Outcome)>& done);

/// The same without keeping all jobs in memory: `job` makes the job of a number from 0
/// on. It is called on several threads at a time, and may be called again for the same
/// number.
[[nodiscard]] std::size_t run(std::size_t count, const std::function<Job(std::size_t)>& job,
                              const Fonts& fonts, const RunOptions& options,
                              const std::function<void(Outcome)>& done);
[[nodiscard]] std::size_t check(std::size_t count, const std::function<Input(std::size_t)>& input,
                                const RunOptions& options,
                                const std::function<void(Outcome)>& done);

/// Checks with fonts too, unless they opened none.
std::size_t check(std::size_t count, const std::function<Input(std::size_t)>& input,
                  const Fonts& fonts, const RunOptions& options,
                  const std::function<void(Outcome)>& done);

}  // namespace nianbao
