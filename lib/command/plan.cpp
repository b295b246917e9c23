#include "command/plan.hpp"

#include "command/inputs/converting.hpp"
#include "command/options/usage.hpp"
#include "command/run/dropped.hpp"
#include "data/rules.hpp"
#include "file/folders.hpp"
#include "file/identity.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "notation/bytes.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
    std::error_code unknown;
    return fs::is_directory(path, unknown);
}

/// A PDF of a folder that carries data, which an output beside it would write over.
OtherFile left_as_it_is(const fs::path& pdf) {
    OtherFile other{pdf, {}};
    other.finding.severity = Severity::warning;
    other.finding.rule = data::rule("D-20");
    other.finding.place.file = utf8(pdf);
    other.finding.message = "这是附有数据的 PDF 文件，输出会覆盖它，没有读";
    other.finding.hint = "要由它的数据重新生成，把输出写到别的文件夹";
    return other;
}

/// What an earlier run put into the folder.
bool is_made_here(std::string_view bytes) { return is_output(bytes) || tells_of_dropped(bytes); }

/// Adds the data files of a folder; there must be some. `beside`: outputs of this ending
/// go beside them.
void add_folder(JobList& jobs, const std::string& folder, Depth depth, std::string_view beside,
                const Converting& converting) {
    const std::size_t before = jobs.size();
    // What was published may be a PDF of ours.
    Listing listing = list_folder(path_of(folder), depth, converting.pdfs ? nullptr : is_made_here);
    if (!beside.empty()) {
        std::erase_if(listing.data, [&](const fs::path& file) {
            const bool covered = has_ending(utf8(file.filename()), beside);
            if (covered) listing.others.push_back(left_as_it_is(file));
            return covered;
        });
    }
    add_converted(jobs, listing, path_of(folder), converting);
    const bool told = std::any_of(
        listing.others.begin(), listing.others.end(),
        [](const OtherFile& other) { return other.finding.severity == Severity::error; });
    if (listing.data.empty() && jobs.size() == before && !told) {
        std::string others;
        if (!listing.others.empty())
            others = fmt::format("；有 {} 个别的文件，例如 {}：{}", listing.others.size(),
                                 utf8(listing.others.front().file),
                                 listing.others.front().finding.message);
        throw Usage(fmt::format(
            "文件夹 {} 里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）{}",
            folder, others));
    }
    for (const fs::path& file : listing.data)
        jobs.add(utf8(file), folder_below(file, path_of(folder)));
    for (OtherFile& other : listing.others) jobs.pass_over(std::move(other));
}

void refuse_shared_outputs(const JobList& jobs) {
    std::unordered_map<std::string, std::size_t> owners;
    std::map<fs::path, fs::path> folders;  // asked once each
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job job = jobs[i];
        for (const auto& [output, place] : job.targets) {
            const auto [folder, unasked] = folders.try_emplace(place.parent_path());
            if (unasked) {
                std::error_code unknown;
                folder->second =
                    fs::weakly_canonical(folder->first.empty() ? "." : folder->first, unknown);
                if (unknown) folder->second = folder->first;
            }
            const auto [owner, is_new] =
                owners.emplace(place_key(folder->second / place.filename()), i);
            if (!is_new)
                throw Usage(fmt::format("{} 和 {} 都要写到 {}", jobs[owner->second].input.name,
                                        job.input.name, utf8(place)));
        }
    }
}

/// A file is known by its identity: it may have many names.
std::map<FileIdentity, std::size_t> identities_of_inputs(std::size_t count, const auto& job_of) {
    std::map<FileIdentity, std::size_t> identities;
    for (std::size_t i = 0; i < count; ++i) {
        const Job& job = job_of(i);
        if (job.input.bytes) continue;
        if (const auto own = identity_of(job.input.file, Links::followed))
            identities.emplace(*own, i);
    }
    return identities;
}

/// Throws Usage if an output of theirs is an input of theirs.
void refuse_replacing_inputs_of(std::size_t count, const auto& job_of) {
    const std::map<FileIdentity, std::size_t> inputs = identities_of_inputs(count, job_of);
    for (std::size_t i = 0; i < count; ++i) {
        const Job& job = job_of(i);
        for (const auto& [output, place] : job.targets) {
            const auto there = identity_of(place, Links::themselves);
            if (!there) continue;  // nothing, or a link, which is replaced itself
            const auto input = inputs.find(*there);
            if (input == inputs.end()) continue;
            const Job& owner = job_of(input->second);
            throw Usage(fmt::format("输出 {} 会覆盖数据文件 {}：请用 -o 写到别处", utf8(place),
                                    owner.input.name));
        }
    }
}

bool is_text(const Output& output) { return output.media_type.starts_with("text/"); }

std::string endings() {
    std::string all;
    for (const Output& output : outputs()) {
        if (output.offered) all += fmt::format("{}{}", all.empty() ? "" : " ", output.ending);
    }
    return all;
}

std::string other_ending(const fs::path& file, std::string_view endings) {
    return fmt::format("不能由 {} 的后缀 {} 看出要写成什么，可用的后缀是：{}", utf8(file),
                       utf8(file.extension()), endings);
}

/// How the arguments name the place of the outputs.
struct Destination {
    std::string out;           // as it was written; empty: beside the data files
    bool into_folder = false;  // each output is named after its data file
    std::vector<const Output*> outputs;
    const Output* with = nullptr;  // a file beside the others

    /// The ending of PDFs that are written beside their data files; empty: none are.
    std::string_view ending_beside() const {
        const Output* pdf = output_named("pdf");
        const bool made = std::find(outputs.begin(), outputs.end(), pdf) != outputs.end();
        return out.empty() && made ? pdf->ending : std::string_view();
    }

    std::vector<Target> targets_of(const Input& input, std::string_view below) const {
        std::vector<Target> targets;
        for (const Output* output : outputs) {
            fs::path place = path_of(out);
            if (out.empty()) place = input.file.parent_path() / output_name(input.file, *output);
            else if (into_folder) (place /= path_of(below)) /= output_name(input.file, *output);
            targets.push_back({output, std::move(place)});
        }
        if (with != nullptr) {
            const fs::path beside = targets.front().place;
            fs::path name = out.empty() || into_folder ? input.file.stem() : beside.stem();
            name += path_of(with->ending);
            targets.push_back({with, beside.parent_path() / name});
        }
        return targets;
    }
};

bool are_several(const std::vector<std::string>& files) {
    return files.size() > 1 || is_folder(path_of(files.front()));
}

/// Throws Usage if the outputs cannot go to standard output.
void check_standard_output(const Arguments& arguments, const std::vector<const Output*>& outputs,
                           const Caller& caller) {
    if (arguments.json || arguments.csv)
        throw Usage(fmt::format("标准输出只有一个：不能既写 -o - 又写 --format {}",
                                arguments.json ? "json" : "csv"));
    if (arguments.summary) throw Usage("标准输出只有一个：不能既写 -o - 又写 --summary");
    if (outputs.size() > 1) throw Usage("有几种输出时，-o 应是文件夹");
    if (is_text(*outputs.front())) return;
    if (are_several(arguments.files)) throw Usage("有几份数据文件时，-o 应是文件夹");
    if (caller.on_screen())
        throw Usage(outputs.front()->name == "pdf" ? "不把 PDF 写到终端：请用 > 或 | 接到别处"
                                                   : "不把输出写到终端：请用 > 或 | 接到别处");
}

/// Throws Usage if the data files and outputs have no place there.
void check_destination(const Arguments& arguments, const Destination& to) {
    const auto& files = arguments.files;
    const bool standard_input = std::count(files.begin(), files.end(), "-") > 0;
    if (standard_input && (to.out.empty() || to.into_folder))
        throw Usage("标准输入没有文件名：请用 -o 写明输出文件");
    std::error_code unknown;
    if (to.out.empty() || !to.into_folder || is_folder(path_of(to.out))) return;
    const char* several = are_several(files) ? "有几份数据文件" : "有几种输出";
    if (fs::exists(path_of(to.out), unknown))
        throw Usage(fmt::format("{}时，-o 应是文件夹，而 {} 不是", several, to.out));
    if (!ends_as_folder(to.out) && output_of(path_of(to.out)) != nullptr)
        throw Usage(fmt::format("{}时，-o 应是文件夹，而 {} 是一个文件的名称", several, to.out));
}

/// Those of the outputs, as deep as the data files stand.
void make_folders(const std::string& out, const JobList& jobs) {
    std::set<fs::path> folders{path_of(out)};
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        for (const Target& target : jobs[i].targets) folders.insert(target.place.parent_path());
    }
    for (const fs::path& folder : folders) make_folder(folder);
}

/// As list(); `beside`: outputs of this ending go beside the data files.
JobList list_beside(const std::vector<std::string>& files, Depth depth, Caller& caller,
                    std::string_view beside, const std::string& command,
                    PlainPdfs pdfs = PlainPdfs::left) {
    if (files.empty()) throw Usage("没有写数据文件");
    Converting converting{{}, pdfs == PlainPdfs::by_text};
    if (!command.empty()) converting.converter.emplace(command);
    JobList jobs;
    std::error_code unknown;
    for (const std::string& file : files) {
        if (file == "-") {
            if (jobs.reads_standard_input()) throw Usage("标准输入 - 只能写一次");
            std::string bytes = caller.standard_input();
            const Format format = notation::notation_of(bytes);
            jobs.add_standard_input(std::move(bytes), format);
        } else if (is_folder(path_of(file))) {
            add_folder(jobs, file, depth, beside, converting);
        } else if (file.find_first_of("*?") != file.npos && !fs::exists(path_of(file), unknown)) {
            throw Usage(fmt::format("没有与 {} 相符的文件", file));
        } else if (!add_converted(jobs, file, converting)) {
            jobs.add(file);
        }
    }
    return jobs;
}

}  // namespace

JobList list(const std::vector<std::string>& files, Depth depth, Caller& caller,
             const std::string& converter, PlainPdfs pdfs) {
    return list_beside(files, depth, caller, {}, converter, pdfs);
}

void tell_others(const JobList& jobs, Caller& caller, Tally& tally, bool strict) {
    for (const OtherFile& other : jobs.others()) {
        Outcome outcome;
        outcome.name = utf8(other.file);
        const bool wrong = other.finding.severity == Severity::error;
        outcome.status = wrong ? Status::refused : Status::passed_over;
        outcome.findings = {other.finding};
        tally.count(outcome, strict);
        caller.outcome(outcome);
    }
}

std::vector<Input> inputs_of(const JobList& jobs) {
    std::vector<Input> all;
    for (std::size_t i = 0; i < jobs.size(); ++i) all.push_back(jobs.input(i));
    return all;
}

std::vector<Input> inputs(const std::vector<std::string>& files, Caller& caller,
                          const std::string& converter, PlainPdfs pdfs) {
    const JobList jobs = list(files, Depth::below, caller, converter, pdfs);
    Tally others;
    tell_others(jobs, caller, others, false);
    return inputs_of(jobs);
}

std::optional<Report> read_input(const Input& input, Outcome& outcome) {
    Reading reading = read(input);
    outcome.name = input.name;
    outcome.source = std::move(reading.source);
    outcome.findings = std::move(reading.findings);
    if (reading.report) {
        outcome.agency = reading.report->agency;
        outcome.year = reading.report->year;
    }
    outcome.status = reading.report ? Status::accepted : Status::refused;
    return std::move(reading.report);
}

void refuse_replacing_inputs(const std::vector<Input>& inputs, const fs::path& output) {
    refuse_replacing_inputs_of(inputs.size(), [&](std::size_t i) {
        return Job{inputs[i], {{nullptr, output}}};
    });
}

const Output& output_picked_by(const fs::path& file) {
    if (const Output* output = output_of(file)) return *output;
    if (file.extension().empty()) return outputs().front();
    throw Usage(other_ending(file, endings()));
}

void refuse_other_endings(const fs::path& file, std::string_view endings) {
    const std::string own = small_letters(utf8(file.extension()));
    if (own.empty() || fmt::format(" {} ", endings).find(fmt::format(" {} ", own)) != endings.npos)
        return;
    throw Usage(other_ending(file, endings));
}

std::vector<const Output*> outputs_asked(const Arguments& arguments) {
    if (arguments.dump != nullptr) return {arguments.dump};
    if (!arguments.to.empty()) return arguments.to;
    const std::string out = arguments.output.value_or("");
    const bool a_file = !out.empty() && out != "-" && !ends_as_folder(out) &&
                        !is_folder(path_of(out)) && !are_several(arguments.files);
    return {a_file ? &output_picked_by(path_of(out)) : &outputs().front()};
}

Plan plan(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写数据文件");
    const Depth depth = arguments.flat ? Depth::flat : Depth::below;
    Destination to;
    to.out = arguments.output.value_or(arguments.dump != nullptr ? "-" : "");
    if (arguments.output && to.out.empty()) throw Usage("-o 的值是空的");
    to.outputs = outputs_asked(arguments);
    to.with = arguments.with;
    if (to.out == "-" && to.with != nullptr) throw Usage("--with 写的是文件，不能与 -o - 同时使用");
    if (to.out == "-") {
        check_standard_output(arguments, to.outputs, caller);
        Plan plan{list(arguments.files, depth, caller, arguments.converter), true};
        plan.jobs.make([output = to.outputs.front()](const Input&, std::string_view) {
            return std::vector<Target>{{output, {}}};
        });
        plan.jobs.keep(arguments.shard);
        return plan;
    }
    to.into_folder = are_several(arguments.files) || to.outputs.size() > 1 ||
                     ends_as_folder(to.out) || is_folder(path_of(to.out));
    check_destination(arguments, to);

    Plan plan{list_beside(arguments.files, depth, caller, to.ending_beside(), arguments.converter),
              false};
    plan.jobs.make(
        [to](const Input& input, std::string_view below) { return to.targets_of(input, below); });
    refuse_shared_outputs(plan.jobs);
    refuse_replacing_inputs_of(plan.jobs.size(), [&](std::size_t i) { return plan.jobs[i]; });
    plan.jobs.keep(arguments.shard);
    if (!to.out.empty() && to.into_folder) make_folders(to.out, plan.jobs);
    return plan;
}

}  // namespace nianbao
