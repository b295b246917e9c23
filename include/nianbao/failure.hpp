// The machine's failures. A mistake in the data is a Finding, never an exception.
#pragma once

#include "nianbao/finding.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// The machine could not do its part: no font, no room on the disk, a file that cannot be
/// read. what() is Chinese, for people. Thrown at once; caught only by the doors (command
/// line, C functions) and, in a batch, for each job.
struct Failure : std::runtime_error {
    explicit Failure(const std::string& what, std::vector<Remedy> can_be_done = {})
        : std::runtime_error(what), remedies(std::move(can_be_done)) {}

    std::vector<Remedy> remedies;
};

}  // namespace nianbao
