// What users get: an installed prefix, Debian packages, and the programs of the readme
// built against them word for word. Of the release build only.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <sstream>

#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE, build = fs::path(NIANBAO_PROGRAM).parent_path(),
                  data = source + "/examples/huaian-2024.json";

/// Runs it, and fails with what it said where it does not end well.
Run succeed(const std::vector<std::string>& words, const Setting& setting = {}) {
    Run ran = run(words, setting);
    CHECK_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran;
}

std::string expected() {
    const Scratch scratch;
    succeed({NIANBAO_PROGRAM, "render", data, "-o", scratch / "a.pdf"});
    return read_file(scratch / "a.pdf");
}

/// An installed prefix; the fonts are not copied.
class Prefix {
public:
    Prefix() {
        for (const char* component : {"cli", "runtime", "dev"})
            succeed({"cmake", "--install", build, "--prefix", folder(), "--component", component});
        fs::create_directory_symlink(source + "/fonts/free", scratch_ / "share/nianbao/fonts");
    }
    std::string folder() const { return scratch_.folder(); }
    fs::path operator/(const fs::path& name) const { return scratch_ / name; }

private:
    Scratch scratch_;
};

/// Runs what renders the data, and compares.
void check_renders(const std::string& program, const std::vector<std::string>& environment) {
    const Scratch scratch;
    succeed({program, data, "a.pdf"}, {.folder = scratch.folder(), .environment = environment});
    CHECK_MESSAGE(read_file(scratch / "a.pdf") == expected(), program);
}

void check_consumer(const std::vector<std::string>& settings) {
    const Scratch scratch;
    std::vector<std::string> configure = {"cmake",
                                          "-S",
                                          source + "/tests/consumer",
                                          "-B",
                                          scratch.folder(),
                                          "-DEXAMPLES=" + source + "/examples"};
    configure.insert(configure.end(), settings.begin(), settings.end());
    succeed(configure);
    succeed({"cmake", "--build", scratch.folder(), "--parallel", "2"});
    for (const char* program : {"from_c", "from_cpp"})
        check_renders(scratch / program, {"NIANBAO_FONTS=" + source + "/fonts/free"});
}

std::string block(const std::string& document, const std::string& language,
                  const std::string& holding) {
    const std::string fence = "```" + language + "\n";
    for (std::size_t at = document.find(fence); at != std::string::npos;
         at = document.find(fence, at + 1)) {
        const std::size_t begin = at + fence.size();
        const std::string text = document.substr(begin, document.find("\n```", begin) + 1 - begin);
        if (text.find(holding) != std::string::npos) return text;
    }
    FAIL("no such block: " << holding);
    return "";
}

/// The readmes lead to nothing that is not there beside them.
void check_links(const fs::path& folder) {
    const std::regex link("(?:\\]\\(|src=\")([^)\"#]+)");
    for (const char* name : {"README.md", "README.zh-CN.md"}) {
        const std::string document = read_file(folder / name);
        int links = 0;
        for (std::sregex_iterator at(document.begin(), document.end(), link), end; at != end;
             ++at) {
            const std::string to = (*at)[1];
            if (to.find("://") != std::string::npos) continue;
            CHECK_MESSAGE(fs::exists(folder / to), name << ": " << to);
            ++links;
        }
        CHECK(links > 10);
    }
}

/// What stands in fonts/free.list: names with their bytes.
std::map<std::string, std::uintmax_t> free_fonts() {
    std::map<std::string, std::uintmax_t> all;
    std::istringstream lines(source_file("fonts/free.list"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::uintmax_t bytes = 0;
        if (words >> name >> bytes) all[name] = bytes;
    }
    return all;
}

/// The fonts with their licences, and nothing else; each has its part of the copyright
/// file.
void check_fonts_package(const fs::path& usr) {
    std::map<std::string, std::uintmax_t> packed;
    for (const fs::directory_entry& entry : fs::directory_iterator(usr / "share/nianbao/fonts")) {
        CHECK_MESSAGE(!entry.is_symlink(), entry.path());
        packed[entry.path().filename()] = entry.file_size();
    }
    CHECK(packed == free_fonts());
    for (const char* licence : {"Fandol-COPYING.gz", "Fandol-README", "Liberation-copyright",
                                "Noto-copyright", "ukai-copyright"})
        CHECK_MESSAGE(packed.contains(licence), licence);
    std::vector<std::string> families;
    const std::string copyright = read_file(usr / "share/doc/nianbao-fonts/copyright");
    const std::regex part("\nFiles: usr/share/nianbao/fonts/([A-Za-z]+)\\*\nCopyright: ");
    for (std::sregex_iterator at(copyright.begin(), copyright.end(), part), end; at != end; ++at)
        families.push_back((*at)[1]);
    std::string untold;
    for (const auto& font : packed) {
        if (std::none_of(families.begin(), families.end(),
                         [&](const std::string& family) { return font.first.starts_with(family); }))
            untold += font.first + " ";
    }
    CHECK(untold == "");
    CHECK(fs::exists(usr / "share/doc/nianbao-fonts/changelog.gz"));
}

/// The programs of the readmes, built and run by what is written below them: each makes
/// report.pdf of data.json.
void check_programs_of_readmes(const Setting& here) {
    struct Program {
        const char *document, *language, *file, *holding;
    };
    fs::copy_file(data, here.folder / "data.json");
    for (const Program& program :
         std::vector<Program>{{"README.md", "cpp", "report.cpp", "int main("},
                              {"README.md", "c", "report.c", "int main("},
                              {"README.zh-CN.md", "cpp", "report.cpp", "int main("},
                              {"README.zh-CN.md", "c", "report.c", "int main("},
                              {"README.zh-CN.md", "python", "report.py", "nianbao_run_job"},
                              {"README.zh-CN.md", "java", "Report.java", "nianbao_run_job"},
                              {"README.zh-CN.md", "csharp", "Report.cs", "nianbao_run_job"}}) {
        const std::string readme = source_file(program.document),
                          about = std::string(program.document) + ": " + program.file;
        write_file(here.folder / program.file, block(readme, program.language, program.holding));
        fs::remove(here.folder / "report.pdf");
        const Run ran =
            succeed({"sh", "-e", "-c", block(readme, "sh", std::string(program.file))}, here);
        CHECK_MESSAGE(read_file(here.folder / "report.pdf") == expected(), about);
        CHECK_MESSAGE((ran.out + ran.err).find("W-11") != std::string::npos,
                      about);  // the finding is told
    }
}

}  // namespace

TEST_CASE("An installed prefix is whole, and is found by CMake and pkg-config, shared and static") {
    const Prefix prefix;
    for (const char* file :
         {"bin/nianbao", "lib/libnianbao.so.0", "lib/libnianbao.a", "include/nianbao/nianbao.h",
          "include/nianbao/job.hpp", "lib/cmake/nianbao/nianbaoConfig.cmake",
          "lib/pkgconfig/nianbao.pc", "lib/pkgconfig/nianbao-static.pc",
          "share/man/man1/nianbao.1.gz", "share/bash-completion/completions/nianbao",
          "share/zsh/site-functions/_nianbao", "share/nianbao/nianbao.schema.json",
          "share/doc/nianbao/README.md", "share/doc/nianbao/examples/embed.py"})
        CHECK_MESSAGE(fs::exists(prefix / file), file);
    CHECK(read_file(prefix / "share/nianbao/nianbao.schema.json") == nianbao_run({"schema"}).out);
    check_links(prefix / "share/doc/nianbao");
    const Scratch scratch;
    succeed({prefix / "bin/nianbao", "render", data, "-o", scratch / "a.pdf", "--no-system-fonts"});

    for (const char* linked : {"shared", "static"})
        check_consumer(
            {"-DCMAKE_PREFIX_PATH=" + prefix.folder(), std::string("-DLINKED=") + linked});

    // What the readmes say to set, here for another prefix.
    for (const char* document : {"README.md", "README.zh-CN.md"}) {
        const Scratch work;
        std::string setting = block(source_file(document), "sh", "export PATH=");
        setting = std::regex_replace(setting.substr(setting.find("export ")),
                                     std::regex("/opt/nianbao"), prefix.folder());
        fs::copy_file(data, work / "data.json");
        write_file(work / "report.c", block(source_file(document), "c", "int main("));
        succeed({"sh", "-e", "-c", setting + block(source_file(document), "sh", "report.c ")},
                {.folder = work.folder()});
        CHECK(read_file(work / "report.pdf") == expected());
    }

    const std::string paths = "PKG_CONFIG_PATH=" + prefix.folder() + "/lib/pkgconfig";
    const auto compile = [&](const std::string& compiler, const std::string& file,
                             const std::string& package) {
        succeed({"sh", "-c",
                 compiler + " " + source + "/examples/" + file + " $(pkg-config --cflags --libs " +
                     package + ") -o program"},
                {.folder = scratch.folder(), .environment = {paths}});
    };
    compile("cc", "embed.c", "nianbao");
    check_renders(scratch / "program", {"LD_LIBRARY_PATH=" + prefix.folder() + "/lib"});
    compile("c++ -std=c++20", "embed.cpp", "nianbao");
    check_renders(scratch / "program", {"LD_LIBRARY_PATH=" + prefix.folder() + "/lib"});
    compile("cc", "embed.c", "nianbao-static");
    check_renders(scratch / "program", {"NIANBAO_FONTS=" + source + "/fonts/free"});
    CHECK(run({"ldd", scratch / "program"}).out.find("libnianbao") == std::string::npos);
    CHECK(succeed({"pkg-config", "--modversion", "nianbao"}, {.environment = {paths}}).out ==
          NIANBAO_VERSION "\n");
}

TEST_CASE("A project may have nianbao as one of its folders") {
    check_consumer({"-DNIANBAO_SOURCE=" + source, "-DNIANBAO_UNITY=ON", "-DNIANBAO_PRECOMPILED=ON",
                    "-DCMAKE_CXX_FLAGS=-O0", "-G", "Ninja"});
}

TEST_CASE(
    "A program that was built with another version's C++ interface is refused by the loader") {
    const Scratch scratch;
    succeed({"c++", "-std=c++20", source + "/examples/embed.cpp", "-I" + source + "/include",
             "-L" + build, "-lnianbao", "-o", scratch / "embed"});
    // Another version: the same library with other names for its C++ symbols' version.
    std::string library = read_file(build + "/libnianbao.so.0");
    const std::string version = "NIANBAO_CXX_" NIANBAO_VERSION;
    for (std::size_t at = library.find(version); at != std::string::npos;
         at = library.find(version, at + 1))
        library[at + version.size() - 1] = '9';
    write_file(scratch / "libnianbao.so.0", library);
    const Run refused = run({scratch / "embed", data, scratch / "a.pdf"},
                            {.environment = {"LD_LIBRARY_PATH=" + scratch.folder().native()}});
    CHECK(refused.exit != 0);
    CHECK(refused.err.find("NIANBAO_CXX_") != std::string::npos);
}

TEST_CASE(
    "Debian packages: lintian has no error, apt would install them, and the programs of the readme are built and run against them word for word") {
    const Scratch scratch;
    succeed(
        {"cpack", "--config", build + "/CPackConfig.cmake", "-G", "DEB", "-B", scratch / "made"},
        {.folder = scratch.folder()});
    std::vector<std::string> lint = {"lintian", "--allow-root", "--fail-on", "error"},
                             simulate = {"apt-get", "-s", "-o", "APT::Install-Recommends=false",
                                         "install"};
    int packages = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(scratch / "made")) {
        if (entry.path().extension() != ".deb") continue;
        ++packages;
        lint.push_back(entry.path());
        simulate.push_back(entry.path());
        succeed({"dpkg-deb", "-x", entry.path(), scratch / "root"});
    }
    CHECK(packages == 4);
    succeed(lint);
    const std::string installed = succeed(simulate).out;
    for (const char* package :
         {"Inst nianbao ", "Inst libnianbao0 ", "Inst libnianbao-dev ", "Inst nianbao-fonts "})
        CHECK_MESSAGE(installed.find(package) != std::string::npos, installed);
    const std::string usr = scratch / "root/usr";
    check_fonts_package(usr);

    const Setting here{.folder = scratch.folder(),
                       .environment = {"PATH=" + usr + "/bin:/usr/bin:/bin",
                                       "PKG_CONFIG_PATH=" + usr + "/lib/pkgconfig",
                                       "LD_LIBRARY_PATH=" + usr + "/lib"}};
    check_programs_of_readmes(here);
    const std::string fonts =
        succeed({"sh", "-c", "nianbao fonts data.json --no-system-fonts"}, here).out;
    CHECK(fonts.find(" " + usr + "/share/nianbao/fonts/NotoSerifCJK-Bold.ttc#2\n") !=
          std::string::npos);
    CHECK_MESSAGE(fonts.find(source) == std::string::npos,
                  fonts);  // each face is the package's
    succeed({"sh", "-c", "nianbao render data.json -o installed.pdf"}, here);
    CHECK(read_file(scratch / "installed.pdf") == expected());
}
