// Checking and rendering one report.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/options/honoured.hpp"
#include "command/options/usage.hpp"
#include "command/options/values.hpp"
#include "command/plan.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/previous.hpp"
#include "text/utf8.hpp"

#include <filesystem>
#include <functional>
#include <utility>

using namespace nianbao;

namespace {

/// Where findings tell of files, whose names may be no UTF-8, their texts are made such.
void make_utf8(std::vector<Finding>& findings) {
    for (Finding& finding : findings) {
        for (std::string* text : {&finding.message, &finding.hint, &finding.reviewed})
            *text = well_formed(*text);
        for (Remedy& remedy : finding.remedies) remedy.subject = well_formed(remedy.subject);
    }
}

/// The handle of an outcome. Throws Failure if the machine failed.
std::unique_ptr<nianbao_outcome> handle(Outcome outcome) {
    if (outcome.status == Status::failed) throw Failure(outcome.failure);
    auto handle = std::make_unique<nianbao_outcome>();
    handle->outcome = std::move(outcome);
    make_utf8(handle->outcome.findings);
    return handle;
}

/// Last year's reports, as the options give them. Throws Failure, Usage.
template <typename Options>
std::function<Previous(const Report&)> previous(const Options& options) {
    const std::string_view place = c::text(options.previous);
    if (!place.empty() && options.previous_data != nullptr)
        throw Usage("previous 和 previous_data 不能同时使用");
    if (place.empty() && options.previous_data == nullptr) return {};
    const auto reports = std::make_shared<const PreviousReports>(
        options.previous_data != nullptr ? PreviousReports::read(options.previous_data->input)
                                         : PreviousReports::read(path_of(c::path(place))));
    return [reports](const Report& report) { return reports->find(report); };
}

std::vector<std::string> disabled(const nianbao_text* codes, std::int64_t count) {
    std::vector<std::string> all;
    for (const std::string& list : c::texts(codes, count)) {
        for (std::string& code : values::rule_codes("disabled", list))
            all.push_back(std::move(code));
    }
    return all;
}

RunOptions run_options(const nianbao_render_options& options) {
    RunOptions run;
    run.check.force = options.force != 0;
    run.batch.replace = options.force != 0;
    run.check.off = options.no_check != 0;
    run.check.disabled = disabled(options.disabled, options.disabled_count);
    for (const std::string& setting : c::texts(options.layout, options.layout_count))
        run.layout.settings.push_back(values::layout_setting("layout", setting));
    for (const nianbao_setting& setting : c::structs(options.settings, options.setting_count))
        run.layout.settings.push_back(values::layout_setting(
            "settings", std::string(c::text(setting.name)), std::string(c::text(setting.value))));
    run.layout.show_grid = options.show_grid != 0;
    run.layout.seal_room = options.seal != 0;
    run.carry.data = options.attach_data != 0;
    if (const std::string_view date = c::text(options.date); !date.empty())
        run.carry.date = values::date("date", std::string(date));
    run.entering = [options](Stage stage) {
        if (options.progress != nullptr)
            options.progress(options.user, static_cast<int>(stage), stages);
        if (options.cancel != nullptr && options.cancel(options.user) != 0) throw c::Cancelled();
    };
    return run;
}

/// What is made, and where it goes. Throws Usage.
std::vector<Target> targets(const nianbao_render_options& options, const Input& input) {
    std::vector<const Output*> chosen;
    for (const std::string& name : c::texts(options.to, options.to_count))
        values::add_outputs("to", name, chosen);
    const std::string_view text = c::text(options.output);
    const std::filesystem::path place = text.empty() ? "" : path_of(c::path(text));
    if (chosen.empty()) chosen = {place.empty() ? &outputs().front() : &output_picked_by(place)};
    if (chosen.size() > 1 && place.empty() && options.write != nullptr)
        throw Usage("有几种输出时不能用 write：请写明文件夹，或从结果中取");
    std::vector<Target> all;
    for (const Output* output : chosen) {
        const bool named = chosen.size() > 1 && !place.empty();
        all.push_back({output, named ? place / output_name(path_of(input.name), *output) : place});
    }
    return all;
}

/// Hands the bytes over, part by part. Throws Failure if they are refused.
void write(const nianbao_render_options& options, std::string_view bytes) {
    constexpr std::size_t part = 65536;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(part, bytes.size()))) {
        const std::string_view next = bytes.substr(0, part);
        if (options.write(options.user, next.data(), next.size()) != 0)
            throw Failure("调用者没有收下写出的内容");
    }
}

}  // namespace

nianbao_status nianbao_check(const nianbao_data* data, const nianbao_check_options* options,
                             nianbao_outcome** outcome, nianbao_error** error) {
    return c::trap(outcome, error, [&] {
        c::require(data != nullptr, "data 是 NULL");
        const nianbao_check_options own = c::options(options);
        RunOptions run;
        run.check.disabled = disabled(own.disabled, own.disabled_count);
        if (const std::string_view deadline = c::text(own.deadline); !deadline.empty())
            run.check.deadline = values::date("deadline", std::string(deadline));
        run.check.previous = previous(own);
        run.check.evidence = own.evidence != 0;
        return handle(check(data->input, run));
    });
}

nianbao_status nianbao_render(const nianbao_engine* engine, const nianbao_data* data,
                              const nianbao_render_options* options, nianbao_outcome** outcome,
                              nianbao_error** error) {
    return c::trap(outcome, error, [&] {
        c::require(data != nullptr, "data 是 NULL");
        const nianbao_render_options own = c::options(options);
        RunOptions run = run_options(own);
        run.check.previous = previous(own);
        const Job job{data->input, targets(own, data->input)};
        std::vector<const Output*> made_here;
        for (const Target& target : job.targets) made_here.push_back(target.output);
        refuse_unhonoured(run, made_here, {"seal", "show_grid", "attach_data"});
        for (const auto& [output, place] : job.targets) {
            c::require(engine != nullptr || output->from != From::pages, "engine 是 NULL");
            if (!place.empty()) refuse_replacing_inputs({job.input}, place);
        }
        auto made = handle(nianbao::run(job, engine != nullptr ? engine->fonts : Fonts(), run));
        if (own.write != nullptr && !made->outcome.made.empty() &&
            job.targets.front().place.empty())
            write(own, std::exchange(made->outcome.made.front().bytes, {}));
        if (own.progress != nullptr) own.progress(own.user, stages, stages);
        return made;
    });
}
