// Runs that are ended at any moment, and done again; two runs on one folder.
#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "child.hpp"
#include "offices.hpp"
#include "report/generator.hpp"

namespace {

Child start(const Offices& offices, const std::string& jobs) {
    return Child(offices.scratch.folder(), offices.words(jobs));
}

}  // namespace

TEST_CASE("A batch is ended at any moment, and done again") {
    const Offices offices(24);
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto begin = clock();
    CHECK(start(offices, "2").exit() == offices.clean_exit());
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(clock() - begin).count();

    nianbao::Random random(20240131);
    const int moments = long_tests() ? 200 : 10;
    std::size_t in_between = 0;
    // Most moments lie in between. If none does on this machine, more are tried.
    for (int i = 0; i < moments || (in_between == 0 && i < 10 * moments); ++i) {
        const int signal = i % 2 == 0 ? SIGKILL : i % 4 == 1 ? SIGTERM : SIGINT;
        CAPTURE(i);
        offices.put_old_back();
        const Child child = start(offices, i % 3 == 0 ? "1" : "2");
        ::usleep(static_cast<useconds_t>(random.below(static_cast<int>(whole))));
        child.send(signal);
        const int exit = child.exit();
        // Before the work begins the signal itself ends the program; after the last file
        // it comes too late.
        CHECK((exit == 1000 + signal || exit == 128 + signal || exit == offices.clean_exit()));
        const std::size_t made = offices.made(signal == SIGKILL);
        if (made > 0 && made < offices.all()) ++in_between;
        if (exit == offices.clean_exit()) CHECK(made == offices.all());
        CHECK(start(offices, "2").exit() == offices.clean_exit());
        CHECK(offices.made() == offices.all());  // and what the killed run left is gone
    }
    CHECK(in_between > 0);
}

TEST_CASE("Two runs on one folder do not hurt each other, nor does the end of one of them") {
    const Offices offices(16);
    for (int i = 0; i < 3; ++i) {
        offices.put_old_back();
        const Child one = start(offices, "2"), other = start(offices, "2");
        if (i > 0) {
            while (offices.made(true) < 3) ::usleep(1000);
            one.send(i == 1 ? SIGTERM : SIGKILL);
        }
        const int ended = one.exit();
        if (i == 0) CHECK(ended == offices.clean_exit());
        CHECK(other.exit() == offices.clean_exit());
        CHECK(offices.made(i == 2) == offices.all());
    }
}
