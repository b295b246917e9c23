#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/json.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "command/replacing.hpp"
#include "county/standing.hpp"
#include "file/path_text.hpp"
#include "file/shown_name.hpp"
#include "nianbao/county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/mark.hpp"
#include "nianbao/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>

namespace nianbao {

namespace {

/// Throws Failure, which says how to do without them.
Fonts fonts_of(const Arguments& arguments, Caller& caller) {
    try {
        return caller.fonts(arguments.fonts);
    } catch (const Failure& failure) {
        throw Failure(std::string(failure.what()) + "\n不问字体、只查内容，可用 --no-fonts",
                      failure.remedies);
    }
}

/// The members of the one report that is checked.
std::vector<Input> members_of(const Arguments& arguments, const JobList& jobs, Caller& caller) {
    if (jobs.size() != 1) throw Usage("--members 只用于一份汇总报告");
    const JobList members =
        list({*arguments.members}, arguments.flat ? Depth::flat : Depth::below, caller);
    Tally tally;
    tell_others(members, caller, tally, arguments.strict);
    return inputs_of(members);
}

/// A line for each figure, and how many there are of each kind.
std::string evidence_text(const Outcome& outcome) {
    std::string text;
    for (const Evidence& one : *outcome.evidence) {
        const std::string place = place_text(outcome.source.place(one.where));
        text += fmt::format("{}: {} {}{}{}\n", place, held_text(one.held), one.said,
                            one.against.empty() ? "" : "：" + one.against,
                            one.reviewed.empty() ? "" : "（核过：" + one.reviewed + "）");
    }
    return text + fmt::format("{}：{}\n", shown_name(outcome.name), summary_of(*outcome.figures));
}

/// “a.yaml：没有问题；37 个数字：29 个一致，1 个不一致，7 个未比对”
void tell_figures(const Outcome& outcome, const Arguments& arguments, Caller& caller) {
    const std::string clean =
        outcome.status == Status::accepted && outcome.findings.empty() ? "没有问题" : "";
    const bool counted = outcome.figures && outcome.figures->all() > 0 && !outcome.evidence &&
                         !arguments.csv && !arguments.summary;
    const std::string figures = counted ? summary_of(*outcome.figures) : "";
    if (clean.empty() && figures.empty()) return;
    caller.say(fmt::format("{}：{}{}{}", shown_name(outcome.name), clean,
                           clean.empty() || figures.empty() ? "" : "；", figures));
}

/// The one workbook that is written back with what was found in it.
class MarkedBook {
public:
    MarkedBook(const Arguments& arguments, const JobList& jobs) : arguments_(arguments) {
        if (!arguments.mark) {
            if (arguments.output) throw Usage("check 的 -o 只与 --mark 同用");
            return;
        }
        place_ = path_of(*arguments.output);
        if (jobs.size() != 1) throw Usage("--mark 一次只批注一份工作簿");
        if (place_.empty() || format_of(place_) != Format::workbook)
            throw Usage("--mark 写出的是工作簿，-o 的文件名要以 .xlsx 结尾");
        refuse_replacing_inputs({jobs.input(0)}, place_);
    }

    void write(const Outcome& outcome, Caller& caller) {
        if (!arguments_.mark) return;
        const std::string bytes = outcome.source.bytes();
        std::string marked;
        try {
            marked = mark_workbook(bytes, outcome.findings);
        } catch (const std::invalid_argument&) {
            throw Usage(fmt::format("--mark 只批注读得出来的工作簿，{} 不是", outcome.name));
        }
        Outcome written;
        written.name = outcome.name;
        refused_ = !may_write(place_, marked, arguments_, written);
        if (!refused_) write_and_tell(place_, marked, written);
        caller.outcome(written);
        if (refused_) return;
        caller.say(fmt::format("已批注，写在 {}", utf8(place_)));
    }

    bool refused() const { return refused_; }

private:
    const Arguments& arguments_;
    std::filesystem::path place_;
    bool refused_ = false;
};

/// Who of a list has come, told when all is read.
class Expected {
public:
    explicit Expected(const Arguments& arguments) {
        if (arguments.expect)
            attendance_.emplace(ExpectedMembers::read(path_of(*arguments.expect)));
    }

    void take(const Outcome& outcome) {
        if (!attendance_ || outcome.status == Status::passed_over) return;
        attendance_->come(outcome.agency, outcome.name, outcome.source.bytes());
    }
    /// False if somebody has sent nothing, or nobody can say what is somebody's.
    bool tell(const Arguments& arguments, Caller& caller) const {
        if (!attendance_) return true;
        const ListStanding standing = attendance_->standing();
        const std::vector<std::string>& missing = standing.missing;
        const struct {
            std::string_view key, words;
            const std::vector<std::string>& names;
        } others[] = {{"not_on_list", "名单上没有的 {} 份：{}", standing.not_on_list},
                      {"renamed", "疑似更名 {} 家：{}", standing.renamed},
                      {"abbreviated", "按简称认的 {} 家：{}", standing.abbreviated},
                      {"undecided", "多稿待定 {} 家：{}", standing.undecided},
                      {"disputed", "署名不符 {} 家：{}", standing.disputed}};
        const std::size_t all = attendance_->expected();
        caller.say(fmt::format("应报 {} 家，已报 {} 家，未报 {} 家{}{}", all, all - missing.size(),
                               missing.size(), missing.empty() ? "" : "：",
                               fmt::join(missing, "、")));
        if (arguments.json) caller.member("missing", json_strings(missing));
        for (const auto& other : others) {
            if (arguments.json) caller.member(other.key, json_strings(other.names));
            if (!other.names.empty())
                caller.say(fmt::format(fmt::runtime(other.words), other.names.size(),
                                       fmt::join(other.names, "、")));
        }
        return missing.empty() && standing.undecided.empty() && standing.disputed.empty();
    }

private:
    std::optional<StandingByFiles> attendance_;
};

}  // namespace

int run_check(const Arguments& arguments, Caller& caller) {
    if (arguments.publish) return run_publish(arguments, caller);
    JobList jobs = list(arguments.files, arguments.flat ? Depth::flat : Depth::below, caller,
                        arguments.converter);
    jobs.keep(arguments.shard);
    MarkedBook marked(arguments, jobs);
    Expected expected(arguments);
    RunOptions options = arguments.run;
    options.check.previous = previous_of(arguments, caller);
    options.check.figures = true;
    if (arguments.names)
        options.check.names = ExpectedMembers::read(path_of(*arguments.names)).names;
    if (arguments.members) {
        options.check.also = [members = members_of(arguments, jobs, caller)](const Report& report) {
            return check_against_members(report, members);
        };
    }
    const Fonts fonts = arguments.no_fonts ? Fonts() : fonts_of(arguments, caller);
    const auto all = [&](const RunOptions& own, const auto& done) {
        return check(
            jobs.size(), [&](std::size_t i) { return jobs.input(i); }, fonts, own, done);
    };
    const auto tell = [&](const Outcome& outcome) {
        if (outcome.evidence && !arguments.json && !arguments.csv)
            caller.output(evidence_text(outcome));
        tell_figures(outcome, arguments, caller);
        marked.write(outcome, caller);
        expected.take(outcome);
    };
    const int exit = do_files(jobs, arguments, options, caller, {all, tell, &Tally::checked_text});
    const bool all_came = expected.tell(arguments, caller);
    return marked.refused() || !all_came ? std::max<int>(exit, exit_findings) : exit;
}

}  // namespace nianbao
