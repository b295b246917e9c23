#include "nianbao/fix.hpp"
#include "file/path_text.hpp"
#include "file/shown_name.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::string json_list(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + json_string(text);
    return "[" + list + "]";
}

std::string fixed_json(const Fixed& fixed, const std::string& name) {
    std::string lines;
    for (const FixedLines& each : fixed.lines)
        lines +=
            fmt::format(R"({}{{"line": {}, "before": {}, "after": {}}})", lines.empty() ? "" : ", ",
                        each.first, json_list(each.before), json_list(each.after));
    return fmt::format(R"({{"file": {}, "throughout": {}, "lines": [{}]}})", json_string(name),
                       json_list(fixed.throughout), lines);
}

/// Corrects one file after the other, and sums up.
class Fixing {
public:
    Fixing(const Arguments& arguments, Caller& caller) : arguments_(arguments), caller_(caller) {}

    void file(const Input& input) {
        Outcome outcome;
        outcome.name = input.name;
        try {
            fix_file(input, outcome);
        } catch (const Failure& failure) {
            outcome.status = Status::failed;
            outcome.failure = failure.what();
        }
        tally_.count(outcome, false);
        caller_.outcome(outcome);
        if (!line_.empty()) caller_.say(line_);
        line_.clear();
    }

    int finish() {
        if (arguments_.json) caller_.member("fixed", "[" + json_ + "]");
        return std::max<int>(tally_.exit, to_write_ ? exit_findings : exit_clean);
    }

    Tally& tally() { return tally_; }

private:
    void fix_file(const Input& input, Outcome& outcome) {
        Fixed fixed = fix(input);
        tell(fixed, input.name);
        outcome.source = std::move(fixed.reading.source);
        outcome.findings = std::move(fixed.reading.findings);
        outcome.status = Status::refused;
        if (fixed.reading.report) {
            outcome.agency = fixed.reading.report->agency;
            outcome.year = fixed.reading.report->year;
            outcome.status = Status::accepted;
        }
        if (outcome.source.text().empty()) return;  // it cannot be read as text
        if (arguments_.output) put(*arguments_.output, fixed, outcome);
        else if (arguments_.in_place && fixed.changed()) put_back(input, fixed, outcome);
        else if (fixed.changed()) to_write_ = true;
        else if (outcome.findings.empty())
            line_ = fmt::format("{}：没有要改的", shown_name(input.name));
    }

    void tell(const Fixed& fixed, const std::string& name) {
        if (arguments_.json) {
            json_ += (json_.empty() ? "" : ", ") + fixed_json(fixed, name);
            caller_.text(fixed_text(fixed, name));
            return;
        }
        std::string text = fixed_text(fixed, name);
        if (text.empty()) return;
        if (arguments_.output != "-") return caller_.output(text);
        text.pop_back();  // its line end
        caller_.say(text);
    }

    void put(const std::string& place, const Fixed& fixed, Outcome& outcome) {
        if (place == "-") return caller_.output(fixed.text);
        if (!may_write(path_of(place), fixed.text, arguments_, outcome)) return;
        write_and_tell(path_of(place), fixed.text, outcome);
        line_ = fmt::format("已写好 {}", shown_name(place));
    }

    /// A link stays, and what it points to is written.
    void put_back(const Input& input, const Fixed& fixed, Outcome& outcome) {
        std::error_code unknown;
        const fs::path place = fs::canonical(input.file, unknown);
        write_and_tell(unknown ? input.file : place, fixed.text, outcome);
        line_ = fmt::format("已改正 {}", shown_name(input.name));
    }

    const Arguments& arguments_;
    Caller& caller_;
    Tally tally_;
    bool to_write_ = false;  // corrections were only shown
    std::string json_;       // of the files so far
    std::string line_;       // to be said behind the findings of a file
};

}  // namespace

int run_fix(const Arguments& arguments, Caller& caller) {
    if (arguments.output && arguments.output->empty()) throw Usage("-o 的值是空的");
    const JobList jobs = list(arguments.files, arguments.flat ? Depth::flat : Depth::below, caller);
    if (arguments.output && jobs.size() != 1)
        throw Usage("fix -o 一次只改正一份数据文件；几份用 --in-place");
    if (arguments.in_place && jobs.reads_standard_input())
        throw Usage("标准输入不能用 --in-place：请用 -o 写明输出文件");
    if (arguments.output && *arguments.output != "-")
        refuse_replacing_inputs(inputs_of(jobs), path_of(*arguments.output));
    Fixing fixing(arguments, caller);
    caller.begin(jobs.size());
    tell_others(jobs, caller, fixing.tally(), false);
    const std::atomic<bool>* stop = caller.stop();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (stop != nullptr && *stop) {
            caller.say(fmt::format("中断了，没有处理的有 {} 份", jobs.size() - i));
            break;
        }
        fixing.file(jobs.input(i));
        caller.progress(i + 1, jobs.size());
    }
    return fixing.finish();
}

}  // namespace nianbao
