// Many jobs on several threads: outcomes in the order of the jobs, in bounded memory.
#include "nianbao/job.hpp"
#include "nianbao/whole_file.hpp"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <exception>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace nianbao {
namespace {

/// Outcomes that may wait for one before them, a thread. More would let the threads run further ahead of a slow job, and take more memory.
constexpr std::size_t waiting_outcomes = 8;

bool stop_wanted(const RunOptions& options) { return options.stop != nullptr && options.stop->load(std::memory_order_relaxed); }

/// Threads that are made meanwhile get no signals but those of their own faults: handlers run in the program's own threads.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held;
        sigfillset(&held);
        for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP}) sigdelset(&held, fault);
        pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_;
};

/// Does the job of that number. What it throws ends the batch.
using Work = std::function<Outcome(std::size_t)>;

/// The jobs are begun in their order, by whichever thread is free; their outcomes are taken in that order by one thread.
class Batch {
public:
    Batch(std::size_t jobs, const Work& do_job, const RunOptions& options, std::size_t threads)
        : jobs_(jobs), do_job_(do_job), options_(options), window_(threads * waiting_outcomes) {
        const SignalsHeld held;
        threads_.reserve(threads);
        try {
            while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
        } catch (const std::exception&) {
            // The machine gives no more threads: those that there are do the work, or take() does it.
        }
    }
    ~Batch() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        room_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// The next outcome; none after the last one, or when those that were begun before a stop are all taken. What ended a job from within
    /// (RunOptions::entering) is thrown when its turn comes.
    std::optional<Outcome> take() {
        if (threads_.empty()) {
            if (const auto job = begin()) work_on(*job);
        }
        Ended ended;
        {
            std::unique_lock lock(mutex_);
            Ended& next = window_[taken_ % window_.size()];
            ready_.wait(lock, [&] { return next || (taken_ == begun_ && !more()); });
            if (!next) return std::nullopt;
            ended = std::exchange(next, {});
            ++taken_;
        }
        room_.notify_one();
        if (ended.thrown) std::rethrow_exception(ended.thrown);
        return std::move(ended.outcome);
    }

private:
    /// How a job came out.
    struct Ended {
        std::optional<Outcome> outcome;
        std::exception_ptr thrown;
        explicit operator bool() const { return outcome || thrown; }
    };

    bool more() const { return begun_ < jobs_ && !ended_; }

    void work() {
        while (const auto job = begin()) work_on(*job);
        ready_.notify_one();  // whoever waits for an outcome sees that none follows
    }

    std::optional<std::size_t> begin() {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return !more() || begun_ < taken_ + window_.size(); });
        if (stop_wanted(options_)) ended_ = true;
        if (!more()) return std::nullopt;
        return begun_++;
    }

    void work_on(std::size_t job) {
        Ended ended;
        try {
            ended.outcome = do_job_(job);
        } catch (...) {
            ended.thrown = std::current_exception();
        }
        {
            const std::lock_guard lock(mutex_);
            window_[job % window_.size()] = std::move(ended);
        }
        ready_.notify_one();
    }

    std::size_t jobs_;
    const Work& do_job_;
    const RunOptions& options_;
    std::mutex mutex_;
    std::condition_variable ready_, room_;
    std::vector<Ended> window_;  // that of job i stands at i modulo its size until it is taken
    std::size_t begun_ = 0, taken_ = 0;
    bool ended_ = false;  // no further job is begun
    std::vector<std::thread> threads_;
};

std::size_t thread_count(const RunOptions& options, std::size_t jobs) {
    const std::size_t wanted = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    return std::min(wanted, jobs);
}

std::size_t in_order(std::size_t jobs, const RunOptions& options, const Work& do_job, const std::function<void(Outcome)>& done) {
    std::size_t count = 0;
    Neighbours neighbours;
    const auto deliver = [&](Outcome outcome) {
        hold_against(outcome, neighbours, options);
        done(std::move(outcome));
    };
    if (const std::size_t threads = thread_count(options, jobs); threads > 1) {
        Batch batch(jobs, do_job, options, threads);
        for (; auto outcome = batch.take(); ++count) deliver(std::move(*outcome));
    } else {
        for (; count < jobs && !stop_wanted(options); ++count) deliver(do_job(count));
    }
    return count;
}

/// In each folder that so many jobs write to. `output`: the place where that of a number writes.
template <typename Output>
void remove_leftovers_of(std::size_t jobs, Output output) {
    std::set<std::filesystem::path> folders;
    for (std::size_t i = 0; i < jobs; ++i) {
        if (const std::filesystem::path place = output(i); !place.empty()) folders.insert(place.parent_path());
    }
    for (const std::filesystem::path& folder : folders) remove_leftovers(folder);
}

}  // namespace

std::size_t run(std::size_t count, const std::function<Job(std::size_t)>& job, const Fonts& fonts, const RunOptions& options,
                const std::function<void(Outcome)>& done) {
    remove_leftovers_of(count, [&](std::size_t i) { return job(i).output; });
    return in_order(
        count, options, [&](std::size_t i) { return run(job(i), fonts, options); }, done);
}

std::size_t check(std::size_t count, const std::function<Job(std::size_t)>& job, const RunOptions& options, const std::function<void(Outcome)>& done) {
    return in_order(
        count, options, [&](std::size_t i) { return check(job(i), options); }, done);
}

std::size_t run(std::span<const Job> jobs, const Fonts& fonts, const RunOptions& options, const std::function<void(Outcome)>& done) {
    remove_leftovers_of(jobs.size(), [&](std::size_t i) { return jobs[i].output; });
    return in_order(
        jobs.size(), options, [&](std::size_t i) { return run(jobs[i], fonts, options); }, done);
}

std::size_t check(std::span<const Job> jobs, const RunOptions& options, const std::function<void(Outcome)>& done) {
    return in_order(
        jobs.size(), options, [&](std::size_t i) { return check(jobs[i], options); }, done);
}

}  // namespace nianbao
