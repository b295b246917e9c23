// The jar for Java, tested by JavaPackage.java with nothing but JNA beside it. With the
// library of package/static.sh only where the long tests are asked for.
#include <doctest/doctest.h>

#include <filesystem>

#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE, jna = "/usr/share/java/jna.jar",
                  name = "nianbao-" NIANBAO_VERSION ".jar";

/// Runs it, and fails with what it said where it does not end well.
Run succeed(const std::vector<std::string>& words, const Setting& setting = {}) {
    Run ran = run(words, setting);
    REQUIRE_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran;
}

/// Tests the jar in a folder, with the fonts beside it.
void test_package(const fs::path& folder, const char* reports) {
    const std::string path = (folder / name).native() + ":" + jna;
    fs::create_directory_symlink(source + "/fonts/free", folder / "nianbao-fonts");
    succeed({"javac", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-cp", path, "-d",
             folder / "tests", source + "/tests/house/JavaPackage.java"});
    const Run tested = run(
        {"java", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp",
         path + ":" + (folder / "tests").native(), "JavaPackage", source, NIANBAO_PROGRAM, reports},
        {.folder = folder, .input = {}, .environment = {"LC_ALL=C.UTF-8"}});
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK(tested.out == "all is well\n");
}

}  // namespace

TEST_CASE("The jar does what Java asks of it") {
    const Scratch scratch;
    succeed(
        {source + "/package/java.sh", "x86_64=" NIANBAO_SHARED_LIBRARY, "-o", scratch / "made"});
    const std::string pom = read_file(scratch / "made/nianbao-" NIANBAO_VERSION ".pom");
    CHECK(pom.find("\n  <version>" NIANBAO_VERSION "</version>\n") != std::string::npos);
    const std::string names = succeed({"jar", "--list", "--file", scratch / "made" / name}).out;
    for (const char* file : {"META-INF/licences/LICENSE\n", "META-INF/licences/copyright\n",
                             "linux-x86-64/libnianbao.so\n", "nianbao/Engine.class\n"})
        CHECK_MESSAGE(names.find(file) != std::string::npos, file);
    test_package(scratch / "made", "96");
}

TEST_CASE(
    "The jar with the library of package/static.sh is the same each time (with NIANBAO_LONG)") {
    if (!long_tests()) return;
    const Scratch scratch;
    for (const char* folder : {"one", "two"})
        succeed({source + "/package/java.sh", "-o", scratch / folder});
    CHECK(read_file(scratch / "one" / name) == read_file(scratch / "two" / name));
    CHECK(fs::file_size(scratch / "one" / name) < 6'000'000);
    test_package(scratch / "one", "1600");
}
