// The texts of reports that a program makes: what a data file could not hold is refused
// by name.
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

using namespace nianbao;

namespace {

Report report_for(int year) {
    std::optional<Report> report = Report::empty("清河县水务局", year);
    REQUIRE(report.has_value());
    return *std::move(report);
}

/// What is wrong with a report of 2023 after this change.
std::string fault_after(const std::function<void(Report&)>& change, int year = 2023) {
    Report report = report_for(year);
    change(report);
    return fault(report);
}

}  // namespace

TEST_CASE("texts that no data file could hold are told by their names") {
    using Change = std::function<void(Report&)>;
    const std::pair<Change, std::string> faults[] = {
        {[](Report& report) { report.agency = ""; }, "agency: empty"},
        {[](Report& report) { report.agency = " \u3000"; }, "agency: empty"},
        {[](Report& report) { report.agency = "清河县\n水务局"; },
         "agency: a line end in a text of one line"},
        {[](Report& report) { report.contact.emplace().phone = "0530\t6120018"; },
         "contact.phone: a tab in a text of one line"},
        {[](Report& report) { report.site.emplace().domain = "a\nb"; },
         "site.domain: a line end in a text of one line"},
        {[](Report& report) {
             report.signature = {"清河县\n水务局", {2024, 1, 18}};
         },
         "signature.agency: a line end in a text of one line"},
        {[](Report& report) { report.cell("applications.received.other")->remark = "其中\n"; },
         "applications.received.other.remark: a line end in a text of one line"},
        {[](Report& report) { report.overview = "第一段\n第二段\r\n\t第三段"; }, ""},
        {[](Report& report) { report.disputes.note = "甲\n乙"; }, ""},
        {[](Report& report) { report.title = "甲\n乙"; }, ""},
        {[](Report& report) { report.overview = "\xC7\xE5\xBA\xD3"; },  // GBK
         "overview: byte 0 (0xC7) is not UTF-8"},
        {[](Report& report) { report.title = "清\xFF"; }, "title: byte 3 (0xFF) is not UTF-8"},
        {[](Report& report) { report.disclosure.note = "\xFF"; },
         "disclosure.note: byte 0 (0xFF) is not UTF-8"},
        {[](Report& report) { report.introduction = std::string("甲\0乙", 7); },
         "introduction: a control character U+0000 at byte 3"},
        {[](Report& report) { report.problems = "\x1B[1m"; },
         "problems: a control character U+001B at byte 0"},
        {[](Report& report) { report.other = "甲\r乙"; },
         "other: a control character U+000D at byte 3"},
        {[](Report& report) { report.other = "\uFEFF"; },
         "other: a control character U+FEFF at byte 0"},
        {[](Report& report) {
             report.waive = {{"T3-01", "applications", " "}};
         },
         "waive.0.reason: empty"},
        {[](Report& report) {
             report.waive = {{"T3-01", "", "核对过"}};
         },
         "waive.0.field: empty"},
        {[](Report& report) {
             report.members = {{"甲局", "a.yaml", "0"}, {"", "b.yaml", "0"}};
         },
         "members.1.agency: empty"},
    };
    for (const auto& [change, expected] : faults) CHECK(fault_after(change) == expected);
}

TEST_CASE("a cell's text says its value, and nothing else") {
    const auto fault_of_text = [](const char* path, Cell cell) {
        return fault_after([&](Report& report) { *report.cell(path) = cell; }, 2020);
    };
    const char* const count = "applications.received.other";
    const char* const change = "disclosure.licences.change";
    const char* const money = "disclosure.procurement.amount";
    CHECK(fault_of_text(count, {{36}, "", "36"}) == "");
    CHECK(fault_of_text(count, {{36}, "", "很多"}) ==
          "applications.received.other: “很多” is not how 36 is written there");
    CHECK(fault_of_text(count, {{36}, "", "37"}) != "");
    CHECK(fault_of_text(count, {{36}, "", "+36"}) != "");
    CHECK(fault_of_text(change, {{3}, "", "+3"}) == "");
    CHECK(fault_of_text(change, {{3}, "", ""}) == "");
    CHECK(fault_of_text(change, {{-3}, "", "-3"}) == "");
    CHECK(fault_of_text(change, {{0}, "", "+0"}) != "");
    CHECK(fault_of_text(change, {{3}, "", "+4"}) != "");
    CHECK(fault_of_text(money, {{0}, "", ""}) == "");
    CHECK(fault_of_text(money, {{251000}, "", ""}) ==
          "disclosure.procurement.amount: “” is not how 251000 is written there");
    CHECK(fault_of_text(money, {{251000}, "", "251000"}) != "");
    CHECK(fault_of_text(money, {{251000}, "", "251000元"}) == "");
    CHECK(fault_of_text(money, {{251000}, "", "25.1万元"}) == "");
    CHECK(fault_of_text(money, {{2510005, 1}, "", "25.10005万元"}) == "");
    CHECK(fault_of_text(money, {{251000}, "", "25.1元"}) != "");
    CHECK(fault_of_text(money, {{251000}, "", "25.2万元"}) != "");
    CHECK(fault_of_text(money, {{0}, "", "元"}) != "");
}

TEST_CASE("a report that is whole is read back equal, and one that is not is not written") {
    Report report = report_for(2020);
    report.introduction = report.overview = report.problems = report.other = "甲\n乙。";
    *report.cell("disclosure.licences.change") = {{3}, "其中撤销1件", "+3"};
    *report.cell("disclosure.procurement.amount") = {{251000}, "", "25.1万元"};
    for (const Format format : {Format::yaml, Format::json}) {
        const Reading reading = read(write(report, format), "a", format);
        CHECK(reading.report == report);
    }
    report.other = "\x1B";
    CHECK_THROWS_WITH_AS(static_cast<void>(write(report, Format::yaml)),
                         "not a whole report: other: a control character U+001B at byte 0",
                         std::invalid_argument);
}
