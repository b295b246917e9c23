#include "commands.hpp"
#include "console.hpp"
#include "json.hpp"
#include "plan.hpp"
#include "usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace {

using nianbao::Outcome;
using nianbao::Status;

/// SOURCE_DATE_EPOCH: seconds since 1970 in UTC, which stand for the day of the build (reproducible-builds.org).
std::optional<nianbao::Date> date_of_build() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    constexpr std::int64_t end_of_9999 = 253402300799;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), seconds);
    if (error != std::errc{} || *end != '\0' || seconds < 0 || seconds > end_of_9999)
        throw Usage(fmt::format("环境变量 SOURCE_DATE_EPOCH 的值“{}”不是秒数", text));
    const std::chrono::sys_seconds moment{std::chrono::seconds{seconds}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(moment)};
    return nianbao::Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                         static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// How the files of a run came out.
struct Tally {
    std::size_t written = 0, with_warnings = 0, refused = 0, failed = 0;
    int exit = exit_clean;

    void count(const Outcome& outcome, bool strict) {
        const auto stands = [](const nianbao::Finding& finding) { return finding.waived.empty(); };
        const bool told = std::any_of(outcome.findings.begin(), outcome.findings.end(), stands);
        (outcome.status == Status::written ? written : outcome.status == Status::refused ? refused : failed) += 1;
        if (outcome.status == Status::written && told) ++with_warnings;
        if (outcome.status == Status::failed) {
            exit = std::max<int>(exit, exit_failed);
        } else if (nianbao::stops(outcome.findings) || (strict && told)) {
            exit = std::max<int>(exit, exit_findings);
        }
    }

    std::string text() const {
        return fmt::format("共 {} 份：已生成 {} 份（其中 {} 份有问题提示），有错误未生成 {} 份，机器出错 {} 份", written + refused + failed, written,
                           with_warnings, refused, failed);
    }
};

}  // namespace

int run_render(const Arguments& arguments) {
    nianbao::RunOptions options = arguments.run;
    options.date = date_of_build();
    const Plan plan = ::plan(arguments);
    const nianbao::Fonts fonts = nianbao::Fonts::open(arguments.fonts);
    const Console console(arguments);

    Tally tally;
    std::string files;
    std::size_t done = 0;
    nianbao::run(plan.jobs, fonts, options, [&](const Outcome& outcome) {
        tally.count(outcome, arguments.strict);
        if (arguments.json) {
            files += fmt::format("{}\n  {}", files.empty() ? "" : ",", json(outcome));
        } else {
            console.findings(outcome);
            if (outcome.status == Status::failed) console.failure(outcome.failure);
            if (outcome.status == Status::written && plan.to_standard_output) print(outcome.bytes);
            if (outcome.status == Status::written && !plan.to_standard_output) console.say(fmt::format("已生成 {}", outcome.output.native()));
            if (outcome.status == Status::refused) console.say(fmt::format("未生成：{} 有错误", outcome.name));
        }
        console.progress(++done, plan.jobs.size());
    });

    if (arguments.json) {
        print(fmt::format("{{\"files\": [{}\n]}}\n", files));
    } else if (plan.jobs.size() > 1) {
        console.say(tally.text());
    }
    return tally.exit;
}
