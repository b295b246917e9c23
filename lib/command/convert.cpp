#include "command/commands.hpp"
#include "command/plan.hpp"
#include "command/usage.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

namespace nianbao {

int run_convert(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 1) throw Usage(arguments.files.empty() ? "没有写数据文件" : "convert 一次只转换一份数据文件");
    if (!arguments.output || arguments.output->empty()) throw Usage("convert 要用 -o 写明输出文件");
    std::vector<Job> jobs = inputs(arguments.files, caller);
    if (jobs.size() != 1) throw Usage("convert 一次只转换一份数据文件");
    Job& job = jobs.front();
    const bool to_standard_output = *arguments.output == "-";
    if (!to_standard_output) {
        job.output = *arguments.output;
        refuse_replacing_inputs(jobs);
    }

    Outcome outcome;
    const std::optional<Report> report = read_input(job, outcome);
    caller.outcome(outcome);
    if (!report) return exit_findings;

    // Standard output has no name: what comes in as one notation goes out as the other.
    const Format from = job.bytes ? job.format : format_of(job.input);
    const Format to = !to_standard_output ? format_of(job.output) : from == Format::json ? Format::yaml : Format::json;
    const std::string text = write(*report, to, arguments.keys);
    if (to_standard_output) caller.output(text);
    else write_whole_file(job.output, text);
    return exit_clean;
}

}  // namespace nianbao
