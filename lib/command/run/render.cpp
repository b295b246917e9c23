#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/options/honoured.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/previous.hpp"
#include "command/replacing.hpp"
#include "file/path_text.hpp"
#include "file/shown_name.hpp"
#include "html/index.hpp"
#include "nianbao/county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

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

/// Collects the web pages that a batch puts into one folder, and writes the page that
/// leads to them.
class PageIndex {
public:
    /// A shard's pages are only some of the folder's.
    PageIndex(const Plan& plan, const Arguments& arguments) : arguments_(arguments) {
        if (arguments.output && plan.jobs.size() > 1 && arguments.shard.of == 1)
            folder_ = path_of(*arguments.output);
    }

    void add(const Outcome& outcome) {
        if (folder_.empty()) return;
        IndexEntry entry{outcome.agency, outcome.year, {}, {}};
        for (const Made& made : outcome.made) {
            if (made.output == nullptr || !made.output->offered) continue;
            const fs::path place = made.place.lexically_relative(folder_);
            taken_ = taken_ || place == path_of(name);
            if (made.output->name == "html") entry.page = address_of(place);
            else if (made.output->name != "fragment" && is_for_all(*made.output))
                entry.others.emplace_back(label_of(*made.output), address_of(place));
        }
        if (!entry.page.empty()) entries_.push_back(std::move(entry));
    }

    /// Exit code.
    int write(Caller& caller) const {
        if (entries_.empty()) return exit_clean;
        const fs::path place = folder_ / path_of(name);
        if (taken_) {
            caller.say(fmt::format("没有目录页：{} 是一份报告的网页", utf8(place)));
            return exit_clean;
        }
        const std::string page = write_index(entries_);
        Outcome outcome{.name = utf8(place)};
        outcome.status = Status::written;
        if (!may_write(place, page, arguments_, outcome)) {
            caller.outcome(outcome);
            return exit_findings;
        }
        try {
            write_whole_file(place, page);
        } catch (const Failure& failure) {
            outcome.status = Status::failed;
            outcome.failure = failure.what();
            caller.outcome(outcome);
            return exit_failed;
        }
        caller.say(fmt::format("目录页 {}", utf8(place)));
        return exit_clean;
    }

private:
    static constexpr std::string_view name = "index.html";

    static std::string address_of(const fs::path& place) {
        std::string address;
        for (const fs::path& part : place) address += (address.empty() ? "" : "/") + utf8(part);
        return address;
    }

    /// False for what only those who work on a report may see: no page leads to it.
    bool is_for_all(const Output& output) const {
        const bool commented = arguments_.run.carry.comments != Comments::none;
        return output.name != "signing" && !(commented && output.name == "docx");
    }

    /// Its ending in capitals: PDF, DOCX.
    static std::string label_of(const Output& output) {
        std::string label(output.ending.substr(1));
        for (char& c : label) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        return label;
    }

    const Arguments& arguments_;
    fs::path folder_;  // empty: no index is asked for
    std::vector<IndexEntry> entries_;
    bool taken_ = false;
};

/// Throws Usage if no output can carry the comments that were asked for, or honour
/// another option of theirs.
void refuse_options_without_file(const Arguments& arguments) {
    if (arguments.files.empty()) return;
    const std::vector<const Output*> outputs = outputs_asked(arguments);
    refuse_unhonoured(arguments.run, outputs, {"--seal", "--show-grid", "--attach-data"});
    if (arguments.run.carry.comments == Comments::none) return;
    if (std::find(outputs.begin(), outputs.end(), output_named("docx")) == outputs.end())
        throw Usage("--comments 只用于 Word 文件：请写 --to docx，或者 -o 文件.docx");
    if (arguments.run.check.off) throw Usage("--comments 要检查，不能与 --no-check 同时使用");
}

}  // namespace

int run_render(const Arguments& arguments, Caller& caller) {
    RunOptions options = arguments.run;
    options.carry.date = date_of_build();
    options.check.previous = previous_of(arguments, caller);
    const bool signing =
        arguments.with != nullptr ||
        std::count(arguments.to.begin(), arguments.to.end(), output_named("signing")) > 0;
    options.check.figures = options.check.figures || signing;
    refuse_options_without_file(arguments);
    const Plan plan = nianbao::plan(arguments, caller);
    const Fonts fonts = fonts_for(outputs_asked(arguments), arguments, caller);

    const auto all = [&](const RunOptions& own, const auto& done) {
        return run(
            plan.jobs.size(), [&](std::size_t i) { return plan.jobs[i]; }, fonts, own, done);
    };
    PageIndex index(plan, arguments);
    const auto tell = [&](const Outcome& outcome) {
        for (const Made& made : outcome.made) {
            if (plan.to_standard_output) caller.output(made.bytes);
            else
                caller.say(fmt::format("{} {}", made.unchanged ? "不必重做" : "已生成",
                                       shown_name(utf8(made.place))));
        }
        if (outcome.status == Status::refused)
            caller.say(fmt::format("未生成：{} 有错误", shown_name(outcome.name)));
        index.add(outcome);
    };
    const int exit = do_files(plan.jobs, arguments, options, caller, {all, tell, &Tally::text});
    const bool stopped = caller.stop() != nullptr && caller.stop()->load();
    return stopped ? exit : std::max(exit, index.write(caller));
}

}  // namespace nianbao
