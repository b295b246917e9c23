// Figures, and how they come about.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::bench {

/// Milliseconds by the wall clock, and of the processor by all threads.
struct Time {
    double wall = 0, cpu = 0;
};

/// Of one call.
Time time_of(const std::function<void()>& call);

/// Of one call among many, the median of each.
class Timer {
public:
    /// Calls until so many milliseconds have gone by, and at least three times.
    explicit Timer(double enough) : enough_(enough) {}
    Time median_of(const std::function<void()>& call) const;

private:
    double enough_;
};

/// What is found, as a table to be read while it grows, and as JSON at the end.
class Results {
public:
    /// A group of rows begins.
    void group(std::string_view title);
    /// A figure of a group. The name stands in the JSON; `note` says what it is of.
    void add(std::string_view name, double value, std::string_view unit, std::string_view note = {});

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
void measure_programs(Results& results, int count);  // first: the system counts this program's memory among what it starts
void measure_parts(Results& results, const Timer& timer);
void measure_reports(Results& results, const Timer& timer, int count);
void measure_memory(Results& results, int few, int many);  // of so many reports; throws Failure where it is too much
void count_instructions(Results& results);

/// What callgrind counts: reads, checks, sets and writes so many reports on one thread.
void make_reports(int count);

}  // namespace nianbao::bench
