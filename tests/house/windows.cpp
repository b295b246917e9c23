// The program and the library for Windows: package/windows.sh makes them, and they run
// under Wine. Of the release build only, and only where the long tests are asked for.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE;
const fs::path wine = "/usr/lib/wine/wine64";
constexpr std::uintmax_t most = 12'000'000;  // bytes of the program, without fonts

bool is_there(const std::string& program) {
    return run({"sh", "-c", "command -v " + program}).exit == 0;
}

bool can_run() {
    return long_tests() && is_there("x86_64-w64-mingw32-g++-posix") && fs::exists(wine);
}

/// Makes the package of what is built.
fs::path made_package() {
    const Run made = run({source + "/package/windows.sh"});
    REQUIRE_MESSAGE(made.exit == 0, made.err);
    fs::path found;
    for (const fs::directory_entry& entry : fs::directory_iterator(source + "/build/windows")) {
        if (entry.path().extension() != ".zip") continue;
        CHECK_MESSAGE(found.empty(), entry.path());
        found = entry.path();
    }
    REQUIRE(!found.empty());
    return found;
}

const fs::path& package() {
    static const fs::path zip = made_package();
    return zip;
}

/// With / where Windows has its own.
std::string with_slashes(std::string text) {
    std::replace(text.begin(), text.end(), '\\', '/');
    return text;
}

/// A folder of a clerk who unpacked it there, and Windows around it.
class Desk {
public:
    Desk() {
        const fs::path& zip = package();
        // Takes names for UTF-8 only where the .zip says that they are.
        const Run unpacked = run({"python3", "-m", "zipfile", "-e", zip, scratch_.folder()});
        REQUIRE_MESSAGE(unpacked.exit == 0, unpacked.err);
        package_ = scratch_ / zip.stem();
        if (fs::exists(source + "/build/wine/system.reg")) return;
        const Run booted =
            run({wine, "wineboot", "-i"}, {.folder = {}, .input = {}, .environment = windows()});
        REQUIRE_MESSAGE(booted.exit == 0, booted.err);
    }
    const fs::path& folder() const { return scratch_.folder(); }
    fs::path operator/(const fs::path& name) const { return scratch_ / name; }
    const fs::path& package_folder() const { return package_; }

    /// Runs a program of Windows in the folder.
    Run windows_run(const fs::path& program, std::vector<std::string> words,
                    const std::string& input = {}) const {
        words.insert(words.begin(), {wine, program});
        return run(words, {.folder = folder(), .input = input, .environment = windows()});
    }
    Run nianbao(const std::vector<std::string>& words, const std::string& input = {}) const {
        return windows_run(package_ / "nianbao.exe", words, input);
    }
    /// The program for this machine in the same folder, with the same fonts.
    Run usual(std::vector<std::string> words, const std::string& input = {}) const {
        if (words.front() == "render")
            words.insert(words.end(),
                         {"--no-system-fonts", "--font-dir", package_ / "nianbao-fonts"});
        return nianbao_run(words, {.folder = folder(), .input = input, .environment = {}});
    }

private:
    static std::vector<std::string> windows() {
        return {"WINEPREFIX=" + source + "/build/wine", "WINEDEBUG=-all",
                "WINEDLLOVERRIDES=mscoree,mshtml="};
    }
    Scratch scratch_;
    fs::path package_;
};

const std::string example = source + "/examples/jinxiang-veterans-2022.yaml";

}  // namespace

TEST_CASE("The package for Windows has what it tells of (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    const fs::path& packed = desk.package_folder();
    for (const char* file : {"示例.yaml", "示例.xlsx", "nianbao-fonts/FandolFang-Regular.otf",
                             "library/nianbao.dll", "library/nianbao.h", "library/nianbao.lib",
                             "library/libnianbao.dll.a", "licences/LICENSE", "licences/copyright",
                             "licences/windows.sh", "licences/nettle-dev", "licences/LGPL-3"})
        CHECK_MESSAGE(fs::exists(packed / file), file);
    for (const char* file : {"nianbao.exe", "library/nianbao.dll"}) {
        CHECK(fs::file_size(packed / file) <= most);
        CHECK(read_file(packed / file).find(source) == std::string::npos);  // of who built it
    }
    // The editor of Windows 7 shows it.
    const std::string about = read_file(packed / "说明.txt");
    CHECK(about.starts_with("\xEF\xBB\xBFnianbao：政府信息公开工作年度报告\r\n"));
    for (std::size_t at = about.find('\n'); at != about.npos; at = about.find('\n', at + 1))
        CHECK(about[at - 1] == '\r');
    CHECK(about.find("nianbao.exe") != about.npos);

    const std::string first = read_file(package());
    fs::remove(package());
    const bool same = read_file(made_package()) == first;
    CHECK(same);
}

TEST_CASE("On Windows it writes what the other program writes (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    fs::create_directory(desk / "各单位");
    for (const fs::directory_entry& entry : fs::directory_iterator(source + "/examples")) {
        const fs::path& data = entry.path();
        if (data.extension() == ".yaml" || data.extension() == ".json")
            fs::copy_file(data, desk / "各单位" / data.filename());
    }
    fs::copy_file(example, desk / "各单位/金乡县𠮷镇.YAML");
    for (const char* encoding : {"GB18030", "UTF-16"})
        write_file(desk / "各单位" / (std::string(encoding) + ".yaml"),
                   run({"iconv", "-f", "UTF-8", "-t", encoding, example}).out);
    REQUIRE(desk.usual({"convert", example, "-o", "各单位/工作簿.xlsx"}).exit == 0);

    for (const char* jobs : {"1", "2"}) {
        CAPTURE(jobs);
        const std::vector<std::string> render = {"render", "各单位", "-o",   "输出",
                                                 "-j",     jobs,     "--to", "pdf,docx,text,html"};
        const Run usual = desk.usual(render);
        const Files expected = files_of(desk / "输出");
        CHECK(expected.size() == 4 * (6 + 1 + 2 + 1) + 1);  // and the index page
        fs::remove_all(desk / "输出");
        const Run here = desk.nianbao(render);
        CHECK(here.exit == usual.exit);
        CHECK(with_slashes(here.out) == usual.out);
        CHECK(with_slashes(here.err) == usual.err);
        const Files made = files_of(desk / "输出");
        CHECK(made.size() == expected.size());
        for (const auto& file : expected) {
            const bool same = made.contains(file.first) && made.at(file.first) == file.second;
            CHECK_MESSAGE(same, file.first);
        }
        fs::remove_all(desk / "输出");
    }
}

TEST_CASE("On Windows workbooks and streams are the same bytes (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    const std::string data = read_file(example);
    write_file(desk / "数据.yaml", data);
    CHECK(desk.usual({"convert", "数据.yaml", "-o", "别处.xlsx"}).exit == 0);
    CHECK(desk.nianbao({"convert", "数据.yaml", "-o", "年报.xlsx"}).exit == 0);
    const bool same = read_file(desk / "年报.xlsx") == read_file(desk / "别处.xlsx");
    CHECK(same);
    const bool example_same =
        read_file(desk.package_folder() / "示例.xlsx") == read_file(desk / "别处.xlsx");
    CHECK(example_same);

    const std::vector<std::string> empty = {"new",  "--agency", "某某局", "--year",
                                            "2024", "-o",       "空.xlsx"};
    REQUIRE(desk.usual(empty).exit == 0);
    const std::string usual_empty = read_file(desk / "空.xlsx");
    fs::remove(desk / "空.xlsx");
    REQUIRE(desk.nianbao(empty).exit == 0);
    const bool empty_same = read_file(desk / "空.xlsx") == usual_empty;
    CHECK(empty_same);

    for (const char* as : {"pdf", "text", "docx"}) {
        const std::vector<std::string> render = {"render", "-", "-o", "-", "--to", as};
        const Run usual = desk.usual(render, data), here = desk.nianbao(render, data);
        CHECK(usual.exit == 0);
        CHECK(here.exit == 0);
        CHECK(here.err == usual.err);
        const bool out_same = here.out == usual.out && !here.out.empty();
        CHECK_MESSAGE(out_same, as);
    }
}

TEST_CASE("On Windows no file is written under a name that it has not (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    write_file(desk / "数据.yaml", read_file(example));
    const std::string before = run({"find", "."}, {.folder = desk.folder()}).out;
    for (const char* name : {"con.pdf", "输出/NUL.pdf", "年报?.pdf", "年报.pdf."}) {
        CAPTURE(name);
        const Run refused = desk.nianbao({"render", "数据.yaml", "-o", name, "--to", "pdf"});
        CHECK(refused.exit == 3);
        CHECK(refused.out == "");
        CHECK(refused.err.find("Windows") != std::string::npos);
    }
    CHECK(run({"find", "."}, {.folder = desk.folder()}).out == before);

    fs::create_directory(desk / "单位");
    write_file(desk / "单位/A.yaml", read_file(example));
    write_file(desk / "单位/a.yaml", read_file(example));
    const Run twice = desk.nianbao({"render", "单位", "-o", "输出"});
    CHECK(twice.exit == 2);
    CHECK(twice.err ==
          "nianbao: 单位\\A.yaml 和 单位\\a.yaml 都要写到 输出\\a.pdf\n"
          "用法见 nianbao help render\n");
    CHECK(!fs::exists(desk / "输出"));
}

TEST_CASE("On Windows what is dropped on it is made beside it (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    // As a clerk begins: the workbook of the package, with the fonts beside the program.
    CHECK(desk.nianbao({desk.package_folder() / "示例.xlsx"}).exit == 0);
    REQUIRE(desk.usual({"render", desk.package_folder() / "示例.xlsx", "-o", "别处.pdf"}).exit ==
            0);
    const bool same = read_file(desk.package_folder() / "示例.pdf") == read_file(desk / "别处.pdf");
    CHECK(same);

    fs::create_directory(desk / "单位");
    write_file(desk / "单位/好.yaml", read_file(example));
    std::string wrong = read_file(example);
    const std::size_t year = wrong.find("year: 2022");
    REQUIRE(year != wrong.npos);
    wrong.replace(year, 10, "year: 20x2");
    write_file(desk / "单位/坏.yaml", wrong);
    const Run dropped = desk.nianbao({"单位"});
    CHECK(dropped.exit == 1);
    CHECK(dropped.err.ends_with("\n以上的话也写在 单位\\核对结果.txt\n"));
    CHECK(fs::exists(desk / "单位/好.pdf"));
    CHECK(!fs::exists(desk / "单位/坏.pdf"));
    const std::string told = read_file(desk / "单位/核对结果.txt");
    CHECK(told.starts_with("\xEF\xBB\xBFnianbao 的核对结果\r\n\r\n单位\\坏.yaml:"));
    CHECK(told.find("年度：“20x2”不只是数字\r\n") != told.npos);

    write_file(desk / "单位/坏.yaml", read_file(example));
    CHECK(desk.nianbao({"单位"}).exit == 0);
    CHECK(fs::exists(desk / "单位/坏.pdf"));
    CHECK(!fs::exists(desk / "单位/核对结果.txt"));
}

TEST_CASE("On Windows a program in C makes the same report with the DLL (with NIANBAO_LONG)") {
    if (!can_run()) return;
    const Desk desk;
    const fs::path& packed = desk.package_folder();
    fs::create_directory(desk / "nianbao");
    fs::copy_file(packed / "library/nianbao.h", desk / "nianbao/nianbao.h");
    fs::copy_file(packed / "library/nianbao.dll", packed / "nianbao.dll");  // beside the fonts
    write_file(desk / "data.yaml", read_file(example));
    REQUIRE(desk.usual({"render", "data.yaml", "-o", "usual.pdf"}).exit == 0);
    for (const char* library : {"libnianbao.dll.a", "nianbao.lib"}) {
        CAPTURE(library);
        const Run compiled = run({"x86_64-w64-mingw32-gcc-posix", "-Wall", "-Wextra", "-Werror",
                                  "-I", desk.folder(), source + "/examples/embed.c",
                                  packed / "library" / library, "-o", packed / "embed.exe"});
        REQUIRE_MESSAGE(compiled.exit == 0, compiled.err);
        const Run made = desk.windows_run(packed / "embed.exe", {"data.yaml", "embedded.pdf"});
        CHECK_MESSAGE(made.exit == 0, made.err);
        const bool same = read_file(desk / "embedded.pdf") == read_file(desk / "usual.pdf");
        CHECK(same);
        fs::remove(desk / "embedded.pdf");
    }
}
