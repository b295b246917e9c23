#include "nianbao/diff.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/run/json_diff.hpp"
#include "file/path_text.hpp"
#include "job/line.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

/// A report of a folder.
struct Side {
    std::string file;
    Report report;
    Source source;
};

/// The reports of a folder by their offices' names without blanks.
class Folder {
public:
    Folder(const std::string& folder, Caller& caller) {
        for (const Input& input : inputs({folder}, caller, {}, PlainPdfs::by_text)) {
            Outcome outcome;
            std::optional<Report> report = read_input(input, outcome);
            if (!report) {
                right_ = false;
                caller.outcome(outcome);
                continue;
            }
            const std::string office = plain_name(report->agency);
            const auto [first, is_new] = reports_.try_emplace(
                office, Side{name_of(input), *std::move(report), std::move(outcome.source)});
            if (is_new) {
                order_.push_back(office);
                continue;
            }
            right_ = false;
            caller.say(fmt::format("{} 和 {} 都是“{}”的，只比较前一份", first->second.file,
                                   name_of(input), first->second.report.agency));
        }
    }

    const Side* of(const std::string& office) const {
        const auto found = reports_.find(office);
        return found == reports_.end() ? nullptr : &found->second;
    }
    /// In the order of the files.
    const std::vector<std::string>& offices() const { return order_; }
    /// False if a file could not be read, or an office has two.
    bool right() const { return right_; }

private:
    std::map<std::string, Side> reports_;
    std::vector<std::string> order_;
    bool right_ = true;
};

/// Offices of a folder that the other one has not.
std::vector<std::string> only_in(const Folder& folder, const Folder& other) {
    std::vector<std::string> names;
    for (const std::string& office : folder.offices()) {
        if (other.of(office) == nullptr) names.push_back(folder.of(office)->report.agency);
    }
    return names;
}

std::string list_of(std::string_view what, const std::vector<std::string>& names) {
    if (names.empty()) return {};
    return fmt::format("{} {} 家：{}\n", what, names.size(), fmt::join(names, "、"));
}

std::string json_names(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + json_string(name);
    return "[" + all + "]";
}

std::string heads_of(const Side& before, const Side& after) {
    return fmt::format("旧：{}（{}，{} 年度）\n新：{}（{}，{} 年度）\n\n", before.file,
                       before.report.agency, before.report.year, after.file, after.report.agency,
                       after.report.year);
}

/// What people read: the output, or what stands beside it in JSON.
void show_difference(const std::string& text, const Arguments& arguments, Caller& caller) {
    if (arguments.json) caller.text(text);
    else caller.output(text);
}

int run_folders(const Arguments& arguments, Caller& caller) {
    const Folder old(arguments.files[0], caller), recent(arguments.files[1], caller);
    std::vector<std::string> same;
    std::string pairs;
    for (const std::string& office : recent.offices()) {
        const Side *before = old.of(office), *after = recent.of(office);
        if (before == nullptr) continue;
        const Difference difference = diff(before->report, after->report);
        if (difference.none()) same.push_back(after->report.agency);
        if (arguments.json)
            pairs +=
                fmt::format("{}{{\"agency\": {}, \"before\": {}, \"after\": {}, \"diff\": {}}}",
                            pairs.empty() ? "" : ", ", json_string(after->report.agency),
                            json_string(before->file), json_string(after->file),
                            json(difference, before->source, after->source));
        if (!difference.none())
            show_difference(heads_of(*before, *after) + diff_text(difference) + "\n", arguments,
                            caller);
    }
    const std::vector<std::string> gone = only_in(old, recent), added = only_in(recent, old);
    if (arguments.json) {
        caller.member("pairs", "[" + pairs + "]");
        caller.member("only_before", json_names(gone));
        caller.member("only_after", json_names(added));
    }
    show_difference(
        list_of("没有变的", same) + list_of("只在旧的里的", gone) + list_of("只在新的里的", added),
        arguments, caller);
    return old.right() && recent.right() ? exit_clean : exit_findings;
}

}  // namespace

int run_diff(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 2)
        throw Usage("diff 后面写两份数据文件或者两个文件夹：旧的和新的");
    std::error_code unknown;
    const auto is_folder = [&](const std::string& file) {
        return file != "-" && std::filesystem::is_directory(path_of(file), unknown);
    };
    const bool folders = is_folder(arguments.files[0]);
    if (folders != is_folder(arguments.files[1]))
        throw Usage("diff 比较两份数据文件，或者两个文件夹，不能一个是文件、一个是文件夹");
    if (folders) return run_folders(arguments, caller);
    const std::vector<Input> files = inputs(arguments.files, caller, {}, PlainPdfs::by_text);
    if (files.size() < 2) return exit_findings;  // it has been told why
    Outcome outcomes[2];
    std::optional<Report> reports[2];
    for (std::size_t i = 0; i < 2; ++i) {
        reports[i] = read_input(files[i], outcomes[i]);
        caller.outcome(outcomes[i]);
    }
    if (!reports[0] || !reports[1]) return exit_findings;
    const Difference difference = diff(*reports[0], *reports[1]);
    if (arguments.json) {
        caller.member("diff", json(difference, outcomes[0].source, outcomes[1].source));
    }
    const Side before{files[0].name, *std::move(reports[0]), {}},
        after{files[1].name, *std::move(reports[1]), {}};
    show_difference(heads_of(before, after) + diff_text(difference), arguments, caller);
    return exit_clean;
}

}  // namespace nianbao
