// Checking and rendering one report.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/options.hpp"
#include "command/plan.hpp"
#include "command/usage.hpp"
#include "nianbao/failure.hpp"

#include <charconv>
#include <chrono>
#include <optional>

using namespace nianbao;

namespace {

/// The handle of an outcome. Throws Failure where the machine failed.
std::unique_ptr<nianbao_outcome> handle(Outcome outcome) {
    if (outcome.status == Status::failed) throw Failure(outcome.failure);
    auto handle = std::make_unique<nianbao_outcome>();
    handle->outcome = std::move(outcome);
    return handle;
}

/// Last year's reports, from where the options have them. Throws Failure, Usage.
template <typename Options>
std::optional<PreviousReports> previous(const Options& options) {
    const std::string_view place = c::text(options.previous);
    if (options.previous_data == nullptr) {
        if (place.empty()) return std::nullopt;
        return PreviousReports::read(c::path(place));
    }
    if (!place.empty()) throw Usage("previous 和 previous_data 不能同时使用");
    const Job& job = options.previous_data->job;
    return job.bytes ? PreviousReports::read(*job.bytes, job.name, job.format) : PreviousReports::read(job.input);
}

/// "2023-01-18". Throws Usage.
Date date(std::string_view text) {
    int numbers[3] = {};
    const auto part = [&](int which, std::size_t at, std::size_t length) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, numbers[which]);
        return error == std::errc{} && end == text.data() + at + length && text[at] != '-';
    };
    const bool written = text.size() == 10 && text[4] == '-' && text[7] == '-' && part(0, 0, 4) && part(1, 5, 2) && part(2, 8, 2);
    const std::chrono::year_month_day day{std::chrono::year(numbers[0]), std::chrono::month(static_cast<unsigned>(numbers[1])),
                                          std::chrono::day(static_cast<unsigned>(numbers[2]))};
    if (!written || !day.ok()) throw Usage("日期“" + std::string(text) + "”不对，应写成 2023-01-18");
    return {numbers[0], numbers[1], numbers[2]};
}

RunOptions run_options(const nianbao_render_options& options) {
    Arguments arguments;
    const auto set = [&](std::string_view name, const std::string& value = {}) { set_option(Command::render, name, arguments, value); };
    if (options.force != 0) set("force");
    if (options.no_check != 0) set("no-check");
    for (const std::string& rule : c::texts(options.disabled, options.disabled_count)) set("disable", rule);
    for (const std::string& setting : c::texts(options.layout, options.layout_count)) set("layout", setting);
    if (options.show_grid != 0) set("show-grid");
    if (options.attach_data != 0) set("attach-data");
    check_together(arguments);
    if (const std::string_view text = c::text(options.date); !text.empty()) arguments.run.date = date(text);
    arguments.run.entering = [options](Stage stage) {
        if (options.progress != nullptr) options.progress(options.user, static_cast<int>(stage), stages);
        if (options.cancel != nullptr && options.cancel(options.user) != 0) throw c::Cancelled();
    };
    return std::move(arguments.run);
}

/// Hands the bytes over, part by part. Throws Failure where they are refused.
void write(const nianbao_render_options& options, std::string_view bytes) {
    constexpr std::size_t part = 65536;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(part, bytes.size()))) {
        const std::string_view next = bytes.substr(0, part);
        if (options.write(options.user, next.data(), static_cast<std::int64_t>(next.size())) != 0) throw Failure("调用者没有收下写出的内容");
    }
}

}  // namespace

nianbao_status nianbao_check(const nianbao_data* data, const nianbao_check_options* options, nianbao_outcome** outcome, nianbao_error** error) {
    return c::trap(outcome, error, [&] {
        c::require(data != nullptr, "data 是 NULL");
        const nianbao_check_options own = c::options(options);
        Arguments arguments;
        for (const std::string& rule : c::texts(own.disabled, own.disabled_count)) set_option(Command::check, "disable", arguments, rule);
        if (const std::string_view deadline = c::text(own.deadline); !deadline.empty())
            set_option(Command::check, "deadline", arguments, std::string(deadline));
        const std::optional<PreviousReports> last_year = previous(own);
        if (last_year) arguments.run.previous = &*last_year;
        return handle(check(data->job, arguments.run));
    });
}

nianbao_status nianbao_render(const nianbao_engine* engine, const nianbao_data* data, const nianbao_render_options* options, nianbao_outcome** outcome,
                              nianbao_error** error) {
    return c::trap(outcome, error, [&] {
        c::require(engine != nullptr, "engine 是 NULL");
        c::require(data != nullptr, "data 是 NULL");
        const nianbao_render_options own = c::options(options);
        RunOptions run_options = ::run_options(own);
        const std::optional<PreviousReports> last_year = previous(own);
        if (last_year) run_options.previous = &*last_year;
        Job job = data->job;
        if (const std::string_view output = c::text(own.output); !output.empty()) {
            job.output = c::path(output);
            refuse_replacing_inputs({job});
        }
        auto made = handle(run(job, engine->fonts, run_options));
        if (job.output.empty() && own.write != nullptr) {
            write(own, made->outcome.bytes);
            made->outcome.bytes.clear();
        }
        if (own.progress != nullptr) own.progress(own.user, stages, stages);
        return made;
    });
}
