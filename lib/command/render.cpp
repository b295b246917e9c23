#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/plan.hpp"
#include "command/usage.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace nianbao {
namespace {

/// SOURCE_DATE_EPOCH: seconds since 1970 in UTC, which stand for the day of the build (reproducible-builds.org).
std::optional<Date> date_of_build() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    constexpr std::int64_t end_of_9999 = 253402300799;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), seconds);
    if (error != std::errc{} || *end != '\0' || seconds < 0 || seconds > end_of_9999)
        throw Usage(fmt::format("环境变量 SOURCE_DATE_EPOCH 的值“{}”不是秒数", text));
    const std::chrono::sys_seconds moment{std::chrono::seconds{seconds}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(moment)};
    return Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())), static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace

int run_render(const Arguments& arguments, Caller& caller) {
    RunOptions options = arguments.run;
    options.date = date_of_build();
    std::optional<PreviousReports> previous;
    if (arguments.previous) options.previous = &previous.emplace(PreviousReports::read(*arguments.previous));
    const Plan plan = nianbao::plan(arguments, caller);
    const Fonts fonts = caller.fonts(arguments.fonts);

    const auto all = [&](const RunOptions& own, const auto& done) {
        return run(
            plan.jobs.size(), [&](std::size_t i) { return plan.jobs[i]; }, fonts, own, done);
    };
    const auto tell = [&](const Outcome& outcome) {
        const std::string& output = outcome.output.native();
        if (outcome.status == Status::written && plan.to_standard_output) caller.output(outcome.bytes);
        if (outcome.status == Status::written && !plan.to_standard_output) caller.say(fmt::format("已生成 {}", output));
        if (outcome.status == Status::unchanged) caller.say(fmt::format("不必重做 {}", output));
        if (outcome.status == Status::refused) caller.say(fmt::format("未生成：{} 有错误", outcome.name));
    };
    return do_files(plan.jobs, arguments, options, caller, {all, tell, &Tally::text});
}

}  // namespace nianbao
