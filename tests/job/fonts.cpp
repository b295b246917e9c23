// What asking the fonts costs check(), in faces: opened once for a run, and no more of
// them than an output needs.
#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <string>

#include "font/made.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// How many files of fonts this process has in its memory.
std::ptrdiff_t mapped_fonts() {
    std::ifstream maps("/proc/self/maps");
    std::ptrdiff_t count = 0;
    for (std::string line; std::getline(maps, line);) {
        if (line.ends_with(".otf") || line.ends_with(".ttf") || line.ends_with(".ttc")) ++count;
    }
    return count;
}

Input report(const char* name) { return {.bytes = source_file(name), .name = name}; }

}  // namespace

TEST_CASE("check opens the faces of a run once, and as many as an output does") {
    const std::ptrdiff_t before = mapped_fonts();
    std::ptrdiff_t first = 0, batch = 0, rendered = 0;
    {
        const Fonts fonts = Fonts::open(only_free());
        CHECK(check(report("tests/files/model.yaml"), fonts).status == Status::accepted);
        first = mapped_fonts() - before;
        for (int i = 0; i < 20; ++i)
            CHECK(check(report("tests/files/model.yaml"), fonts).status == Status::accepted);
        batch = mapped_fonts() - before;
    }
    {
        const Fonts fonts = Fonts::open(only_free());
        const Job job{report("tests/files/model.yaml"), {{output_named("pdf"), {}}}};
        CHECK(run(job, fonts).status == Status::written);
        rendered = mapped_fonts() - before;
    }
    CHECK(first > 0);
    CHECK(batch == first);
    CHECK(first <= rendered);
    CHECK(mapped_fonts() == before);
}

TEST_CASE("check without fonts opens none") {
    const std::ptrdiff_t before = mapped_fonts();
    CHECK(check(report("tests/files/model.yaml")).status == Status::accepted);
    CHECK(mapped_fonts() == before);
}
