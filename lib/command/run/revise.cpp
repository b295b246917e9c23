#include "nianbao/revise.hpp"
#include "file/path_text.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "command/run/json_diff.hpp"

#include <string>
#include <utility>
#include <vector>

namespace nianbao {

int run_revise(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 2) throw Usage("revise 后面写两个文件：数据文件和修改稿");
    if (!arguments.output || arguments.output->empty()) throw Usage("revise 要用 -o 写明输出文件");
    const std::vector<Input> files = inputs(arguments.files, caller);
    if (files.size() != 2) throw Usage("revise 一次只读一份数据文件和一份修改稿");
    const std::filesystem::path output = path_of(*arguments.output);
    const bool to_standard_output = output == "-";
    if (to_standard_output && arguments.json)
        throw Usage("标准输出只有一个：不能既写 -o - 又写 --format json");
    if (!to_standard_output) refuse_replacing_inputs(files, output);

    Revised revised = revise(files[0], files[1]);
    Outcome data;
    data.name = files[0].name;
    data.status = revised.text.empty() ? Status::refused : Status::accepted;
    data.source = revised.data;
    data.findings = std::move(revised.of_data);
    data.agency = revised.agency;
    data.year = revised.year;
    Outcome draft;
    draft.name = files[1].name;
    draft.status = revised.text.empty() ? Status::refused : Status::accepted;
    draft.source = std::move(revised.draft);
    draft.findings = std::move(revised.left);
    const bool left = doubtful(draft.findings);
    const bool writable = !revised.text.empty() &&
                          (to_standard_output || may_write(output, revised.text, arguments, data));
    if (writable && !to_standard_output) write_and_tell(output, revised.text, data);
    if (revised.text.empty() || !data.findings.empty() || arguments.json) caller.outcome(data);
    if (!draft.name.empty() && !draft.source.file().empty()) caller.outcome(draft);
    if (!writable) return exit_findings;
    if (to_standard_output) {
        caller.output(revised.text);
        caller.say(diff_text(*revised.carried));
    } else if (arguments.json) {
        caller.member("diff", json(*revised.carried, revised.data, Source()));
        caller.text(diff_text(*revised.carried));
    } else {
        caller.output(diff_text(*revised.carried));
    }
    return left ? exit_findings : exit_clean;
}

}  // namespace nianbao
