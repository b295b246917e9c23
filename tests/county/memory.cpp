// Merging keeps nothing of a member but its name and its digest.
#include <doctest/doctest.h>

#include <fmt/format.h>
#include <malloc.h>

#include <cstddef>

#include "county/members.hpp"

using namespace nianbao;

TEST_CASE("The memory of a merge does not grow with its members' reports") {
    const Input one = office("甲局");
    const std::size_t at = one.bytes->find("甲局");
    REQUIRE(at != std::string::npos);
    const auto member = [&](std::size_t i) {
        Input input = one;
        input.bytes->replace(at, std::string("甲局").size(), fmt::format("第{:04}局", i));
        input.name = fmt::format("{:04}.yaml", i);
        return input;
    };
    constexpr std::size_t first = 1200, last = 2200;  // Neighbours remembers a thousand
    std::size_t told = 0, used_first = 0, used_last = 0;
    MergeOptions options = county();
    options.threads = 1;
    const Merged all = merge(last, member, options, [&](const Outcome& outcome) {
        CHECK(outcome.status == Status::accepted);
        ++told;
        if (told == first) used_first = ::mallinfo2().uordblks;
        if (told == last) used_last = ::mallinfo2().uordblks;
    });
    REQUIRE(all.report);
    CHECK(all.members == last);
    CHECK(all.report->members.size() == last);
    const std::size_t grown = used_last > used_first ? used_last - used_first : 0;
    CHECK(grown / (last - first) < 1000);  // bytes a member; a report and its file take 20,000
    CHECK(one.bytes->size() > 3000);
}
