// The system has run out of something that it may have again in a moment.
#pragma once

#include "nianbao/failure.hpp"

#include <system_error>

namespace nianbao {

/// No more open files, or no more memory; nothing is wrong with the file that was asked
/// for. Code that turns to another file if one cannot be used lets this through: else
/// the output would be another one, unsaid.
struct Exhausted : Failure {
    using Failure::Failure;
};

bool is_exhausted(const std::error_code& error);

/// Throws Exhausted if the system would not open as many more files at once. To be asked
/// before a library that passes over what it cannot open, and says nothing.
void require_open_files(int count);

}  // namespace nianbao
