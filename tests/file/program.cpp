// Other programs, run and waited for.
#include "file/program.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "file/temporary_folder.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

OtherProgram shell(const Scratch& scratch, const std::string& script) {
    return {{"sh", "-c", script}, scratch.folder()};
}

}  // namespace

TEST_CASE("A program runs in its folder, reads nothing, and writes where it is told") {
    const Scratch scratch;
    OtherProgram program = shell(scratch, "cat; echo said; echo wrong >&2; echo made > made.txt");
    program.output = scratch / "said.txt";
    CHECK(run_program(program) == Ended::well);
    CHECK(read_file(scratch / "said.txt") == "said\n");
    CHECK(read_file(scratch / "made.txt") == "made\n");
}

TEST_CASE("How a program ended is told") {
    const Scratch scratch;
    CHECK(run_program(shell(scratch, "exit 0")) == Ended::well);
    CHECK(run_program(shell(scratch, "exit 3")) == Ended::badly);
    CHECK(run_program(shell(scratch, "kill -9 $$")) == Ended::badly);
    CHECK(run_program({{"no-such-program-anywhere"}, scratch.folder()}) == Ended::not_found);
    CHECK(run_program({{"/etc/passwd"}, scratch.folder()}) == Ended::not_found);
}

TEST_CASE("A program that takes too long is killed with those that it started") {
    const Scratch scratch;
    OtherProgram program = shell(scratch, "(sleep 2; echo late > late.txt) & wait");
    program.limit = std::chrono::milliseconds(200);
    const auto begun = std::chrono::steady_clock::now();
    CHECK(run_program(program) == Ended::too_late);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2));
    CHECK(run({"sh", "-c", "sleep 2.5"}).exit == 0);
    CHECK_FALSE(std::filesystem::exists(scratch / "late.txt"));
}

TEST_CASE("A temporary folder is this user's alone, and goes with all that is in it") {
    std::filesystem::path path;
    {
        const TemporaryFolder one, other;
        CHECK(one.path() != other.path());
        path = one.path();
        CHECK(std::filesystem::status(path).permissions() == std::filesystem::perms::owner_all);
        std::filesystem::create_directory(path / "below");
        write_file(path / "below/a.txt", "a");
    }
    CHECK_FALSE(std::filesystem::exists(path));
}
