// Which files are read, and where each PDF goes: settled before anything is written.
#pragma once

#include "options.hpp"

struct Plan {
    std::vector<nianbao::Job> jobs;
    bool to_standard_output = false;  // the jobs have no output of their own
};

/// The data files that the arguments mean: folders are listed, standard input is read. Throws Usage, Failure.
std::vector<nianbao::Job> inputs(const std::vector<std::string>& files);

/// Throws Usage where the job's output is one of the inputs.
void refuse_replacing_input(const nianbao::Job& job, const std::vector<nianbao::Job>& jobs);

/// The inputs, each with its output. Makes the output folder. Throws Usage where two inputs have one output, or an output would replace an input.
Plan plan(const Arguments& arguments);
