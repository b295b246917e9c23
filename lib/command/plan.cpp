#include "command/plan.hpp"

#include "command/usage.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// The data files of a folder; there must be some.
std::vector<fs::path> listed(const fs::path& folder) {
    std::vector<fs::path> files = data_files(folder);
    if (files.empty()) throw Usage(fmt::format("文件夹 {} 里没有 .yaml、.yml 或 .json 文件", folder.native()));
    return files;
}

fs::path output_name(const fs::path& input, Product product) {
    fs::path name = is_data_file(input) ? input.stem() : input.filename();
    name += product == Product::pdf ? ".pdf" : product == Product::document ? ".document.txt" : ".pages.txt";
    return name;
}

bool is_folder(const fs::path& path) {
    std::error_code unknown;
    return fs::is_directory(path, unknown);
}

void refuse_shared_outputs(const JobList& jobs) {
    std::unordered_map<std::string, std::size_t> owners;
    std::map<fs::path, fs::path> folders;  // asked once each
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job job = jobs[i];
        const auto [folder, unasked] = folders.try_emplace(job.output.parent_path());
        if (unasked) {
            std::error_code unknown;
            folder->second = fs::weakly_canonical(folder->first.empty() ? "." : folder->first, unknown);
            if (unknown) folder->second = folder->first;
        }
        const auto [owner, is_new] = owners.emplace((folder->second / job.output.filename()).native(), i);
        if (!is_new) throw Usage(fmt::format("{} 和 {} 都要写到 {}", jobs[owner->second].name, job.name, job.output.native()));
    }
}

/// Throws Usage where an output of theirs is an input of theirs.
template <typename Jobs>
void refuse_replacing_inputs_of(const Jobs& jobs) {
    std::map<std::pair<dev_t, ino_t>, std::size_t> inputs;  // a file is known by its number: it may have many names
    struct stat status;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job& job = jobs[i];
        if (!job.bytes && ::stat(job.input.c_str(), &status) == 0) inputs.emplace(std::pair(status.st_dev, status.st_ino), i);
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job& job = jobs[i];
        if (::lstat(job.output.c_str(), &status) != 0 || S_ISLNK(status.st_mode)) continue;  // a link is replaced, not what it points to
        if (const auto input = inputs.find({status.st_dev, status.st_ino}); input != inputs.end())
            throw Usage(fmt::format("输出 {} 会覆盖数据文件 {}", job.output.native(), jobs[input->second].name));
    }
}

}  // namespace

Format notation_of(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{' ? Format::json : Format::yaml;
}

JobList list(const std::vector<std::string>& files, Caller& caller) {
    JobList jobs;
    for (const std::string& file : files) {
        if (file == "-") {
            if (jobs.reads_standard_input()) throw Usage("标准输入 - 只能写一次");
            std::string bytes = caller.standard_input();
            const Format format = notation_of(bytes);
            jobs.add_standard_input(std::move(bytes), format);
        } else if (is_folder(file)) {
            for (const fs::path& input : listed(file)) jobs.add(input.native());
        } else {
            jobs.add(file);
        }
    }
    return jobs;
}

std::vector<Job> inputs(const std::vector<std::string>& files, Caller& caller) {
    const JobList jobs = list(files, caller);
    std::vector<Job> all;
    for (std::size_t i = 0; i < jobs.size(); ++i) all.push_back(jobs[i]);
    return all;
}

std::optional<Report> read_input(const Job& job, Outcome& outcome) {
    Reading reading = job.bytes ? read(*job.bytes, job.name, job.format) : read(job.input);
    outcome.name = job.name;
    outcome.output = job.output;
    outcome.source = std::move(reading.source);
    outcome.findings = std::move(reading.findings);
    outcome.status = reading.report ? Status::accepted : Status::refused;
    return std::move(reading.report);
}

void refuse_replacing_inputs(const std::vector<Job>& jobs) { refuse_replacing_inputs_of(jobs); }

Plan plan(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写数据文件");
    const bool text = arguments.run.product != Product::pdf;
    const bool standard_input = std::count(arguments.files.begin(), arguments.files.end(), "-") > 0;
    const bool several = arguments.files.size() > 1 || is_folder(arguments.files.front());
    const std::string out = arguments.output.value_or(text ? "-" : "");

    if (arguments.output && out.empty()) throw Usage("-o 的值是空的");
    if (out == "-") {
        if (arguments.json) throw Usage("标准输出只有一个：不能既写 -o - 又写 --format json");
        if (several && !text) throw Usage("有几份数据文件时，-o 应是文件夹");
        if (!text && caller.on_screen()) throw Usage("不把 PDF 写到终端：请用 > 或 | 接到别处");
        Plan plan{list(arguments.files, caller), true};
        plan.jobs.keep(arguments.shard);
        return plan;
    }
    const bool into_folder = several || out.ends_with('/') || is_folder(out);
    std::error_code unknown;
    if (standard_input && (out.empty() || into_folder)) throw Usage("标准输入没有文件名：请用 -o 写明输出文件");
    if (!out.empty() && into_folder && fs::exists(out, unknown) && !is_folder(out))
        throw Usage(fmt::format("有几份数据文件时，-o 应是文件夹，而 {} 不是", out));

    Plan plan{list(arguments.files, caller), false};
    plan.jobs.write_to([out, into_folder, product = arguments.run.product](const fs::path& input) {
        if (out.empty()) return input.parent_path() / output_name(input, product);
        return into_folder ? fs::path(out) / output_name(input, product) : fs::path(out);
    });
    refuse_shared_outputs(plan.jobs);
    refuse_replacing_inputs_of(plan.jobs);
    plan.jobs.keep(arguments.shard);
    if (!out.empty() && into_folder) {
        std::error_code error;
        fs::create_directories(out, error);
        if (error) throw Failure(fmt::format("不能建文件夹 {}：{}", out, error == std::errc::permission_denied ? "没有权限" : error.message()));
    }
    return plan;
}

}  // namespace nianbao
