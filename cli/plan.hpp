// Which files are read, and where each PDF goes: settled before anything is written.
#pragma once

#include "options.hpp"

struct Plan {
    std::vector<nianbao::Job> jobs;
    bool to_standard_output = false;  // the jobs have no output of their own
};

/// The data files that the arguments mean: folders are listed, standard input is read. Throws Usage, Failure.
std::vector<nianbao::Job> inputs(const std::vector<std::string>& files);

/// The inputs, each with its output. Makes the output folder. Throws Usage where two inputs have one output, or an output would replace an input.
Plan plan(const Arguments& arguments);
