#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

namespace nianbao {

int run_convert(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 1)
        throw Usage(arguments.files.empty() ? "没有写数据文件" : "convert 一次只转换一份数据文件");
    if (!arguments.output || arguments.output->empty()) throw Usage("convert 要用 -o 写明输出文件");
    const std::vector<Input> files = inputs(arguments.files, caller);
    if (files.size() != 1) throw Usage("convert 一次只转换一份数据文件");
    const Input& input = files.front();
    const std::filesystem::path output = *arguments.output;
    const bool to_standard_output = output == "-";
    if (!to_standard_output) refuse_replacing_inputs(files, output);

    Outcome outcome;
    const std::optional<Report> report = read_input(input, outcome);
    if (!report) {
        caller.outcome(outcome);
        return exit_findings;
    }

    // Standard output has no name: what comes in as one notation goes out as the other.
    const Format from = input.bytes ? input.format : format_of(input.file);
    const Format to = !to_standard_output    ? format_of(output)
                      : from == Format::json ? Format::yaml
                                             : Format::json;
    const std::string text = write(*report, to, arguments.keys.value_or(Keys::english));
    const bool writable = to_standard_output || may_write(output, text, arguments, outcome);
    caller.outcome(outcome);
    if (!writable) return exit_findings;
    if (to_standard_output) caller.output(text);
    else write_whole_file(output, text);
    return exit_clean;
}

}  // namespace nianbao
