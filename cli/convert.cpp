#include "commands.hpp"
#include "console.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"
#include "plan.hpp"
#include "usage.hpp"

#include <fmt/format.h>

int run_convert(const Arguments& arguments) {
    if (arguments.files.size() != 1) throw Usage(arguments.files.empty() ? "没有写数据文件" : "convert 一次只转换一份数据文件");
    if (!arguments.output || arguments.output->empty()) throw Usage("convert 要用 -o 写明输出文件");
    std::vector<nianbao::Job> jobs = inputs(arguments.files);
    if (jobs.size() != 1) throw Usage("convert 一次只转换一份数据文件");
    nianbao::Job& job = jobs.front();
    const bool to_standard_output = *arguments.output == "-";
    if (!to_standard_output) {
        job.output = *arguments.output;
        refuse_replacing_input(job, jobs);
    }

    nianbao::Reading reading = job.bytes ? nianbao::read(*job.bytes, job.name, job.format) : nianbao::read(job.input);
    nianbao::Outcome outcome;
    outcome.source = std::move(reading.source);
    outcome.findings = std::move(reading.findings);
    const Console console(arguments);
    console.findings(outcome);
    if (!reading.report) return exit_findings;

    // Standard output has no name: what comes in as one notation goes out as the other.
    const nianbao::Format from = job.bytes ? job.format : nianbao::format_of(job.input);
    const nianbao::Format to = !to_standard_output             ? nianbao::format_of(job.output)
                               : from == nianbao::Format::json ? nianbao::Format::yaml
                                                               : nianbao::Format::json;
    const std::string text = nianbao::write(*reading.report, to, arguments.keys);
    if (to_standard_output) print(text);
    else nianbao::write_whole_file(job.output, text);
    return exit_clean;
}
