// Damaged files are read, and corrected, in time linear in their length.
#include "data_files.hpp"
#include "nianbao/fix.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

using namespace nianbao;
using namespace data_files;

namespace {

/// Of the processor, the least of three.
template <class Work>
double seconds(Work work) {
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        work();
        least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

/// Eight times as much takes less than three times eight as long: a square would be eight
/// times eight.
template <class Work>
void check_linear(const std::string& unit, int count, Work work) {
    const std::string few = "agency: 某某局\n" + times(count, unit),
                      many = "agency: 某某局\n" + times(count * 8, unit);
    const double short_time = seconds([&] { work(few); }), long_time = seconds([&] { work(many); });
    CAPTURE(unit);
    CAPTURE(short_time);
    CAPTURE(long_time);
    CHECK(long_time < 24 * short_time + 0.05);
}

}  // namespace

TEST_CASE("Damage of every kind is read in time linear in the file's length") {
    for (const char* unit :
         {"year：2022\n", "“year”: 2022\n", "\tyear: 2022\n", "　year: 2022\n", "year:2022\n",
          "received: 1 2 3 4 5 6\n", "received: 【1，2，3，4，5，6】\n", "received: [1, 2\n",
          "title: \"年报\n", "title: 关于: 年报\n", "overview: |\n没有缩进。\n", "第几行\n",
          "title: 年报 #2\n", "overview: 一。\n  二。\n", "{{{{[[", "\"“\"", "- "}) {
        check_linear(unit, 250, [](const std::string& text) {
            static_cast<void>(read(text, "a.yaml", Format::yaml));
        });
    }
    for (const char* unit : {"\"year\"：2022,\n", "“year”: 2022,\n", "'a': 1\n", "[", "{\"a\": "})
        check_linear(unit, 250, [](const std::string& text) {
            static_cast<void>(read("{" + text, "a.json", Format::json));
        });
}

TEST_CASE("And so it is corrected") {
    for (const char* unit : {"year：2022\n", "received: 1 2 3 4 5 6\n", "title: \"年报\n",
                             "overview: |\n没有缩进。\n", "overview: 一。\n  二。\n"})
        check_linear(unit, 100, [](const std::string& text) {
            static_cast<void>(fix(text, "a.yaml", Format::yaml));
        });
}
