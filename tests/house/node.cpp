// The packages for Node: installed without a network beside koffi, where nothing else is,
// and tested there by node_package.js. Only where the long tests are asked for, as koffi
// comes from outside.
#include <doctest/doctest.h>

#include <filesystem>

#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE, outside = source + "/build/outside/";

/// Runs it, and fails with what it said where it does not end well.
Run succeed(const std::vector<std::string>& words, const Setting& setting = {}) {
    Run ran = run(words, setting);
    REQUIRE_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran;
}

}  // namespace

TEST_CASE("The packages for Node are the same each time, and do what Node asks (with LONG)") {
    if (!long_tests()) return;
    const Scratch scratch;
    for (const char* folder : {"one", "two"})
        succeed({source + "/package/node.sh", "-o", scratch / folder});
    const std::string package = "nianbao-" NIANBAO_VERSION ".tgz",
                      fonts = "nianbao-fonts-" NIANBAO_VERSION ".tgz";
    CHECK(read_file(scratch / "one" / package) == read_file(scratch / "two" / package));
    CHECK(fs::file_size(scratch / "one" / package) < 6'000'000);

    fs::create_directory(scratch / "own");
    write_file(scratch / "own/package.json", "{\"private\": true}\n");
    const Setting own{.folder = scratch / "own", .input = {}, .environment = {}};
    succeed({"npm", "install", "--offline", "--install-links", "--no-audit", "--no-fund", "--cache",
             scratch / "cache", scratch / "one" / package, scratch / "one" / fonts,
             outside + "koffi", outside + "@koromix/koffi-linux-x64"},
            own);
    const Run tested = run(
        {"node", source + "/tests/house/node_package.js", source, NIANBAO_PROGRAM, "1600"}, own);
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK(tested.out == "all is well\n");
    const std::string told =
        succeed(
            {"node", "-p", "require('nianbao').runSync('fonts', [], { noSystemFonts: true }).text"},
            own)
            .out;
    CHECK_MESSAGE(
        told.find("/node_modules/nianbao-fonts/FandolFang-Regular.otf") != std::string::npos, told);
}
