// Pages that a program asks for: what cannot be set is refused by name.
#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "report/set_pages.hpp"

using namespace nianbao;

namespace {

Report report_for(int year) {
    std::optional<Report> report = Report::empty("清河县水务局", year);
    REQUIRE(report.has_value());
    return *std::move(report);
}

}  // namespace

TEST_CASE("a page that cannot be is told by its measure, and nothing is set on it") {
    using Change = std::function<void(Layout&)>;
    const std::pair<Change, std::string> faults[] = {
        {[](Layout&) {}, ""},
        {[](Layout& layout) { layout.columns = 0; }, "layout.columns: 0 cannot be set"},
        {[](Layout& layout) { layout.columns = 4; }, "layout.columns: 4 cannot be set"},
        {[](Layout& layout) { layout.columns = 5; }, ""},
        {[](Layout& layout) { layout.columns = 111; }, "layout.columns: 111 cannot be set"},
        {[](Layout& layout) { layout.columns = 110; }, ""},
        {[](Layout& layout) { layout.columns = -1; }, "layout.columns: -1 cannot be set"},
        {[](Layout& layout) { layout.lines = 0; }, "layout.lines: 0 cannot be set"},
        {[](Layout& layout) { layout.lines = 1; }, ""},
        {[](Layout& layout) { layout.width = {}; }, "layout.width: 0 cannot be set"},
        {[](Layout& layout) { layout.width = layout.page_width; },
         "layout.width: 595.2755889892578 cannot be set"},
        {[](Layout& layout) { layout.width = layout.page_width - layout.left; }, ""},
        {[](Layout& layout) { layout.height = Length{1}; },
         "layout.height: 1.52587890625e-05 cannot be set"},
        {[](Layout& layout) { layout.left = -1.0_pt; }, "layout.left: -1 cannot be set"},
        {[](Layout& layout) { layout.top = layout.page_height + 1.0_pt; },
         "layout.top: 842.8897705078125 cannot be set"},
        {[](Layout& layout) { layout.page_width = 14401.0_pt; },
         "layout.page_width: 14401 cannot be set"},
        {[](Layout& layout) { layout.page_height = {}; }, "layout.page_height: 0 cannot be set"},
        {[](Layout& layout) { layout.pitch = {}; }, "layout.pitch: 0 cannot be set"},
        {[](Layout& layout) { layout.table_size = Length{-5}; },
         "layout.table_size: -7.62939453125e-05 cannot be set"},
        {[](Layout& layout) { layout.table_size = 9.0_pt; }, ""},
    };
    for (const auto& [change, expected] : faults) {
        Report report = report_for(2023);
        change(report.layout);
        CHECK(fault(report.layout) == expected);
        CHECK(fault(report) == expected);
        if (expected.empty()) continue;
        CHECK_THROWS_WITH_AS(
            static_cast<void>(typeset(compose(report_for(2023)), free_fonts(), report.layout)),
            expected.c_str(), std::invalid_argument);
    }
}

TEST_CASE("the smallest and the largest page that can be is set") {
    using Change = std::function<void(Layout&)>;
    const Change changes[] = {
        [](Layout& layout) { layout.columns = 5; },
        [](Layout& layout) { layout.columns = 110; },
        [](Layout& layout) { layout.lines = 1; },
        [](Layout& layout) { layout.pitch = 4.0_pt; },
        [](Layout& layout) { layout.pitch = layout.height; },
        [](Layout& layout) { layout.table_size = 7.5_pt; },
        [](Layout& layout) { layout.table_size = 100.0_pt; },
        [](Layout& layout) {
            layout.page_width = layout.page_height = layout.width = layout.height = 14400.0_pt;
            layout.left = layout.top = {};
            layout.columns = 144;
        },
        [](Layout& layout) {
            layout.page_width = layout.page_height = layout.width = layout.height = 72.0_pt;
            layout.left = layout.top = {};
            layout.columns = 18;
        },
    };
    Report report = report_for(2023);
    report.overview = "（一）主动公开\n全年公开信息36条。\n全年未收到申请。";
    report.signature = {"", {2024, 1, 18}};
    for (const Change& change : changes) {
        report.layout = {};
        change(report.layout);
        REQUIRE(fault(report.layout) == "");
        const Pages pages = typeset(compose(report), free_fonts(), report.layout);
        CHECK(!pages.pages.empty());
    }
}

TEST_CASE("without fonts nothing is set") {
    const Report report = report_for(2023);
    CHECK_THROWS_WITH_AS(static_cast<void>(typeset(compose(report), Fonts())),
                         "nianbao::Fonts: no fonts were opened", std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(Fonts().describe()),
                         "nianbao::Fonts: no fonts were opened", std::invalid_argument);
}
