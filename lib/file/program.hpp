// Other programs, run and waited for.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace nianbao {

/// A program and what it is run with. It reads nothing, and what it says is not kept.
struct OtherProgram {
    std::vector<std::string> words;  // the program, found by PATH or written as a path, and
                                     // its arguments. REQUIRES: not empty
    std::filesystem::path folder;    // in which it runs
    std::chrono::milliseconds limit{120'000};
    std::filesystem::path output = {};  // takes what it writes to standard output; empty: none
};

enum class Ended { well, badly, not_found, too_late };

/// Runs it to its end. One that takes longer than its limit is killed with those that it
/// started.
Ended run_program(const OtherProgram& program);

}  // namespace nianbao
