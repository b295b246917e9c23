#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/workbook.hpp"

#include <fmt/format.h>

#include <system_error>

namespace nianbao {
namespace {

/// Last year's reports in a folder, PDFs without data among them by their text. Tells of
/// those whose text cannot be read. Throws Usage, Failure.
PreviousReports reports_of(const std::string& folder, Caller& caller) {
    const JobList jobs = list({folder}, Depth::below, caller, {}, PlainPdfs::by_text);
    for (const OtherFile& other : jobs.others()) {
        if (other.finding.severity != Severity::error) continue;
        Outcome outcome;
        outcome.name = utf8(other.file);
        outcome.status = Status::refused;
        outcome.findings = {other.finding};
        caller.outcome(outcome);
    }
    return PreviousReports::read(inputs_of(jobs), folder);
}

/// Last year's report, from a file or a folder. Empty if the file holds none, which
/// the caller has been told.
std::optional<Report> last_year(const NewReport& asked, const std::string& file_or_folder,
                                Caller& caller) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path_of(file_or_folder), unknown)) {
        Report wanted;
        wanted.agency = asked.agency;
        wanted.year = asked.year;
        const PreviousReports reports = reports_of(file_or_folder, caller);
        const Previous found = reports.find(wanted);
        if (found.report == nullptr) throw Usage(found.none);
        return *found.report;
    }
    const std::vector<Input> files = inputs({file_or_folder}, caller, {}, PlainPdfs::by_text);
    if (files.empty()) return {};
    Outcome outcome;
    std::optional<Report> report = read_input(files.front(), outcome);
    if (!outcome.findings.empty()) caller.outcome(outcome);
    if (report && report->year != asked.year - 1)
        throw Usage(fmt::format("{} 是 {} 年度的，{} 年度的上年是 {} 年度", file_or_folder,
                                report->year, asked.year, asked.year - 1));
    if (report && plain_name(report->agency) != plain_name(asked.agency))
        caller.say(
            fmt::format("注意：上年的报告是“{}”的，新文件是“{}”的", report->agency, asked.agency));
    return report;
}

/// The file to fill in.
std::string written(const NewReport& asked, bool workbook, const Arguments& arguments) {
    if (!workbook) return write_new(asked, arguments.keys.value_or(Keys::chinese));
    WorkbookOptions options;
    options.ledger = arguments.ledger;
    return write_new_workbook(asked, options);
}

/// Throws Usage if the arguments do not go together.
void check_arguments(const Arguments& arguments) {
    if (!arguments.files.empty()) throw Usage("new 后面不写文件；上年的数据文件用 --previous 写明");
    if (arguments.list && !arguments.agency.empty()) throw Usage("--list 和 --agency 不能同时使用");
    if (!arguments.list && arguments.agency.empty())
        throw Usage(
            "new 要用 --agency 写明单位的全称，或用 --list 写明单位名单，例如 "
            "nianbao new --agency 云溪县水务局 --year 2025 -o 年报.xlsx");
    if (arguments.year == 0) throw Usage("new 要用 --year 写明年度");
    if (!arguments.output || arguments.output->empty())
        throw Usage(arguments.list ? "new 要用 -o 写明输出文件夹" : "new 要用 -o 写明输出文件");
    if (edition_for(arguments.year) == nullptr)
        throw Usage(fmt::format("{} 年度还没有统一的格式，从 2019 年度起才有", arguments.year));
}

/// Last year's reports of the offices of a list. Throws Usage, Failure.
std::optional<PreviousReports> last_years(const Arguments& arguments, Caller& caller) {
    if (!arguments.previous) return {};
    std::error_code unknown;
    if (!std::filesystem::is_directory(path_of(*arguments.previous), unknown))
        throw Usage(
            fmt::format("有 --list 时，--previous 应是文件夹，而 {} 不是", *arguments.previous));
    return reports_of(*arguments.previous, caller);
}

/// The line for an office without a report on the year before; `none` says why, as rules
/// say it that then compare nothing.
std::string nothing_carried(std::string none) {
    constexpr std::string_view compared = "，没有比较";
    if (none.ends_with(compared)) none.resize(none.size() - compared.size());
    return fmt::format("注意：{}，没有带来上年的数", none);
}

/// Of the file that is to be written there.
Outcome outcome_of(const NewReport& asked, const std::filesystem::path& place) {
    Outcome outcome;
    outcome.name = utf8(place);
    outcome.agency = asked.agency;
    outcome.year = asked.year;
    return outcome;
}

/// A file for each office of the list, in the folder.
int run_list(const Arguments& arguments, Caller& caller) {
    const std::vector<std::string> names = ExpectedMembers::read(path_of(*arguments.list)).names;
    for (const std::string& name : names) {
        if (name.find('/') != name.npos || name.starts_with('.'))
            throw Usage(fmt::format("单位名称“{}”不能作文件名", name));
    }
    const std::optional<PreviousReports> reports = last_years(arguments, caller);
    const std::filesystem::path folder = path_of(*arguments.output);
    make_folder(folder);
    std::size_t written_files = 0, done = 0;
    caller.begin(names.size());
    for (const std::string& name : names) {
        if (caller.stop() != nullptr && *caller.stop()) break;
        NewReport asked{name, arguments.year, arguments.kind};
        Previous last;
        if (reports) {
            Report wanted;
            wanted.agency = name;
            wanted.year = asked.year;
            last = reports->find(wanted);
            asked.previous = last.report.get();
            if (last.report == nullptr) caller.say(nothing_carried(last.none));
        }
        const std::filesystem::path place =
            folder / path_of(name + (arguments.workbooks ? ".xlsx" : ".yaml"));
        const std::string bytes = written(asked, arguments.workbooks, arguments);
        Outcome outcome = outcome_of(asked, place);
        if (may_write(place, bytes, arguments, outcome)) {
            write_and_tell(place, bytes, outcome);
            ++written_files;
        }
        caller.outcome(outcome);
        caller.progress(++done, names.size());
    }
    caller.say(fmt::format("已写好 {} 份，在 {}；填好以后用 nianbao check 检查", written_files,
                           utf8(folder)));
    if (done < names.size())
        caller.say(fmt::format("中断了，没有写的有 {} 份", names.size() - done));
    return written_files == names.size() ? exit_clean : exit_findings;
}

}  // namespace

int run_new(const Arguments& arguments, Caller& caller) {
    check_arguments(arguments);
    if (arguments.list) return run_list(arguments, caller);
    const bool to_standard_output = *arguments.output == "-";
    const std::filesystem::path output = path_of(*arguments.output);
    const bool workbook = !to_standard_output && format_of(output) == Format::workbook;
    if (!to_standard_output && format_of(output) == Format::json)
        throw Usage("new 只写工作簿（.xlsx）和 YAML 文件：JSON 里不能写说明");
    if (!to_standard_output && format_of(output) == Format::article)
        throw Usage("new 只写工作簿（.xlsx）和 YAML 文件");
    if (!to_standard_output) refuse_other_endings(output, ".xlsx .yaml .yml");
    if (arguments.ledger && !workbook) throw Usage("--ledger 只用于工作簿（.xlsx）");
    NewReport asked{arguments.agency, arguments.year, arguments.kind};

    std::optional<Report> previous;
    if (arguments.previous) {
        previous = last_year(asked, *arguments.previous, caller);
        if (!previous) return exit_findings;
        asked.previous = &*previous;
    }
    const std::string text = written(asked, workbook, arguments);
    if (to_standard_output) {
        caller.output(text);
        return exit_clean;
    }
    Outcome outcome = outcome_of(asked, output);
    const bool writable = may_write(output, text, arguments, outcome);
    if (writable) write_and_tell(output, text, outcome);
    caller.outcome(outcome);
    if (!writable) return exit_findings;
    caller.say(fmt::format("已写好 {}；填好以后用 nianbao check 检查", utf8(output)));
    return exit_clean;
}

}  // namespace nianbao
