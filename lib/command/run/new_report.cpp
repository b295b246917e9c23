#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/replacing.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/whole_file.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <system_error>

namespace nianbao {
namespace {

/// Last year's report, from a file or a folder. Empty if the file holds none, which
/// the caller has been told.
std::optional<Report> last_year(const NewReport& asked, const std::string& file_or_folder,
                                Caller& caller) {
    std::error_code unknown;
    if (std::filesystem::is_directory(file_or_folder, unknown)) {
        Report wanted;
        wanted.agency = asked.agency;
        wanted.year = asked.year;
        const PreviousReports reports = PreviousReports::read(file_or_folder);
        const Previous found = reports.find(wanted);
        if (found.report == nullptr) throw Usage(found.none);
        return *found.report;
    }
    Outcome outcome;
    std::optional<Report> report = read_input(inputs({file_or_folder}, caller).front(), outcome);
    if (!outcome.findings.empty()) caller.outcome(outcome);
    if (report && report->year != asked.year - 1)
        throw Usage(fmt::format("{} 是 {} 年度的，{} 年度的上年是 {} 年度", file_or_folder,
                                report->year, asked.year, asked.year - 1));
    if (report && plain_name(report->agency) != plain_name(asked.agency))
        caller.say(
            fmt::format("注意：上年的报告是“{}”的，新文件是“{}”的", report->agency, asked.agency));
    return report;
}

}  // namespace

int run_new(const Arguments& arguments, Caller& caller) {
    if (!arguments.files.empty()) throw Usage("new 后面不写文件；上年的数据文件用 --previous 写明");
    if (arguments.agency.empty()) throw Usage("new 要用 --agency 写明单位的全称");
    if (arguments.year == 0) throw Usage("new 要用 --year 写明年度");
    if (!arguments.output || arguments.output->empty()) throw Usage("new 要用 -o 写明输出文件");
    const bool to_standard_output = *arguments.output == "-";
    const std::filesystem::path output = *arguments.output;
    if (!to_standard_output && format_of(output) == Format::json)
        throw Usage("new 只写 YAML 文件：JSON 里不能写说明");
    NewReport asked{arguments.agency, arguments.year, arguments.kind};
    if (edition_for(asked.year) == nullptr)
        throw Usage(fmt::format("{} 年度还没有统一的格式，从 2019 年度起才有", asked.year));

    std::optional<Report> previous;
    if (arguments.previous) {
        previous = last_year(asked, *arguments.previous, caller);
        if (!previous) return exit_findings;
        asked.previous = &*previous;
    }
    const std::string text = write_new(asked, arguments.keys.value_or(Keys::chinese));
    if (to_standard_output) {
        caller.output(text);
        return exit_clean;
    }
    Outcome outcome;
    outcome.name = output.native();
    if (!may_write(output, text, arguments, outcome)) {
        caller.outcome(outcome);
        return exit_findings;
    }
    write_whole_file(output, text);
    caller.say(fmt::format("已写好 {}；填好以后用 nianbao check 检查", output.native()));
    return exit_clean;
}

}  // namespace nianbao
