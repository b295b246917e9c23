// Many jobs on several threads: outcomes in the order of the jobs, in bounded memory.
#include "job/made.hpp"
#include "job/signals_held.hpp"
#include "nianbao/job.hpp"
#include "nianbao/whole_file.hpp"

#include <algorithm>
#include <chrono>
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
constexpr std::size_t waiting_outcomes = 16;

bool stop_wanted(const RunOptions& options) { return options.stop != nullptr && options.stop->load(std::memory_order_relaxed); }

/// A thread of a batch gets only the signals of its own faults: handlers run in the program's own threads.
sigset_t all_but_faults() {
    sigset_t signals;
    sigfillset(&signals);
    for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP}) sigdelset(&signals, fault);
    return signals;
}

/// Does the job of that number. What it throws ends the batch.
using Work = std::function<Made(std::size_t, std::optional<SignalsHeld>&)>;

/// What one thread has done: files come into their places several at a time, as a disk is slow to say that it has taken one.
class InHand {
public:
    explicit InHand(std::size_t threads) : most_files_(std::clamp<std::size_t>(most_open_files / threads, 1, 8)) {}

    bool empty() const { return jobs_.empty(); }

    void work_on(std::size_t job, const Work& do_job) {
        Made made = do_job(job, held_);
        if (made.file && files_++ == 0) since_ = Clock::now();
        due_ = files_ == 0 || files_ == most_files_ || (!made.bytes.empty() && !made.file);
        jobs_.push_back(job);
        made_.push_back(std::move(made));
    }

    /// Whether there is nothing to wait for with them.
    bool due() const { return due_ || Clock::now() - since_ >= longest_wait; }

    /// Puts the files in their places; calls `take` with each job's number and outcome.
    template <typename Take>
    void finish(Take take) {
        put_in_place(made_);
        for (std::size_t i = 0; i < jobs_.size(); ++i) take(jobs_[i], std::move(made_[i].outcome));
        jobs_.clear();
        made_.clear();
        files_ = 0;
        held_.reset();
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t most_open_files = 256;                   // of all threads: programs may have a thousand
    static constexpr auto longest_wait = std::chrono::milliseconds{100};  // for the next job to be done

    std::size_t most_files_;
    std::vector<std::size_t> jobs_;
    std::vector<Made> made_;
    std::size_t files_ = 0;
    bool due_ = true;
    Clock::time_point since_;          // the first file was written
    std::optional<SignalsHeld> held_;  // interrupts, from the first file on: none can leave a temporary file behind
};

/// The jobs are begun in their order, by whichever thread is free; their outcomes are taken in that order by one thread, which does the jobs itself where
/// there are no others.
class Batch {
public:
    Batch(std::size_t jobs, const Work& do_job, const RunOptions& options, std::size_t threads)
        : jobs_(jobs), do_job_(do_job), options_(options), window_(threads * waiting_outcomes), own_(threads) {
        if (threads == 1) return;
        const SignalsHeld held(all_but_faults());
        threads_.reserve(threads);
        try {
            while (threads_.size() < threads) threads_.emplace_back([this, threads] { work(threads); });
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
        finish(own_);
    }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// The next outcome; none after the last one, or when those that were begun before a stop are all taken. What ended a job from within
    /// (RunOptions::entering) is thrown when its turn comes.
    std::optional<Outcome> take() {
        if (threads_.empty()) {
            while (!window_[taken_ % window_.size()] && work_on_next(own_)) {
            }
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
    bool room() const { return begun_ < taken_ + window_.size(); }

    void work(std::size_t threads) {
        InHand in_hand(threads);
        while (work_on_next(in_hand)) {
        }
        ready_.notify_one();  // whoever waits for an outcome sees that none follows
    }

    /// Does a job, and finishes those in hand when it is time. False when there is nothing more to do.
    bool work_on_next(InHand& in_hand) {
        const auto job = begin(in_hand.empty());
        if (!job && in_hand.empty()) return false;
        if (job) work_on(*job, in_hand);
        if (!job || in_hand.due()) finish(in_hand);
        return true;
    }

    /// The number of the next job. None where there is none, or, unless it may wait for that, no room for its outcome.
    std::optional<std::size_t> begin(bool wait) {
        std::unique_lock lock(mutex_);
        if (wait) room_.wait(lock, [&] { return !more() || room(); });
        if (stop_wanted(options_)) ended_ = true;
        if (!more() || !room()) return std::nullopt;
        return begun_++;
    }

    void work_on(std::size_t job, InHand& in_hand) {
        try {
            in_hand.work_on(job, do_job_);
        } catch (...) {
            put(job, {std::nullopt, std::current_exception()});
        }
    }

    void finish(InHand& in_hand) {
        in_hand.finish([&](std::size_t job, Outcome outcome) { put(job, {std::move(outcome), nullptr}); });
    }

    void put(std::size_t job, Ended ended) {
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
    InHand own_;          // of take()
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
    if (jobs == 0) return 0;
    Batch batch(jobs, do_job, options, thread_count(options, jobs));
    for (; auto outcome = batch.take(); ++count) deliver(std::move(*outcome));
    return count;
}

Made checked(const Job& job, const RunOptions& options) { return {check(job, options), {}, nullptr}; }

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
        count, options, [&](std::size_t i, auto& held) { return make(job(i), fonts, options, held); }, done);
}

std::size_t check(std::size_t count, const std::function<Job(std::size_t)>& job, const RunOptions& options, const std::function<void(Outcome)>& done) {
    return in_order(
        count, options, [&](std::size_t i, auto&) { return checked(job(i), options); }, done);
}

std::size_t run(std::span<const Job> jobs, const Fonts& fonts, const RunOptions& options, const std::function<void(Outcome)>& done) {
    remove_leftovers_of(jobs.size(), [&](std::size_t i) { return jobs[i].output; });
    return in_order(
        jobs.size(), options, [&](std::size_t i, auto& held) { return make(jobs[i], fonts, options, held); }, done);
}

std::size_t check(std::span<const Job> jobs, const RunOptions& options, const std::function<void(Outcome)>& done) {
    return in_order(
        jobs.size(), options, [&](std::size_t i, auto&) { return checked(jobs[i], options); }, done);
}

}  // namespace nianbao
