// check --publish: files and folders of them, exit codes, JSON.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program_data.hpp"
#include "office/made_word.hpp"
#include "program.hpp"

namespace {

/// A folder that is to be published: one file is clean, one is not, one is a picture.
class Folder {
public:
    Folder() {
        std::filesystem::create_directories(scratch / "in/乡镇");
        write_file(scratch / "in/a.docx", made::word_file(made::word_paragraph("甲")));
        write_file(scratch / "in/乡镇/b.html", "<p>甲</p>\n<p hidden>张某的申请</p>");
        write_file(scratch / "in/c.png", "\x89PNG\r\n\x1A\n");
        write_file(scratch / "in/.d.html", "<p hidden>甲</p>");
        // What a drop on the program told: that is nothing to publish or to look at.
        write_file(scratch / "in/核对结果.txt", "\xEF\xBB\xBFnianbao 的核对结果\r\n\r\n");
    }
    Run run(std::vector<std::string> words) const {
        return nianbao_run(std::move(words), {.folder = scratch.folder()});
    }
    const Scratch scratch;
};

}  // namespace

TEST_CASE("check --publish tells of each file of a folder what must not go out") {
    const Folder folder;
    const Run all = folder.run({"check", "--publish", "in"});
    CHECK(all.exit == 1);
    CHECK(all.out ==
          "in/c.png: 警告 G-07: 这是图片或者扫描件，没有看\n"
          "   提示: 要公布的，另存为 .docx、.xlsx、.pdf 或 .html 再看；图片和扫描件要人看\n"
          "in/乡镇/b.html:2:11: 错误 G-03: 这里有看不见的文字“张某的申请”\n"
          "    2 | <p hidden>张某的申请</p>\n"
          "      |           ^^\n"
          "   提示: 是页面的一部分的，不必改；不该公布的，在“源代码”里删去\n");
    CHECK(all.err ==
          "in/a.docx：没有发现不该公布的\n"
          "共 2 份：可以公布 1 份（其中 0 份有问题提示），不能公布 1 份，机器出错 0 份；另有 1 "
          "个文件没有看\n");
    const Run flat = folder.run({"check", "--publish", "--flat", "in"});
    CHECK(flat.exit == 0);
    CHECK(flat.err ==
          "in/a.docx：没有发现不该公布的\n"
          "共 1 份：可以公布 1 份（其中 0 份有问题提示），不能公布 0 份，机器出错 0 份；另有 1 "
          "个文件没有看\n");
    CHECK(folder.run({"check", "--publish", "--flat", "--strict", "in"}).exit == 1);
}

TEST_CASE("check --publish: exit codes, usage, and what programs read") {
    const Folder folder;
    CHECK(folder.run({"check", "--publish", "in/a.docx"}).exit == 0);
    CHECK(folder.run({"check", "--publish", "in/c.png"}).exit == 1);
    const Run none = folder.run({"check", "--publish", "in/none.docx"});
    CHECK(none.exit == 3);
    CHECK(none.err.find("不能读取 in/none.docx：没有这个文件") != none.err.npos);
    const Run json = folder.run({"check", "--publish", "--format", "json", "in/乡镇/b.html"});
    CHECK(json.exit == 1);
    for (const char* member :
         {R"("status": "refused")", R"("rule": "G-03")", R"("line": 2, "column": 11)"})
        CHECK_MESSAGE(json.out.find(member) != json.out.npos, json.out);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--evidence"},
                                                  {"--disable", "W"},
                                                  {"--previous", "in"},
                                                  {"--mark", "-o", "x.xlsx"},
                                                  {"--names", "in"},
                                                  {"--deadline", "2024-01-31"}}) {
        std::vector<std::string> call{"check", "--publish", "in/a.docx"};
        call.insert(call.end(), words.begin(), words.end());
        const Run wrong = folder.run(call);
        CHECK(wrong.exit == 2);
        CHECK(
            wrong.err.find("--publish 只看文件里藏着什么，不查年报，不能与查年报的选项同时使用") !=
            wrong.err.npos);
    }
    std::filesystem::create_directories(folder.scratch / "empty");
    CHECK(folder.run({"check", "--publish", "empty"}).err.find("文件夹 empty 里没有文件") !=
          std::string::npos);
    CHECK(folder.run({"check", "--publish"}).err.find("没有写要公布的文件") != std::string::npos);
}
