// The package for C#: its sources as they lie in it, compiled with CSharpPackage.cs and
// tested with the library that lies in it, under Mono. With the library of
// package/static.sh only where the long tests are asked for.
#include <doctest/doctest.h>

#include <filesystem>

#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE, name = "Nianbao." NIANBAO_VERSION ".nupkg";

/// Runs it, and fails with what it said where it does not end well.
Run succeed(const std::vector<std::string>& words, const Setting& setting = {}) {
    Run ran = run(words, setting);
    REQUIRE_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran;
}

/// Tests the package in a folder, with the fonts beside its library.
void test_package(const fs::path& folder, const char* reports) {
    const fs::path own = folder / "own", library = own / "runtimes/linux-x64/native",
                   program = own / "program.exe";
    succeed({"python3", "-m", "zipfile", "-e", folder / name, own});
    for (const char* part : {"[Content_Types].xml", "Nianbao.nuspec", "_rels/.rels"})
        succeed({"python3", "-c", "import sys, xml.dom.minidom as x; x.parse(sys.argv[1])",
                 own / part});
    CHECK(read_file(own / "Nianbao.nuspec").find("<version>" NIANBAO_VERSION "</version>") !=
          std::string::npos);
    fs::create_directory_symlink(source + "/fonts/free", library / "nianbao-fonts");
    succeed({"mcs", "-warnaserror", "-warn:4", "-out:" + program.native(),
             "-recurse:" + (own / "contentFiles/cs/any/Nianbao/*.cs").native(),
             source + "/tests/house/CSharpPackage.cs"});
    const Run tested =
        run({"mono", program, source, NIANBAO_PROGRAM, reports},
            {.folder = folder,
             .input = {},
             .environment = {"LC_ALL=C.UTF-8", "LD_LIBRARY_PATH=" + library.native()}});
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK(tested.out == "all is well\n");
}

}  // namespace

TEST_CASE("The package for C# does what C# asks of it") {
    const Scratch scratch;
    succeed(
        {source + "/package/csharp.sh", "x86_64=" NIANBAO_SHARED_LIBRARY, "-o", scratch / "made"});
    test_package(scratch / "made", "96");
}

TEST_CASE("The package for C# with the library of package/static.sh is the same each time (LONG)") {
    if (!long_tests()) return;
    const Scratch scratch;
    for (const char* folder : {"one", "two"})
        succeed({source + "/package/csharp.sh", "-o", scratch / folder});
    CHECK(read_file(scratch / "one" / name) == read_file(scratch / "two" / name));
    CHECK(fs::file_size(scratch / "one" / name) < 6'000'000);
    test_package(scratch / "one", "1600");
}
