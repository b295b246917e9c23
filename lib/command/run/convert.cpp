#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// The report in the notation that is asked for. Standard output has no name: YAML comes
/// out as JSON, and everything else as YAML.
std::string written(const Report& report, const Input& input, const Arguments& arguments) {
    const std::filesystem::path output = path_of(*arguments.output);
    if (format_of(output) == Format::workbook) return write_workbook(report);
    const Format from = input.bytes ? input.format : format_of(input.file);
    const Format to = output != "-"          ? format_of(output)
                      : from == Format::yaml ? Format::json
                                             : Format::yaml;
    return write(report, to, arguments.keys.value_or(Keys::english));
}

}  // namespace

int run_convert(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 1)
        throw Usage(arguments.files.empty() ? "没有写数据文件" : "convert 一次只转换一份数据文件");
    if (!arguments.output || arguments.output->empty()) throw Usage("convert 要用 -o 写明输出文件");
    const std::vector<Input> files = inputs(arguments.files, caller);
    if (files.size() != 1) throw Usage("convert 一次只转换一份数据文件");
    const Input& input = files.front();
    const std::filesystem::path output = path_of(*arguments.output);
    const bool to_standard_output = output == "-";
    if (!to_standard_output && format_of(output) == Format::article)
        throw Usage("convert 写成 .yaml、.json 或 .xlsx");
    if (!to_standard_output) {
        refuse_other_endings(output, ".xlsx .yaml .yml .json");
        refuse_replacing_inputs(files, output);
    }

    Outcome outcome;
    const std::optional<Report> report = read_input(input, outcome);
    if (!report) {
        caller.outcome(outcome);
        return exit_findings;
    }

    const std::string text = written(*report, input, arguments);
    const bool writable = to_standard_output || may_write(output, text, arguments, outcome);
    if (writable && !to_standard_output) write_and_tell(output, text, outcome);
    caller.outcome(outcome);
    if (!writable) return exit_findings;
    if (format_of(output) == Format::workbook) {
        for (const std::string& total : stated_totals(*report))
            caller.say(fmt::format("注意：{} 不是各格之和，照原数写，没有写成公式", total));
    }
    if (to_standard_output) caller.output(text);
    return exit_clean;
}

}  // namespace nianbao
