#include "nianbao/review.hpp"
#include "file/path_text.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "command/replacing.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// The marks that are there already. Throws Failure if they cannot be read, as they would
/// be lost.
std::vector<ReviewMark> marks_of(const fs::path& file) {
    std::error_code unknown;
    if (!fs::exists(file, unknown)) return {};
    std::ifstream in(file, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw Failure(fmt::format("不能读取 {}", utf8(file)));
    ReviewRecord record = read_review(json, utf8(file));
    if (!record.findings.empty())
        throw Failure(fmt::format("{}\n没有改动它：请先改正或移走这个文件",
                                  message(record.findings.front())));
    return std::move(record.marks);
}

/// The same place, ticked by the same person.
bool replaces(const ReviewMark& a, const ReviewMark& b) {
    return a.rule == b.rule && a.field == b.field && a.quote == b.quote && a.by == b.by;
}

}  // namespace

int run_review(const Arguments& arguments, Caller& caller) {
    const ReviewMark& mark = arguments.ticked;
    if (arguments.files.size() != 1) throw Usage("review 一次只核一份数据文件");
    const std::string& name = arguments.files.front();
    const Input input{.file = path_of(name), .name = name};
    if (input.name == "-") throw Usage("核对记录写在数据文件旁边：不能是标准输入");
    if (mark.quote.empty()) throw Usage("没有写核的是什么：请用 --quote 引出数字或文字");
    if (mark.by.empty()) throw Usage("没有写是谁核的：请用 --by 写明");
    const fs::path file = review_file_of(input.file);
    std::vector<ReviewMark> marks = marks_of(file);

    RunOptions options;
    options.check.previous = previous_of(arguments, caller);
    Outcome outcome = check(input, options);
    const std::optional<Report> report = read(input).report;
    if (!report || outcome.status == Status::failed) {
        caller.outcome(outcome);
        return outcome.status == Status::failed ? exit_failed : exit_findings;
    }
    std::vector<Evidence> figures = evidence(*report);
    if (!apply_review(mark, *report, outcome.findings, &figures)) {
        caller.say(fmt::format("没有记下：{}“{}”没有{}", mark.field, mark.quote,
                               mark.rule.empty() ? "数字" : fmt::format(" {} 的问题", mark.rule)));
        return exit_findings;
    }
    std::erase_if(marks, [&](const ReviewMark& other) { return replaces(mark, other); });
    marks.push_back(mark);
    Outcome ticked;
    ticked.name = input.name;
    ticked.agency = outcome.agency;
    ticked.year = outcome.year;
    write_and_tell(file, write_review(marks), ticked);
    caller.outcome(ticked);
    caller.say(fmt::format("已记在 {}", utf8(file)));
    return exit_clean;
}

}  // namespace nianbao
