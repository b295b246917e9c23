// How a command ends, and wrong usage.
#pragma once

#include <stdexcept>

namespace nianbao {

/// Exit codes. Of several files the highest.
enum Exit { exit_clean = 0, exit_findings = 1, exit_usage = 2, exit_failed = 3 };

/// The arguments ask for something that cannot be. what() is Chinese. Each door makes of
/// it what it answers with: exit code 2, a status.
struct Usage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace nianbao
