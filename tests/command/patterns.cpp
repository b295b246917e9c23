// Codes as people write them.
#include "command/options/patterns.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace nianbao;

namespace {

std::string meant(std::string_view word) {
    constexpr std::string_view codes[] = {"D-01",  "D-11", "T3-01", "T3-02",
                                          "T4-01", "W-01", "W-11",  "W-21"};
    std::string all;
    for (std::size_t i : codes_meant(word, codes))
        all += (all.empty() ? "" : " ") + std::string(codes[i]);
    return all;
}

}  // namespace

TEST_CASE("A code, a family or a pattern, in large or small letters") {
    CHECK(meant("T3-01") == "T3-01");
    CHECK(meant("t3-01") == "T3-01");
    CHECK(meant("T3") == "T3-01 T3-02");
    CHECK(meant("t") == "T3-01 T3-02 T4-01");
    CHECK(meant("W") == "W-01 W-11 W-21");
    CHECK(meant("W-*") == "W-01 W-11 W-21");
    CHECK(meant("w-?1") == "W-01 W-11 W-21");
    CHECK(meant("*-01") == "D-01 T3-01 T4-01 W-01");
    CHECK(meant("W-*1*") == "W-01 W-11 W-21");
    CHECK(meant("*1*1") == "D-11 W-11");
    CHECK(meant("*") == "D-01 D-11 T3-01 T3-02 T4-01 W-01 W-11 W-21");
}

TEST_CASE("A family's number is not the beginning of another's") {
    constexpr std::string_view codes[] = {"T1-01", "T11-01"};
    CHECK(codes_meant("T1", codes) == std::vector<std::size_t>{0});
    CHECK(codes_meant("T", codes) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("A part of a code is none") {
    for (const char* none : {"", "T3-", "T3-0", "T3-011", "W-", "W-?", "3", "D-1", "*-", "TT", "X"})
        CHECK(meant(none) == "");
}

TEST_CASE("A list has commas") {
    CHECK(words_of("a") == std::vector<std::string_view>{"a"});
    CHECK(words_of("a,b*,") == std::vector<std::string_view>{"a", "b*", ""});
    CHECK(words_of("") == std::vector<std::string_view>{""});
}
