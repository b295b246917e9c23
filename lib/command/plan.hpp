// Which files are read, and where each output goes: settled before anything is written.
#pragma once

#include "command/caller.hpp"
#include "command/inputs/job_list.hpp"
#include "command/options/arguments.hpp"
#include "command/tally.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct Plan {
    JobList jobs;
    bool to_standard_output = false;  // the outputs have no places
};

/// The data files that the arguments mean: folders are listed, standard input is read.
/// Throws Usage if there are none; Failure. `converter`: the command that makes old files
/// readable; empty: they are not read. `by_text`: of PDFs that carry no data the text is
/// read, where there is a program for it; else they are among the others.
enum class PlainPdfs { left, by_text };
JobList list(const std::vector<std::string>& files, Depth depth, Caller& caller,
             const std::string& converter = {}, PlainPdfs pdfs = PlainPdfs::left);

/// Tells and counts what stands among them and is no data file.
void tell_others(const JobList& jobs, Caller& caller, Tally& tally, bool strict);

std::vector<Input> inputs_of(const JobList& jobs);

/// All three, for commands that take few. One that was named may be missing: then it has
/// been told why.
std::vector<Input> inputs(const std::vector<std::string>& files, Caller& caller,
                          const std::string& converter = {}, PlainPdfs pdfs = PlainPdfs::left);

/// Reads one of them: puts its name, source and findings into the outcome, and its
/// status: accepted or refused. Throws Failure.
std::optional<Report> read_input(const Input& input, Outcome& outcome);

/// Throws Usage if the output is one of the inputs.
void refuse_replacing_inputs(const std::vector<Input>& inputs, const std::filesystem::path& output);

/// The output that a file's ending picks; the first of outputs() for a name without an
/// ending. Throws Usage, which lists the endings, if no output has this one.
const Output& output_picked_by(const std::filesystem::path& file);

/// Throws Usage if a file's name has an ending that none of `endings`, ".yaml .yml", is:
/// what is written there would be taken for something else.
void refuse_other_endings(const std::filesystem::path& file, std::string_view endings);

/// What is made of every data file: what --dump or --to name, else what the ending of -o
/// picks, else the first of outputs(). Throws Usage if no output has that ending.
/// REQUIRES: arguments.files is not empty.
std::vector<const Output*> outputs_asked(const Arguments& arguments);

/// The inputs, each with its outputs. With shards those of this one, after all were
/// looked at. Makes the output folder. Throws Usage if two outputs have one place, or an
/// output would replace an input.
Plan plan(const Arguments& arguments, Caller& caller);

}  // namespace nianbao
