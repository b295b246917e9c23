// Pages set with the free faces: what stands where.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "font/faces.hpp"
#include "nianbao/pages.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

const Fonts& fonts() {
    static const Fonts opened = Fonts::open({{}, {}, false});
    return opened;
}

Pages pages_of(const Report& report) { return typeset(compose(report), fonts(), report.layout); }

template <class Kind>
std::vector<const Kind*> marks(const Page& page) {
    std::vector<const Kind*> found;
    for (const Mark& mark : page.marks) {
        if (const auto* own = std::get_if<Kind>(&mark)) found.push_back(own);
    }
    return found;
}

/// Every run of a page that contains the text.
std::vector<const GlyphRun*> runs_with(const Page& page, std::u32string_view text) {
    std::vector<const GlyphRun*> found;
    for (const GlyphRun* run : marks<GlyphRun>(page)) {
        if (run->source.find(text) != run->source.npos) found.push_back(run);
    }
    return found;
}

std::u32string text_of(const Page& page, Artifact artifact = Artifact::none) {
    std::u32string text;
    for (const GlyphRun* run : marks<GlyphRun>(page)) {
        if (run->artifact == artifact) text += run->source;
    }
    return text;
}

Length right_of(const GlyphRun& run) {
    const Glyph& last = run.glyphs.back();
    Length advance{run.size.units * fonts().faces().advance(run.face, last.id) / 65536};
    advance -= Length{run.size.units * (last.trim.left + last.trim.right) / 1000};
    return run.origin.x + last.x + advance;
}

/// What lies outside the text area, as text; page numbers are outside by right.
std::string outside(const Pages& pages) {
    const Layout layout;
    std::string out;
    const Length slack = 0.5_pt;
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            if (run->artifact == Artifact::page_number) continue;
            const bool inside = run->origin.x >= layout.left - slack && right_of(*run) <= layout.left + layout.width + slack &&
                                run->origin.y - run->size * 88 / 100 >= layout.top - slack &&
                                run->origin.y + run->size * 12 / 100 <= layout.top + layout.height + slack;
            if (!inside) out += to_utf8(run->source) + " ";
        }
        for (const Rule* rule : marks<Rule>(page)) {
            const bool inside = rule->origin.x >= layout.left - slack && rule->origin.x + rule->width <= layout.left + layout.width + slack &&
                                rule->origin.y >= layout.top - slack && rule->origin.y + rule->height <= layout.top + layout.height + slack;
            if (!inside) out += "rule ";
        }
    }
    return out;
}

/// Text of cells that crosses an upright rule, as text.
std::string across_rules(const Pages& pages) {
    std::string out;
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            for (const Rule* rule : marks<Rule>(page)) {
                const bool upright = rule->height > rule->width;
                const bool beside = rule->origin.y < run->origin.y && rule->origin.y + rule->height > run->origin.y - run->size / 2;
                if (upright && beside && rule->origin.x > run->origin.x && rule->origin.x < right_of(*run)) out += to_utf8(run->source) + " ";
            }
        }
    }
    return out;
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

/// The sample with every cell of table three set to one number.
Report with_counts(std::string_view count) {
    Report report = sample_report();
    for (Cell& cell : report.applications.cells) cell.value = Amount::parse(count).value();
    return report;
}

/// The pages on which a table's rules stand.
std::vector<int> pages_with_rules(const Pages& pages, std::u32string_view text) {
    std::vector<int> found;
    for (const Page& page : pages.pages) {
        if (!runs_with(page, text).empty()) found.push_back(page.number);
    }
    return found;
}

}  // namespace

TEST_CASE("the grid: 28 characters across at 156 mm / 28, 22 lines from the top edge to the bottom edge") {
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
    CHECK((layout.top + layout.height - (baselines.back() + em * 12 / 100)).points() == doctest::Approx(0).epsilon(0.01));
    const GlyphRun* line = runs_with(pages.pages[1], U"字")[0];
    CHECK(line->source.size() == 28);
    CHECK(line->origin.x == layout.left);
    CHECK((right_of(*line) - (layout.left + layout.width)).points() == doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("every paragraph begins two characters in") {
    const Pages pages = pages_of(sample_report());
    const Layout layout;
    CHECK(runs_with(pages.pages[0], U"本报告由").front()->origin.x == layout.left + layout.em() * 2);
    CHECK(runs_with(pages.pages[0], U"一、总体情况").front()->origin.x == layout.left + layout.em() * 2);
}

TEST_CASE("page numbers: 四号, one character in from the outer edge, the dash 7 mm below the text area") {
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
        else CHECK(std::abs((right_of(*number[0]) - (layout.left + layout.width - 14.0_pt)).points()) < 0.01);
        CHECK((number[0]->origin.y - (layout.top + layout.height + 7.0_mm)).points() == doctest::Approx(14 * 0.38).epsilon(0.001));
    }
}

TEST_CASE("table three stands with its heading on one page at 小五 for counts up to six digits") {
    for (const char* count : {"0", "999999"}) {
        const Pages pages = pages_of(with_counts(count));
        const auto heading = pages_with_rules(pages, U"三、收到和处理政府信息公开申请情况");
        REQUIRE(heading.size() == 1);
        CHECK(pages_with_rules(pages, U"申请人情况") == heading);
        CHECK(pages_with_rules(pages, U"四、结转下年度继续办理") == heading);
        CHECK(runs_with(pages.pages[static_cast<std::size_t>(heading[0]) - 1], U"属于国家秘密").front()->size == 9.0_pt);
        CHECK(outside(pages) == "");
        CHECK(across_rules(pages) == "");
    }
}

TEST_CASE("larger counts are set smaller, and never leave their cells") {
    for (const char* count : {"1000000", "99999999", "999999999999"}) {
        const Pages pages = pages_of(with_counts(count));
        CHECK_MESSAGE(outside(pages) == "", std::string(count));
        CHECK_MESSAGE(across_rules(pages) == "", std::string(count));
        CHECK(runs_with(pages.pages[2], to_utf32(count)).size() + runs_with(pages.pages[1], to_utf32(count)).size() == 175);
    }
}

TEST_CASE("labels are broken by sense, without a character alone") {
    const Pages pages = pages_of(sample_report());
    const Page* page = &pages.pages[static_cast<std::size_t>(pages_with_rules(pages, U"申请人情况").front()) - 1];
    for (const char32_t* line : {U"三、", U"本年度", U"办理", U"结果", U"（三）", U"不予公开", U"社会", U"公益", U"组织", U"其他法律行政法规禁止公开"}) {
        const auto found = runs_with(*page, line);
        CHECK_MESSAGE(std::any_of(found.begin(), found.end(), [&](const GlyphRun* run) { return run->source == line; }), to_utf8(line));
    }
}

TEST_CASE("a table too long for a page goes on below its head, between rows, its running labels repeated") {
    Report report = sample_report();
    for (Cell& cell : report.applications.cells) cell.remark = "其中含上年度结转";
    const Pages pages = pages_of(report);
    const auto on = pages_with_rules(pages, U"申请人情况");
    REQUIRE(on.size() > 1);
    CHECK(outside(pages) == "");
    CHECK(across_rules(pages) == "");
    for (std::size_t i = 1; i < on.size(); ++i) {
        const std::u32string again = text_of(pages.pages[static_cast<std::size_t>(on[i]) - 1], Artifact::repeated);
        CHECK(again.find(U"申请人情况") != again.npos);
        CHECK(again.find(U"自然人") != again.npos);
    }
    // Every cell is drawn once, in order, whatever the pages.
    std::u32string text;
    for (int page : on) text += text_of(pages.pages[static_cast<std::size_t>(page) - 1]);
    std::size_t remarks = 0;
    for (std::size_t at = text.find(U"其中"); at != text.npos; at = text.find(U"其中", at + 1)) ++remarks;
    CHECK(remarks == 175);
    CHECK(text_of(pages.pages[static_cast<std::size_t>(on[1]) - 1], Artifact::repeated).find(U"（续）") != std::u32string::npos);
}

TEST_CASE("a cell's text that no page can hold is told, not let out of its cell") {
    Report report = sample_report();
    report.applications.cells[3].remark = repeated("长", 900);
    const Pages pages = pages_of(report);
    REQUIRE(pages.findings.size() == 1);
    CHECK(pages.findings[0].severity == Severity::error);
    CHECK(pages.findings[0].where.field == "applications.received.public_welfare");
    CHECK(pages.findings[0].message == "单元格中的文字太长，一页排不下");
}

TEST_CASE("no heading ends a page, and no single line is left behind or carried over") {
    for (int lines = 1; lines < 50; ++lines) {
        Report report = sample_report();
        report.overview = repeated("段。\n", lines) + "（一）主动公开情况\n" + repeated("字", 26 + 28 * 2);
        const Pages pages = pages_of(report);
        for (const Page& page : pages.pages) {
            const std::u32string text = text_of(page);
            CHECK_FALSE_MESSAGE(text.ends_with(U"（一）主动公开情况"), lines);
            CHECK_FALSE_MESSAGE(text.ends_with(U"一、总体情况"), lines);
        }
        // The paragraph of three lines stays whole.
        int pages_with_text = 0;
        for (const Page& page : pages.pages) pages_with_text += text_of(page).find(U"字字") != std::u32string::npos ? 1 : 0;
        CHECK_MESSAGE(pages_with_text == 1, lines);
    }
}

TEST_CASE("signature: name two characters from the right, date two further in; the longer date stands at the edge instead") {
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
        const GlyphRun *name = runs_with(page, U"某局").back(), *day = runs_with(page, U"日").back();
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

TEST_CASE("a character that the first face lacks is drawn by another and told; one that no face has is an error") {
    Report report = sample_report();
    report.overview = "负责人：镕。再说镕。";
    report.problems = "坏字\U000F0000。";
    const Pages pages = pages_of(report);
    REQUIRE(pages.findings.size() == 2);
    CHECK(pages.findings[0].severity == Severity::warning);
    CHECK(pages.findings[0].message == "“镕”（U+9555）：正文（仿宋）的字体没有这个字，改用 NotoSerifCJKsc-Regular");
    CHECK(pages.findings[0].where == Span{"overview", 4, 1});
    CHECK(pages.findings[1].severity == Severity::error);
    CHECK(pages.findings[1].message == "“\U000F0000”（U+F0000）：没有一种字体有这个字符");
    CHECK(pages.findings[1].hint == "请核对这个字；确实要用的，请安装有这个字的字体，或者用 --font 为正文（仿宋）指定字体");
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
        return fonts().faces().name(runs_with(pages.pages[0], U"35").front()->face);
    };
    CHECK(face_of_digits(Digits::latin) == "LiberationSerif");
    CHECK(face_of_digits(Digits::han) == "FandolFang-Regular");
}

TEST_CASE("an address is one link, also over two lines") {
    Report report = sample_report();
    report.introduction = "本报告的电子版可以在网站（http://www.jinxiang.gov.cn/col/col128705/index.htm）查阅，邮箱a@b.cn。";
    const Pages pages = pages_of(report);
    std::vector<std::string> uris;
    for (const Node& node : pages.nodes) {
        if (node.role == Role::link) uris.push_back(node.uri);
    }
    CHECK(uris == std::vector<std::string>{"http://www.jinxiang.gov.cn/col/col128705/index.htm", "mailto:a@b.cn"});
    CHECK(marks<LinkArea>(pages.pages[0]).size() == 3);
}

TEST_CASE("the nodes: headings in sections, cells with the headers of their column and row") {
    const Pages pages = pages_of(sample_report());
    const auto text_of_node = [&](int node) {
        std::u32string text;
        for (const Page& page : pages.pages) {
            for (const GlyphRun* run : marks<GlyphRun>(page)) {
                if (run->node == node) text += run->source;
            }
        }
        return to_utf8(text);
    };
    const auto headers = [&](int table, int row_label, std::string_view column) {
        int tables = -1;
        std::string out;
        for (std::size_t i = 0; i < pages.nodes.size(); ++i) {
            const Node& node = pages.nodes[i];
            if (node.role == Role::table) ++tables;
            if (tables != table || node.role != Role::cell) continue;
            std::string said;
            for (int header : node.headers) said += text_of_node(header) + "/";
            if (said.find(column) != said.npos && row_label-- == 0) return said;
        }
        return out;
    };
    CHECK(pages.nodes[0].role == Role::document);
    for (std::size_t i = 1; i < pages.nodes.size(); ++i) CHECK(pages.nodes[i].parent < static_cast<int>(i));
    CHECK(headers(0, 0, "本年废止件数") == "第二十条第（一）项/本年废止件数/规章/");
    CHECK(headers(0, 0, "行政强制") == "第二十条第（六）项/本年处理决定数量/行政强制/");
    CHECK(headers(1, 4, "商业企业") == "申请人情况/法人或其他组织/商业企业/三、本年度办理结果/（三）不予公开/1.属于国家秘密/");
    CHECK(headers(2, 0, "复议后起诉") == "行政诉讼/复议后起诉/结果维持/");
}
