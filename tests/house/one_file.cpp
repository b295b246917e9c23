// The one file for Linux: package/static.sh makes it, and it runs in a root that holds
// nothing else. Of the release build only, and only where the long tests are asked for.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "machines.hpp"
#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE;
constexpr std::uintmax_t most = 12'000'000;  // bytes of the program, without fonts

/// What the package for a machine holds, alone in the world.
class Root : public BareRoot {
public:
    explicit Root(const std::string& machine) : BareRoot(machine) {
        const Run made = run({source + "/package/static.sh", machine});
        REQUIRE_MESSAGE(made.exit == 0, made.err);
        const fs::path package = only(source + "/build/static/" + machine, ".tar.gz");
        REQUIRE(run({"tar", "-xzf", package, "-C", folder()}).exit == 0);
        package_ = only(folder(), "-linux-" + machine).filename();
    }
    fs::path package() const { return *this / package_; }
    Run nianbao(std::vector<std::string> words) const {
        words.insert(words.begin(), "/" + package_ + "/nianbao");
        return alone(words);
    }

private:
    std::string package_;
};

}  // namespace

TEST_CASE("The one file for Linux needs no library (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const Root root(machine);
        const std::string program = root.package() / "nianbao";
        CHECK(fs::file_size(program) <= most);
        const std::string about = run({"file", "-b", program}).out;
        CHECK_MESSAGE(about.find("statically linked") != std::string::npos, about);
        CHECK_MESSAGE(about.find(", stripped") != std::string::npos, about);
        const std::string parts = run({"readelf", "-dlW", program}).out;
        REQUIRE(parts.find("LOAD") != std::string::npos);
        for (const char* loads : {"NEEDED", "INTERP", "DYNAMIC"})
            CHECK_MESSAGE(parts.find(loads) == std::string::npos, parts);
        CHECK(read_file(program).find(source) == std::string::npos);  // of who built it
        for (const char* file : {"说明.txt", "示例.yaml", "licences/LICENSE", "licences/copyright",
                                 "licences/static.sh", "licences/libc6", "licences/LGPL-3"})
            CHECK_MESSAGE(fs::exists(root.package() / file), file);
    }
}

TEST_CASE("The library beside it runs with C libraries from 2.18 on (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const Run made = run({source + "/package/static.sh", machine});
        REQUIRE_MESSAGE(made.exit == 0, made.err);
        const std::string library = source + "/build/static/" + machine + "/libnianbao.so",
                          parts = run({"readelf", "-dW", library}).out,
                          symbols = run({"readelf", "-W", "--dyn-syms", library}).out;
        const std::regex loaded("\\(NEEDED\\)[^\\[]*\\[([a-z]+)"), version("@GLIBC_2\\.([0-9]+)");
        std::set<std::string> libraries;
        for (std::sregex_iterator at(parts.begin(), parts.end(), loaded), end; at != end; ++at)
            libraries.insert((*at)[1]);
        for (const char* one : {"libc", "libdl", "libpthread"}) CHECK(libraries.erase(one) == 1);
        for (const char* one : {"libm", "ld"}) libraries.erase(one);
        CHECK(libraries.empty());
        int newest = 0;
        for (std::sregex_iterator at(symbols.begin(), symbols.end(), version), end; at != end; ++at)
            newest = std::max(newest, std::stoi((*at)[1]));
        CHECK(newest > 0);
        CHECK_MESSAGE(newest <= 18, symbols);
        CHECK(symbols.find("nianbao_render@@NIANBAO_0") != std::string::npos);
        CHECK(symbols.find("_ZN7nianbao") == std::string::npos);      // no C++ leaves it
        CHECK(read_file(library).find(source) == std::string::npos);  // of who built it
    }
}

TEST_CASE("Alone in its root it writes what the other program writes (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const Root root(machine);
        fs::create_directory(root.folder() / "examples");
        for (const fs::directory_entry& entry : fs::directory_iterator(source + "/examples")) {
            const fs::path& data = entry.path();
            if (data.extension() == ".yaml" || data.extension() == ".json")
                fs::copy_file(data, root.folder() / "examples" / data.filename());
        }
        // The C library would load the encodings of these.
        const std::string data = source + "/examples/jinxiang-veterans-2022.yaml";
        for (const char* encoding : {"GB18030", "UTF-16"})
            write_file(root.folder() / "examples" / (std::string(encoding) + ".yaml"),
                       run({"iconv", "-f", "UTF-8", "-t", encoding, data}).out);
        const std::vector<std::string> render = {
            "render",           "examples", "-o", "out", "-j", "4", "--to", "pdf,docx,text,html",
            "--no-system-fonts"};
        const Run usual = nianbao_run(render, {.folder = root.folder()});
        const Files expected = files_of(root.folder() / "out");
        CHECK(expected.size() == 4 * (6 + 2) + 1);  // and the index page
        fs::remove_all(root.folder() / "out");
        const Run alone = root.nianbao(render);
        CHECK(alone.exit == usual.exit);
        CHECK(alone.out == usual.out);
        CHECK(alone.err == usual.err);
        const Files made = files_of(root.folder() / "out");
        CHECK(made.size() == expected.size());
        for (const auto& file : expected) {
            const bool same = made.contains(file.first) && made.at(file.first) == file.second;
            CHECK_MESSAGE(same, file.first);
        }
    }
}

TEST_CASE("Alone in its root it takes the fonts that lie beside it (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const Root root(machine);
        const Run fonts = root.nianbao({"fonts"});
        CHECK(fonts.exit == 0);
        CHECK(fonts.err == "");
        CHECK(fonts.out.find("/nianbao-fonts/FandolFang-Regular.otf") != std::string::npos);
        CHECK(fonts.out.find("/usr/") == std::string::npos);
        fs::remove_all(root.package() / "nianbao-fonts");
        const Run without = root.nianbao({"fonts"});
        CHECK(without.exit == 3);
        CHECK(without.err.starts_with("nianbao: 没有标题（小标宋）可用的字体。"));
        CHECK(without.err.find("\n随程序附带的自由字体在 nianbao-fonts 文件夹里，请把它放在"
                               "程序旁边\n") != std::string::npos);
    }
}

TEST_CASE("It makes no call to a network (with NIANBAO_LONG)") {
    if (!long_tests()) return;
    const Root root("x86_64");
    const std::string program = root.package() / "nianbao";
    const auto calls = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"strace", "-f", "-qq", "-e", "trace=network", "-e",
                                     "signal=none", "-o", root / "calls"});
        const Run ran = run(words, {.folder = root.folder(), .input = {}, .environment = {}});
        CHECK_MESSAGE(ran.exit <= 1, ran.err);
        return read_file(root / "calls");
    };
    REQUIRE(calls({"python3", "-c", "import socket; socket.socket()"}).find("socket(") !=
            std::string::npos);
    const std::string examples = source + "/examples";
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"render", examples, "-o", "out", "--to", "pdf,docx,text,html", "-j", "2"},
             {"check", examples},
             {"new", "--agency", "某某局", "--year", "2025", "-o", "new.xlsx"},
             {"fonts"},
             {"help"}}) {
        std::vector<std::string> all = {program};
        all.insert(all.end(), words.begin(), words.end());
        CHECK_MESSAGE(calls(all) == "", words.front());
    }
}
