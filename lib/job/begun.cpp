// How a job's outcome comes about, and its files into their places.
#include "job/begun.hpp"

#include "check/rules.hpp"
#include "job/findings.hpp"
#include "job/passes.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <set>
#include <stdexcept>

namespace nianbao {
namespace {

/// Does the work of an outcome: the machine's failures are told in it.
template <typename Work>
void work_on(Outcome& outcome, Work work) {
    const auto fail = [&](std::string why) {
        outcome.status = Status::failed;
        outcome.failure = std::move(why);
    };
    try {
        work();
    } catch (const Failure& failure) {
        fail(failure.what());
    } catch (const std::bad_alloc&) {
        fail(fmt::format("{}：内存不足", outcome.name));
    } catch (const std::exception& error) {
        // A fault of this program: one report is lost by it, not the batch.
        fail(fmt::format("{}：程序内部出错：{}", outcome.name, error.what()));
    }
}

Begun::File written_beside(const std::filesystem::path& place, std::size_t made,
                           std::string bytes) {
    Begun::File file{made, std::move(bytes), nullptr};
    auto beside = std::make_unique<TemporaryFile>(place);
    if (beside->write(file.bytes) != 0) return file;
    beside->begin_sync();
    file.beside = std::move(beside);
    return file;
}

/// Moves the bytes that go to files out of the outcome.
void write_beside(Begun& begun, Hold& held) {
    for (std::size_t i = 0; i < begun.outcome.made.size(); ++i) {
        Made& made = begun.outcome.made[i];
        if (made.unchanged || made.place.empty()) continue;
        if (!held) held.emplace(Signals::interrupts);
        begun.files.push_back(written_beside(made.place, i, std::exchange(made.bytes, {})));
    }
}

void require_outputs(const Job& job, const Fonts& fonts) {
    for (std::size_t i = 0; i < job.targets.size(); ++i) {
        if (job.targets[i].output == nullptr)
            throw std::invalid_argument(fmt::format("nianbao::run: target {} has no output", i));
    }
    const auto from_pages = [](const Target& target) { return target.output->from == From::pages; };
    if (fonts.none() && std::any_of(job.targets.begin(), job.targets.end(), from_pages))
        throw std::invalid_argument("nianbao::run: an output from pages needs fonts");
}

void require_rules(const RunOptions& options) {
    require_sound({.disabled = options.check.disabled, .deadline = options.check.deadline});
}

}  // namespace

Begun begin(const Job& job, const Fonts& fonts, const RunOptions& options, Hold& held,
            const Look& look) {
    require_outputs(job, fonts);
    require_rules(options);
    Begun begun;
    begun.outcome.name = name_of(job.input);
    work_on(begun.outcome, [&] {
        Line line{job, fonts, options, look, begun.outcome};
        run_along(line);
        write_beside(begun, held);
    });
    if (begun.outcome.status == Status::failed) {
        begun.files.clear();
        begun.outcome.made.clear();
    }
    locate(begun.outcome.findings, begun.outcome.source);
    return begun;
}

Outcome check(const Input& input, const Fonts& fonts, const RunOptions& options, const Look& look) {
    require_rules(options);
    const Job job{input, {}};
    Outcome outcome;
    outcome.name = name_of(input);
    work_on(outcome, [&] {
        Line line{job, fonts, options, look, outcome};
        check_along(line);
    });
    locate(outcome.findings, outcome.source);
    return outcome;
}

void put_in_place(std::span<Begun* const> jobs) {
    std::set<std::filesystem::path> folders;
    for (Begun* job : jobs) {
        for (Begun::File& file : job->files) {
            if (file.beside && file.beside->into_place() == 0) {
                folders.insert(job->outcome.made[file.made].place.parent_path());
                file.bytes.clear();
            }
            file.beside.reset();
        }
    }
    for (const std::filesystem::path& folder : folders) sync_folder(folder);
    for (Begun* job : jobs) {
        for (auto file = job->files.rbegin(); file != job->files.rend(); ++file) {
            if (file->bytes.empty()) continue;
            Outcome& outcome = job->outcome;
            const auto made = outcome.made.begin() + file->made;
            const Status before = outcome.status;
            outcome.status = Status::written;
            work_on(outcome, [&] { write_whole_file(made->place, file->bytes); });
            if (outcome.status == Status::failed) outcome.made.erase(made);
            else outcome.status = before;
        }
        job->files.clear();
    }
}

Outcome run(const Job& job, const Fonts& fonts, const RunOptions& options) {
    Hold held;
    Begun begun = begin(job, fonts, options, held);
    Begun* const jobs[] = {&begun};
    put_in_place(jobs);
    return std::move(begun.outcome);
}

Outcome check(const Input& input, const RunOptions& options) {
    return check(input, Fonts(), options, {});
}

Outcome check(const Input& input, const Fonts& fonts, const RunOptions& options) {
    return check(input, fonts, options, {});
}

}  // namespace nianbao
