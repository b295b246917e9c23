// The floors of the house: what a file may include, and how long it may be.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A room may include its own files and those of rooms on lower floors. ARCHITECTURE.md
/// has the picture.
struct Room {
    std::string_view name;
    int floor;
};
constexpr Room rooms[] = {
    {"cli", 8},    {"c", 8},        {"command", 7}, {"county", 6},    {"job", 5},    {"data", 4},
    {"check", 4},  {"compose", 4},  {"typeset", 4}, {"pdf", 4},       {"plain", 4},  {"outline", 3},
    {"report", 2}, {"notation", 2}, {"font", 2},    {"text", 1},      {"digest", 1}, {"pack", 1},
    {"file", 1},   {"fonts", 1},    {"nianbao", 0}, {"recognise", 3}, {"xlsx", 4},   {"docx", 4},
    {"office", 2}, {"html", 4},     {"publish", 3},
};

/// Headers that only one room sees.
struct Fence {
    std::string_view header;  // how it begins
    std::string_view room;
};
constexpr Fence fences[] = {
    {"hpdf", "pdf"},        {"hb", "font"},    {"fontconfig/", "font"}, {"simdjson", "notation"},
    {"yaml.h", "notation"}, {"boost/", "cli"}, {"ft2build", "font"},    {"libdeflate", "pack"},
    {"nettle/", "digest"},  {"expat", "pack"}};

int floor_of(std::string_view room) {
    const auto found = std::find_if(std::begin(rooms), std::end(rooms),
                                    [&](const Room& r) { return r.name == room; });
    return found == std::end(rooms) ? -1 : found->floor;
}

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('/')); }

/// "lib/data/json.cpp" stands in room data, "include/nianbao/read.hpp" in nianbao,
/// "cli/main.cpp" in cli.
std::string_view room_of(std::string_view file) {
    for (std::string_view above : {"lib/", "include/"}) {
        if (file.starts_with(above)) file.remove_prefix(above.size());
    }
    return first_part(file);
}

/// The headers of one kind of system; only the folders that are named after one see them.
bool is_of_a_system(std::string_view header) {
    constexpr std::string_view posix[] = {"unistd.h", "fcntl.h",   "dlfcn.h", "pthread.h",
                                          "dirent.h", "termios.h", "pwd.h",   "poll.h"};
    constexpr std::string_view windows[] = {"windows.h", "io.h",     "direct.h",
                                            "process.h", "shlobj.h", "shellapi.h"};
    return header.starts_with("sys/") ||
           std::find(std::begin(posix), std::end(posix), header) != std::end(posix) ||
           std::find(std::begin(windows), std::end(windows), header) != std::end(windows);
}

bool is_of_a_system_itself(std::string_view file) {
    for (std::string_view folder :
         {"lib/file/posix/", "lib/file/windows/", "cli/posix/", "cli/windows/"}) {
        if (file.starts_with(folder)) return true;
    }
    return false;
}

/// What is wrong with the includes of a file, a line each.
std::string wrong_includes(std::string_view file, const std::string& text) {
    const std::string_view room = room_of(file);
    if (floor_of(room) < 0) return std::string(file) + ": a room that has no floor\n";
    std::string wrong;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::string_view directive = "#include ";
        if (!line.starts_with(directive) || line.size() < directive.size() + 3) continue;
        const bool quoted = line[directive.size()] == '"';
        const std::size_t begin = directive.size() + 1;
        const std::string header = line.substr(begin, line.find(quoted ? '"' : '>', begin) - begin);
        const auto complain = [&](std::string_view why) {
            wrong += std::string(file) + " includes " + header + ": " + std::string(why) + "\n";
        };

        if (quoted) {
            const bool own =
                header.find('/') == std::string::npos;  // beside it; only cli/ does that
            const std::string_view other = own ? room : first_part(header);
            if (floor_of(other) < 0) complain("no such room");
            if (other != room && floor_of(other) >= floor_of(room))
                complain("not on a lower floor");
            continue;
        }
        for (const Fence& fence : fences) {
            if (header.starts_with(fence.header) && room != fence.room)
                complain("only " + std::string(fence.room) + "/ sees it");
        }
        if (is_of_a_system(header) && !is_of_a_system_itself(file))
            complain("only lib/file/ and cli/ see systems, in folders of their own");
        if (room == "nianbao" && header != "stdint.h" &&
            header.find_first_of("./") != std::string::npos)
            complain("public headers need the standard library only");
    }
    return wrong;
}

std::vector<std::string> sources() {
    const fs::path root = NIANBAO_SOURCE;
    std::vector<std::string> files;
    for (std::string_view folder : {"include", "lib", "cli", "fonts", "tests"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
            const fs::path extension = entry.path().extension();
            if (extension == ".cpp" || extension == ".hpp" || extension == ".h")
                files.push_back(entry.path().lexically_relative(root).native());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string content(const std::string& file) {
    std::ifstream in(fs::path(NIANBAO_SOURCE) / file, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("No file includes what does not lie below it") {
    const std::vector<std::string> files = sources();
    REQUIRE(files.size() > 20);
    std::string wrong;
    for (const std::string& file : files) {
        if (!file.starts_with("tests/")) wrong += wrong_includes(file, content(file));
    }
    CHECK(wrong == "");
}

TEST_CASE("No path becomes text but by utf8()") {
    for (const std::string& file : sources()) {
        if (file.starts_with("tests/") || room_of(file) == "file") continue;
        const std::string text = content(file);
        for (const char* call : {".native()", ".string()", "u8string()", "generic_string()"})
            CHECK_MESSAGE(text.find(call) == text.npos, file << " calls " << call);
    }
}

TEST_CASE("What threads keep is trivial, or thread_kept()") {
    for (const std::string& file : sources()) {
        if (file.starts_with("tests/")) continue;
        std::istringstream lines(content(file));
        for (std::string line; std::getline(lines, line);) {
            if (line.find("//") < line.find("thread_local")) continue;
            if (line.find("thread_local ") != line.npos)  // g++'s bug 80816
                CHECK_MESSAGE(line.find("* ") != line.npos, file << ": " << line);
        }
    }
}

TEST_CASE("A wrong include is seen") {
    CHECK(
        wrong_includes(
            "lib/typeset/page/page.cpp",
            "#include \"font/faces.hpp\"\n#include \"nianbao/pages.hpp\"\n#include <vector>\n#include <fmt/format.h>\n") ==
        "");
    CHECK(wrong_includes("lib/text/utf8.cpp", "#include \"report/fields.hpp\"\n") ==
          "lib/text/utf8.cpp includes report/fields.hpp: not on a lower floor\n");
    CHECK(wrong_includes("lib/check/rules.cpp", "#include \"data/read.hpp\"\n") ==
          "lib/check/rules.cpp includes data/read.hpp: not on a lower floor\n");
    CHECK(wrong_includes("lib/job/job.cpp", "#include \"utilities/strings.hpp\"\n") ==
          "lib/job/job.cpp includes utilities/strings.hpp: no such room\n");
    CHECK(wrong_includes("lib/typeset/page/page.cpp", "#include <hpdf.h>\n") ==
          "lib/typeset/page/page.cpp includes hpdf.h: only pdf/ sees it\n");
    CHECK(wrong_includes("lib/typeset/atoms.cpp", "#include <hb.h>\n") ==
          "lib/typeset/atoms.cpp includes hb.h: only font/ sees it\n");
    CHECK(wrong_includes("lib/report/fields.cpp", "#include <simdjson.h>\n") ==
          "lib/report/fields.cpp includes simdjson.h: only notation/ sees it\n");
    CHECK(wrong_includes("lib/job/job.cpp", "#include <boost/program_options.hpp>\n") ==
          "lib/job/job.cpp includes boost/program_options.hpp: only cli/ sees it\n");
    CHECK(
        wrong_includes("include/nianbao/read.hpp", "#include <yaml.h>\n") ==
        "include/nianbao/read.hpp includes yaml.h: only notation/ sees it\n"
        "include/nianbao/read.hpp includes yaml.h: public headers need the standard library only\n");
    CHECK(wrong_includes("include/nianbao/read.hpp", "#include \"data/tree.hpp\"\n") ==
          "include/nianbao/read.hpp includes data/tree.hpp: not on a lower floor\n");
    for (const char* file : {"lib/file/whole_file.cpp", "cli/main.cpp", "lib/job/job.cpp"})
        CHECK(
            wrong_includes(file, "#include <unistd.h>\n#include <sys/stat.h>\n") ==
            std::string(file) +
                " includes unistd.h: only lib/file/ and cli/ see systems, in folders of their own\n" +
                file +
                " includes sys/stat.h: only lib/file/ and cli/ see systems, in folders of their own\n");
    CHECK(wrong_includes("lib/file/posix/reading.cpp", "#include <unistd.h>\n") == "");
    CHECK(wrong_includes("cli/windows/terminal.cpp", "#include <windows.h>\n") == "");
    CHECK(wrong_includes("lib/attic/old.cpp", "") ==
          "lib/attic/old.cpp: a room that has no floor\n");
}

TEST_CASE("No file is longer than 400 lines, but tables") {
    constexpr std::array<std::string_view, 4> tables = {
        "lib/report/forms/20", "lib/check/prose/words.hpp", "lib/check/wording/slips/alike.hpp",
        "lib/check/wording/slips/likely_words.hpp"};
    for (const std::string& file : sources()) {
        if (std::any_of(tables.begin(), tables.end(),
                        [&](std::string_view table) { return file.starts_with(table); }))
            continue;
        const std::string text = content(file);
        const auto lines = std::count(text.begin(), text.end(), '\n');
        CHECK_MESSAGE(lines <= 400, file << " has " << lines << " lines");
    }
}

TEST_CASE("No folder has more than 25 sources, but that of the public headers") {
    std::map<std::string, int> folders;
    for (const std::string& file : sources()) ++folders[fs::path(file).parent_path().native()];
    folders.erase("include/nianbao");
    for (const auto& folder : folders) {
        CHECK_MESSAGE(folder.second <= 25, folder.first << " has " << folder.second << " files");
    }
}

TEST_CASE("No line is wider than 100 bytes, no comment than 90, but what cannot be parted") {
    for (const std::string& file : sources()) {
        if (file.starts_with("tests/")) continue;        // their data stands in long lines
        if (file.ends_with("completion.cpp")) continue;  // shell programs
        std::istringstream lines(content(file));
        int number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
            const bool comment = line.compare(begin, 2, "//") == 0;
            const auto characters = std::count_if(line.begin(), line.end(), [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
            });
            const bool literal = line.find('"') != line.npos;
            if (comment) CHECK_MESSAGE(characters <= 90, file << ":" << number);
            else if (!literal) CHECK_MESSAGE(characters <= 100, file << ":" << number);
        }
    }
}

TEST_CASE("No file is a drawer") {
    for (const std::string& file : sources()) {
        for (std::string_view drawer : {"util", "common", "helper", "manager", "misc"})
            CHECK_MESSAGE(file.find(drawer) == std::string::npos, file);
    }
}
