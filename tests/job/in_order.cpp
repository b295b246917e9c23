// A function over many inputs: order, bounds, what is thrown, how results are finished.
#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "job/in_order.hpp"

using namespace nianbao;

namespace {

/// Numbers that are squared; none holds a file.
Steps<std::size_t> squares(std::vector<std::size_t>& delivered) {
    Steps<std::size_t> steps;
    steps.begin = [](std::size_t i, Hold&) { return i * i; };
    steps.unfinished = [](std::size_t) { return Unfinished{}; };
    steps.finish = [](std::vector<std::size_t>&) {};
    steps.deliver = [&](std::size_t result) { delivered.push_back(result); };
    return steps;
}

BatchOptions on(unsigned threads) {
    BatchOptions options;
    options.threads = threads;
    return options;
}

}  // namespace

TEST_CASE("Results come in the order of their inputs, for any number of threads") {
    for (unsigned threads : {0, 1, 2, 7, 100}) {
        std::vector<std::size_t> delivered;
        CHECK(in_order(200, on(threads), squares(delivered)) == 200);
        REQUIRE(delivered.size() == 200);
        for (std::size_t i = 0; i < delivered.size(); ++i) CHECK(delivered[i] == i * i);
    }
    std::vector<std::size_t> nothing;
    CHECK(in_order(0, on(2), squares(nothing)) == 0);
    CHECK(nothing.empty());
}

TEST_CASE("What begin throws ends the run in its turn: those before it are delivered") {
    for (unsigned threads : {1, 2, 5}) {
        std::vector<std::size_t> delivered;
        Steps<std::size_t> steps = squares(delivered);
        steps.begin = [](std::size_t i, Hold&) -> std::size_t {
            if (i == 20) throw std::runtime_error("the twentieth");
            return i;
        };
        CHECK_THROWS_WITH_AS(in_order(100, on(threads), steps), "the twentieth",
                             std::runtime_error);
        CHECK(delivered.size() == 20);
    }
}

TEST_CASE("No more results wait for a slow one than sixteen a thread") {
    for (unsigned threads : {1, 2, 4}) {
        std::atomic<std::size_t> begun = 0, delivered = 0, most = 0;
        std::vector<std::size_t> unused;
        Steps<std::size_t> steps = squares(unused);
        steps.begin = [&](std::size_t i, Hold&) {
            ++begun;
            if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
            most = std::max<std::size_t>(most, begun - delivered);
            return i;
        };
        steps.deliver = [&](std::size_t) { ++delivered; };
        CHECK(in_order(300, on(threads), steps) == 300);
        CHECK(most <= 16 * threads + 1);
    }
}

TEST_CASE("Results that hold files are finished together, eight at most or when one cannot wait") {
    using Unfinish = std::function<Unfinished(const std::size_t&)>;
    // A tenth of a second ends the wait too: on a busy machine the same is tried again.
    const auto finished = [](std::size_t count, const Unfinish& unfinished,
                             const std::vector<std::size_t>& expected) {
        std::vector<std::size_t> together;
        for (int attempt = 0; attempt < 10 && together != expected; ++attempt) {
            together.clear();
            std::vector<std::size_t> delivered;
            Steps<std::size_t> steps = squares(delivered);
            steps.begin = [](std::size_t i, Hold&) { return i; };
            steps.unfinished = unfinished;
            steps.finish = [&](std::vector<std::size_t>& results) {
                together.push_back(results.size());
            };
            CHECK(in_order(count, on(1), steps) == count);
        }
        return together == expected;
    };
    CHECK(finished(20, [](std::size_t) { return Unfinished{1, false}; }, {8, 8, 4}));
    CHECK(finished(10, [](std::size_t) { return Unfinished{2, false}; }, {4, 4, 2}));
    CHECK(finished(5, [](std::size_t i) { return Unfinished{1, i == 2}; }, {3, 2}));
    CHECK(finished(3, [](std::size_t) { return Unfinished{0, false}; }, {1, 1, 1}));
    // One that holds none waits with those that do.
    CHECK(finished(4, [](std::size_t i) { return Unfinished{i == 0 ? 1U : 0U, i == 3}; }, {4}));
}
