// The machine's failures. What is wrong with the data is a Finding, never an exception.
#pragma once

#include <stdexcept>

namespace [[gnu::visibility("default")]] nianbao {

/// The machine could not do its part: no font, no room on the disk, a file that cannot be read. what() is Chinese, for people.
/// Thrown at once; caught only by the doors (command line, C functions) and by the batch, job by job.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace nianbao
