// How wide the columns of tables are.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "typeset/flow.hpp"

using namespace nianbao;

namespace {

/// The widths of a table's columns.
std::vector<Length> widths_of(const Report& report, std::string_view key) {
    const Document document = compose(report);
    Setter setter(free_fonts().faces(), report.layout);
    for (const Chunk& chunk : set_flow(document, setter).chunks) {
        if (chunk.table && chunk.table->table->key == key) return chunk.table->widths;
    }
    FAIL(key);
    return {};
}

/// True for widths of which none is more than a unit wider than another.
bool are_equal(std::span<const Length> widths) {
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    return (*most - *least).units <= 1;
}

}  // namespace

TEST_CASE("columns of counts are equally wide, but those that need their width") {
    Report report = sample_report();
    const std::vector<Length> three = widths_of(report, "applications");
    CHECK(are_equal(std::span(three).last(7)));
    CHECK(are_equal(widths_of(report, "disputes")));
    const std::vector<Length> two = widths_of(report, "disclosure");
    CHECK(are_equal(std::span(two).last(3)));
    set(report.applications, {"received", "total"}, "123456789");
    const std::vector<Length> wider = widths_of(report, "applications");
    for (const std::vector<Length>& all : {two, three, wider})
        CHECK(std::accumulate(all.begin(), all.end(), Length{}) == report.layout.width);
    CHECK(are_equal(std::span(wider).subspan(3, 6)));
    CHECK(wider[9] > wider[8] + 4.0_pt);
    CHECK(wider[8] >= 9.0_pt * 3 + 5.4_pt);  // six digits
    report.cell("disclosure.normative_documents.made")->remark = "其中修订16件";
    const std::vector<Length> remarked = widths_of(report, "disclosure");
    CHECK(are_equal(std::span(remarked).last(3)));
    // One needs its width, and the next more than the last: these two are equal.
    report.cell("disclosure.normative_documents.made")->remark = std::string(20, 'm');
    set(report.disclosure, {"normative_documents", "repealed"}, "123456789");
    const std::vector<Length> two_wide = widths_of(report, "disclosure");
    CHECK(two_wide[1] > two_wide[2] * 2);
    CHECK(are_equal(std::span(two_wide).last(2)));
}

TEST_CASE("labels of rows stand clear of the rules, some 4 pt at 小五") {
    const Report report = sample_report();
    const std::vector<Length> widths = widths_of(report, "applications");
    const Pages pages = pages_of(report);
    const Page& page =
        pages.pages[static_cast<std::size_t>(pages_with(pages, U"申请人情况").front()) - 1];
    const Layout layout;
    const Length clear = 63.0_pt / 16;  // 3.94 pt
    CHECK(runs_with(page, U"一、本年新收")[0]->origin.x == layout.left + clear);
    CHECK(runs_with(page, U"属于国家秘密")[0]->origin.x > layout.left + widths[0] + widths[1]);
    CHECK(runs_with(page, U"予以公开")[0]->origin.x == layout.left + widths[0] + clear);
}
