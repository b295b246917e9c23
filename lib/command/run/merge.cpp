#include "nianbao/merge.hpp"
#include "file/path_text.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "command/replacing.hpp"
#include "command/tally.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <system_error>

namespace nianbao {
namespace {

/// The one file of --prose; it may stand in the folder of the members, and is none of
/// them.
Input take_prose(const std::string& name, std::vector<Input>& members, Caller& caller) {
    std::vector<Input> files = inputs({name}, caller);
    if (files.size() != 1) throw Usage("--prose 只能是一个文件");
    std::error_code unknown;
    std::erase_if(members, [&](const Input& member) {
        return !member.bytes && !files[0].bytes &&
               std::filesystem::equivalent(member.file, files[0].file, unknown);
    });
    return std::move(files[0]);
}

/// The prose in a file that is in the way can be taken into the new one.
void keep_prose(const std::filesystem::path& place, Finding& in_the_way) {
    try {
        if (!read_prose(place).report) return;
    } catch (const Failure&) {
        return;  // then there is nothing to be taken
    }
    in_the_way.hint = "里面写好的文字要保留的，把它作为文字再汇总一次；不然就换一个文件名";
    in_the_way.remedies = {{Remedy::What::give_prose, utf8(place)}};
}

}  // namespace

int run_merge(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写成员的数据文件");
    if (arguments.agency.empty()) throw Usage("merge 要用 --agency 写明汇总单位的全称");
    if (!arguments.output || arguments.output->empty()) throw Usage("merge 要用 -o 写明输出文件");
    const bool to_standard_output = *arguments.output == "-";
    if (to_standard_output && (arguments.json || arguments.csv))
        throw Usage(fmt::format("标准输出只有一个：不能既写 -o - 又写 --format {}",
                                arguments.json ? "json" : "csv"));

    const JobList jobs = list(arguments.files, arguments.flat ? Depth::flat : Depth::below, caller,
                              arguments.converter);
    std::vector<Input> members = inputs_of(jobs);
    MergeOptions options;
    options.agency = arguments.agency;
    options.kind = arguments.kind.value_or(Kind::government);
    options.year = arguments.year;
    options.name = *arguments.output;
    options.check = arguments.run.check;
    if (arguments.prose) options.prose = take_prose(*arguments.prose, members, caller);
    const std::filesystem::path output = path_of(options.name);
    if (!to_standard_output) {
        refuse_other_endings(output, ".xlsx .yaml .yml .json");
        refuse_replacing_inputs(members, output);
        refuse_special_file(output);
    }
    const Format to = to_standard_output ? Format::yaml : format_of(output);
    const Keys keys = arguments.keys.value_or(Keys::english);
    options.speech = to == Format::workbook  ? Speech::cells
                     : keys == Keys::chinese ? Speech::chinese
                                             : Speech::english;
    options.check.previous = previous_of(arguments, caller);
    if (arguments.expect) options.expected = ExpectedMembers::read(path_of(*arguments.expect));

    Tally tally;
    tell_others(jobs, caller, tally, arguments.strict);
    Merged merged = merge(members, options, [&](const Outcome& member) {
        tally.count(member, arguments.strict);
        caller.outcome(member);
    });
    bool stands = false;  // another file, in the place of the merged one
    if (merged.report) {
        const std::string text = to == Format::workbook ? write_workbook(*merged.report)
                                                        : write(*merged.report, to, keys);
        if (to_standard_output) {
            caller.output(text);
        } else if (may_write(output, text, arguments, merged.merged)) {
            write_whole_file(output, text);
        } else {
            keep_prose(output, merged.merged.findings.back());
            merged.report.reset();
            stands = true;
        }
    }
    if (merged.report) {
        merged.merged.made = {{nullptr, to_standard_output ? "" : output, false, {}}};
        merged.merged.status = Status::written;
    }
    tally.count(merged.merged, arguments.strict);
    caller.outcome(merged.merged);
    if (arguments.json) {
        caller.member("missing", json_strings(merged.missing));
        caller.member("lacking", json_strings(merged.lacking));
    }
    if (!merged.report && stands) {
        caller.say(fmt::format("没有写出汇总：{} 已经存在", utf8(output)));
    } else if (!merged.report) {
        const std::size_t wrong = merged.members - merged.accepted;
        caller.say(
            (wrong > 0
                 ? fmt::format("没有汇总：{} 个成员中 {} 个有错误或读不出来", merged.members, wrong)
                 : fmt::format("没有汇总：{} 个成员都没有错误，原因是上面所说的", merged.members)) +
            tally.passed_over_text());
    } else {
        caller.say(fmt::format("已汇总 {} 个单位，写到 {}{}", merged.members,
                               to_standard_output ? "标准输出" : *arguments.output,
                               merged.lacking.empty() ? ""
                                                      : fmt::format("；还有 {} 部分文字没有写",
                                                                    merged.lacking.size())) +
                   tally.passed_over_text());
    }
    return tally.exit;
}

}  // namespace nianbao
