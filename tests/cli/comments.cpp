// render --comments and --with: which files are written, what is refused.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program_data.hpp"
#include "program.hpp"

namespace {

class Office {
public:
    Office() {
        std::string data = source_file("tests/files/model.yaml");
        write_file(scratch / "a.yaml", data);
        const std::string_view right = "申请12件，上年", wrong = "申请13件，上年";
        data.replace(data.find(right), right.size(), wrong);
        write_file(scratch / "wrong.yaml", data);
    }
    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    bool has(const char* file) const { return std::filesystem::exists(scratch / file); }
    const Scratch scratch;
};

}  // namespace

TEST_CASE("render --comments writes what was found into the Word file; errors need --force") {
    const Office office;
    CHECK(office.run({"render", "wrong.yaml", "--comments", "-o", "b.docx"}).exit == 1);
    CHECK(!office.has("b.docx"));
    CHECK(office.run({"render", "wrong.yaml", "--comments", "--force", "-o", "b.docx"}).exit == 1);
    const Run told = office.run({"check", "--publish", "b.docx"});
    CHECK(told.exit == 1);
    CHECK(told.out.find("b.docx：第10段: 错误 G-02: 这里有批注“错误 P-01：“新收政府信息公开申请") !=
          told.out.npos);
    CHECK(office.run({"render", "wrong.yaml", "--comments=list", "--force", "-o", "c.docx"}).exit ==
          1);
    CHECK(
        office.run({"check", "--publish", "c.docx"}).out.find("G-09: 这里起是检查意见，不是报告") !=
        std::string::npos);
    // A rule that is left out is not told.
    CHECK(office.run({"render", "wrong.yaml", "--comments", "--disable", "P-01", "-o", "d.docx"})
              .exit == 0);
    CHECK(office.run({"check", "--publish", "d.docx"}).exit == 0);
}

TEST_CASE("render --with writes the sheet for signatures beside the report") {
    const Office office;
    const Run run = office.run({"render", "a.yaml", "-o", "年报.docx", "--with", "审签单"});
    CHECK(run.exit == 0);
    CHECK(run.err == "已生成 年报.docx\n已生成 年报.审签单.docx\n");
    CHECK(office.run({"render", "a.yaml", "--to", "docx,text", "-o", "out/", "--with", "signing"})
              .exit == 0);
    CHECK(office.has("out/a.docx"));
    CHECK(office.has("out/a.审签单.docx"));
    CHECK(office.run({"render", "a.yaml", "--to", "docx", "--with", "审签单"}).exit == 0);
    CHECK(office.has("a.审签单.docx"));
    // It stands beside data files and is passed over.
    CHECK(office.run({"check", "--no-fonts", "."}).err.find("审签单") == std::string::npos);
    CHECK(office.run({"render", "a.yaml", "--to", "signing", "-o", "x.审签单.docx"}).exit == 0);
    CHECK(office.has("x.审签单.docx"));
}

TEST_CASE("The page that leads to all pages leads to no sheet, and to no comments") {
    const Office office;
    std::filesystem::create_directories(office.scratch / "in");
    for (const char* name : {"in/a.yaml", "in/b.yaml"})
        write_file(office.scratch / name, source_file("tests/files/model.yaml"));
    const std::vector<std::string> plain{"render", "in",     "--to", "html,docx",
                                         "--with", "审签单", "-o",   "out/"};
    CHECK(office.run(plain).exit == 0);
    CHECK(office.has("out/a.审签单.docx"));
    const std::string index = read_file(office.scratch / "out/index.html");
    CHECK(index.find("a.docx") != index.npos);
    CHECK(index.find("审签单") == index.npos);
    std::vector<std::string> commented = plain;
    commented.back() = "other/";
    commented.emplace_back("--comments");
    CHECK(office.run(commented).exit == 0);
    CHECK(read_file(office.scratch / "other/index.html").find("a.docx") == std::string::npos);
}

TEST_CASE("What cannot be carried out is refused") {
    const Office office;
    for (const auto& [words, says] :
         {std::pair<std::vector<std::string>, std::string>{
              {"--comments", "-o", "a.html"},
              "--comments 只用于 Word 文件：请写 --to docx，或者 -o 文件.docx"},
          {{"--comments", "--no-check", "-o", "a.docx"},
           "--comments 要检查，不能与 --no-check 同时使用"},
          {{"--comments=all", "-o", "a.docx"}, "--comments"},
          {{"--with", "封面", "-o", "a.docx"}, "--with"},
          {{"--with", "审签单", "--to", "text", "-o", "-"},
           "--with 写的是文件，不能与 -o - 同时使用"}}) {
        std::vector<std::string> call{"render", "a.yaml"};
        call.insert(call.end(), words.begin(), words.end());
        const Run run = office.run(call);
        CHECK(run.exit == 2);
        CHECK_MESSAGE(run.err.find(says) != run.err.npos, run.err);
    }
}
