// What a thread keeps.
#include "pack/thread_kept.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace nianbao;

namespace {

std::atomic<int> made = 0, gone = 0;

struct Counted {
    Counted() { ++made; }
    ~Counted() { ++gone; }
    int value = 0;
};

}  // namespace

TEST_CASE("each thread has one of its own, and it goes with the thread") {
    thread_kept<Counted>().value = 1;
    CHECK(thread_kept<Counted>().value == 1);
    CHECK(made == 1);
    for (int i = 2; i < 5; ++i) {
        std::thread([&] {
            CHECK(thread_kept<Counted>().value == 0);
            thread_kept<Counted>().value = i;
            CHECK(thread_kept<Counted>().value == i);
        }).join();
        CHECK(made == i);
        CHECK(gone == i - 1);
    }
    CHECK(thread_kept<Counted>().value == 1);
}
