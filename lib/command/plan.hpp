// Which files are read, and where each output goes: settled before anything is written.
#pragma once

#include "command/arguments.hpp"
#include "command/caller.hpp"
#include "command/job_list.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct Plan {
    JobList jobs;
    bool to_standard_output = false;  // the jobs have no output of their own
};

/// JSON opens with a brace; a YAML file that a person wrote does not.
Format notation_of(std::string_view bytes);

/// The data files that the arguments mean: folders are listed, standard input is read. Throws Usage, Failure.
JobList list(const std::vector<std::string>& files, Caller& caller);

/// The same, for commands that take few.
std::vector<Job> inputs(const std::vector<std::string>& files, Caller& caller);

/// Reads one of them: puts its name, source and findings into the outcome, and its status: accepted or refused. Throws Failure.
std::optional<Report> read_input(const Job& job, Outcome& outcome);

/// Throws Usage where an output of theirs is an input of theirs.
void refuse_replacing_inputs(const std::vector<Job>& jobs);

/// The inputs, each with its output. With shards those of this one, after all were looked at. Makes the output folder. Throws Usage where two inputs have one
/// output, or an output would replace an input.
Plan plan(const Arguments& arguments, Caller& caller);

}  // namespace nianbao
