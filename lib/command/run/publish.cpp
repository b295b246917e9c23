#include "nianbao/publish.hpp"

#include "command/commands.hpp"
#include "command/files.hpp"
#include "command/options/usage.hpp"
#include "command/run/dropped.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "file/shown_name.hpp"
#include "nianbao/failure.hpp"
#include "notation/kind/kind.hpp"
#include "publish/rules.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// A file of a folder that is of another kind: somebody has to look at it himself.
OtherFile not_looked_at(const fs::path& file, std::string_view head) {
    OtherFile other{file, {}};
    other.finding.severity = Severity::warning;
    other.finding.rule = publish::rule("G-07");
    other.finding.place.file = utf8(file);
    other.finding.message = fmt::format("{}，没有看", notation::kind_of(head, utf8(file)).is);
    other.finding.hint = "要公布的，另存为 .docx、.xlsx、.pdf 或 .html 再看；图片和扫描件要人看";
    return other;
}

void add_folder(JobList& jobs, const fs::path& folder, const std::string& below, bool flat) {
    const FolderEntries entries = entries_of(folder);
    for (const fs::path& file : entries.files) {
        if (utf8(file.filename()).starts_with('.')) continue;
        std::string head;
        try {
            head = file_bytes(file, notation::telling_bytes);
        } catch (const Failure&) {  // told when it is its turn
            jobs.add(utf8(file), below);
            continue;
        }
        if (tells_of_dropped(head)) continue;
        if (can_look_through(head, utf8(file))) jobs.add(utf8(file), below);
        else jobs.pass_over(not_looked_at(file, head));
    }
    if (flat) return;
    for (const fs::path& own : entries.folders) {
        if (!utf8(own.filename()).starts_with('.'))
            add_folder(jobs, own, below + utf8(own.filename()) + "/", flat);
    }
}

JobList files_of(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写要公布的文件");
    JobList jobs;
    for (const std::string& file : arguments.files) {
        std::error_code unknown;
        if (file == "-") {
            if (jobs.reads_standard_input()) throw Usage("标准输入 - 只能写一次");
            jobs.add_standard_input(caller.standard_input(), Format::yaml);
        } else if (fs::is_directory(path_of(file), unknown)) {
            const std::size_t before = jobs.size() + jobs.others().size();
            add_folder(jobs, path_of(file), "", arguments.flat);
            if (jobs.size() + jobs.others().size() == before)
                throw Usage(fmt::format("文件夹 {} 里没有文件", file));
        } else {
            jobs.add(file);
        }
    }
    jobs.keep(arguments.shard);
    return jobs;
}

Outcome look(const Input& input) {
    Outcome outcome;
    outcome.name = input.name;
    try {
        LookedThrough found = look_through(input, is_output);
        outcome.source = std::move(found.source);
        outcome.findings = std::move(found.findings);
        outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
    } catch (const Failure& failure) {
        outcome.status = Status::failed;
        outcome.failure = failure.what();
    }
    return outcome;
}

}  // namespace

int run_publish(const Arguments& arguments, Caller& caller) {
    const JobList jobs = files_of(arguments, caller);
    const auto all = [&](const RunOptions& own, const auto& done) {
        std::size_t i = 0;
        for (; i < jobs.size(); ++i) {
            if (own.batch.stop != nullptr && *own.batch.stop) break;
            done(look(jobs.input(i)));
        }
        return i;
    };
    const auto tell = [&](const Outcome& outcome) {
        if (outcome.status == Status::accepted && outcome.findings.empty())
            caller.say(fmt::format("{}：没有发现不该公布的", shown_name(outcome.name)));
    };
    return do_files(jobs, arguments, arguments.run, caller, {all, tell, &Tally::looked_text});
}

}  // namespace nianbao
