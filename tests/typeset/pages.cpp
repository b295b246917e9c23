// Pages set with the free faces: what stands where.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"
#include "typeset/flow.hpp"
#include "typeset/page/pieces.hpp"

using namespace nianbao;

TEST_CASE(
    "the grid: 28 characters across at 156 mm / 28, 22 lines from the top edge to the bottom edge") {
    Report report = sample_report();
    report.overview = repeated("字", 28 * 60);
    const Pages pages = pages_of(report);
    const Layout layout;
    std::vector<Length> baselines;
    for (const GlyphRun* run : marks<GlyphRun>(pages.pages[1])) {
        if (run->artifact == Artifact::none) baselines.push_back(run->origin.y);
    }
    REQUIRE(baselines.size() == 22);
    const Length em = layout.em();
    CHECK(baselines.front() == layout.top + em * 88 / 100);
    CHECK((baselines[1] - baselines[0]).points() == doctest::Approx(29.62).epsilon(0.0005));
    CHECK((layout.top + layout.height - (baselines.back() + em * 12 / 100)).points() ==
          doctest::Approx(0).epsilon(0.01));
    const GlyphRun* line = runs_with(pages.pages[1], U"字")[0];
    CHECK(line->source.size() == 28);
    CHECK(line->origin.x == layout.left);
    CHECK((right_of(*line) - (layout.left + layout.width)).points() ==
          doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("a table is parted from its notes only if no page holds both") {
    Report report = sample_report();
    report.disputes.note = "注：一段说明。\n又一段说明。";
    const Document document = compose(report);
    Setter setter(free_fonts().faces(), report.layout);
    const Flow flow = set_flow(document, setter);
    const std::vector<Piece> pieces = pieces_of(flow, report.layout).pieces;
    int first = 0, more = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        if (pieces[i].kind != Piece::Kind::note) continue;
        const bool goes_on = pieces[i - 1].kind == Piece::Kind::note;
        ++(goes_on ? more : first);
        CHECK(pieces[i].parting == (goes_on ? page_cost::dividing_notes : page_cost::keeping));
    }
    CHECK(first > 0);
    CHECK(more > 0);
}

TEST_CASE("every paragraph begins two characters in") {
    const Pages pages = pages_of(sample_report());
    const Layout layout;
    CHECK(runs_with(pages.pages[0], U"本报告由").front()->origin.x ==
          layout.left + layout.em() * 2);
    CHECK(runs_with(pages.pages[0], U"一、总体情况").front()->origin.x ==
          layout.left + layout.em() * 2);
}

TEST_CASE(
    "page numbers: 四号, one character in from the outer edge, the dash 7 mm below the text area") {
    Report report = sample_report();
    report.overview = repeated("字", 28 * 60);
    const Pages pages = pages_of(report);
    const Layout layout;
    for (const Page& page : pages.pages) {
        const auto number = runs_with(page, U"— " + to_utf32(std::to_string(page.number)) + U" —");
        REQUIRE(number.size() == 1);
        CHECK(number[0]->size == 14.0_pt);
        CHECK(number[0]->artifact == Artifact::page_number);
        if (page.number % 2 == 0) CHECK(number[0]->origin.x == layout.left + 14.0_pt);
        else
            CHECK(
                std::abs((right_of(*number[0]) - (layout.left + layout.width - 14.0_pt)).points()) <
                0.01);
        CHECK((number[0]->origin.y - (layout.top + layout.height + 7.0_mm)).points() ==
              doctest::Approx(14 * 0.38).epsilon(0.001));
    }
}

TEST_CASE("the grid that is drawn to be looked at: 28 × 22 boxes, and a box around every line") {
    Report report = sample_report();
    report.layout.show_grid = true;
    const Pages pages = pages_of(report);
    const auto rules = marks<Rule>(pages.pages[0]);
    const auto light = std::count_if(rules.begin(), rules.end(),
                                     [](const Rule* rule) { return rule->lightness == 200; });
    CHECK(light == 28 * 22 * 4);
    CHECK(std::holds_alternative<Rule>(pages.pages[0].marks.front()));
    CHECK(static_cast<std::size_t>(std::count_if(rules.begin(), rules.end(), [](const Rule* rule) {
              return rule->lightness == 110;
          })) == marks<GlyphRun>(pages.pages[0]).size() * 4);
}

TEST_CASE("no heading ends a page, and no single line is left behind or carried over") {
    for (int lines = 1; lines < 50; ++lines) {
        Report report = sample_report();
        report.overview =
            repeated("段。\n", lines) + "（一）主动公开情况\n" + repeated("字", 26 + 28 * 2);
        const Pages pages = pages_of(report);
        for (const Page& page : pages.pages) {
            const std::u32string text = text_of(page);
            CHECK_FALSE_MESSAGE(text.ends_with(U"（一）主动公开情况"), lines);
            CHECK_FALSE_MESSAGE(text.ends_with(U"一、总体情况"), lines);
        }
        // The paragraph of three lines stays whole.
        int pages_with_text = 0;
        for (const Page& page : pages.pages)
            pages_with_text += text_of(page).find(U"字字") != std::u32string::npos ? 1 : 0;
        CHECK_MESSAGE(pages_with_text == 1, lines);
    }
}

TEST_CASE("a heading stays with two lines, also where its first paragraph has one") {
    for (int lines = 1; lines < 50; ++lines) {
        Report report = sample_report();
        report.overview =
            repeated("段。\n", lines) + "（一）主动公开情况\n一行。\n又一行。\n再一行。";
        for (const Page& page : pages_of(report).pages) {
            const std::u32string text = text_of(page);
            CHECK_FALSE_MESSAGE(text.ends_with(U"（一）主动公开情况"), lines);
            CHECK_FALSE_MESSAGE(text.ends_with(U"（一）主动公开情况一行。"), lines);
        }
    }
}

TEST_CASE("no heading ends a page, however long it is and whatever ends it") {
    const std::u32string longer =
                             U"（二）依据《政府信息公开信息处理费管理办法》收取信息处理费的情况",
                         stopped = U"（三）依申请公开情况。", deep = U"①登记";
    for (int lines = 1; lines < 50; ++lines) {
        Report report = sample_report();
        report.overview = "（一）主动公开情况\n" + repeated("段。\n", lines) + to_utf8(longer) +
                          "\n未收取。\n" + to_utf8(stopped) + "\n如下。\n" + to_utf8(deep) +
                          "\n当天登记。";
        for (const Page& page : pages_of(report).pages) {
            const std::u32string text = text_of(page);
            for (const std::u32string& heading : {longer, stopped, deep})
                CHECK_FALSE_MESSAGE(text.ends_with(heading), lines);
            CHECK_FALSE_MESSAGE(text.ends_with(longer.substr(0, 26)), lines);
        }
    }
}

TEST_CASE("a bookmark has no full stop at its end") {
    Report report = sample_report();
    report.overview = "（一）主动公开情况。\n如下。";
    std::string bookmarks;
    for (const Node& node : pages_of(report).nodes) bookmarks += node.bookmark + " ";
    CHECK(bookmarks.find(" （一）主动公开情况 ") != bookmarks.npos);
}

TEST_CASE("page numbers as the layout says") {
    Report report = sample_report();
    report.overview = repeated("字", 28 * 60);
    report.layout.page_numbers = PageNumbers::hyphen;
    report.layout.first_page_numbered = false;
    const Pages hyphens = pages_of(report);
    CHECK(text_of(hyphens.pages[0], Artifact::page_number) == U"");
    CHECK(text_of(hyphens.pages[1], Artifact::page_number) == U"- 2 -");
    report.layout.page_numbers = PageNumbers::centred;
    const Layout layout;
    for (const Page& page : pages_of(report).pages) {
        for (const GlyphRun* run : runs_with(page, U"— ")) {
            if (run->artifact != Artifact::page_number) continue;
            CHECK(((run->origin.x + right_of(*run)) / 2 - (layout.left + layout.width / 2))
                      .points() == doctest::Approx(0).epsilon(0.01));
        }
    }
}

TEST_CASE("mirrored margins: the binding edge of even pages is on their right") {
    Report report = sample_report();
    report.overview = repeated("字", 28 * 60);
    report.layout.mirrored = true;
    const Pages pages = pages_of(report);
    const Layout layout;
    CHECK(runs_with(pages.pages[1], U"字")[0]->origin.x == 26.0_mm);
    CHECK(runs_with(pages.pages[2], U"字")[0]->origin.x == layout.left);
    CHECK(runs_with(pages.pages[1], U"— 2 —")[0]->origin.x == 26.0_mm + 14.0_pt);
}

TEST_CASE(
    "a quarter of a character between Han and letters where the layout says so, on both sides of a number") {
    Report report = sample_report();
    report.overview = "共35册PDF附图";
    const auto gap_after = [&](std::u32string_view text, std::u32string_view next) {
        const Pages pages = pages_of(report);
        const Page& page = pages.pages[0];
        const Layout layout;
        const auto found = runs_with(page, text), after = runs_with(page, next);
        return (after.back()->origin.x - right_of(*found.back())).points() / layout.em().points();
    };
    CHECK(gap_after(U"PDF", U"附图") == doctest::Approx(0).epsilon(0.001));
    report.layout.spacing = Spacing::quarter;
    CHECK(gap_after(U"PDF", U"附图") == doctest::Approx(0.25).epsilon(0.001));
    CHECK(gap_after(U"35", U"册") == doctest::Approx(0.25).epsilon(0.001));
}

TEST_CASE(
    "signature: name two characters from the right, date two further in; the longer date stands at the edge instead") {
    const Layout layout;
    const Length em = layout.em(), right = layout.left + layout.width;
    Report report = sample_report();
    report.agency = "金乡县退役军人事务局";
    report.signature = Signature{"", {2023, 1, 18}};
    {
        const Pages pages = pages_of(report);
        const Page& page = pages.pages.back();
        const GlyphRun* name = runs_with(page, U"金乡县退役军人事务局").back();
        CHECK(std::abs((right_of(*name) - (right - em * 2)).points()) < 0.01);
        CHECK(runs_with(page, U"2023").back()->origin.x == name->origin.x + em * 2);
        CHECK(runs_with(page, U"2023").back()->origin.y - name->origin.y == layout.pitch);
    }
    report.agency = "某局";
    {
        const Pages pages = pages_of(report);
        const Page& page = pages.pages.back();
        const GlyphRun *name = runs_with(page, U"某局").back(),
                       *day = runs_with(page, U"日").back();
        CHECK(std::abs((right_of(*day) - (right - em * 2)).points()) < 0.01);
        CHECK(name->origin.x == runs_with(page, U"2023").back()->origin.x - em * 2);
    }
}

TEST_CASE("the signature is never alone on a page") {
    for (int lines = 1; lines < 24; ++lines) {
        Report report = sample_report();
        report.other = repeated("段。\n", lines);
        report.signature = Signature{"", {2023, 1, 18}};
        const Pages pages = pages_of(report);
        CHECK_MESSAGE(text_of(pages.pages.back()).find(U"段。") != std::u32string::npos, lines);
    }
}

TEST_CASE("a long title is divided between words") {
    Report report = sample_report();
    report.agency = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗退役军人事务局";
    const Pages pages = pages_of(report);
    std::vector<std::u32string> lines;
    for (const GlyphRun* run : marks<GlyphRun>(pages.pages[0])) {
        if (run->size == 22.0_pt) lines.push_back(run->source);
    }
    REQUIRE(lines.size() == 3);
    CHECK(lines[2] == U"2022年政府信息公开工作年度报告");
    CHECK(lines[0] == U"内蒙古自治区呼伦贝尔市");
    CHECK(lines[1] == U"莫力达瓦达斡尔族自治旗退役军人事务局");
    CHECK(outside(pages) == "");
}

TEST_CASE(
    "a character that the first face lacks is drawn by another and told; one that no face has is an error") {
    Report report = sample_report();
    report.overview = "负责人：镕。再说镕。";
    report.problems = "坏字\U00012000。";
    const Pages pages = pages_of(report);
    REQUIRE(pages.findings.size() == 2);
    CHECK(pages.findings[0].severity == Severity::warning);
    CHECK(pages.findings[0].message == "“镕”（U+9555）：正文（仿宋）的字体没有这个字，改用 UKaiCN");
    CHECK(pages.findings[0].where == Span{"overview", 4, 1});
    CHECK(pages.findings[1].severity == Severity::error);
    CHECK(pages.findings[1].message == "“\U00012000”（U+12000）：没有一种字体有这个字符");
    CHECK(pages.findings[1].hint ==
          "请核对这个字；确实要用的，请安装有这个字的字体，或者为正文（仿宋）指定字体");
    CHECK(pages.findings[1].where == Span{"problems", 2, 1});
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            for (const Glyph& glyph : run->glyphs) CHECK(glyph.id != 0);
        }
    }
}

TEST_CASE("an invisible character is left out and told") {
    Report report = sample_report();
    report.overview = "甲\u200B乙";
    const Pages pages = pages_of(report);
    REQUIRE(pages.findings.size() == 1);
    CHECK(pages.findings[0].severity == Severity::warning);
    CHECK(pages.findings[0].message == "字符 U+200B 不可见，没有排入");
    CHECK(text_of(pages.pages[0]).find(U"甲乙") != std::u32string::npos);
}

TEST_CASE("digits from the Latin face, or from the Han face where the layout says so") {
    const auto face_of_digits = [](Digits digits) {
        Report report = sample_report();
        report.layout.digits = digits;
        const Pages pages = pages_of(report);
        return free_fonts().faces().name(runs_with(pages.pages[0], U"35").front()->face);
    };
    CHECK(face_of_digits(Digits::latin) == "LiberationSerif");
    CHECK(face_of_digits(Digits::han) == "FandolFang-Regular");
}

TEST_CASE("an apostrophe is of the Latin face, a quotation mark of the Han face") {
    Report report = sample_report();
    report.overview = "见people’s网和‘甲’";
    const Pages pages = pages_of(report);
    const auto face_of = [&](std::u32string_view text) {
        const auto runs = runs_with(pages.pages[0], text);
        REQUIRE(runs.size() == 1);
        return free_fonts().faces().name(runs.front()->face);
    };
    CHECK(face_of(U"people’s") == "LiberationSerif");
    CHECK(face_of(U"‘甲’") == "FandolFang-Regular");
}

TEST_CASE("an address is one link, also over two lines") {
    Report report = sample_report();
    report.introduction =
        "本报告的电子版可以在网站（http://www.jinxiang.gov.cn/col/col128705/xinxi/gongkai/nianbao/2023/index_12345678.htm）查阅，邮箱a@b.cn。";
    const Pages pages = pages_of(report);
    std::vector<std::string> uris;
    for (const Node& node : pages.nodes) {
        if (node.role == Role::link) uris.push_back(node.uri);
    }
    CHECK(
        uris ==
        std::vector<std::string>{
            "http://www.jinxiang.gov.cn/col/col128705/xinxi/gongkai/nianbao/2023/index_12345678.htm",
            "mailto:a@b.cn"});
    CHECK(marks<LinkArea>(pages.pages[0]).size() == 3);
}
