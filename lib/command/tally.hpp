// How the files of a run came out.
#pragma once

#include "command/usage.hpp"
#include "nianbao/job.hpp"

#include <cstddef>
#include <string>

namespace nianbao {

struct Tally {
    std::size_t written = 0, with_warnings = 0, refused = 0, failed = 0;
    int exit = exit_clean;

    /// `strict`: a finding of any level makes the exit code 1.
    void count(const Outcome& outcome, bool strict);
    /// The last line of a batch of reports that were to be written.
    std::string text() const;
    /// The last line of a batch of reports that were checked.
    std::string checked_text() const;
};

}  // namespace nianbao
