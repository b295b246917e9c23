// The faults that tests must see, and the script that makes them.
#include "program.hpp"

#include <doctest/doctest.h>

#include <regex>

namespace {

const std::string script = NIANBAO_SOURCE "/tests/mutate.sh";

/// A house of one room, whose tests look at a limit and not at a half.
void build_house(const Scratch& scratch) {
    for (const char* folder : {"lib/sums", "cli", "tests/sums"})
        std::filesystem::create_directories(scratch / folder);
    write_file(scratch / "CMakeLists.txt", R"(cmake_minimum_required(VERSION 3.25)
project(house CXX)
add_library(nianbao_objects OBJECT lib/sums/sums.cpp)
target_include_directories(nianbao_objects PRIVATE lib)
add_library(nianbao STATIC $<TARGET_OBJECTS:nianbao_objects>)
target_include_directories(nianbao INTERFACE lib)
add_executable(nianbao_cli cli/main.cpp)
set_target_properties(nianbao_cli PROPERTIES OUTPUT_NAME nianbao)
target_link_libraries(nianbao_cli PRIVATE nianbao)
add_subdirectory(tests)
)");
    write_file(scratch / "lib/sums/limit.hpp", "constexpr int limit = 10;\n");
    write_file(scratch / "lib/sums/sums.cpp", R"(#include "sums/limit.hpp"
bool below(int v) { return v < limit; }
int half(int v) { return v / 2; }
)");
    write_file(scratch / "cli/main.cpp", "int main() {}\n");
    write_file(scratch / "tests/CMakeLists.txt",
               R"(add_executable(nianbao_tests main.cpp sums/sums.cpp)
target_link_libraries(nianbao_tests PRIVATE nianbao)
)");
    write_file(scratch / "tests/main.cpp",
               "bool holds();\nint main() { return holds() ? 0 : 1; }\n");
    write_file(scratch / "tests/sums/sums.cpp",
               "bool below(int);\nbool holds() { return below(9) && !below(10); }\n");
    write_file(scratch / "tests/mutate.sh", read_file(script));
}

Run mutate(const Scratch& scratch, std::vector<std::string> words) {
    words.insert(words.begin(), {"bash", scratch / "tests/mutate.sh"});
    return run(words);
}

}  // namespace

TEST_CASE("each fault of mutants.txt fits its file") {
    const Run counted = run({"bash", script, "--count"});
    CHECK_MESSAGE(counted.exit == 0, counted.out);
    CHECK(counted.err == "");
}

TEST_CASE("faults that live, that do not compile and that do not fit are told") {
    const Scratch scratch;
    build_house(scratch);
    write_file(scratch / "tests/mutants.txt", R"(# Both sides of the limit are looked at.
file: lib/sums/limit.hpp
- limit = 10
+ limit = 11
room: sums/sums
file: lib/sums/sums.cpp
- v < limit
+ v <= limit
room: sums/.*

file: lib/sums/sums.cpp
- v / 2
+ v / 3
room: sums/sums

file: lib/sums/sums.cpp
- return v / 2;
+
room: sums/sums
file: lib/sums/sums.cpp
- v / 2
+ w / 2
room: sums/sums

file: lib/sums/sums.cpp
- v * 2
+ v * 3
room: sums/sums

file: lib/sums/sums.cpp
- int v
+ int w
room: sums/sums

file: lib/sums/gone.cpp
- v
+ w
room: sums/sums

file: lib/sums/sums.cpp
- v / 2
+ v / 2
room: sums/sums

file: lib/sums/sums.cpp
- v / 2
+ v / 4
room: sums

file: lib/sums/sums.cpp
- v / 2
room: sums/sums
v / 5
)");
    const std::string refused =
        "refused: tests/mutants.txt:25: lib/sums/sums.cpp has “v * 2” 0 times\n"
        "refused: tests/mutants.txt:30: lib/sums/sums.cpp has “int v” 2 times\n"
        "refused: tests/mutants.txt:35: there is no lib/sums/gone.cpp\n"
        "refused: tests/mutants.txt:40: lib/sums/sums.cpp would stay as it is\n"
        "refused: tests/mutants.txt:45: there is no room sums\n"
        "refused: tests/mutants.txt:53: “v / 5” is none of file:, -, + and room:\n"
        "refused: tests/mutants.txt:50: an entry is file:, -, + and room:\n";
    const Run made = mutate(scratch, {"sums", "lib/sums"});
    CHECK(made.exit == 1);
    CHECK_MESSAGE(made.err == "", made.err);
    const std::string told = std::regex_replace(made.out, std::regex("error: .*|[0-9]+ s\n"), "…");
    CHECK(
        told ==
        refused +
            "lived: tests/mutants.txt:11: lib/sums/sums.cpp: sums/sums does not see “v / 2” become “v / 3”\n"
            "lived: tests/mutants.txt:16: lib/sums/sums.cpp: sums/sums does not see “return v / 2;” become “”\n"
            "refused: tests/mutants.txt:20: lib/sums/sums.cpp does not compile: " +
            (scratch / "build/mutants/4/tree/lib/sums/sums.cpp:3:26: …\n").native() +
            "faults: 5, seen 2, lived 2, refused 8, …");
    CHECK(read_file(scratch / "lib/sums/limit.hpp") == "constexpr int limit = 10;\n");

    const Run counted = mutate(scratch, {"--count", "lib/sums/limit.hpp"});
    CHECK(counted.out == refused + "      1 sums/sums\nfaults: 1, refused 7\n");
    CHECK(counted.exit == 1);
    CHECK(mutate(scratch, {"--count", "--made"}).exit == 2);
}

TEST_CASE("a room that fails by itself is told, as it would see every fault") {
    const Scratch scratch;
    build_house(scratch);
    write_file(scratch / "lib/sums/limit.hpp", "constexpr int limit = 12;\n");
    write_file(scratch / "tests/mutants.txt",
               "file: lib/sums/sums.cpp\n- v / 2\n+ v / 3\nroom: sums/sums\n");
    const Run made = mutate(scratch, {});
    CHECK(made.exit == 2);
    CHECK(made.out == "");
    CHECK(made.err == "sums/sums fails without any fault\n");
}
