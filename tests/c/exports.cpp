// What the public headers and the shared library hold, and nothing else: symbols, manners
// of the C door, docstrings.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "program.hpp"
#include "text/lines.hpp"

namespace {

namespace fs = std::filesystem;

const std::string c_header = "include/nianbao/nianbao.h";

/// The functions that the C header declares.
std::set<std::string> declared(const std::string& header) {
    std::set<std::string> names;
    const std::regex function("NIANBAO_C_API [^;(]*?(nianbao_[a-z_]+)\\(");
    for (std::sregex_iterator at(header.begin(), header.end(), function), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

/// A header with its comments blanked out, line for line.
std::vector<std::string> code_of(const std::string& header) {
    std::string code = header;
    for (std::size_t at = 0; (at = code.find_first_of("/", at)) != std::string::npos; ++at) {
        const bool line = code.compare(at, 2, "//") == 0, block = code.compare(at, 2, "/*") == 0;
        if (!line && !block) continue;
        const std::size_t end =
            std::min(line ? code.find('\n', at) : code.find("*/", at) + 2, code.size());
        for (; at < end; ++at) {
            if (code[at] != '\n') code[at] = ' ';
        }
    }
    return lines_of(code);
}

/// A function that a header shows to its users: not in a private part.
struct Shown {
    std::string name, type;  // "place", "Source"; no type: of the namespace
    bool told;               // a comment stands above it, or above the function that it follows
                             // without an empty line between
};

std::vector<Shown> shown(const std::string& header) {
    const std::vector<std::string> text = lines_of(header), code = code_of(header);
    const std::regex function(
        "^(?:    )?(?:[A-Za-z][A-Za-z0-9_:<>*&, ]*[ *&])?(operator[^ (]+|~?[A-Za-z_][A-Za-z0-9_]*)\\(.*"),
        type("^(class|struct) ([A-Za-z]+)[^;]*$"), attribute("\\[\\[[a-z]+\\]\\] ");
    std::vector<Shown> all;
    std::string within;
    bool hidden = false, told = false, type_told = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const std::string line = std::regex_replace(code[i], attribute, "");
        std::smatch found;
        if (std::regex_search(line, found, type)) {
            hidden = found[1] == "class";
            within = found[2];
            type_told = told;
        }
        if (line == "private:") hidden = true;
        if (line == "public:" || line.starts_with("}")) hidden = false;
        if (line.starts_with("}")) within.clear();
        const bool comment = line.find_first_not_of(' ') == std::string::npos && !text[i].empty();
        if (comment) told = true;
        else if (line.empty() || line.ends_with("{") || line.ends_with(":"))
            told = told && line.find('(') != std::string::npos;
        if (hidden || comment || line.starts_with("#") || line.find("return ") < line.find('(') ||
            line.find("= default;") != std::string::npos)
            continue;
        if (std::regex_match(line, found, function) && found[1] != "visibility" &&
            found[1] != "__attribute__" && found[1] != "static_assert")
            all.push_back(
                {found[1], line.find("friend ") == std::string::npos ? within : "",
                 told || (type_told && (found[1] == within ||
                                        found[1] == "operator=="))});  // a type tells of these
    }
    return all;
}

/// "nianbao::Source::place(nianbao::Span const&) const": "Source::place".
std::string name_of(const std::string& symbol) {
    const std::size_t keyword = symbol.find("operator");
    const std::string whole = symbol.substr(
        0, symbol.find_first_of("([", keyword == std::string::npos ? 0 : keyword + 8));
    const std::string space = "nianbao::";
    return whole.starts_with(space) ? whole.substr(space.size()) : whole;
}

std::vector<fs::path> headers() {
    std::vector<fs::path> all;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(NIANBAO_SOURCE) / "include/nianbao"))
        all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE(
    "Only the C functions and namespace nianbao leave the shared library, each under its version") {
    const Run nm = run({"nm", "-D", "--defined-only", "--demangle", NIANBAO_SHARED_LIBRARY});
    REQUIRE(nm.exit == 0);
    std::set<std::string> functions;
    std::string other;
    int in_namespace = 0;
    bool failure = false;
    for (const std::string& line : lines_of(nm.out)) {
        const std::string symbol = line.substr(19);  // after the address and the kind
        const std::size_t version = symbol.rfind("@@");
        if (version == std::string::npos) {
            if (symbol != "NIANBAO_0" && symbol != "NIANBAO_CXX_" NIANBAO_VERSION)
                other += symbol + "\n";
        } else if (symbol.starts_with("nianbao_") && symbol.ends_with("@@NIANBAO_0")) {
            functions.insert(symbol.substr(0, version));
        } else if (symbol.starts_with("nianbao::") &&
                   symbol.ends_with("@@NIANBAO_CXX_" NIANBAO_VERSION)) {
            ++in_namespace;
        } else if (symbol.starts_with("typeinfo for nianbao::Failure@@")) {
            failure = true;
        } else if (!symbol.starts_with("typeinfo name for nianbao::Failure@@") &&
                   !symbol.starts_with("vtable for nianbao::Failure@@")) {
            other += symbol + "\n";
        }
    }
    CHECK(other == "");
    CHECK(functions == declared(source_file(c_header)));
    CHECK(in_namespace > 30);
    CHECK(failure);
    for (const char* internal :
         {"nianbao::data::", "nianbao::notation::", "nianbao::Arguments", "nianbao::Caller",
          "nianbao::Usage", "nianbao::values::", "nianbao::c::"})
        CHECK_MESSAGE(nm.out.find(internal) == std::string::npos, internal);
}

TEST_CASE("Every public C++ header opens the namespace to its users") {
    int headers = 0;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(NIANBAO_SOURCE) / "include/nianbao")) {
        if (entry.path().extension() != ".hpp") continue;
        ++headers;
        const std::string text = read_file(entry.path());
        CHECK_MESSAGE(text.find("\nnamespace [[gnu::visibility(\"default\")]] nianbao {\n") !=
                          std::string::npos,
                      entry.path());
        CHECK_MESSAGE(text.find("\nnamespace nianbao {\n") == std::string::npos, entry.path());
    }
    CHECK(headers > 15);
}

TEST_CASE("A program that is linked to the shared library compares what it was given") {
    // A friend that only its class declares would not be exported.
    const Scratch scratch;
    write_file(scratch / "compare.cpp", R"(#include <nianbao/read.hpp>
#include <nianbao/write.hpp>
int main() {
    const auto report = nianbao::Report::empty("清河县水务局", 2023);
    if (!report) return 2;
    nianbao::Report changed = *report;
    if (changed != *report) return 3;
    changed.cell("applications.received.other")->value = {10, 1};
    if (changed == *report || changed.applications == report->applications) return 4;
    if (*changed.cell("applications.received.other") != nianbao::Cell{{100, 2}, {}}) return 5;
    if (nianbao::ProcessingFees{{1}, {2}, {30, 1}} != nianbao::ProcessingFees{{1}, {2}, {3}})
        return 6;
    return nianbao::Amount{150, 2} == nianbao::Amount{15, 1} ? 0 : 7;
}
)");
    const fs::path library = NIANBAO_SHARED_LIBRARY;
    const Run made =
        run({"c++", "-std=c++20", std::string("-I") + NIANBAO_SOURCE + "/include",
             scratch / "compare.cpp", library, "-Wl,-rpath," + library.parent_path().native(), "-o",
             scratch / "compare"});
    REQUIRE_MESSAGE(made.exit == 0, made.err);
    CHECK(run({scratch / "compare"}).exit == 0);
}

TEST_CASE("The C header keeps its manners") {
    const std::string header = source_file(c_header);
    const std::string code = std::regex_replace(header, std::regex("/\\*([^*]|\\*(?!/))*\\*/"), "");
    for (const std::string word :
         {"size_t", "bool", "long", "unsigned", "std::", "float", "double"})
        CHECK_MESSAGE(code.find(word) == std::string::npos, word);
    for (int convention = 1; convention <= 10; ++convention)
        CHECK(header.find("\n * " + std::string(convention < 10 ? " " : "") +
                          std::to_string(convention) + ". ") != std::string::npos);
    CHECK(declared(header).size() == 25);

    // A struct begins with its size, and has nothing but pointers, int64_t and texts: no
    // padding whose bytes nobody set.
    const std::regex structure("typedef struct nianbao_[a-z_]+ \\{([^}]*)\\}"),
        comment("/\\*[^*]*\\*/");
    int structures = 0;
    for (std::sregex_iterator at(header.begin(), header.end(), structure), end; at != end; ++at) {
        const std::string members = std::regex_replace((*at)[1].str(), comment, "");
        if (members.find("const char* bytes;") != std::string::npos)
            continue;  // nianbao_text, which never grows
        ++structures;
        CHECK_MESSAGE(members.starts_with("\n    int64_t size;"), members);
        CHECK_MESSAGE(members.find("int32_t") == std::string::npos, members);
    }
    CHECK(structures == 8);
}

TEST_CASE("Every public function has a docstring") {
    std::string untold;
    int functions = 0;
    for (const fs::path& header : headers()) {
        for (const Shown& function : shown(read_file(header))) {
            ++functions;
            // What frees is told once, by the first of the conventions.
            if (!function.told &&
                !(function.name.starts_with("nianbao_") && function.name.ends_with("_free"))) {
                untold += header.filename().native() + ": " + function.name + "\n";
            }
        }
    }
    CHECK(untold == "");
    CHECK(functions > 100);

    // The reading of headers sees what it is for.
    const std::vector<Shown> seen = shown(
        "/// Told.\nint told(int a);\nint told_with_it();\n\nint untold();\nclass A {\n    int hidden();\n\npublic:\n    int bare() { return f(1); }\n    [[nodiscard]] int kept() const;\n};\n[[nodiscard]] int used(int a);\n");
    std::string names;
    for (const Shown& function : seen)
        names += function.name + (function.told ? " told, " : " not, ");
    CHECK(names == "told told, told_with_it told, untold not, bare not, kept not, used not, ");
}

TEST_CASE("Every function that leaves the library is called by a test") {
    std::vector<std::string> undefined = {"nm", "-u", "--demangle"};
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(NIANBAO_TEST_OBJECTS)) {
        if (entry.path().extension() == ".o") undefined.push_back(entry.path());
    }
    const Run calls = run(undefined),
              leaving = run({"nm", "-D", "--defined-only", "--demangle", NIANBAO_SHARED_LIBRARY});
    REQUIRE(calls.exit == 0);
    REQUIRE(leaving.exit == 0);
    std::set<std::string> called, public_names;
    for (const std::string& line : lines_of(calls.out)) {
        if (line.find(" U ") != std::string::npos) called.insert(line.substr(line.find(" U ") + 3));
    }
    for (const fs::path& header : headers()) {
        for (const Shown& function : shown(read_file(header)))
            public_names.insert((function.type.empty() ? "" : function.type + "::") +
                                function.name);
    }
    std::string uncalled;
    int functions = 0;
    for (const std::string& line : lines_of(leaving.out)) {
        const std::string symbol = line.substr(19, line.rfind("@@") - 19), name = name_of(symbol);
        if (!public_names.contains(name))
            continue;  // private members, a class that is named and not shown, the
                       // exception's type information
        ++functions;
        if (!called.contains(symbol)) uncalled += symbol + "\n";
    }
    CHECK(uncalled == "");
    CHECK(functions > 80);
}

TEST_CASE("The headers compile alone: C99, C11, C++20") {
    const std::string include = std::string("-I") + NIANBAO_SOURCE + "/include";
    const Scratch scratch;
    const auto compiles = [&](const std::string& header, const std::vector<std::string>& compiler,
                              const char* name) {
        write_file(scratch / name,
                   "#include <nianbao/" + header + ">\n#include <nianbao/" + header + ">\n");
        std::vector<std::string> words = compiler;
        words.insert(words.end(), {"-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
                                   include, (scratch / name).native()});
        const Run compiled = run(words);
        CHECK_MESSAGE(compiled.exit == 0, header << ": " << compiled.err);
    };
    compiles("nianbao.h", {"cc", "-std=c99", "-Wstrict-prototypes"}, "a.c");
    compiles("nianbao.h", {"cc", "-std=c11", "-Wstrict-prototypes"}, "a.c");
    compiles("nianbao.h", {"c++", "-std=c++20"}, "a.cpp");
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(NIANBAO_SOURCE) / "include/nianbao")) {
        if (entry.path().extension() == ".hpp")
            compiles(entry.path().filename(), {"c++", "-std=c++20"}, "a.cpp");
    }
}

TEST_CASE("The ABI of the C functions is the recorded one, and a break is seen") {
    const Scratch scratch;
    const std::string script = std::string(NIANBAO_SOURCE) + "/package/abi.sh",
                      recorded = std::string(NIANBAO_SOURCE) + "/package/nianbao.abi";
    const auto difference = [&](const std::string& header) {
        write_file(scratch / "nianbao.h", header);
        const Run now = run({script, scratch / "nianbao.h"});
        REQUIRE_MESSAGE(now.exit == 0, now.err);
        write_file(scratch / "now.abi", now.out);
        return run({"abidiff", "--no-show-locs", recorded, scratch / "now.abi"});
    };
    const std::string header = source_file(c_header);
    const Run same = difference(header);
    CHECK_MESSAGE(same.exit == 0,
                  same.out);  // wanted? package/abi.sh >package/nianbao.abi

    const auto changed = [&](const std::string& from, const std::string& to) {
        const std::size_t at = header.find(from);
        REQUIRE(at != std::string::npos);
        return std::string(header).replace(at, from.size(), to);
    };
    const Run swapped =
        difference(changed("    int64_t force; ", "    int64_t inserted; int64_t force; "));
    CHECK(swapped.exit == 4);  // changed
    CHECK(swapped.out.find("nianbao_render_options") != std::string::npos);
    CHECK(difference(changed("NIANBAO_C_API void nianbao_answer_free(nianbao_answer* answer);",
                             ""))
              .exit == 12);  // changed, and incompatibly
    CHECK(difference(changed("nianbao_data_from_file(const char* path, int64_t path_length,",
                             "nianbao_data_from_file(const char* path, int32_t path_length,"))
              .exit == 4);
}
