// What whoever asks for a check may ask: rules that there are, and days.
#include "nianbao/evidence.hpp"
#include "nianbao/job.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "program.hpp"

using namespace nianbao;

namespace {

Report report_for(int year) { return Report::empty("清河县水务局", year).value(); }

}  // namespace

TEST_CASE("rules that are none, and days that are none, are not passed over") {
    const Report report = report_for(2023);
    const auto told = [&](const CheckOptions& options, const char* text) {
        CHECK_THROWS_WITH_AS(static_cast<void>(check(report, options)), text,
                             std::invalid_argument);
        CHECK_THROWS_WITH_AS(static_cast<void>(evidence(report, options)), text,
                             std::invalid_argument);
        CHECK_THROWS_WITH_AS(static_cast<void>(examine(report, options)), text,
                             std::invalid_argument);
    };
    told({.disabled = {"T3-01", "X-99"}}, "disabled: there is no rule “X-99”");
    told({.disabled = {""}}, "disabled: there is no rule “”");
    told({.deadline = Date{2024, 99, 99}}, "deadline: there is no day 2024-99-99");
    CHECK(!check(report, {.disabled = {"T3-01"}, .deadline = Date{2024, 2, 29}}).empty());
}

TEST_CASE("a job is not begun with rules and days that are none") {
    const Input input{.bytes = source_file("tests/files/model.yaml"), .name = "model.yaml"};
    const auto told = [&](const RunOptions& options, const char* text) {
        CHECK_THROWS_WITH_AS(static_cast<void>(check(input, options)), text, std::invalid_argument);
        CHECK_THROWS_WITH_AS(static_cast<void>(run(Job{input, {}}, Fonts(), options)), text,
                             std::invalid_argument);
    };
    RunOptions options;
    options.check.disabled = {"X-99"};
    told(options, "disabled: there is no rule “X-99”");
    options.check.disabled = {};
    options.check.deadline = Date{2024, 2, 30};
    told(options, "deadline: there is no day 2024-2-30");
    options.check.deadline = Date{2024, 2, 29};
    CHECK(check(input, options).status == Status::accepted);
}
