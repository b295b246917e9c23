#include "nianbao/import.hpp"
#include "file/path_text.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "job/line.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace nianbao {

int run_import(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 1)
        throw Usage(arguments.files.empty() ? "没有写要读的文件" : "import 一次只读一份文件");
    if (!arguments.output || arguments.output->empty()) throw Usage("import 要用 -o 写明输出文件");
    const std::vector<Input> files =
        inputs(arguments.files, caller, arguments.converter, PlainPdfs::by_text);
    if (files.empty()) return exit_findings;  // it has been told why
    if (files.size() != 1) throw Usage("import 一次只读一份文件");
    const Input& input = files.front();
    const std::filesystem::path output = path_of(*arguments.output);
    const bool to_standard_output = output == "-";
    const Format format = to_standard_output ? Format::yaml : format_of(output);
    if (format != Format::yaml && format != Format::json) throw Usage("import 写成 .yaml 或 .json");
    if (to_standard_output && arguments.json)
        throw Usage("标准输出只有一个：不能既写 -o - 又写 --format json");
    if (!to_standard_output) {
        refuse_other_endings(output, ".yaml .yml .json");
        refuse_replacing_inputs(files, output);
    }

    Imported imported = import_report(input, {.agency = arguments.agency, .year = arguments.year},
                                      format, arguments.keys.value_or(Keys::chinese));
    Outcome outcome;
    outcome.name = name_of(input);
    outcome.status = imported.whole ? Status::accepted : Status::refused;
    outcome.source = std::move(imported.source);
    outcome.findings = std::move(imported.findings);
    outcome.agency = std::move(imported.agency);
    outcome.year = imported.year;
    const bool told = !outcome.findings.empty();
    const bool writable =
        !imported.text.empty() &&
        (to_standard_output || may_write(output, imported.text, arguments, outcome));
    if (writable && !to_standard_output) write_and_tell(output, imported.text, outcome);
    caller.outcome(outcome);
    if (!writable) return exit_findings;
    if (to_standard_output) caller.output(imported.text);
    else caller.say(fmt::format("已写好 {}", utf8(output)));
    return told ? exit_findings : exit_clean;
}

}  // namespace nianbao
