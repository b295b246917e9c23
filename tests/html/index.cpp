// The page of a folder that leads to its pages.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "html/write.hpp"
#include "program.hpp"

using namespace nianbao;

TEST_CASE("A folder of pages gets one that leads to them, of offices and years alone") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    std::filesystem::create_directories(scratch / "数据/镇");
    write_file(scratch / "数据/b.yaml", source_file("tests/files/model.yaml"));
    write_file(scratch / "数据/镇/a.yaml", source_file("tests/files/model-2022.yaml"));
    const auto rendered = [&](std::vector<std::string> more, const std::string& to = "网站") {
        std::vector<std::string> words = {"render", "数据", "-o", to, "--no-check"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, here);
    };
    const Run run = rendered({"--to", "html,pdf"});
    CHECK(run.exit == 0);
    CHECK_MESSAGE(run.err.find("目录页 网站/index.html\n") != std::string::npos, run.err);
    const std::string index = read_file(scratch / "网站/index.html");
    CHECK(is_page_as_made(index));
    CHECK_MESSAGE(
        index.find(
            "<h1>政府信息公开工作年度报告</h1>\n"
            "<h2>2023年度</h2>\n<ul>\n"
            "<li><a href=\"b.html\">云溪县农业农村局</a>　<a href=\"b.pdf\">PDF<span "
            "class=\"v\">：云溪县农业农村局</span></a></li>\n</ul>\n"
            "<h2>2022年度</h2>\n<ul>\n"
            "<li><a href=\"%E9%95%87/a.html\">云溪县农业农村局</a>　<a href=\"%E9%95%87/a.pdf\""
            ">PDF<span class=\"v\">：云溪县农业农村局</span></a></li>\n</ul>\n"
            "</main>\n") != index.npos,
        index);
    // It is made anew, and a page that somebody wrote is left.
    CHECK(rendered({"--to", "html"}).exit == 0);
    CHECK(read_file(scratch / "网站/index.html").find("b.pdf") == std::string::npos);
    write_file(scratch / "网站/index.html", "<p>本站公告</p>");
    const Run refused = rendered({"--to", "html"});
    CHECK(refused.exit == 1);
    CHECK_MESSAGE(refused.err.find("O-01") != std::string::npos, refused.err);
    CHECK(read_file(scratch / "网站/index.html") == "<p>本站公告</p>");
    CHECK(rendered({"--to", "html", "--force"}).exit == 0);
    // Without pages there is none, nor of one shard, nor over a report's own page.
    CHECK(nianbao_run({"render", "数据", "-o", "文", "--to", "text", "--no-check"}, here).exit ==
          0);
    CHECK_FALSE(std::filesystem::exists(scratch / "文/index.html"));
    for (const char* more : {"数据/c.yaml", "数据/d.yaml"})
        write_file(scratch / more, source_file("tests/files/model.yaml"));
    CHECK(rendered({"--to", "html", "--shard", "1/2"}, "片").exit == 0);
    CHECK_FALSE(std::filesystem::exists(scratch / "片/index.html"));
    write_file(scratch / "数据/index.yaml", source_file("tests/files/model.yaml"));
    const Run taken = rendered({"--to", "html"}, "三");
    CHECK(taken.exit == 0);
    CHECK_MESSAGE(
        taken.err.find("没有目录页：三/index.html 是一份报告的网页\n") != std::string::npos,
        taken.err);
}
