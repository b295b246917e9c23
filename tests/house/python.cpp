// The wheels for Python: made twice, installed where nothing else is, and tested there by
// python_package.py. The one of package/python.sh, with the fonts, by pip and with other
// interpreters, only where the long tests are asked for.
#include <doctest/doctest.h>

#include <filesystem>

#include "machines.hpp"
#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE;

/// Runs it, and fails with what it said where it does not end well.
Run succeed(const std::vector<std::string>& words, const Setting& setting = {}) {
    Run ran = run(words, setting);
    REQUIRE_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran;
}

/// The only wheel in a folder whose name begins so.
fs::path wheel(const fs::path& folder, const std::string& beginning) {
    fs::path found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (!entry.path().filename().native().starts_with(beginning)) continue;
        CHECK_MESSAGE(found.empty(), entry.path());
        found = entry.path();
    }
    REQUIRE_MESSAGE(!found.empty(), beginning);
    return found;
}

/// Python with a folder of its own for packages, and no other.
fs::path python_of_its_own(const fs::path& folder, const std::string& pip) {
    std::vector<std::string> words = {"python3", "-m", "venv", folder};
    if (!pip.empty()) words.push_back(pip);
    succeed(words);
    return folder / "bin/python";
}

/// Where its packages lie.
std::string packages_of(const fs::path& python) {
    return succeed({python, "-c", "import site; print(site.getsitepackages()[0], end='')"}).out;
}

void test_package(const fs::path& python, const char* reports,
                  const std::vector<std::string>& environment) {
    const Run tested = run({python, "-W", "error", source + "/tests/house/python_package.py",
                            source, NIANBAO_PROGRAM, reports},
                           {.folder = {}, .input = {}, .environment = environment});
    CHECK_MESSAGE(tested.exit == 0, tested.err);
    CHECK_MESSAGE(tested.err.find("\nOK\n") != std::string::npos, tested.err);
}

}  // namespace

TEST_CASE("The wheel is the same each time, and does what Python asks of it") {
    const Scratch scratch;
    for (const char* folder : {"one", "two"})
        succeed({source + "/package/python.sh", "x86_64=" NIANBAO_SHARED_LIBRARY, "-o",
                 scratch / folder});
    const fs::path made = wheel(scratch / "one", "nianbao-");
    CHECK(made.filename() == "nianbao-" NIANBAO_VERSION "-py3-none-linux_x86_64.whl");
    CHECK(read_file(made) == read_file(wheel(scratch / "two", "nianbao-")));
    const std::string names = succeed({"python3", "-m", "zipfile", "-l", made}).out;
    for (const char* name : {"nianbao/__init__.py ", "nianbao/py.typed ", "nianbao/libnianbao.so ",
                             ".dist-info/METADATA ", ".dist-info/RECORD ",
                             ".dist-info/licenses/LICENSE ", ".dist-info/licenses/copyright "})
        CHECK_MESSAGE(names.find(name) != std::string::npos, name);

    const fs::path python = python_of_its_own(scratch / "own", "--without-pip");
    succeed({"python3", "-m", "zipfile", "-e", made, packages_of(python)});
    test_package(python, "96", {"NIANBAO_FONTS=" + source + "/fonts/free"});
}

TEST_CASE("The wheels install without a network, and find their fonts (with NIANBAO_LONG)") {
    if (!long_tests()) return;
    const Scratch scratch;
    succeed({source + "/package/python.sh", "-o", scratch / "wheels"});
    const fs::path library = wheel(scratch / "wheels", "nianbao-"),
                   fonts = wheel(scratch / "wheels", "nianbao_fonts-");
    CHECK(library.filename().native().find("-py3-none-manylinux_2_") != std::string::npos);
    CHECK(fs::file_size(library) < 6'000'000);
    CHECK(fs::file_size(fonts) < 120'000'000);
    const fs::path python = python_of_its_own(scratch / "own", "");
    succeed({python, "-m", "pip", "install", "--no-index", "--find-links", scratch / "wheels",
             "nianbao"});
    test_package(python, "1600", {});
    if (run({"python3", "-m", "mypy", "--version"}).exit == 0)
        succeed({"python3", "-m", "mypy", "--strict", source + "/package/python/nianbao"});
    if (run({"/usr/bin/python3", "-c", "import pandas"}).exit == 0) {
        const std::string
            said = "由甲局依据《条例》编制，数据截至2023年12月31日。,2023年，公开12条。,",
            rest = ",0,0,0,人员不足，将加强培训。,2023年未收取信息处理费。\n";
        write_file(scratch / "rows.csv",
                   "agency,year,introduction,overview,disclosure.licences,disclosure.unlisted,"
                   "applications.unlisted,disputes.unlisted,problems,other\n甲局,2023," +
                       said + "12" + rest + "乙局,2023," + said + "1.5" + rest);
        const Run rows = run({"/usr/bin/python3", source + "/examples/rows.py", "rows.csv", "."},
                             {.folder = scratch.folder(),
                              .input = {},
                              .environment = {"PYTHONPATH=" + packages_of(python)}});
        CHECK_MESSAGE(rows.exit == 1, rows.err);
        CHECK_MESSAGE(rows.out.find("rows.csv, row 2:7:15: 错误 D-12: 行政许可：“1.5”是小数") !=
                          std::string::npos,
                      rows.out);
        CHECK(read_file(scratch / "1.pdf").starts_with("%PDF"));
        CHECK(!fs::exists(scratch / "2.pdf"));
    }
    const std::string told = succeed({python, "-c",
                                      "import nianbao\n"
                                      "print(nianbao.run('fonts', no_system_fonts=True).text)"})
                                 .out;
    CHECK_MESSAGE(told.find("/site-packages/nianbao/nianbao-fonts/FandolFang-Regular.otf") !=
                      std::string::npos,
                  told);
}

TEST_CASE("The wheel for ARM64 installs where Python alone is, and does as asked (with LONG)") {
    for (const std::string& machine : machines()) {
        if (machine != "aarch64") continue;
        const BareRoot root("x86_64");  // its own words start the emulator
        succeed({source + "/package/python.sh", machine, "-o", root / "wheels"});
        succeed({source + "/tests/outside/arm64_python.sh", root.folder()});
        const std::string pip = "/usr/share/python-wheels/" +
                                only(root / "usr/share/python-wheels", ".whl").filename().native() +
                                "/pip";
        const Run installed =
            root.alone({"/usr/bin/python", pip, "install", "--no-index", "--find-links", "/wheels",
                        "--break-system-packages", "--root-user-action=ignore", "nianbao"});
        REQUIRE_MESSAGE(installed.exit == 0, installed.err);
        // What the tests read of the tree, and the other machine's program.
        for (const char* part : {"examples", "include/nianbao", "package/python", "tests/cases",
                                 "tests/files", "tests/house"}) {
            fs::create_directories((root / "source" / part).parent_path());
            fs::copy(fs::path(source) / part, root / "source" / part, fs::copy_options::recursive);
        }
        fs::copy_file(source + "/build/static/x86_64/build/nianbao", root / "nianbao");
        fs::create_directory_symlink(
            "/usr/local/lib/python3.11/dist-packages/nianbao/nianbao-fonts",
            root / "nianbao-fonts");
        const Run tested =
            root.alone({"/usr/bin/python", "-W", "error", "/source/tests/house/python_package.py",
                        "/source", "/nianbao", "200"});
        CHECK_MESSAGE(tested.exit == 0, tested.err);
        CHECK_MESSAGE(tested.err.find("\nOK (skipped=1)\n") != std::string::npos, tested.err);
    }
}
