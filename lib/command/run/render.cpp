#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "file/path_text.hpp"
#include "nianbao/county.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace nianbao {
namespace {

/// SOURCE_DATE_EPOCH: seconds since 1970 in UTC, which stand for the day of the build
/// (reproducible-builds.org).
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
    return Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// Fonts are opened only for outputs that need them.
Fonts fonts_for(const std::vector<const Output*>& outputs, const Arguments& arguments,
                Caller& caller) {
    const auto needs_fonts = [](const Output* output) { return output->from == From::pages; };
    return std::any_of(outputs.begin(), outputs.end(), needs_fonts) ? caller.fonts(arguments.fonts)
                                                                    : Fonts();
}

}  // namespace

int run_render(const Arguments& arguments, Caller& caller) {
    RunOptions options = arguments.run;
    options.carry.date = date_of_build();
    options.check.previous = previous_of(arguments);
    const Plan plan = nianbao::plan(arguments, caller);
    const Fonts fonts = fonts_for(outputs_asked(arguments), arguments, caller);

    const auto all = [&](const RunOptions& own, const auto& done) {
        return run(
            plan.jobs.size(), [&](std::size_t i) { return plan.jobs[i]; }, fonts, own, done);
    };
    const auto tell = [&](const Outcome& outcome) {
        for (const Made& made : outcome.made) {
            if (plan.to_standard_output) caller.output(made.bytes);
            else
                caller.say(
                    fmt::format("{} {}", made.unchanged ? "不必重做" : "已生成", utf8(made.place)));
        }
        if (outcome.status == Status::refused)
            caller.say(fmt::format("未生成：{} 有错误", outcome.name));
    };
    return do_files(plan.jobs, arguments, options, caller, {all, tell, &Tally::text});
}

}  // namespace nianbao
