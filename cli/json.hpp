// What became of the files, for programs.
#pragma once

#include "nianbao/job.hpp"

#include <string>

/// An element of "files": {"file", "status", "output", "findings": [...]}, and "failure" where the machine failed.
std::string json(const nianbao::Outcome& outcome);
