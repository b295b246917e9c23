// How empty pages stay: the examples and generated reports, and that the checks see a
// page that is too empty.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "nianbao/read.hpp"
#include "report/generator.hpp"
#include "report/page_checks.hpp"
#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "typeset/flow.hpp"
#include "typeset/page/pieces.hpp"

using namespace nianbao;

namespace {

/// How many reports: with --long all 200.
std::uint64_t wanted() { return std::getenv("NIANBAO_LONG") != nullptr ? 200 : 20; }

/// Of pages but the last.
struct Counted {
    int pages = 0, over_28 = 0, over_45 = 0;

    void add(const std::vector<int>& white) {
        for (const int own : white) {
            ++pages;
            if (own > 280) ++over_28;
            if (own > 450) ++over_45;
        }
    }
};

/// As many pages as if tables were never divided, or fewer.
bool no_page_more(const Report& report) {
    Setter setter(free_fonts().faces(), report.layout);
    const Document document = compose(report);
    const Flow flow = set_flow(document, setter);
    const Pieces pieces = pieces_of(flow, report.layout);
    const PageRoom room = page_room(report.layout);
    return choose_page_ends(pieces.pieces, room).size() <= fill_in_turn(pieces.pieces, room).size();
}

/// Takes away what stands below a height.
void drop_below(Page& page, Length height) {
    std::erase_if(page.marks, [&](const Mark& mark) {
        const auto* run = std::get_if<GlyphRun>(&mark);
        if (run != nullptr) return run->artifact == Artifact::none && run->origin.y > height;
        const auto* rule = std::get_if<Rule>(&mark);
        return rule != nullptr && rule->origin.y + rule->height > height;
    });
}

}  // namespace

TEST_CASE("of the pages of generated reports few are over 28 % empty, and none over 45 %") {
    Counted counted;
    for (std::uint64_t number = 0; number < wanted(); ++number) {
        CAPTURE(number);
        const Report report = generated_report(number);
        const Pages pages = pages_of(report);
        CHECK(note_alone(pages) == "");
        CHECK(no_page_more(report));
        // In longer ones nearly all pages are text, which fills them by itself.
        const std::vector<int> white = white_space(pages, report.layout);
        if (pages.pages.size() <= 15) counted.add(white);
        CHECK(std::none_of(white.begin(), white.end(), [](int own) { return own > 450; }));
    }
    CHECK(counted.pages >= 5 * static_cast<int>(wanted()));
    CHECK_MESSAGE(counted.over_28 * 20 <= counted.pages,
                  counted.over_28 << " of " << counted.pages);
    CHECK(counted.over_45 == 0);
}

TEST_CASE("no page of the examples but the last is over 28 % empty") {
    Counted counted;
    for (const char* name : {"form-2019-en.yaml", "form-2019-zh.yaml", "hard-en.yaml",
                             "hard-zh.yaml", "huaian-2024.json", "jinxiang-veterans-2022.yaml"}) {
        CAPTURE(name);
        const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / "examples" / name);
        REQUIRE(reading.report);
        const Pages pages = pages_of(*reading.report);
        CHECK(note_alone(pages) == "");
        CHECK(no_page_more(*reading.report));
        counted.add(white_space(pages, reading.report->layout));
    }
    CHECK(counted.pages == 25);
    CHECK(counted.over_28 == 0);
}

TEST_CASE("the checks see a page that is too empty, and a note without its table") {
    Report report = sample_report();
    report.overview = repeated("字", 28 * 60);
    report.applications.note = "本表的说明。";
    Pages pages = pages_of(report);
    const Layout layout;
    const auto emptiest = [&] {
        const std::vector<int> white = white_space(pages, layout);
        return *std::max_element(white.begin(), white.end());
    };
    CHECK(emptiest() <= 280);
    CHECK(note_alone(pages) == "");

    drop_below(pages.pages[1], layout.top + layout.height * 73 / 100);
    CHECK(emptiest() > 250);
    CHECK(emptiest() < 310);
    drop_below(pages.pages[1], layout.top + layout.height / 2);
    CHECK(emptiest() > 450);

    // The note alone is carried over.
    const auto on = pages_with(pages, U"注：本表的说明。");
    REQUIRE(on.size() == 1);
    Page& page = pages.pages[static_cast<std::size_t>(on.front()) - 1];
    const auto note = std::find_if(page.marks.begin(), page.marks.end(), [](const Mark& mark) {
        const auto* run = std::get_if<GlyphRun>(&mark);
        return run != nullptr && run->source.find(U"注：本表") != run->source.npos;
    });
    REQUIRE(note != page.marks.end());
    pages.pages.back().marks.push_back(*note);
    page.marks.erase(note);
    CHECK(note_alone(pages) == std::to_string(pages.pages.back().number) + ": 注：本表的说明。");
}

TEST_CASE(
    "a page that a landscape table has to itself may be empty below it; one that it shares not") {
    Report report = sample_report();
    report.layout.wide_table = WideTable::landscape;
    Pages pages = pages_of(report);
    const auto on = pages_with(pages, U"申请人情况");
    REQUIRE(on.size() == 1);
    const std::size_t all = pages.pages.size() - 1;
    CHECK(white_space(pages, report.layout).size() == all - 1);
    Page next = pages.pages[static_cast<std::size_t>(on.front()) - 1];
    ++next.number;
    for (std::size_t i = static_cast<std::size_t>(on.front()); i < pages.pages.size(); ++i)
        ++pages.pages[i].number;
    pages.pages.insert(pages.pages.begin() + on.front(), next);
    CHECK(white_space(pages, report.layout).size() == all + 1);
}

TEST_CASE("rows are drawn closer where a page would stay over a quarter empty all the same") {
    // The end of its table two would stand alone before a landscape table.
    const Report report = generated_report(101);
    const Pages pages = pages_of(report);
    const auto on = pages_with(pages, U"申请人情况");
    CHECK(on == std::vector<int>{2});
    for (const int own : white_space(pages, report.layout)) CHECK(own < 250);
}
