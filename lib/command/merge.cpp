#include "nianbao/merge.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/plan.hpp"
#include "command/tally.hpp"
#include "command/usage.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace nianbao {
namespace {

/// The one file of --prose; it may stand in the folder of the members, and is none of them.
Job take_prose(const std::string& name, std::vector<Job>& members, Caller& caller) {
    std::vector<Job> files = inputs({name}, caller);
    if (files.size() != 1) throw Usage("--prose 只能是一个文件");
    std::error_code unknown;
    std::erase_if(members,
                  [&](const Job& member) { return !member.bytes && !files[0].bytes && std::filesystem::equivalent(member.input, files[0].input, unknown); });
    return std::move(files[0]);
}

std::string strings(const std::vector<std::string>& texts) {
    std::string json;
    for (const std::string& text : texts) json += (json.empty() ? "" : ", ") + json_string(text);
    return "[" + json + "]";
}

}  // namespace

int run_merge(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写成员的数据文件");
    if (arguments.agency.empty()) throw Usage("merge 要用 --agency 写明汇总单位的全称");
    if (!arguments.output || arguments.output->empty()) throw Usage("merge 要用 -o 写明输出文件");
    const bool to_standard_output = *arguments.output == "-";
    if (to_standard_output && arguments.json) throw Usage("标准输出只有一个：不能既写 -o - 又写 --format json");

    std::vector<Job> members = inputs(arguments.files, caller);
    MergeOptions options;
    options.agency = arguments.agency;
    options.kind = arguments.kind.value_or(Kind::government);
    options.year = arguments.year;
    options.name = *arguments.output;
    options.force = arguments.run.force;
    options.disabled = arguments.run.disabled;
    options.deadline = arguments.run.deadline;
    if (arguments.prose) options.prose = take_prose(*arguments.prose, members, caller);
    const std::filesystem::path output = options.name;
    if (!to_standard_output) {
        std::vector<Job> inputs = members;
        if (options.prose) inputs.push_back(*options.prose);
        for (Job& input : inputs) input.output = output;
        refuse_replacing_inputs(inputs);
        refuse_special_file(output);
    }
    std::optional<PreviousReports> previous;
    if (arguments.previous) options.previous = &previous.emplace(PreviousReports::read(*arguments.previous));
    if (arguments.expect) options.expected = ExpectedMembers::read(*arguments.expect);

    Merged merged = merge(members, options);
    Tally tally;
    for (const Outcome& member : merged.members) {
        tally.count(member, arguments.strict);
        caller.outcome(member);
    }
    if (merged.report) {
        const std::string text = write(*merged.report, to_standard_output ? Format::yaml : format_of(output), arguments.keys);
        if (to_standard_output) {
            caller.output(text);
        } else {
            write_whole_file(output, text);
            merged.merged.output = output;
        }
        merged.merged.status = Status::written;
    }
    tally.count(merged.merged, arguments.strict);
    caller.outcome(merged.merged);
    if (arguments.json) {
        caller.member("missing", strings(merged.missing));
        caller.member("lacking", strings(merged.lacking));
    }
    if (!merged.report) {
        caller.say(
            fmt::format("没有汇总：{} 个成员中 {} 个有错误或读不出来", merged.members.size(),
                        std::count_if(merged.members.begin(), merged.members.end(), [](const Outcome& member) { return member.status != Status::accepted; })));
    } else {
        caller.say(fmt::format("已汇总 {} 个单位，写到 {}{}", merged.members.size(), to_standard_output ? "标准输出" : *arguments.output,
                               merged.lacking.empty() ? "" : fmt::format("；还有 {} 部分文字没有写", merged.lacking.size())));
    }
    return tally.exit;
}

}  // namespace nianbao
