// Whole reports: one, a batch, long ones.
#include "bench/reports.hpp"

#include "bench/results.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "report/generator.hpp"

#include <fmt/format.h>

#include <functional>
#include <iterator>

namespace nianbao::bench {

const Fonts& free_fonts() {
    static const Fonts opened = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    return opened;
}

namespace {

Report usual_report(std::uint64_t number) {
    return generated_report(number, {.extent = Extent::usual, .year = 2024});
}

}  // namespace

std::string data_file(std::uint64_t number) { return write(usual_report(number), Format::yaml); }

std::string workbook_file(std::uint64_t number) { return write_workbook(usual_report(number)); }

std::vector<Job> jobs(int count) {
    std::vector<Job> all(count);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].input.name = fmt::format("report {}", i);
        all[i].input.bytes = data_file(i + 1);
        all[i].targets = {{output_named("pdf"), {}}};
    }
    return all;
}

std::string long_data_file(int pages) {
    constexpr int characters_a_page = 22 * 28;
    Report report = generated_report(0, {.extent = Extent::usual, .year = 2024});
    report.overview.clear();
    for (std::uint64_t number = 1;
         std::ssize(report.overview) / 3 < pages * characters_a_page * 4 / 5; ++number) {
        report.overview +=
            (report.overview.empty() ? "" : "\n") +
            generated_report(number, {.extent = Extent::usual, .year = 2024}).overview;
    }
    return write(report, Format::yaml);
}

int count_pages(const std::string& data) {
    const Reading reading = read(data, "data.yaml", Format::yaml);
    return std::ssize(
        typeset(compose(*reading.report), free_fonts(), reading.report->layout).pages);
}

namespace {

/// Of one run of a batch.
struct Run {
    Time time;
    std::size_t bytes = 0;
    std::size_t digest = 0;  // of every PDF, in order
};

Run run_batch(const std::vector<Job>& jobs, unsigned threads) {
    RunOptions options;
    options.check.force = true;
    options.batch.threads = threads;
    Run all;
    all.time = time_of([&] {
        const std::size_t done = run(jobs, free_fonts(), options, [&](const Outcome& outcome) {
            if (outcome.status != Status::written)
                throw Failure(fmt::format("{} was not written: {}", outcome.name, outcome.failure));
            const std::string& pdf = outcome.made.front().bytes;
            all.bytes += pdf.size();
            all.digest = all.digest * 31 + std::hash<std::string>()(pdf);
        });
        if (done != jobs.size()) throw Failure(fmt::format("{} of {} jobs", done, jobs.size()));
    });
    return all;
}

}  // namespace

void make_reports(int count) { fmt::print("{:x}\n", run_batch(jobs(count), 1).digest); }

void write_workbooks(int count, bool as_workbooks) {
    std::size_t bytes = 0;
    for (int i = 0; i < count; ++i) {
        const Report report = usual_report(i);
        bytes += (as_workbooks ? write_workbook(report) : report.agency).size();
    }
    fmt::print("{}\n", bytes);
}

void measure_reports(Results& results, const Timer& timer, int count) {
    results.group("Whole reports, from bytes to bytes, every check included, warm");
    const std::vector<Job> some = jobs(1);
    results.add("one report", timer.median_of([&] { run_batch(some, 1); }).cpu, "ms",
                "the same one again and again");

    const std::vector<Job> batch = jobs(count);
    const double reports = batch.size();
    run_batch(jobs(50), 2);  // what the faces keep is there from now on
    const Run one = run_batch(batch, 1), two = run_batch(batch, 2);
    if (one.digest != two.digest) throw Failure("two threads make other files than one");
    results.add("batch, 1 thread", reports / one.time.wall * 1e3, "reports/s",
                fmt::format("{} distinct reports, {:.0f} kB each", batch.size(),
                            one.bytes / reports / 1e3));
    results.add("batch, 2 threads", reports / two.time.wall * 1e3, "reports/s", "the same bytes");
    results.add("speed-up", one.time.wall / two.time.wall, "", "of two threads");
    results.add("processor, 1 thread", one.time.cpu / reports, "ms/report");
    results.add("processor, 2 threads", two.time.cpu / reports, "ms/report");
}

}  // namespace nianbao::bench
