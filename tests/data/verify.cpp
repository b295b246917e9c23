// What was published is held against its data: every difference, and nothing else.
#include "nianbao/verify.hpp"

#include "cli/program_data.hpp"
#include "data/verify/printed.hpp"
#include "data_files.hpp"
#include "nianbao/write.hpp"
#include "office/made_page.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "report/generator.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

using namespace nianbao;
using namespace data_files;

namespace {

Report model() {
    Report report =
        data_files::report(read(source_file("tests/files/model.yaml"), "data.yaml", Format::yaml));
    report.published.reset();
    return report;
}

Reading reading_of(const Report& report) {
    return read(write(report, Format::yaml), "data.yaml", Format::yaml);
}

Verified verified(const std::string& page, const Report& report) {
    return verify({.bytes = page, .name = "页面.html"}, reading_of(report));
}

std::string told(const Verified& file) {
    std::string all;
    for (const Finding& finding : file.findings) all += message(finding) + "\n";
    return all;
}

/// The report with its references written out, as a page shows it.
Report printed(Report report) {
    const Report whole = report;
    for (std::string* text :
         {&report.introduction, &report.overview, &report.disclosure.note,
          &report.applications.note, &report.disputes.note, &report.problems, &report.other})
        *text = data::printed_text(whole, *text).text;
    return report;
}

std::string titled(const Report& report) {
    return fmt::format("<h1>{}{}年政府信息公开工作年度报告</h1>", report.agency, report.year);
}

/// The model's page in which some words are others.
std::string told_with(const std::string& what, const std::string& by) {
    std::string page = titled(model()) + made::page_article(model());
    const std::size_t at = page.find(what);
    REQUIRE_MESSAGE(at != page.npos, what);
    return told(verified(page.replace(at, what.size(), by), model()));
}

}  // namespace

TEST_CASE("A page that says what its data say has no difference") {
    CHECK(told(verified(titled(model()) + made::page_article(model()), model())) == "");
    // A fragment has no title.
    CHECK(told(verified(made::page_article(model()), model())) == "");
    const Verified portal = verified(made::portal_page(model()), model());
    CHECK(told(portal) == "");
    CHECK(portal.agency == "云溪县农业农村局");
    CHECK(portal.year == 2023);
    CHECK(told(verify({.bytes = made::word_report(model()), .name = "年报.docx"},
                      reading_of(model()))) == "");
}

TEST_CASE("Every kind of difference is told with both places and both values") {
    int count = 0;
    each_case("cases/verify.txt", [&](const std::string& name, const std::string& edit, Format,
                                      const std::string& expected) {
        CAPTURE(name);
        const std::size_t arrow = edit.find(" => ");
        REQUIRE(arrow != edit.npos);
        CHECK(told_with(edit.substr(0, arrow), edit.substr(arrow + 4, edit.size() - arrow - 5)) ==
              expected);
        ++count;
    });
    CHECK(count == 25);
}

TEST_CASE("A reference in the data is what it prints") {
    Report report = model();
    report.other = "第一句。全年共收到申请{{applications.received.total}}件，均已办结。最后一句。";
    Report printed = report;
    printed.other = fmt::format("第一句。全年共收到申请{}件，均已办结。最后一句。",
                                report.cell("applications.received.total")->printed());
    CHECK(told(verified(titled(report) + made::page_article(printed), report)) == "");
    printed.other = "第一句。全年共收到申请999件，均已办结。最后一句。";
    const Verified file = verified(titled(report) + made::page_article(printed), report);
    REQUIRE(file.findings.size() == 1);
    CHECK(file.findings[0].values[0].text == "全年共收到申请999件，均已办结。");
    CHECK(file.findings[0].rule == "B-03");
}

TEST_CASE("Who published a page, and when, are compared with the data") {
    Report report = model();
    report.published = Date{2024, 1, 21};
    CHECK(
        told(verified(made::portal_page(model()), report)) ==
        "页面.html：第7段第6字: 错误 B-01: 发布日期：公布的是“2024-01-20”，数据是“2024-01-21”（data.yaml:5:12）\n");
    const std::string page = "<meta name=ContentSource content=云溪县司法局>" + titled(model()) +
                             made::page_article(model());
    CHECK(
        told(verified(page, model())) ==
        "页面.html: 错误 B-01: 发布机构：公布的是“云溪县司法局”，数据是“云溪县农业农村局”（data.yaml:2:9）\n");
    CHECK(told(verified(replaced(page, "云溪县司法局", "农业农村局"), model())) == "");
}

TEST_CASE("What a page links is named, and not compared") {
    const std::string page = titled(model()) + made::page_article(model()) +
                             "<p><a href='/a/1.PDF?x=1'>年报</a><a href=/a/2.docx></a>"
                             "<a href=/a/3.html>上一篇</a><a href='/a/1.PDF?x=1'>年报</a></p>";
    const Verified file = verified(page, model());
    CHECK(file.attachments == std::vector<std::string>{"年报（/a/1.PDF?x=1）", "/a/2.docx"});
}

TEST_CASE("A page without a table, of another form, or without a report is told once") {
    std::string page = titled(model()) + made::page_article(model());
    const std::size_t table = page.find("<table>");
    page.erase(table, page.find("</table>") + 8 - table);
    CHECK(told(verified(page, model())) ==
          "页面.html: 错误 B-06: 公布的里面没有“主动公开政府信息情况”这张表（data.yaml:29:1）\n");
    CHECK(told(verified("<p>开会。", model())) ==
          "页面.html: 错误 D-20: 这份网页里没有年报的标题和表，不是年报\n");
}

namespace {

/// A report, and what verify finds in the page of another.
struct AgainstData {
    explicit AgainstData(std::uint64_t number) {
        Report report = generated_report(number, {.extent = Extent::usual});
        report.title.clear();
        report.published.reset();
        data = reading_of(report);
        shown = printed(std::move(report));
    }
    std::vector<Finding> differences(const Report& published) const {
        return verify({.bytes = made::portal_page(published), .name = "a.html"}, data).findings;
    }

    Report shown;
    Reading data;
};

/// Where the sentences of a text begin that are long enough to be one of a kind.
std::vector<std::pair<std::size_t, std::size_t>> sentences_in(const std::string& text) {
    constexpr std::size_t shortest = 60;  // bytes
    const std::string stop = "。";
    constexpr std::string_view others[] = {"；", "！", "？", "：", "…", ".",
                                           ";",  "!",  "?",  ":",  "”"};
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(stop, begin), text.size());
        const std::size_t line = text.find('\n', begin);
        if (line < end) {
            begin = line + 1;
            continue;
        }
        const std::string_view one = std::string_view(text).substr(begin, end - begin);
        const bool plain =
            std::none_of(std::begin(others), std::end(others),
                         [one](std::string_view mark) { return one.find(mark) != one.npos; });
        if (end < text.size() && plain && one.size() > shortest &&
            text.find(one) == text.rfind(one))
            all.emplace_back(begin, end + stop.size());
        begin = end + stop.size();
    }
    return all;
}

}  // namespace

TEST_CASE("Every changed cell of generated reports is found, and no other") {
    const bool all = std::getenv("NIANBAO_LONG") != nullptr;
    int cells = 0;
    for (std::uint64_t number = 0; number < (all ? 200U : 12U); ++number) {
        CAPTURE(number);
        const AgainstData against(number);
        CHECK(against.differences(against.shown).empty());
        // Every cell of one report; of the others as many as there is time for.
        const int step = all && number % 10 == 0 ? 1 : number == 0 ? 3 : 41;
        int at = static_cast<int>(number);
        for (FilledForm Report::*table :
             {&Report::disclosure, &Report::applications, &Report::disputes}) {
            const int count = static_cast<int>((against.shown.*table).cells.size());
            for (; at < count; at += step) {
                Report changed = against.shown;
                FilledForm& own = changed.*table;
                if (!own.cells[at].text.empty()) continue;
                own.cells[at].value = own.cells[at].value + Amount{1, 0};
                const std::vector<Finding> found = against.differences(changed);
                REQUIRE(found.size() == 1);
                CHECK(found[0].rule == "B-02");
                CHECK(found[0].where.field == field_path(*own.form, own.form->entries[at].field));
                CHECK(found[0].values[0].text != found[0].values[1].text);
                ++cells;
            }
            at -= count;
        }
    }
    CHECK(cells > (all ? 4000 : 90));
}

TEST_CASE("Changed, deleted and added sentences of generated reports are found, and no other") {
    const int wanted = std::getenv("NIANBAO_LONG") != nullptr ? 200 : 30;
    int changed = 0, removed = 0, added = 0;
    for (std::uint64_t number = 0; changed + removed + added < wanted; ++number) {
        CAPTURE(number);
        REQUIRE(number < 1000);
        const AgainstData against(number);
        const auto found_in = [&](const std::string& overview) {
            Report published = against.shown;
            published.overview = overview;
            return against.differences(published);
        };
        const std::string& text = against.shown.overview;
        const auto sentences = sentences_in(text);
        if (sentences.empty()) continue;
        const auto& sentence = sentences[number % sentences.size()];
        const std::size_t begin = sentence.first, end = sentence.second;
        CAPTURE(text.substr(begin, end - begin));
        std::string other = text;
        if (number % 3 == 0) {
            other.insert(end - std::string_view("。").size(), "了");
            const std::vector<Finding> found = found_in(other);
            REQUIRE(found.size() == 1);
            CHECK(found[0].rule == "B-03");
            ++changed;
        } else if (number % 3 == 1) {
            other.erase(begin, end - begin);
            const std::vector<Finding> found = found_in(other);
            REQUIRE(found.size() == 1);
            CHECK(found[0].rule == "B-04");
            ++removed;
        } else {
            other.insert(end, "另有一句没有写进数据的话。");
            const std::vector<Finding> found = found_in(other);
            REQUIRE(found.size() == 1);
            CHECK(found[0].rule == "B-05");
            ++added;
        }
    }
    for (const int count : {changed, removed, added}) CHECK(count > wanted / 5);
}

TEST_CASE("A changed number is found in a Word file and in a PDF of ours, and between two files") {
    Report changed = model();
    Cell& cell = *changed.cell("disclosure.licences");
    cell.value = cell.value + Amount{1, 0};
    const std::vector<Finding> word =
        verify({.bytes = made::word_report(changed), .name = "年报.docx"}, reading_of(model()))
            .findings;
    REQUIRE(word.size() == 1);
    CHECK(
        message(word[0]) ==
        "年报.docx：表一第7行第2列: 错误 B-02: 行政许可：公布的是 321，数据是 320（data.yaml:32:13）");
    Report said = model();
    said.overview = replaced(said.overview, "各类信息286条", "各类信息268条");
    const std::vector<Finding> sentence =
        verify({.bytes = made::word_report(said), .name = "年报.docx"}, reading_of(model()))
            .findings;
    REQUIRE(sentence.size() == 1);
    CHECK(sentence[0].rule == "B-03");

    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", write(model(), Format::yaml));
    write_file(scratch / "b.yaml", write(changed, Format::yaml));
    for (const char* name : {"a", "b"})
        REQUIRE(nianbao_run({"render", std::string(name) + ".yaml", "--no-check", "--attach-data",
                             "-o", std::string(name) + ".pdf"},
                            here)
                    .exit == 0);
    CHECK(nianbao_run({"verify", "a.pdf", "--data", "a.yaml"}, here).exit == 0);
    const Run pdf = nianbao_run({"verify", "b.pdf", "--data", "a.yaml"}, here);
    CHECK(pdf.exit == 1);
    CHECK_MESSAGE(pdf.out.find("B-02: 行政许可：公布的是 321，数据是 320") != std::string::npos,
                  pdf.out);
    // Two that were published, of any kinds.
    write_file(scratch / "a.html", made::portal_page(model()));
    write_file(scratch / "a.docx", made::word_report(model()));
    write_file(scratch / "b.docx", made::word_report(changed));
    for (const char* same : {"a.docx", "a.pdf"}) {
        const Run run = nianbao_run({"diff", "a.html", same}, here);
        CHECK_MESSAGE(run.out.find("行政许可") == std::string::npos, run.out);
    }
    for (const char* other : {"b.docx", "b.pdf"}) {
        const Run run = nianbao_run({"diff", "a.html", other}, here);
        CHECK_MESSAGE(run.out.find("321") != std::string::npos, run.out);
    }
}

TEST_CASE("nianbao verify pairs pages with data by their offices") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    Report other = model();
    other.agency = "云溪县司法局";
    std::filesystem::create_directories(scratch / "页面");
    std::filesystem::create_directories(scratch / "数据");
    write_file(scratch / "页面/1.html", made::portal_page(model()) + "<a href=a.pdf>附件</a>");
    write_file(scratch / "页面/2.html", replaced(made::portal_page(other), ">320<", ">321<"));
    write_file(scratch / "数据/农业.yaml", write(model(), Format::yaml));
    write_file(scratch / "数据/司法.yaml", write(other, Format::yaml));
    const Run run = nianbao_run({"verify", "页面", "--data", "数据"}, here);
    INFO(run.out);
    CHECK(run.exit == 1);
    CHECK(run.err ==
          "页面/1.html：与 数据/农业.yaml 一致\n"
          "页面/1.html：链接的附件没有核对：附件（a.pdf）\n");
    CHECK(
        run.out.find(
            "页面/2.html：表二第7行第2列: 错误 B-02: 行政许可：公布的是 321，数据是 320（数据/司法.yaml:") ==
        0);
    const Run json = nianbao_run(
        {"verify", "页面/2.html", "--data", "数据/司法.yaml", "--format", "json"}, here);
    CHECK(json.exit == 1);
    CHECK_MESSAGE(
        json.out.find(R"({"published": "321", "data": "320", "data_place": "数据/司法.yaml:)") !=
            std::string::npos,
        json.out);
    CHECK(nianbao_run({"verify", "页面/1.html", "--data", "数据/农业.yaml"}, here).exit == 0);
    const Run alone = nianbao_run({"verify", "页面/1.html", "--data", "数据"}, here);
    CHECK(alone.exit == 1);
    CHECK(alone.out.find("数据/司法.yaml: 错误 B-07: 没有找到公布的“云溪县司法局”的年报\n") == 0);
    const Run none = nianbao_run({"verify", "页面", "--data", "数据/农业.yaml"}, here);
    CHECK(none.exit == 1);
    CHECK(none.out.find("错误 B-07: 数据里没有“云溪县司法局”的年报，没有核对\n") !=
          std::string::npos);
    check_usage({"verify"}, "没有写公布的文件", here);
    check_usage({"verify", "页面"}, "verify 要用 --data 写明数据文件或者文件夹", here);
}

TEST_CASE("There is nothing to hold against where the data was not read") {
    CHECK_THROWS_WITH_AS(static_cast<void>(verify({.bytes = "", .name = "a.html"}, Reading{})),
                         "nianbao::verify: there is no report to hold against",
                         std::invalid_argument);
}
