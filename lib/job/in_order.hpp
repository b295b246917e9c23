// A function over many inputs, on several threads: results in the order of the inputs, in
// bounded memory. It knows no report.
#pragma once

#include "job/begun.hpp"
#include "nianbao/job.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nianbao {

/// What is still to be done for a result before it can be delivered.
struct Unfinished {
    std::size_t files = 0;  // that it holds open, and that gain by being finished together
    bool now = false;       // do not wait for others
};

/// What is done with every input.
template <typename Result>
struct Steps {
    /// Does the work of the input of that number, on any thread, up to the last step.
    /// What it throws ends the run, in its turn. `held` is the thread's own until
    /// `finish`.
    std::function<Result(std::size_t, Hold& held)> begin;
    std::function<Unfinished(const Result&)> unfinished;
    /// Does the last step for several at a time, on the thread that began them. Must not
    /// throw.
    std::function<void(std::vector<Result>&)> finish;
    /// Takes the results in the order of the inputs, on the calling thread.
    std::function<void(Result)> deliver;
};

namespace batch {

/// Results that may wait for one before them, a thread. More would let the threads run
/// further ahead of a slow input, and take more memory.
inline constexpr std::size_t waiting_results = 16;

/// Files that all threads together hold open: programs may have a thousand.
inline constexpr std::size_t most_open_files = 256;

inline std::size_t thread_count(const BatchOptions& options, std::size_t inputs) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min(options.threads != 0 ? options.threads : cores, inputs);
}

/// What one thread has begun: files come into their places several at a time, as a disk
/// is slow to say that it has taken one.
template <typename Result>
class InHand {
public:
    InHand(const Steps<Result>& steps, std::size_t threads)
        : steps_(steps), most_files_(std::clamp<std::size_t>(most_open_files / threads, 1, 8)) {}

    bool empty() const { return numbers_.empty(); }

    void begin(std::size_t number) {
        Result result = steps_.begin(number, held_);
        const Unfinished left = steps_.unfinished(result);
        if (files_ == 0) since_ = Clock::now();
        files_ += left.files;
        due_ = files_ == 0 || files_ >= most_files_ || left.now;
        numbers_.push_back(number);
        results_.push_back(std::move(result));
    }

    /// Whether there is nothing to wait for with them.
    bool due() const { return due_ || Clock::now() - since_ >= longest_wait; }

    /// Finishes them; calls `take` with the number and the result of each.
    template <typename Take>
    void finish(Take take) {
        if (!results_.empty()) steps_.finish(results_);
        for (std::size_t i = 0; i < numbers_.size(); ++i) take(numbers_[i], std::move(results_[i]));
        numbers_.clear();
        results_.clear();
        files_ = 0;
        held_.reset();
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr auto longest_wait = std::chrono::milliseconds{100};  // for the next one

    const Steps<Result>& steps_;
    std::size_t most_files_;
    std::vector<std::size_t> numbers_;
    std::vector<Result> results_;
    std::size_t files_ = 0;
    bool due_ = true;
    Clock::time_point since_;  // the first file was written
    Hold held_;
};

/// The inputs are begun in their order, by whichever thread is free. Their results are
/// taken in that order by one thread, which does the work itself if there are no others.
template <typename Result>
class Batch {
public:
    Batch(std::size_t inputs, const Steps<Result>& steps, const BatchOptions& options,
          std::size_t threads)
        : inputs_(inputs),
          steps_(steps),
          options_(options),
          window_(threads * waiting_results),
          own_(steps, threads) {
        if (threads == 1) return;
        // A thread of a batch gets only the signals of its own faults: handlers run in
        // the program's own threads.
        const SignalsHeld held(Signals::all_but_faults);
        threads_.reserve(threads);
        try {
            while (threads_.size() < threads)
                threads_.emplace_back([this, threads] { work(threads); });
        } catch (const std::exception&) {
            // The machine gives no more threads: those that there are do the work, or
            // take() does it.
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

    /// The next result; none after the last one, or when those that were begun before a
    /// stop are all taken. Throws in its turn what an input's `begin` threw.
    std::optional<Result> take() {
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
        return std::move(ended.result);
    }

private:
    /// How the work on an input came out.
    struct Ended {
        std::optional<Result> result;
        std::exception_ptr thrown;
        explicit operator bool() const { return result || thrown; }
    };

    bool more() const { return begun_ < inputs_ && !ended_; }
    bool room() const { return begun_ < taken_ + window_.size(); }
    bool stop_wanted() const {
        return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed);
    }

    void work(std::size_t threads) {
        InHand<Result> in_hand(steps_, threads);
        while (work_on_next(in_hand)) {
        }
        ready_.notify_one();  // whoever waits for a result sees that none follows
    }

    /// Works on an input, and finishes those in hand when it is time. False if there is
    /// nothing more to do.
    bool work_on_next(InHand<Result>& in_hand) {
        const std::optional<std::size_t> number = next(in_hand.empty());
        if (!number && in_hand.empty()) return false;
        if (number) begin(*number, in_hand);
        if (!number || in_hand.due()) finish(in_hand);
        return true;
    }

    /// The number of the next input. None if there is none, or, unless it may wait for
    /// that, no room for its result.
    std::optional<std::size_t> next(bool wait) {
        std::unique_lock lock(mutex_);
        if (wait) room_.wait(lock, [&] { return !more() || room(); });
        if (stop_wanted()) ended_ = true;
        if (!more() || !room()) return std::nullopt;
        return begun_++;
    }

    void begin(std::size_t number, InHand<Result>& in_hand) {
        try {
            in_hand.begin(number);
        } catch (...) {
            put(number, {std::nullopt, std::current_exception()});
        }
    }

    void finish(InHand<Result>& in_hand) {
        in_hand.finish([&](std::size_t number, Result result) {
            put(number, {std::move(result), nullptr});
        });
    }

    void put(std::size_t number, Ended ended) {
        {
            const std::lock_guard lock(mutex_);
            window_[number % window_.size()] = std::move(ended);
        }
        ready_.notify_one();
    }

    std::size_t inputs_;
    const Steps<Result>& steps_;
    const BatchOptions& options_;
    std::mutex mutex_;
    std::condition_variable ready_, room_;
    std::vector<Ended> window_;  // that of input i stands at i modulo its size until it is taken
    std::size_t begun_ = 0, taken_ = 0;
    bool ended_ = false;  // no further input is begun
    InHand<Result> own_;  // of take()
    std::vector<std::thread> threads_;
};

}  // namespace batch

/// Runs the steps over so many inputs. Answers how many results were delivered: all, or
/// with BatchOptions::stop those from the first on that were begun before it. If
/// `deliver` throws, what is in hand is finished first.
template <typename Result>
std::size_t in_order(std::size_t inputs, const BatchOptions& options, const Steps<Result>& steps) {
    if (inputs == 0) return 0;
    batch::Batch<Result> batch(inputs, steps, options, batch::thread_count(options, inputs));
    std::size_t count = 0;
    for (; std::optional<Result> result = batch.take(); ++count) steps.deliver(std::move(*result));
    return count;
}

}  // namespace nianbao
