// The programs of examples/ in other languages do what they say, and their PDFs are those
// of the command line.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string examples = std::string(NIANBAO_SOURCE) + "/examples/",
                  data = examples + "huaian-2024.json";
const std::string library =
    fs::path(NIANBAO_SHARED_LIBRARY).parent_path();  // libnianbao.so.0 is in it

/// Every example is given to it as the words that run it.
void tell_check_render_save(std::vector<std::string> program) {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder(), .environment = {"LD_LIBRARY_PATH=" + library}};
    const auto embed = [&](const std::string& from, const std::string& to) {
        std::vector<std::string> words = program;
        words.insert(words.end(), {from, to});
        return run(words, here);
    };
    const Run made = embed(data, "a.pdf");
    CHECK_MESSAGE(made.exit == 0, made.err);
    CHECK(nianbao_run({"render", data, "-o", "b.pdf"}, here).exit == 0);
    CHECK(read_file(scratch / "a.pdf") == read_file(scratch / "b.pdf"));

    std::string wrong = source_file("tests/cases/small.yaml");
    const std::string row = "received: [2, 0, 0, 0, 0, 0, 2]";
    write_file(scratch / "wrong.yaml",
               wrong.replace(wrong.find(row), row.size(), "received: [0, 0, 0, 0, 0, 0, 0]"));
    const Run refused = embed("wrong.yaml", "c.pdf");
    CHECK(refused.exit == 1);
    CHECK(refused.out.find("T3-01") != std::string::npos);
    CHECK(
        refused.out.find(
            "自然人：本年新收 0 加上年结转 0 等于 0，不等于办理结果总计 2 加结转下年度 0 等于 2 (相差 2)") !=
        std::string::npos);

    const Run failed = embed("absent.yaml", "c.pdf");
    CHECK(failed.exit == 3);
    CHECK(failed.err.find("不能读取 absent.yaml：没有这个文件") != std::string::npos);
    CHECK(!fs::exists(scratch / "c.pdf"));
}

/// 50 reports on 8 threads.
void render_many(std::vector<std::string> program) {
    const Scratch scratch;
    const std::string small = std::string(NIANBAO_SOURCE) + "/tests/cases/small.yaml";
    program.insert(program.end(), {small, ".", "50", "8"});
    const Run many =
        run(program, {.folder = scratch.folder(), .environment = {"LD_LIBRARY_PATH=" + library}});
    CHECK_MESSAGE(many.exit == 0, many.err);
    CHECK(nianbao_run({"render", small, "-o", scratch / "expected"}).exit == 0);
    const std::string expected = read_file(scratch / "expected");
    for (int report = 1; report <= 50; ++report)
        CHECK(read_file(scratch / (std::to_string(report) + ".pdf")) == expected);
}

/// Compiles an example as its first lines say, without a warning. Answers the program.
std::filesystem::path compiled(std::vector<std::string> compiler, const std::string& example,
                               const Scratch& scratch) {
    compiler.insert(compiler.end(),
                    {"-Wall", "-Wextra", "-Wpedantic", "-Werror", examples + example,
                     std::string("-I") + NIANBAO_SOURCE + "/include", "-L" + library, "-lnianbao",
                     "-o", scratch / "program"});
    const Run built = run(compiler);
    REQUIRE_MESSAGE(built.exit == 0, built.err);
    return scratch / "program";
}

/// A program that has its report from no file: its PDF is that of the data file which
/// says the same.
void make_of_database(const std::filesystem::path& program) {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder(), .environment = {"LD_LIBRARY_PATH=" + library}};
    const Run made = run({program, "a.pdf"}, here);
    CHECK_MESSAGE(made.exit == 0, made.err);
    CHECK(made.out == "");
    const std::string same = std::string(NIANBAO_SOURCE) + "/tests/files/database.yaml";
    CHECK(nianbao_run({"render", same, "-o", "b.pdf"}, here).exit == 0);
    CHECK(read_file(scratch / "a.pdf") == read_file(scratch / "b.pdf"));
    CHECK(run({program, "no/where.pdf"}, here).exit == 3);
    CHECK(run({program}, here).exit == 2);
}

}  // namespace

TEST_CASE("run.sh renders every example, without an error") {
    const std::string script = read_file(examples + "run.sh");
    const std::string begin = "build/release/nianbao render ", end = " -o examples/out/\n";
    const auto at = script.find("\n" + begin) + 1;
    REQUIRE((at > 0 && script.ends_with(end)));
    std::vector<std::string> words = {"render"};
    std::istringstream given(
        script.substr(at + begin.size(), script.size() - end.size() - at - begin.size()));
    for (std::string word; given >> word;) words.push_back(word);
    const Scratch scratch;
    words.insert(words.end(), {"-o", scratch / "out/"});
    CHECK(nianbao_run(words, {.folder = NIANBAO_SOURCE}).exit == 0);
    std::set<std::string> made, wanted;
    for (const fs::directory_entry& file : fs::directory_iterator(scratch / "out"))
        made.insert(file.path().filename());
    for (const fs::directory_entry& file : fs::directory_iterator(examples)) {
        fs::path name = file.path().filename();
        if (name.extension() == ".yaml" || name.extension() == ".json")
            wanted.insert(name.replace_extension(".pdf"));
    }
    CHECK(made == wanted);
}

TEST_CASE("embed.c, as C99 without a warning") {
    const Scratch scratch;
    tell_check_render_save({compiled({"cc", "-std=c99"}, "embed.c", scratch)});
}

TEST_CASE("embed.cpp") {
    const Scratch scratch;
    const std::filesystem::path program = compiled({"c++", "-std=c++20"}, "embed.cpp", scratch);
    tell_check_render_save({program});
    // A Failure that the library throws is caught by the program.
    const Run thrown =
        run({program, data, "no/where.pdf"},
            {.folder = scratch.folder(), .environment = {"LD_LIBRARY_PATH=" + library}});
    CHECK(thrown.exit == 3);
    CHECK(thrown.err == "不能写文件 no/where.pdf：文件夹不存在\n");
}

TEST_CASE("database.c, as C99 without a warning") {
    const Scratch scratch;
    make_of_database(compiled({"cc", "-std=c99"}, "database.c", scratch));
}

TEST_CASE("database.cpp") {
    const Scratch scratch;
    make_of_database(compiled({"c++", "-std=c++20"}, "database.cpp", scratch));
}

TEST_CASE("embed.py") {
    tell_check_render_save({"python3", examples + "embed.py"});
    render_many({"python3", examples + "embed.py"});
}

TEST_CASE("Embed.java") {
    const Scratch scratch;
    const std::string jna = "/usr/share/java/jna.jar";
    const Run built = run({"javac", "-Xlint:all", "-Werror", "-cp", jna, "-d", scratch.folder(),
                           examples + "Embed.java"});
    REQUIRE_MESSAGE(built.exit == 0, built.err);
    const std::vector<std::string> program = {"java", "-cp", jna + ":" + scratch.folder().native(),
                                              "Embed"};
    tell_check_render_save(program);
    render_many(program);
}

TEST_CASE("Embed.cs") {
    const Scratch scratch;
    const Run built = run(
        {"mcs", "-warnaserror", "-out:" + (scratch / "Embed.exe").native(), examples + "Embed.cs"});
    REQUIRE_MESSAGE(built.exit == 0, built.out << built.err);
    tell_check_render_save({"mono", scratch / "Embed.exe"});
}

TEST_CASE("Every function that an example declares is in the header, with as many arguments") {
    const std::string header = source_file("include/nianbao/nianbao.h");
    const auto arguments = [](const std::string& list) {
        return std::count(list.begin(), list.end(), ',') + (list.empty() ? 0 : 1);
    };
    const std::regex in_header("(nianbao_[a-z_]+)\\(([^)]*)\\);"),
        in_language(
            "(nianbao_[a-z_]+)\\(((?:\\[[^\\]]*\\] |[A-Z][A-Za-z]+ |byte\\[\\] |string |long |int |out )[^)]*)\\);");
    std::map<std::string, std::ptrdiff_t> known;
    for (std::sregex_iterator at(header.begin(), header.end(), in_header), end; at != end; ++at)
        known[(*at)[1]] = arguments((*at)[2]);
    for (const char* example : {"examples/Embed.java", "examples/Embed.cs"}) {
        std::string text = source_file(example);
        text = std::regex_replace(text, std::regex("\\[MarshalAs\\([^)]*\\)\\] "), "");
        int seen = 0;
        for (std::sregex_iterator at(text.begin(), text.end(), in_language), end; at != end;
             ++at, ++seen) {
            CHECK_MESSAGE(known.count((*at)[1]) == 1, (*at)[1].str());
            CHECK_MESSAGE(known[(*at)[1]] == arguments((*at)[2]), (*at)[1].str());
        }
        CHECK(seen == 13);
    }
}
