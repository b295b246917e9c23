// Many jobs, held against each other as they come out.
#include "county/held_against.hpp"
#include "job/begun.hpp"
#include "job/in_order.hpp"
#include "nianbao/county.hpp"
#include "nianbao/whole_file.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace nianbao {
namespace {

/// A job, and what is remembered of its report for those after it.
struct Sketched {
    Begun begun;
    std::optional<ReportSketch> sketch;
};

Unfinished unfinished(const Sketched& job) {
    const auto not_beside = [](const Begun::File& file) { return file.beside == nullptr; };
    const std::vector<Begun::File>& files = job.begun.files;
    return {files.size(), std::any_of(files.begin(), files.end(), not_beside)};
}

void finish(std::vector<Sketched>& jobs) {
    std::vector<Begun*> begun;
    for (Sketched& job : jobs) begun.push_back(&job.begun);
    put_in_place(begun);
}

std::size_t sketched_in_order(std::size_t count, const RunOptions& options,
                              const std::function<Begun(std::size_t, Hold&, const Look&)>& begin,
                              const std::function<void(Outcome)>& done) {
    if (!done) throw std::invalid_argument("nianbao: no function takes the outcomes");
    Neighbours neighbours;
    Steps<Sketched> steps;
    steps.begin = [&](std::size_t number, Hold& held) {
        Sketched job;
        job.begun = begin(number, held, [&](const Report& report) { job.sketch = sketch(report); });
        return job;
    };
    steps.unfinished = unfinished;
    steps.finish = finish;
    steps.deliver = [&](Sketched job) {
        if (job.sketch)
            hold_against(job.begun.outcome, *job.sketch, neighbours, options.check.disabled);
        done(std::move(job.begun.outcome));
    };
    return in_order(count, options.batch, steps);
}

/// In each folder that the jobs write to.
template <typename JobOf>
void remove_leftovers_of(std::size_t jobs, const JobOf& job_of) {
    std::set<std::filesystem::path> folders;
    for (std::size_t i = 0; i < jobs; ++i) {
        const Job& job = job_of(i);
        for (const Target& target : job.targets) {
            if (!target.place.empty()) folders.insert(target.place.parent_path());
        }
    }
    for (const std::filesystem::path& folder : folders) remove_leftovers(folder);
}

template <typename JobOf>
std::size_t run_all(std::size_t count, const JobOf& job_of, const Fonts& fonts,
                    const RunOptions& options, const std::function<void(Outcome)>& done) {
    remove_leftovers_of(count, job_of);
    return sketched_in_order(
        count, options,
        [&](std::size_t i, Hold& held, const Look& look) {
            return begin(job_of(i), fonts, options, held, look);
        },
        done);
}

template <typename InputOf>
std::size_t check_all(std::size_t count, const InputOf& input_of, const Fonts& fonts,
                      const RunOptions& options, const std::function<void(Outcome)>& done) {
    return sketched_in_order(
        count, options,
        [&](std::size_t i, Hold&, const Look& look) {
            return Begun{check(input_of(i), fonts, options, look), {}};
        },
        done);
}

}  // namespace

std::size_t run(std::size_t count, const std::function<Job(std::size_t)>& job, const Fonts& fonts,
                const RunOptions& options, const std::function<void(Outcome)>& done) {
    if (!job) throw std::invalid_argument("nianbao::run: no function gives the jobs");
    return run_all(count, job, fonts, options, done);
}

std::size_t check(std::size_t count, const std::function<Input(std::size_t)>& input,
                  const RunOptions& options, const std::function<void(Outcome)>& done) {
    return check(count, input, Fonts(), options, done);
}

std::size_t check(std::size_t count, const std::function<Input(std::size_t)>& input,
                  const Fonts& fonts, const RunOptions& options,
                  const std::function<void(Outcome)>& done) {
    if (!input) throw std::invalid_argument("nianbao::check: no function gives the inputs");
    return check_all(count, input, fonts, options, done);
}

std::size_t run(std::span<const Job> jobs, const Fonts& fonts, const RunOptions& options,
                const std::function<void(Outcome)>& done) {
    const auto job = [&](std::size_t i) -> const Job& { return jobs[i]; };
    return run_all(jobs.size(), job, fonts, options, done);
}

std::size_t check(std::span<const Input> inputs, const RunOptions& options,
                  const std::function<void(Outcome)>& done) {
    const auto input = [&](std::size_t i) -> const Input& { return inputs[i]; };
    return check_all(inputs.size(), input, Fonts(), options, done);
}

}  // namespace nianbao
