#include "bench/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iterator>

namespace nianbao::bench {
namespace {

double processor_milliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Four digits: no measurement here is more exact.
std::string shown(double value) {
    return value >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

}  // namespace

Time time_of(const std::function<void()>& call) {
    const double cpu = processor_milliseconds();
    const auto begin = std::chrono::steady_clock::now();
    call();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), processor_milliseconds() - cpu};
}

Time Timer::median_of(const std::function<void()>& call) const {
    std::vector<double> wall, cpu;
    for (double all = 0; all < enough_ || wall.size() < 3;) {
        const Time one = time_of(call);
        wall.push_back(one.wall);
        cpu.push_back(one.cpu);
        all += one.wall;
    }
    return {median(wall), median(cpu)};
}

void Results::group(std::string_view title) {
    group_ = title;
    fmt::print("\n{}\n", title);
}

void Results::add(std::string_view name, double value, std::string_view unit,
                  std::string_view note) {
    rows_.push_back({group_, std::string(name), std::string(unit), std::string(note), value});
    fmt::print("  {:<34} {:>14} {:<12} {}\n", name, shown(value), unit, note);
    std::fflush(stdout);
}

std::string Results::json() const {
    std::string out = "[";
    for (const Row& row : rows_) {
        out += fmt::format(
            "{}\n  {{\"group\": \"{}\", \"name\": \"{}\", \"value\": {}, \"unit\": \"{}\", \"note\": \"{}\"}}",
            out == "[" ? "" : ",", row.group, row.name, shown(row.value), row.unit, row.note);
    }
    return out + "\n]\n";
}

}  // namespace nianbao::bench
