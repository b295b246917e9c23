// Figures, and how they are measured.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::bench {

/// Milliseconds by the wall clock, and of processor time of all threads.
struct Time {
    double wall = 0, cpu = 0;
};

/// The time of one call.
Time time_of(const std::function<void()>& call);

/// Measures many calls, and takes the medians.
class Timer {
public:
    /// Calls until so many milliseconds have gone by, and at least three times.
    explicit Timer(double enough) : enough_(enough) {}
    Time median_of(const std::function<void()>& call) const;

private:
    double enough_;
};

/// The figures: a table that is printed as it grows, and JSON at the end.
class Results {
public:
    /// Begins a group of rows.
    void group(std::string_view title);
    /// Adds a figure to the group. `note` says what was measured.
    void add(std::string_view name, double value, std::string_view unit,
             std::string_view note = {});

    std::string json() const;

private:
    struct Row {
        std::string group, name, unit, note;
        double value;
    };
    std::string group_;
    std::vector<Row> rows_;
};

// The groups. `count`: reports in a batch.
// Programs come first: the system counts this program's memory among what it starts.
void measure_programs(Results& results, int count);
void measure_parts(Results& results, const Timer& timer);
void measure_reports(Results& results, const Timer& timer, int count);
// Compares batches of `few` and `many` reports. Throws Failure if they take too much
// memory.
void measure_memory(Results& results, int few, int many);
void count_instructions(Results& results);
// Of a page and a Word file, which may take at most so much of what the PDF takes.
void count_outputs(Results& results);
// Of workbooks, which are read and written in at most so many times what checking the
// same reports as YAML takes. Throws Failure if it is more, or without valgrind.
void count_workbooks(Results& results, int count);

/// What callgrind counts: reads, checks, sets and writes so many reports on one thread.
void make_reports(int count);
/// The same: generates so many reports, and writes them as workbooks or not.
void write_workbooks(int count, bool as_workbooks);

}  // namespace nianbao::bench
