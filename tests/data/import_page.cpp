// Published pages become data files.
#include "nianbao/import.hpp"

#include "cli/program_data.hpp"
#include "data/imported.hpp"
#include "office/made_page.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "report/printed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace nianbao;
using namespace data_files;
using imported_files::told;

namespace {

Report model() { return as_printed(imported_files::model()); }

Imported imported(const std::string& bytes, const Known& known = {},
                  std::string name = "年报.html") {
    return import_report({.bytes = bytes, .name = std::move(name)}, known);
}

/// A page has no empty paragraphs.
Report without_empty_lines(Report report) {
    for (std::string* text :
         {&report.introduction, &report.overview, &report.disclosure.note,
          &report.applications.note, &report.disputes.note, &report.problems, &report.other}) {
        while (text->find("\n\n") != text->npos) text->erase(text->find("\n\n"), 1);
    }
    return report;
}

std::string titled(const Report& report) {
    return fmt::format("<h1>{}{}年政府信息公开工作年度报告</h1>", report.agency, report.year);
}

std::string page_with(std::string_view what, std::string_view by) {
    std::string page = titled(model()) + made::page_article(model());
    const std::size_t at = page.find(what);
    REQUIRE(at != page.npos);
    return page.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("An article that was pasted into a page is read as it stands") {
    const Report report = model();
    const Imported file = imported(titled(report) + made::page_article(report));
    CHECK(told(file) == "");
    CHECK(file.whole);
    CHECK(file.text == write(report, Format::yaml, Keys::chinese));
}

TEST_CASE("What a portal puts about an article is no part of it") {
    Report report = model();
    const Imported file = imported(made::portal_page(report));
    CHECK(told(file) == "");
    CHECK(file.whole);
    report.published = Date{2024, 1, 20};
    CHECK(file.text == write(report, Format::yaml, Keys::chinese));
}

TEST_CASE("A blank cell is no 0, and a mark stays as it is written") {
    CHECK(told(imported(page_with(">320<", ">/<"))) ==
          "年报.html：表一第7行第2列: 错误 D-11: 行政许可：“/”不是 0\n");
    CHECK(told(imported(page_with(">320<", ">&nbsp;<"))) ==
          "年报.html：表一第7行第2列: 错误 D-11: 行政许可是空白，空白不是 0\n");
    CHECK(told(imported(page_with(">320<", ">0<"))) == "");
}

TEST_CASE("A page's office has the kind that its name says, and a doubt is told") {
    const auto of = [](const std::string& agency) {
        Report report = model();
        report.agency = agency;
        report.signature->agency.clear();
        return imported(titled(report) + made::page_article(report));
    };
    for (const auto& [agency, kind] :
         {std::pair{"云溪县农业农村局", "部门"}, std::pair{"云溪县人民政府", "政府汇总"},
          std::pair{"清河镇人民政府", "乡镇街道"}, std::pair{"城东街道办事处", "乡镇街道"},
          std::pair{"云溪县人民政府办公室", "政府办公室"}}) {
        const std::string name = agency;
        CAPTURE(name);
        const Imported file = of(name);
        CHECK(file.agency == name);
        CHECK(file.text.find(fmt::format("\n类别: {}\n", kind)) != std::string::npos);
        CHECK(told(file) == "");
    }
    const Imported doubtful = of("云溪经济开发区管理委员会");
    CHECK(doubtful.text.find("\n类别: 部门\n") != std::string::npos);
    CHECK(told(doubtful) ==
          "年报.html：第1段: 警告 D-48: 从“云溪经济开发区管理委员会”看不准类别，按部门读了\n");
}

TEST_CASE("Who publishes a page is its office, if its title names none") {
    const std::string article = made::page_article(model());
    const std::string unsigned_article =
        article.substr(0, article.rfind("<p>", article.rfind("<p>") - 1));
    const std::string title = "<h1>2023年政府信息公开工作年度报告</h1>";
    const Imported shown =
        imported(title + "<div>来源：云溪县司法局</div><div>" + unsigned_article + "</div>");
    CHECK(shown.agency == "云溪县司法局");
    CHECK(
        told(shown) ==
        "年报.html：第2段第4字: 警告 D-41: 标题没有写机关，按网页所写的发布机构读作“云溪县司法局”\n");
    const Imported meta =
        imported("<meta name=ContentSource content=云溪县司法局>" + title + unsigned_article);
    CHECK(meta.agency == "云溪县司法局");
    CHECK(told(meta) ==
          "年报.html: 警告 D-41: 标题没有写机关，按网页所写的发布机构读作“云溪县司法局”\n");
    CHECK(imported(title + article).agency == model().agency);
    CHECK(told(imported(title + unsigned_article, {"云溪县司法局", 0})) == "");
    CHECK(told(imported(title + "<div>来源：云溪县司法局</div><div>" + unsigned_article + "</div>",
                        {"云溪县财政局", 0})) == "");
}

TEST_CASE("A page may call itself by its name alone") {
    const std::string article = "<div>" + made::page_article(model()) + "</div>";
    for (
        const std::string_view head :
        {"<title>云溪县农业农村局2023年政府信息公开工作年度报告-云溪县人民政府</title>",
         "<meta name=ArticleTitle content=云溪县农业农村局2023年政府信息公开工作年度报告>",
         "<h3>云溪县农业农村局2023年政府信息公开工作年度报告</h3><p>政府信息公开年度报告目录</p>"}) {
        CAPTURE(head);
        const Imported file = imported(std::string(head) + article);
        CHECK(told(file) == "");
        CHECK(file.agency == "云溪县农业农村局");
        CHECK(file.text.find("标题:") == std::string::npos);
        CHECK(file.year == 2023);
    }
}

TEST_CASE("An index table beside the article is the portal's") {
    const Imported file =
        imported(titled(model()) + "<table><tr><td>索引号<td>1<td>发布日期<td>2024-01-20</table>" +
                 made::page_article(model()));
    CHECK(told(file) == "");
    CHECK(file.text.find("发布日期: 2024-01-20\n") != std::string::npos);
}

TEST_CASE("Cells that are joined where the form has two are told at their place") {
    std::string page = titled(model()) +
                       "<table><tr><td>索引号<td>1<td>发布日期<td>2024-01-20</table>" +
                       made::page_article(model());
    const std::string two =
        "<td rowspan=\"1\" colspan=\"1\">2</td><td rowspan=\"1\" colspan=\"1\">1</td>";
    const std::size_t at = page.find(two);
    REQUIRE(at != page.npos);
    page.replace(at, two.size(), "<td colspan=2>2</td>");
    CHECK(
        told(imported(page)) ==
        "年报.html：表二第4行第3列: 错误 D-32: 与 第4行第2列 合并成了一格，不知道各是多少：第4行第3列\n");
}

TEST_CASE("A caption names a table and begins no section") {
    CHECK(told(imported(page_with("<table>\n<tr><td rowspan=\"1\" colspan=\"4\">第二十条",
                                  "<table><caption>主动公开政府信息情况</caption>\n<tr>"
                                  "<td rowspan=\"1\" colspan=\"4\">第二十条"))) == "");
}

TEST_CASE("A caption that an editor made a line of its own begins no section either") {
    const std::string page = titled(model()) + made::page_article(model());
    for (const std::string name : {"主动公开政府信息情况", "收到和处理政府信息公开申请情况",
                                   "政府信息公开行政复议、行政诉讼情况"}) {
        CAPTURE(name);
        std::string with = page;
        const std::size_t table = with.find("<table", with.find("、" + name + "<"));
        REQUIRE(table != with.npos);
        const Imported file = imported(with.insert(table, "<p></p><div>" + name + "</div>"));
        CHECK(told(file) == "");
        CHECK(file.text == imported(page).text);
    }
}

TEST_CASE("A list of the sections beside an article is none") {
    std::string text, list;
    for (const std::string_view heading : section_headings) {
        text += made::page_paragraph(heading) + "<p>这一部分的文字。</p>";
        list += made::page_paragraph(heading);
    }
    for (const std::string& page : {"<div>" + text + "</div><div>" + list + "</div>",
                                    "<div>" + list + "</div><div>" + text + "</div>"}) {
        const Imported file = imported(titled(model()) + page);
        CHECK(file.text.find("其他需要报告的事项: |\n  这一部分的文字。\n") != std::string::npos);
    }
}

TEST_CASE("The date of a signature may stand behind the box of the article") {
    const std::string article = made::page_article(model());
    const std::size_t at = article.rfind("<p>", article.rfind("<p>") - 1);
    const Imported file = imported(titled(model()) + "<div><div>" + article.substr(0, at) +
                                   "</div>" + article.substr(at) + "<p>上一篇：无</p></div>");
    CHECK(told(file) == "");
    CHECK(file.text == write(model(), Format::yaml, Keys::chinese));
}

TEST_CASE("What is in an article and was not read is told") {
    CHECK(told(imported(page_with("<p>一、", "<p><img src=a.png></p><p>一、"))) ==
          "年报.html：第5段: 警告 D-39: 有 1 张图片，里面的文字没有读\n");
    CHECK(told(imported(page_with("<p>一、", "<p>\xFF</p><p>一、")))
              .find("年报.html: 警告 D-39: 有 1 个字节不是文字") == 0);
    CHECK(told(imported(page_with("<p>二、主动", "<p>主动"))).find("D-38") != std::string::npos);
    const Imported letter = imported("<p>关于开会的通知");
    CHECK(letter.text == "");
    CHECK(told(letter) == "年报.html: 错误 D-20: 这份网页里没有年报的标题和表，不是年报\n");
    const Imported archive = imported("MIME-Version: 1.0\nContent-Type: text/css\n\n", {}, "a.mht");
    CHECK(told(archive) == "a.mht: 错误 D-26: 存档里没有网页\n");
}

TEST_CASE("A number that a page lost is told at its heading, else at the line behind it") {
    const auto told_of = [](std::string_view what, std::string_view by) {
        return told(imported(page_with(what, by)));
    };
    CHECK(told_of("<p>（一）", "<p>") ==
          "年报.html：第7段: 警告 D-38: “主动公开情况”像是标题，前面没有编号，按正文读了\n");
    CHECK(told_of("<p>（三）", "<p>") ==
          "年报.html：第11段: 警告 D-38: “政府信息管理情况”像是标题，前面没有编号，按正文读了\n");
    CHECK(told_of("<p>（五）", "<p>") ==
          "年报.html：第15段: 警告 D-38: “监督保障情况”像是标题，前面没有编号，按正文读了\n");
    const auto told_of_lines = [&](const std::string& lines) {
        return told_of("<p>五、", lines + "<p>五、");
    };
    CHECK(told_of_lines("<p>注：1.甲。<p>2.乙。<p>3.丙。") == "");
    CHECK(told_of_lines("<p>1.甲。<p>2.乙。<p>4.丁。")
              .find("D-38: “4.丁。”接在“2.”之后，中间的编号可能丢了") != std::string::npos);
    // The last number of a list leaves nothing behind it to tell by.
    CHECK(told_of_lines("<p>1.甲。<p>2.乙。<p>丙。") == "");
    CHECK(told_of_lines("<p>甲。<p>2.乙。<p>3.丙。").find("D-38: “2.乙。”是这里的第一个编号") !=
          std::string::npos);
    CHECK(told_of_lines("<p>1.甲。<p>乙。<p>（3）丙。").find("D-38: “（3）丙。”是这里的第一个") !=
          std::string::npos);
    // A series of its own begins below every heading, and one may begin again.
    CHECK(told_of_lines("<p>（一）甲<p>1.子。<p>2.丑。<p>（二）乙<p>1.寅。<p>1.卯。<p>2.辰。") ==
          "");
    CHECK(told_of_lines("<p>（一）甲<p>1.子。<p>（二）乙<p>2.寅。").find("“2.寅。”是这里的") !=
          std::string::npos);
    CHECK(told_of_lines("<p>2023年1月<p>2.5万元。") == "");
}

TEST_CASE("Generated reports that were made pages are read back") {
    int whole = 0;
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        Report report = as_printed(generated_report(number, {.extent = Extent::usual}));
        report.title.clear();
        const Imported file = imported(made::portal_page(report));
        const Reading again = read(file.text, "a.yaml", Format::yaml);
        if (!again.report) {
            MESSAGE(told(file));
            continue;
        }
        report.published = Date{2024, 1, 20};
        CHECK(without_empty_lines(*again.report) == without_empty_lines(report));
        ++whole;
    }
    CHECK(whole == 60);
}

TEST_CASE("nianbao import reads a page") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "年报.html", titled(model()) + made::page_article(model()));
    const Run run = nianbao_run({"import", "年报.html", "-o", "年报.yaml"}, here);
    CHECK(run.err == "已写好 年报.yaml\n");
    CHECK(run.exit == 0);
    CHECK(nianbao_run({"check", "年报.yaml", "-q"}, here).exit == 0);
}
