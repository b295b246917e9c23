// Tables set with the free faces: on which page, at what size, inside their rules.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/page_checks.hpp"
#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"
#include "typeset/flow.hpp"

using namespace nianbao;

namespace {

/// The sample with every cell of table three set to one number.
Report with_counts(std::string_view count) {
    Report report = sample_report();
    for (Cell& cell : report.applications.cells) cell.value = Amount::parse(count).value();
    return report;
}

}  // namespace

TEST_CASE("a larger table_size is taken if the table is then on one page") {
    Report report = sample_report();
    report.layout.table_size = 10.5_pt;
    const Pages pages = pages_of(report);
    const auto size = [&](std::u32string_view text) {
        const auto on = pages_with(pages, text);
        REQUIRE(on.size() == 1);
        return runs_with(pages.pages[static_cast<std::size_t>(on[0]) - 1], text)[0]->size;
    };
    CHECK(size(U"属于国家秘密") == 9.0_pt);
    CHECK(pages_with(pages, U"申请人情况") == pages_with(pages, U"四、结转下年度"));
    CHECK(size(U"未经复议") == 10.5_pt);
    CHECK(size(U"规章") == 10.5_pt);
}

TEST_CASE("a note's second paragraph hangs under its first, and so do its other lines") {
    Report report = sample_report();
    report.disputes.note =
        "第一段说明" + repeated("甲", 50) + "乙乙。\n第二段说明" + repeated("丙", 50) + "丁丁。";
    const auto left = [&](std::u32string_view text) {
        const Pages pages = pages_of(report);
        const auto on = pages_with(pages, text);
        REQUIRE(on.size() == 1);
        CHECK(outside(pages) == "");
        return runs_with(pages.pages[static_cast<std::size_t>(on[0]) - 1], text)[0]->origin.x;
    };
    const Length edge = Layout{}.left;
    CHECK(left(U"注：第一段") == edge);
    CHECK(left(U"乙乙") == edge + 18.0_pt);
    CHECK(left(U"第二段") == edge + 18.0_pt);
    CHECK(left(U"丁丁") == edge + 18.0_pt);
}

TEST_CASE("table three stands with its heading on one page at 小五 for counts up to six digits") {
    for (const char* count : {"0", "999999"}) {
        const Pages pages = pages_of(with_counts(count));
        const auto heading = pages_with(pages, U"三、收到和处理政府信息公开申请情况");
        REQUIRE(heading.size() == 1);
        CHECK(pages_with(pages, U"申请人情况") == heading);
        CHECK(pages_with(pages, U"四、结转下年度继续办理") == heading);
        CHECK(runs_with(pages.pages[static_cast<std::size_t>(heading[0]) - 1], U"属于国家秘密")
                  .front()
                  ->size == 9.0_pt);
        CHECK(outside(pages) == "");
        CHECK(across_rules(pages) == "");
    }
}

TEST_CASE("larger counts are set smaller, and never leave their cells") {
    for (const char* count : {"1000000", "99999999", "999999999999"}) {
        const Pages pages = pages_of(with_counts(count));
        CHECK_MESSAGE(outside(pages) == "", std::string(count));
        CHECK_MESSAGE(across_rules(pages) == "", std::string(count));
        std::size_t drawn = 0;
        for (const Page& page : pages.pages) drawn += runs_with(page, to_utf32(count)).size();
        CHECK_MESSAGE(drawn == 175, std::string(count));
    }
}

TEST_CASE("counts of seven digits go down to 六号; of twelve, onto a landscape page") {
    const auto table_page = [](std::string_view count) {
        const Pages pages = pages_of(with_counts(count));
        const auto on = pages_with(pages, U"申请人情况");
        REQUIRE(on.size() == 1);
        const Page& page = pages.pages[static_cast<std::size_t>(on[0]) - 1];
        CHECK(!runs_with(page, U"三、收到和处理政府信息公开申请情况").empty());
        CHECK(!runs_with(page, U"四、结转下年度继续办理").empty());
        const GlyphRun* number = runs_with(page, to_utf32(count))[0];
        return std::pair{number->size, number->turned};
    };
    CHECK(table_page("999999") == std::pair{9.0_pt, false});
    CHECK(table_page("9999999") == std::pair{9.0_pt, false});
    CHECK(table_page("9999999999") == std::pair{7.5_pt, false});
    CHECK(table_page("999999999999").second);
}

TEST_CASE(
    "a landscape table: on a page of its own with its heading, its head at the left edge on odd and even pages, the page number in its place") {
    const Layout layout;
    for (int lines : {1, 25}) {
        Report report = sample_report();
        report.overview = repeated("段。\n", lines);
        report.layout.wide_table = WideTable::landscape;
        const Pages pages = pages_of(report);
        CHECK(outside(pages) == "");
        CHECK(across_rules(pages) == "");
        const auto on = pages_with(pages, U"申请人情况");
        REQUIRE(on.size() == 1);
        const Page& page = pages.pages[static_cast<std::size_t>(on[0]) - 1];
        for (const GlyphRun* run : marks<GlyphRun>(page))
            CHECK(run->turned == (run->artifact != Artifact::page_number));
        CHECK(text_of(page).starts_with(U"三、收到和处理政府信息公开申请情况"));
        CHECK(text_of(page).find(U"四、政府信息公开行政复议") == std::u32string::npos);
        const GlyphRun *heading = runs_with(page, U"三、收到")[0],
                       *head = runs_with(page, U"申请人情况")[0],
                       *last = runs_with(page, U"四、结转")[0];
        CHECK(heading->origin.x == layout.left + layout.em() * 88 / 100);
        CHECK(heading->origin.y == layout.top + layout.height - layout.em() * 2);
        CHECK(head->origin.x > heading->origin.x);
        CHECK(last->origin.x > head->origin.x);
        CHECK(runs_with(page, U"— ").size() == 1);
    }
}

TEST_CASE("labels are broken by sense, without a character alone") {
    const Pages pages = pages_of(sample_report());
    const Page* page =
        &pages.pages[static_cast<std::size_t>(pages_with(pages, U"申请人情况").front()) - 1];
    for (const char32_t* line : {U"三、", U"本年度", U"办理", U"结果", U"（三）", U"不予公开",
                                 U"社会", U"公益", U"组织", U"其他法律行政法规禁止公开"}) {
        const auto found = runs_with(*page, line);
        CHECK_MESSAGE(std::any_of(found.begin(), found.end(),
                                  [&](const GlyphRun* run) { return run->source == line; }),
                      to_utf8(line));
    }
}

TEST_CASE(
    "a table too long for a page goes on below its head, between rows, its running labels repeated") {
    Report report = sample_report();
    for (Cell& cell : report.applications.cells) cell.remark = "其中含上年度结转";
    const Pages pages = pages_of(report);
    const auto on = pages_with(pages, U"申请人情况");
    REQUIRE(on.size() > 1);
    CHECK(outside(pages) == "");
    CHECK(across_rules(pages) == "");
    for (std::size_t i = 1; i < on.size(); ++i) {
        const std::u32string again =
            text_of(pages.pages[static_cast<std::size_t>(on[i]) - 1], Artifact::repeated);
        CHECK(again.find(U"申请人情况") != again.npos);
        CHECK(again.find(U"自然人") != again.npos);
    }
    // Every cell is drawn once, in order, whatever the pages.
    std::u32string text;
    for (int page : on) text += text_of(pages.pages[static_cast<std::size_t>(page) - 1]);
    std::size_t remarks = 0;
    for (std::size_t at = text.find(U"其中"); at != text.npos; at = text.find(U"其中", at + 1))
        ++remarks;
    CHECK(remarks == 175);
    CHECK(text_of(pages.pages[static_cast<std::size_t>(on[1]) - 1], Artifact::repeated)
              .find(U"（续）") != std::u32string::npos);
}

TEST_CASE("a divided table begins with two rows at least, and its notes stand below rows of it") {
    for (int lines = 1; lines <= 22; ++lines) {
        CAPTURE(lines);
        Report report = sample_report();
        report.overview = repeated("段。\n", lines);
        for (Cell& cell : report.applications.cells) cell.remark = "其中含上年度结转";
        report.applications.note = "注：本表的说明。\n第二段说明。\n第三段说明。";
        const Pages pages = pages_of(report);
        const auto page = [&](std::u32string_view text) {
            const auto on = pages_with(pages, text);
            REQUIRE(!on.empty());
            return text_of(pages.pages[static_cast<std::size_t>(on.front()) - 1]);
        };
        CHECK(page(U"申请人情况").find(U"二、上年结转") != std::u32string::npos);
        CHECK(page(U"注：本表的说明").find(U"其中含") != std::u32string::npos);
        CHECK(page(U"第三段说明").find(U"其中含") != std::u32string::npos);
        CHECK(outside(pages) == "");
    }
}

TEST_CASE("notes that go on over pages stay within them") {
    for (int lines = 1; lines <= 6; ++lines) {
        CAPTURE(lines);
        Report report = sample_report();
        report.overview = repeated("段。\n", lines);
        report.disputes.note = repeated("说明一段。\n", 70);
        const Pages pages = pages_of(report);
        CHECK(pages_with(pages, U"说明一段").size() > 1);
        CHECK(outside(pages) == "");
    }
}

TEST_CASE("where tables may be divided: - nowhere, r between rows, g between groups") {
    Report report = sample_report();
    const Document document = compose(report);
    Setter setter(free_fonts().faces(), report.layout);
    std::string kinds;
    for (const Chunk& chunk : set_flow(document, setter).chunks) {
        if (!chunk.table) continue;
        for (const RowBreak& before : row_breaks(*chunk.table))
            kinds += "-rg"[static_cast<std::size_t>(before.kind)];
        kinds += ' ';
    }
    // Before 第二十条; in table three before 三 and where （三） to （六） begin.
    CHECK(kinds == "--rrgrrgrrrgr- -----g-g-rrrrr-g--g-rr-gr--- ---- ");
}

TEST_CASE(
    "a divided table goes on with 第二十条 or with a group of rows, the latter below its head") {
    std::set<std::string> begins;
    for (int lines = 1; lines <= 44; ++lines) {
        CAPTURE(lines);
        Report report = sample_report();
        report.overview = repeated("段。\n", lines);
        const Pages pages = pages_of(report);
        CHECK(outside(pages) == "");
        CHECK(across_rules(pages) == "");
        for (const Page& page : pages.pages) {
            const GlyphRun& first = *marks<GlyphRun>(page).front();
            const bool again = first.artifact == Artifact::repeated;
            if (!again && first.size == Layout{}.em()) continue;
            const std::u32string text = text_of(page);
            begins.insert(to_utf8(text.substr(0, again ? 3 : 8)));
            CHECK(again == (text_of(page, Artifact::repeated).find(U"申请人情况") != text.npos));
        }
    }
    begins.erase("某县某局2022");  // the title
    std::string all;
    for (const std::string& own : begins) all += own + " ";
    CHECK(all == "第二十条第（八） 第二十条第（六） （三） （六） ");
}

TEST_CASE("a landscape table keeps its note, and is set smaller for it") {
    Report report = sample_report();
    report.layout.wide_table = WideTable::landscape;
    const auto size = [&] {
        const Pages pages = pages_of(report);
        CHECK(outside(pages) == "");
        CHECK(across_rules(pages) == "");
        CHECK(note_alone(pages) == "");
        const auto on = pages_with(pages, U"申请人情况");
        REQUIRE(on.size() == 1);
        const Page& page = pages.pages[static_cast<std::size_t>(on.front()) - 1];
        CHECK(runs_with(page, U"说明").size() == (report.applications.note.empty() ? 0 : 1));
        return runs_with(page, U"属于国家秘密").front()->size;
    };
    CHECK(size() == 9.0_pt);
    report.applications.note = "本表的说明。";
    CHECK(size() == 7.5_pt);
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

TEST_CASE("a remark goes below its number rather than apart") {
    Report report = sample_report();
    set(report.applications, {"results", "total", "total"}, "6", "撤回");
    const Pages pages = pages_of(report);
    const Page& page =
        pages.pages[static_cast<std::size_t>(pages_with(pages, U"申请人情况").front()) - 1];
    CHECK(runs_with(page, U"（撤回）").size() == 1);
}

TEST_CASE("numbers in tables centred, or to the right") {
    Report report = sample_report();
    const auto ends = [&] {
        const Pages pages = pages_of(report);
        std::vector<Length> out;
        for (const Page& page : pages.pages) {
            for (const char32_t* text : {U"3", U"5"}) {
                for (const GlyphRun* run : runs_with(page, text)) {
                    if (run->source == text) out.push_back(right_of(*run));
                }
            }
        }
        return out;
    };
    set(report.disclosure, {"licences"}, "3");
    const auto centred = ends();
    report.layout.table_numbers = TableNumbers::right;
    const auto right = ends();
    REQUIRE(centred.size() == right.size());
    for (std::size_t i = 0; i < right.size(); ++i) CHECK(right[i] > centred[i] + 8.0_pt);
    CHECK(across_rules(pages_of(report)) == "");
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
    for (std::size_t i = 1; i < pages.nodes.size(); ++i)
        CHECK(pages.nodes[i].parent < static_cast<int>(i));
    CHECK(headers(0, 0, "本年废止件数") == "第二十条第（一）项/本年废止件数/规章/");
    CHECK(headers(0, 0, "行政强制") == "第二十条第（六）项/本年处理决定数量/行政强制/");
    CHECK(headers(1, 4, "商业企业") ==
          "申请人情况/法人或其他组织/商业企业/三、本年度办理结果/（三）不予公开/1.属于国家秘密/");
    CHECK(headers(2, 0, "复议后起诉") == "行政诉讼/复议后起诉/结果维持/");
    // The note in the corner of table three is the header of nothing.
    int corner = -1;
    for (std::size_t i = 0; i < pages.nodes.size(); ++i) {
        if (text_of_node(static_cast<int>(i)).starts_with("（本列数据"))
            corner = static_cast<int>(i);
    }
    REQUIRE(corner > 0);
    CHECK(pages.nodes[static_cast<std::size_t>(corner)].role == Role::cell);
    for (const Node& node : pages.nodes)
        CHECK(std::find(node.headers.begin(), node.headers.end(), corner) == node.headers.end());
}
