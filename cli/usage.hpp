// What every file of the program knows: how it ends, and wrong usage.
#pragma once

#include <stdexcept>

/// Exit codes. Of several files the highest.
enum Exit { exit_clean = 0, exit_findings = 1, exit_usage = 2, exit_failed = 3 };

/// The command line asks for something that cannot be. what() is Chinese. Caught in main.cpp.
struct Usage : std::runtime_error {
    using std::runtime_error::runtime_error;
};
