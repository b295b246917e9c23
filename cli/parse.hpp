// The words of the command line become arguments.
#pragma once

#include "command/commands.hpp"
#include "command/options/arguments.hpp"

/// Parses what stands after the command's name, which is the first of the words. Throws
/// nianbao::Usage.
nianbao::Arguments parse(nianbao::Command command, int count, const char* const* words);
