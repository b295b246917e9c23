// Reports as web pages: what an example gives, what is made by hand, and read back.
// To accept a change: NIANBAO_ACCEPT=1 build/release/tests/nianbao_tests
// --source-file='*/html/write.cpp', then read the diff.
#include "html/write.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/program_data.hpp"
#include "data/verify/printed.hpp"
#include "nianbao/check.hpp"
#include "nianbao/diff.hpp"
#include "nianbao/import.hpp"
#include "nianbao/read.hpp"
#include "nianbao/verify.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/generator.hpp"
#include "report/made_documents.hpp"
#include "report/names/kind_named.hpp"

using namespace nianbao;

namespace {

Report example(const std::string& name) {
    const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / "examples" / name);
    REQUIRE(reading.report);
    return *reading.report;
}

std::string body_of(std::vector<Block> blocks) {
    Document document;
    document.sections.push_back({{}, -1, std::move(blocks)});
    std::string page = write_html(document);
    page.erase(0, page.find("<main>\n") + 7);
    return page.substr(0, page.find("</main>"));
}

int count(std::string_view text, std::string_view part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// The values of an attribute, each blank-separated word.
std::vector<std::string> words_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> words;
    const std::string begins = " " + attribute + "=\"";
    for (std::size_t at = page.find(begins); at != page.npos; at = page.find(begins, at + 1)) {
        const std::size_t begin = at + begins.size(), end = page.find('"', begin);
        std::string word;
        for (const char c : page.substr(begin, end - begin) + " ") {
            if (c != ' ') word += c;
            else if (!word.empty()) words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// The report as a page shows it: references written out, no empty lines.
Report as_shown(Report report) {
    const Report whole = report;
    for (std::string* text :
         {&report.introduction, &report.overview, &report.disclosure.note,
          &report.applications.note, &report.disputes.note, &report.problems, &report.other}) {
        *text = data::printed_text(whole, *text).text;
        while (text->find("\n\n") != text->npos) text->erase(text->find("\n\n"), 1);
    }
    // Brackets are printed about remarks that have none.
    for (FilledForm* table : {&report.disclosure, &report.applications, &report.disputes}) {
        for (Cell& cell : table->cells) {
            if (cell.remark.starts_with("（") && cell.remark.ends_with("）"))
                cell.remark = cell.remark.substr(3, cell.remark.size() - 6);
        }
    }
    if (report.signature && report.signature->agency == report.agency)
        report.signature->agency.clear();
    report.kind = kind_named(report.agency).kind;
    report.contact.reset();
    report.processing_fees.reset();
    report.waive.clear();
    report.layout = {};
    report.site.reset();
    report.members.clear();
    return report;
}

/// Texts that are numbered wrong themselves look like a page that lost numbers.
bool numbered_wrong(const Report& report) {
    const std::vector<Finding> findings = check(report);
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.rule == "W-15"; });
}

Report read_back(const std::string& page, const Report& from) {
    const Imported file = import_report({.bytes = page, .name = "a.html"});
    const bool gaps = numbered_wrong(from);
    std::string told;
    for (const Finding& finding : file.findings) {
        const bool of_name = finding.rule == "D-48" && !kind_named(from.agency).sure;
        if (!of_name && (!gaps || finding.rule != "D-38")) told += message(finding) + "\n";
    }
    CHECK_MESSAGE(told == "", told);
    const Reading reading = read(file.text, "a.yaml", Format::yaml);
    REQUIRE_MESSAGE(reading.report, file.text);
    return *reading.report;
}

}  // namespace

TEST_CASE("An example as a page: as it was accepted, small, the same each time") {
    const Report report = example("jinxiang-veterans-2022.yaml");
    const std::string page = write_html(compose(report));
    const std::string golden = "tests/golden/jinxiang-veterans-2022.html";
    if (std::getenv("NIANBAO_ACCEPT"))
        write_file(std::filesystem::path(NIANBAO_SOURCE) / golden, page);
    CHECK(page == source_file(golden));
    const Report long_one = example("huaian-2024.json");
    const Document document = compose(long_one);
    const Stages stages{long_one, &document};
    for (const char* name : {"html", "fragment"}) {
        const std::string made = output_named(name)->write(stages);
        CHECK(made.size() <= 40'960);
        CHECK(made == output_named(name)->write(stages));
        // It asks nothing of anybody, and runs nothing.
        for (const char* word : {"<script", " src=", "url(", "@import", "<link", " on", "srcset"})
            CHECK_MESSAGE(made.find(word) == made.npos, word);
    }
}

TEST_CASE("Every cell of the three tables names its header cells") {
    const std::string page = write_html(compose(example("huaian-2024.json")));
    const std::vector<std::string> ids = words_of(page, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& header : words_of(page, "headers")) CHECK(known.contains(header));
    CHECK(count(page, "<caption>") == 3);
    CHECK(count(page, "<th ") == count(page, "<th scope="));
    std::size_t cells = 0;
    for (std::size_t at = page.find("<td"); at != page.npos; at = page.find("<td", at + 1)) {
        const std::string tag = page.substr(at, page.find('>', at) - at);
        if (tag.find("class=\"c\"") == tag.npos)
            CHECK_MESSAGE(tag.find("headers=") != tag.npos, tag);
        ++cells;
    }
    CHECK(cells > 150);
}

TEST_CASE("Headings, lists, run-in headings, links and notes are elements") {
    List list{ListLabels::dots, 1, {item(U"1.", U"甲"), item(U"2.", U"乙")}};
    list.items[0].below = {List{ListLabels::brackets, 1, {item(U"（1）", U"丙")}}};
    Paragraph run_in{plain(U"（一）题"), 2};
    run_in.content.texts[0].role = TextRole::heading;
    run_in.content.texts.push_back({U"。文", {}});
    CHECK(body_of({run_in, heading(3, 3, U"1.题"), heading(4, 5, U"深"), list, Paragraph{}}) ==
          "<p><strong>（一）题</strong>。文</p>\n<h2>1.题</h2>\n<h3>深</h3>\n<ul>\n<li>1.甲\n<ul>\n"
          "<li>（1）丙</li>\n</ul>\n</li>\n<li>2.乙</li>\n</ul>\n");
    Paragraph linked{plain(U"见")};
    linked.content.links = {"http://a.cn/?b=1&c=\"2\""};
    linked.content.texts.push_back({U"网", {}, TextRole::plain, false, 0});
    linked.content.texts.push_back({U"站", {}, TextRole::plain, false, 0, "en"});
    linked.content.texts.push_back({U"。", {}});
    CHECK(
        body_of({linked}) ==
        "<p>见<a href=\"http://a.cn/?b=1&amp;c=&quot;2&quot;\">网<span lang=\"en\">站</span></a>。</p>\n");
    Table noted = small_table();
    noted.notes = {plain(U"注：无。")};
    CHECK(
        body_of({noted}) ==
        "<div class=\"t\" role=\"region\" aria-label=\"表\" tabindex=\"0\">\n<table>\n"
        "<caption><span class=\"v\">表</span></caption>\n<thead>\n"
        "<tr><th scope=\"col\" id=\"a0\">项</th><th scope=\"col\" id=\"a1\">项</th></tr>\n</thead>\n"
        "<tbody>\n<tr><td headers=\"a0\">1</td><td headers=\"a1\">1</td></tr>\n</tbody>\n</table>\n"
        "</div>\n<p class=\"n\">注：无。</p>\n");
}

TEST_CASE("Levels of headings never skip, whatever the numbering and what runs in") {
    const auto levels = [](const std::string& page) {
        std::string all;
        for (std::size_t at = page.find("<h"); at != page.npos; at = page.find("<h", at + 1)) {
            if (page[at + 2] >= '1' && page[at + 2] <= '6') all += page[at + 2];
        }
        return all;
    };
    CHECK(levels(body_of({heading(2, 3, U"（一）题"), heading(3, 4, U"1.题"),
                          heading(4, 5, U"（1）题"), heading(3, 4, U"2.题"),
                          heading(2, 3, U"（二）题"), heading(4, 5, U"（1）题")})) == "234323");
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        Generating wanted;
        wanted.characters = Characters::any;
        for (const bool whole : {true, false}) {
            const std::string page =
                write_html(compose(generated_report(number, wanted)), {.whole = whole});
            char before = '1';
            for (const char level : levels(page)) {
                CHECK(level <= before + 1);
                before = level;
            }
        }
    }
}

TEST_CASE("A part of a page has no title, no class, and looks right by itself") {
    Document document = document_of({Paragraph{plain(U"文")}, small_table()});
    document.signature = SignatureLines{plain(U"某局"), plain(U"2025年1月8日")};
    const std::string part = write_html(document, {.whole = false});
    // No div about the table and no caption in it: editors of portals spoil both.
    CHECK(part.starts_with(
        "<h2>一、节</h2>\n<p style=\"text-indent:2em;overflow-wrap:anywhere\">文</p>\n"
        "<table style=\"display:block;overflow-x:auto;border-collapse:collapse\" tabindex=\"0\" "
        "aria-label=\"表\">\n<thead>\n<tr><th scope=\"col\""));
    CHECK(part.find("<caption") == part.npos);
    CHECK(part.ends_with("<p style=\"text-align:right\">2025年1月8日</p>\n"));
    for (const char* word : {"class", "<style", "<h1", "<html", "<!--"})
        CHECK_MESSAGE(part.find(word) == part.npos, word);
    // A long word of a list does not push the page aside on a phone.
    const std::string lists = write_html(compose(example("hard-zh.yaml")), {.whole = false});
    CHECK(lists.find("<ul style=\"list-style:none;margin:0;padding:0;"
                     "overflow-wrap:anywhere\">") != lists.npos);
}

TEST_CASE("Texts never become markup, and links lead to no program") {
    const std::u32string hostile = U"</p><script>alert(\"1\")</script>&lt;'\u0007-->";
    Document document = document_of({Paragraph{plain(hostile)}});
    document.title = plain(hostile);
    document.metadata.title = document.metadata.author = document.metadata.language =
        "\"><script>x</script>";
    for (const bool whole : {true, false}) {
        const std::string page = write_html(document, {.whole = whole});
        CHECK(page.find("<script") == page.npos);
        CHECK(page.find("\a") == page.npos);
        CHECK(page.find(
                  "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;lt;'--&gt;") !=
              page.npos);
    }
    for (const char* uri : {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//a.cn"}) {
        Paragraph linked{plain(U"见")};
        linked.content.links = {uri};
        linked.content.texts[0].link = 0;
        CHECK(body_of({linked}) == "<p>见</p>\n");
    }
    Document broken = document_of({small_table()});
    std::get<Table>(broken.sections[0].blocks[0]).cells.pop_back();
    CHECK_THROWS_AS(static_cast<void>(write_html(broken)), const std::invalid_argument&);
}

TEST_CASE("The day of publication is the data's, never that of the signature") {
    Report report = example("jinxiang-veterans-2022.yaml");
    report.signature = Signature{{}, {2023, 1, 8}};
    report.published.reset();
    const Document document = compose(report);
    const Stages stages{report, &document};
    CHECK(output_named("html")->write(stages).find("PubDate") == std::string::npos);
    report.published = Date{2023, 1, 20};
    CHECK(output_named("html")->write(stages).find(
              "<meta name=\"PubDate\" content=\"2023-01-20\">\n") != std::string::npos);
}

TEST_CASE("Code points that are no characters are left out, those beside them stay") {
    const Paragraph paragraph{
        plain(U"\uFDCF\uFDD0\uFDEF\uFDF0\U0001FFFD\U0001FFFE\U0001FFFF\U00020000")};
    CHECK(body_of({paragraph}).find("<p>\uFDCF\uFDF0\U0001FFFD\U00020000</p>") !=
          std::string::npos);
}

TEST_CASE("The tags of a government's website are the data's, in their order") {
    Report report = example("jinxiang-veterans-2022.yaml");
    const Document document = compose(report);
    const Stages stages{report, &document};
    const std::string without = output_named("html")->write(stages);
    for (const char* tag : {"SiteName", "SiteDomain", "SiteIDCode", "ColumnName"})
        CHECK(without.find(tag) == without.npos);
    report.site = Site{"金乡县<人民政府>", "www.example.gov.cn", "3708280001", ""};
    const std::string page = output_named("html")->write(stages);
    CHECK(page.find("<meta name=\"SiteName\" content=\"金乡县&lt;人民政府&gt;\">\n"
                    "<meta name=\"SiteDomain\" content=\"www.example.gov.cn\">\n"
                    "<meta name=\"SiteIDCode\" content=\"3708280001\">\n"
                    "<meta name=\"ArticleTitle\"") != page.npos);
    CHECK(output_named("fragment")->write(stages).find("SiteName") == std::string::npos);
}

TEST_CASE("Generated reports are read back from their pages, and verified, without a difference") {
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        Report report = generated_report(number, {.extent = Extent::usual});
        report.title.clear();
        const Document document = compose(report);
        const Stages stages{report, &document};
        const std::string page = output_named("html")->write(stages);
        // A blank typed between a Han character and a digit is a matter of layout.
        const Difference difference = diff(as_shown(report), read_back(page, report));
        CHECK_MESSAGE(difference.none(), diff_text(difference));
        if (number % 10 != 0) continue;
        const Reading data = read(write(report, Format::yaml), "data.yaml", Format::yaml);
        for (const char* name : {"html", "fragment"}) {
            const Verified verified =
                verify({.bytes = output_named(name)->write(stages), .name = "a.html"}, data);
            std::string told;
            for (const Finding& finding : verified.findings) told += message(finding) + "\n";
            CHECK_MESSAGE(told == "", told);
        }
    }
}

TEST_CASE("A page is known as long as nobody changed it, and then replaced") {
    const std::string page = write_html(document_of({}));
    CHECK(is_page_as_made(page));
    CHECK(is_output(page));
    CHECK_FALSE(is_page_as_made(page + "\n"));
    CHECK_FALSE(is_page_as_made("x" + page));
    CHECK_FALSE(is_page_as_made(""));

    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", source_file("tests/files/model.yaml"));
    const auto rendered = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"render", "a.yaml", "-q"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, here).exit;
    };
    CHECK(rendered({"-o", "a.html"}) == 0);
    CHECK(rendered({"-o", "a.html", "--attach-data"}) == 0);
    const std::string carrying = read_file(scratch / "a.html");
    CHECK(carrying.find("<a download=\"data.yaml\" href=\"data:application/yaml;base64,") !=
          carrying.npos);
    write_file(scratch / "a.html", carrying + "\n");
    CHECK(rendered({"-o", "a.html"}) == 1);
    CHECK(rendered({"-o", "a.html", "--force"}) == 0);
    CHECK(rendered({"--fragment"}) == 0);
    CHECK(scratch.names() == "a.fragment.html a.html a.yaml");
    CHECK(nianbao_run({"verify", "a.html", "--data", "a.yaml"}, here).exit == 0);
}

TEST_CASE("A page leads to the PDF that is made beside it, and reads back without it") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a 局.yaml", source_file("tests/files/model.yaml"));
    CHECK(nianbao_run({"render", "a 局.yaml", "--to", "html,pdf,fragment", "-q"}, here).exit == 0);
    const std::string page = read_file(scratch / "a 局.html");
    CHECK(page.find("</main>\n<footer>\n<p class=\"n\"><a href=\"a%20%E5%B1%80.pdf\">下载 PDF 文件"
                    "</a></p>\n</footer>\n</body>\n") != page.npos);
    CHECK(read_file(scratch / "a 局.fragment.html").find("PDF") == std::string::npos);
    // The link is no text of the report, but an attachment.
    const Run verified = nianbao_run({"verify", "a 局.html", "--data", "a 局.yaml"}, here);
    CHECK_MESSAGE(verified.exit == 0, verified.err);
    const Run read = nianbao_run({"import", "a 局.html", "-o", "b.yaml"}, here);
    CHECK_MESSAGE(read.err.find("下载") == std::string::npos, read.err);
    CHECK(nianbao_run({"render", "a 局.yaml", "--to", "html", "-q"}, here).exit == 0);
    CHECK(read_file(scratch / "a 局.html").find("<footer>") == std::string::npos);
}
