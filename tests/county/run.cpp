// Many jobs on several threads, held against each other.
#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "jobs.hpp"
#include "nianbao/county.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// Reports that differ; every seventh has an error, every eleventh is a file that is not
/// there.
std::vector<Job> jobs_of(std::size_t count) {
    const std::string small = source_file("tests/cases/small.yaml");
    const std::size_t office = small.find("清河县");
    REQUIRE(office != std::string::npos);
    std::vector<Job> jobs(count);
    for (std::size_t i = 0; i < count; ++i) {
        Job& job = jobs[i];
        job.targets = {pdf_to()};
        job.input.name = std::to_string(i);
        if (i % 11 == 10) {
            job.input.file = "/absent/" + job.input.name;
            continue;
        }
        std::string& data = job.input.bytes.emplace(small);
        data.insert(office, std::string(1, static_cast<char>('A' + i % 26)));
        if (i % 7 == 6) data += "wrong: 1\n";
    }
    return jobs;
}

std::vector<Input> inputs_of(const std::vector<Job>& jobs) {
    std::vector<Input> inputs;
    for (const Job& job : jobs) inputs.push_back(job.input);
    return inputs;
}

Fonts free_fonts() { return Fonts::open({.chosen = {}, .folders = {}, .system = false}); }

/// The PDFs go into a folder; where a job fails there is none.
std::vector<Job> jobs_into(const std::filesystem::path& folder, std::size_t count) {
    std::vector<Job> jobs = jobs_of(count);
    for (Job& job : jobs) job.targets = {pdf_to(folder / (job.input.name + ".pdf"))};
    return jobs;
}

/// All of an outcome that a caller sees.
std::string text(const Outcome& outcome) {
    std::string all = outcome.name + " " + std::to_string(static_cast<int>(outcome.status)) + " " +
                      outcome.failure + "\n";
    for (const Finding& finding : outcome.findings) all += report_text(finding, outcome.source);
    return all + (outcome.made.empty() ? "" : outcome.made.front().bytes);
}

}  // namespace

TEST_CASE("A batch: the same outcomes in the same order for any number of threads") {
    const std::vector<Job> jobs = jobs_of(60);
    const Fonts fonts = free_fonts();
    std::vector<std::string> one;
    for (const Job& job : jobs) one.push_back(text(run(job, fonts)));
    CHECK(one[6].find("D-08") != std::string::npos);
    CHECK(one[10].starts_with("10 " + std::to_string(static_cast<int>(Status::failed)) +
                              " 不能读取 /absent/10"));
    for (unsigned threads : {0, 1, 2, 5, 60, 1000}) {
        RunOptions options;
        options.batch.threads = threads;
        std::vector<std::string> many;
        CHECK(run(jobs, fonts, options,
                  [&](const Outcome& outcome) { many.push_back(text(outcome)); }) == jobs.size());
        CHECK_MESSAGE((many == one), threads, " threads");
    }
}

TEST_CASE(
    "A batch whose jobs are made when they are wanted: the outcomes of those that were kept") {
    const std::vector<Job> jobs = jobs_of(30);
    const Fonts fonts = free_fonts();
    const auto made = [&](std::size_t number) { return jobs.at(number); };
    for (unsigned threads : {1, 3}) {
        RunOptions options;
        options.batch.threads = threads;
        std::vector<std::string> kept, wanted;
        const auto into = [](std::vector<std::string>& all) {
            return [&all](const Outcome& outcome) { all.push_back(text(outcome)); };
        };
        CHECK(run(jobs, fonts, options, into(kept)) == 30);
        CHECK(run(30, made, fonts, options, into(wanted)) == 30);
        CHECK((wanted == kept));
        kept.clear();
        wanted.clear();
        const std::vector<Input> inputs = inputs_of(jobs);
        const auto input = [&](std::size_t number) { return inputs.at(number); };
        CHECK(check(inputs, options, into(kept)) == 30);
        CHECK(check(30, input, options, into(wanted)) == 30);
        CHECK((wanted == kept));
    }
}

TEST_CASE("A batch of nothing, and of one") {
    const Fonts fonts = free_fonts();
    std::size_t outcomes = 0;
    const auto count = [&](const Outcome&) { ++outcomes; };
    CHECK(run(std::vector<Job>(), fonts, {}, count) == 0);
    CHECK(outcomes == 0);
    CHECK(run(jobs_of(1), fonts, {}, count) == 1);
    CHECK(outcomes == 1);
}

TEST_CASE("A batch that is stopped begins no further job, and tells of all that it began") {
    const std::vector<Job> jobs = jobs_of(200);
    const Fonts fonts = free_fonts();
    for (unsigned threads : {1, 2, 5}) {
        std::atomic<bool> stop = false;
        RunOptions options;
        options.batch.threads = threads;
        options.batch.stop = &stop;
        std::vector<std::string> names;
        const std::size_t done = run(jobs, fonts, options, [&](const Outcome& outcome) {
            names.push_back(outcome.name);
            if (names.size() == 20) stop = true;
        });
        CHECK(done == names.size());
        CHECK(done >= 20);
        CHECK(done <= 20 + 16 * threads);  // no more than may wait
        for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i] == jobs[i].input.name);
        CHECK(run(jobs, fonts, options, [](const Outcome&) { FAIL("stopped before it began"); }) ==
              0);
    }
}

TEST_CASE("A batch whose caller throws finishes the jobs in hand, and throws") {
    const std::vector<Job> jobs = jobs_of(100);
    const Fonts fonts = free_fonts();
    for (unsigned threads : {1, 2, 5}) {
        RunOptions options;
        options.batch.threads = threads;
        std::size_t outcomes = 0;
        const auto done = [&](const Outcome&) {
            if (++outcomes == 10) throw std::runtime_error("enough");
        };
        CHECK_THROWS_WITH_AS(static_cast<void>(run(jobs, fonts, options, done)), "enough",
                             std::runtime_error);
        CHECK(outcomes == 10);
    }
}

TEST_CASE("What ends a job from within is thrown in its turn") {
    struct Cancelled {};
    const std::vector<Job> jobs = jobs_of(40);
    const Fonts fonts = free_fonts();
    for (unsigned threads : {1, 2, 5}) {
        std::atomic<int> writes = 0;
        RunOptions options;
        options.batch.threads = threads;
        options.entering = [&](Stage stage) {
            if (stage == Stage::write && ++writes == 10) throw Cancelled();
        };
        std::size_t outcomes = 0;
        CHECK_THROWS_AS(
            static_cast<void>(run(jobs, fonts, options, [&](const Outcome&) { ++outcomes; })),
            Cancelled);
        CHECK(outcomes < jobs.size());
    }
}

TEST_CASE(
    "An outcome is told when its file is in its place; files and outcomes are the same for any number of threads") {
    const Fonts fonts = free_fonts();
    std::vector<std::string> expected;
    for (const Job& job : jobs_of(30)) {
        const Outcome outcome = run(job, fonts);
        expected.push_back(outcome.made.empty() ? "" : outcome.made.front().bytes);
    }
    for (unsigned threads : {1, 2, 5, 300}) {
        const Scratch scratch;
        RunOptions options;
        options.batch.threads = threads;
        std::size_t told = 0;
        CHECK(run(jobs_into(scratch.folder(), 30), fonts, options, [&](const Outcome& outcome) {
                  const std::string& bytes = expected.at(told++);
                  CHECK((outcome.status == Status::written) == !bytes.empty());
                  CHECK(outcome.made.empty() == bytes.empty());
                  if (!bytes.empty()) CHECK((read_file(outcome.made.front().place) == bytes));
              }) == 30);
        CHECK(told == 30);
        CHECK(scratch.names().find(".nianbao-") == std::string::npos);
    }
}

TEST_CASE(
    "A batch whose caller throws, or that is ended from within, leaves whole files and no temporary ones") {
    struct Cancelled {};
    const Fonts fonts = free_fonts();
    for (unsigned threads : {1, 3}) {
        const Scratch thrown, cancelled;
        RunOptions options;
        options.batch.threads = threads;
        CHECK_THROWS_AS(static_cast<void>(run(jobs_into(thrown.folder(), 40), fonts, options,
                                              [](const Outcome&) { throw Cancelled(); })),
                        Cancelled);
        CHECK(std::filesystem::exists(thrown / "0.pdf"));
        std::atomic<int> writes = 0;
        options.entering = [&](Stage stage) {
            if (stage == Stage::write && ++writes == 5) throw Cancelled();
        };
        CHECK_THROWS_AS(static_cast<void>(run(jobs_into(cancelled.folder(), 40), fonts, options,
                                              [](const Outcome&) {})),
                        Cancelled);
        for (const Scratch* scratch : {&thrown, &cancelled}) {
            CHECK(scratch->names().find(".nianbao-") == std::string::npos);
            for (const auto& file : std::filesystem::directory_iterator(scratch->folder()))
                CHECK(read_file(file.path()).ends_with("%%EOF\n"));
        }
    }
}

TEST_CASE("An interrupt that would end a program waits for the files that one thread has in hand") {
    const Fonts fonts = free_fonts();
    const Scratch scratch;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGTERM, SIG_DFL);
        int typeset = 0;
        RunOptions options;
        options.batch.threads = 1;
        options.entering = [&](Stage stage) {
            if (stage == Stage::typeset && ++typeset == 3) std::raise(SIGTERM);
        };
        const std::size_t done =
            run(jobs_into(scratch.folder(), 30), fonts, options, [](const Outcome&) {});
        ::_exit(done == 30 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
    const std::string names = scratch.names();
    CHECK(names.starts_with("0.pdf 1.pdf"));
    CHECK(names.find(".nianbao-") == std::string::npos);
    CHECK(names.find("29.pdf") == std::string::npos);
}

TEST_CASE("Many jobs need a function that gives them, and one that takes the outcomes") {
    const std::function<Job(std::size_t)> no_job;
    const std::function<Input(std::size_t)> no_input;
    const auto take = [](const Outcome&) {};
    CHECK_THROWS_WITH_AS(static_cast<void>(run(std::span<const Job>(), Fonts(), {}, nullptr)),
                         "nianbao: no function takes the outcomes", std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(check(std::span<const Input>(), {}, nullptr)),
                         "nianbao: no function takes the outcomes", std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(run(1, no_job, Fonts(), {}, take)),
                         "nianbao::run: no function gives the jobs", std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(check(1, no_input, {}, take)),
                         "nianbao::check: no function gives the inputs", std::invalid_argument);
}
