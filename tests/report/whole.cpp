// Reports that a program makes: empty ones, their cells by path, their totals, and what
// is not whole about them.
#include "nianbao/check.hpp"
#include "nianbao/diff.hpp"
#include "nianbao/document.hpp"
#include "nianbao/neighbours.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

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

/// What is wrong with a report in which one cell has this value.
std::string fault_of(const std::string& path, Amount value, int year = 2023) {
    return fault_after([&](Report& report) { report.cell(path)->value = value; }, year);
}

constexpr std::int64_t million = 1'000'000, largest = 1'000 * million * million - 1;

}  // namespace

TEST_CASE("an empty report is on the form of its year, its cells are there and 0") {
    CHECK_FALSE(Report::empty("清河县水务局", 2018).has_value());
    for (const auto& [year, edition, cells] :
         {std::tuple{2019, &edition_2019(), 22 + 23 * 7 + 15},
          std::tuple{2020, &edition_2019(), 22 + 23 * 7 + 15},
          std::tuple{2021, &edition_2021(), 10 + 25 * 7 + 15},
          std::tuple{2099, &edition_2021(), 10 + 25 * 7 + 15}}) {
        const Report report = report_for(year);
        CHECK(report.edition == edition);
        CHECK(report.agency == "清河县水务局");
        CHECK(report.year == year);
        CHECK(report.kind == Kind::department);
        CHECK(report.introduction == "");
        CHECK(fault(report) == "");
        int all = 0;
        for (std::size_t i = 0; i < report.tables().size(); ++i) {
            CHECK(report.tables()[i]->form == edition->forms[i]);
            for (const Cell& cell : report.tables()[i]->cells) {
                CHECK(cell == Cell{});
                ++all;
            }
        }
        CHECK(all == cells);
    }
}

TEST_CASE("a cell is found by its path, and what is no cell's is not") {
    Report report = report_for(2023);
    const Report& same = report;
    for (const FilledForm* table : report.tables()) {
        for (std::size_t i = 0; i < table->cells.size(); ++i) {
            const std::string path = field_path(*table->form, table->form->entries[i].field);
            CHECK(report.cell(path) == &table->cells[i]);
            CHECK(same.cell(path) == &table->cells[i]);
        }
    }
    for (const char* path :
         {"", ".", "applications", "applications.", "applications.received",
          "applications.received.", "applications.received.natural_persons",
          "applications.received.natural_person.value", "received.natural_person",
          "applications.note", "overview", "contact.phone", "disclosure.licences.decisions"})
        CHECK_MESSAGE(report.cell(path) == nullptr, path);
    CHECK(report_for(2020).cell("disclosure.licences") == nullptr);
    CHECK(report_for(2020).cell("disclosure.licences.decisions") != nullptr);
}

TEST_CASE("a table without a form, or with too few cells, has no cell to give") {
    Report report = report_for(2023);
    report.applications.cells.resize(3);
    CHECK(report.cell("applications.received.research") == &report.applications.cells[2]);
    CHECK(report.cell("applications.received.public_welfare") == nullptr);
    report.applications.form = nullptr;
    CHECK(report.cell("applications.received.research") == nullptr);
    CHECK(report.cell("disputes.reconsideration.total") != nullptr);
    CHECK(Report().cell("disputes.reconsideration.total") == nullptr);
}

TEST_CASE("adding up sets every total, whatever stood there, and nothing else") {
    Report report = report_for(2023);
    report.cell("applications.received.natural_person")->value = {2};
    report.cell("applications.results.disclosed.natural_person")->value = {2};
    report.cell("applications.results.refused.third_party.business")->value = {1};
    report.cell("applications.results.refused.third_party.total")->value = {7};
    report.cell("applications.results.total.natural_person")->value = {9};
    report.cell("applications.carried_in.business")->value = {1};
    report.cell("disputes.litigation_direct.other")->value = {4};
    *report.cell("disputes.litigation_direct.total") = {{5}, "其中撤回1件", "5"};
    report.add_up();
    const auto value = [&](const char* path) { return report.cell(path)->value.to_string(); };
    CHECK(value("applications.received.natural_person") == "2");
    CHECK(value("applications.received.total") == "2");
    CHECK(value("applications.carried_in.total") == "1");
    CHECK(value("applications.results.refused.third_party.business") == "1");
    CHECK(value("applications.results.refused.third_party.total") == "1");
    CHECK(value("applications.results.total.natural_person") == "2");
    CHECK(value("applications.results.total.business") == "1");
    CHECK(value("applications.results.total.total") == "3");
    CHECK(value("applications.carried_out.total") == "0");
    CHECK(*report.cell("disputes.litigation_direct.total") == Cell{{4}, "其中撤回1件", ""});
    CHECK(value("disputes.reconsideration.total") == "0");
    for (const Finding& finding : check(report))
        CHECK_MESSAGE(!finding.rule.starts_with("T"), finding.message);
}

TEST_CASE("totals of the largest numbers are numbers that can stand in a report") {
    Report report = report_for(2023);
    for (const char* table : {"applications", "disputes"}) {
        for (const FilledForm* filled : report.tables()) {
            if (filled->form->key != table) continue;
            for (const Entry& entry : filled->form->entries)
                report.cell(field_path(*filled->form, entry.field))->value = {999'999'999'999};
        }
    }
    report.add_up();
    CHECK(report.cell("applications.received.total")->value == Amount{5'999'999'999'994});
    CHECK(report.cell("applications.results.total.total")->value == Amount{125'999'999'999'874});
    CHECK(fault(report) == "");
}

TEST_CASE("adding up knows the form of 2019, and leaves alone how its cells are written") {
    Report report = report_for(2020);
    *report.cell("disclosure.licences.change") = {{3}, "", "+3"};
    report.cell("applications.received.research")->value = {6};
    report.add_up();
    CHECK(report.cell("disclosure.licences.change")->printed() == "+3");
    CHECK(report.cell("applications.received.total")->value == Amount{6});
}

TEST_CASE("what a report lacks is told by its name") {
    using Change = std::function<void(Report&)>;
    const std::pair<Change, std::string> faults[] = {
        {[](Report& report) { report.edition = nullptr; }, "form: no edition"},
        {[](Report& report) { report.year = 999; }, "year: 999 does not have four digits"},
        {[](Report& report) { report.year = 1000; }, ""},
        {[](Report& report) { report.year = 9999; }, ""},
        {[](Report& report) { report.year = 10000; }, "year: 10000 does not have four digits"},
        {[](Report& report) { report.disclosure = {}; }, "disclosure: no form"},
        {[](Report& report) { report.applications.form = nullptr; }, "applications: no form"},
        {[](Report& report) { report.disputes.form = nullptr; }, "disputes: no form"},
        {[](Report& report) { report.edition = &edition_2019(); },
         "disclosure: not the form of its edition"},
        {[](Report& report) { report.applications.form = edition_2019().forms[1]; },
         "applications: not the form of its edition"},
        {[](Report& report) { report.disclosure.cells.pop_back(); },
         "disclosure: 9 cells, and its form has 10"},
        {[](Report& report) { report.applications.cells.clear(); },
         "applications: 0 cells, and its form has 175"},
        {[](Report& report) { report.disputes.cells.emplace_back(); },
         "disputes: 16 cells, and its form has 15"},
        {[](Report& report) {
             report.published = {2024, 2, 29};
         },
         ""},
        {[](Report& report) {
             report.published = {2023, 2, 29};
         },
         "published: there is no day 2023-2-29"},
        {[](Report& report) {
             report.signature = {"", {2024, 12, 31}};
         },
         ""},
        {[](Report& report) {
             report.signature = {"", {2024, 13, 1}};
         },
         "signature.date: there is no day 2024-13-1"},
        {[](Report& report) {
             report.signature = {"", {2024, 0, 1}};
         },
         "signature.date: there is no day 2024-0-1"},
        {[](Report& report) {
             report.signature = {"", {2024, 1, 0}};
         },
         "signature.date: there is no day 2024-1-0"},
        {[](Report& report) {
             report.signature = {"", {2024, 257, 1}};
         },
         "signature.date: there is no day 2024-257-1"},
        {[](Report& report) {
             report.signature = {"", {2024, 1, 257}};
         },
         "signature.date: there is no day 2024-1-257"},
        {[](Report& report) {
             report.signature = {"", {999, 1, 1}};
         },
         "signature.date: there is no day 999-1-1"},
        {[](Report& report) {
             report.signature = {"", {10000, 1, 1}};
         },
         "signature.date: there is no day 10000-1-1"},
        {[](Report& report) { report.signature.emplace(); },
         "signature.date: there is no day 0-0-0"},
        {[](Report& report) {
             report.processing_fees = {{2}, {120, 1}, {0}};
         },
         ""},
        {[](Report& report) {
             report.processing_fees = {{25, 1}, {0}, {0}};
         },
         "processing_fees.notices: 25 / 10^1 is not a number that can stand there"},
        {[](Report& report) {
             report.processing_fees = {{2}, {-1}, {0}};
         },
         "processing_fees.notified: -1 / 10^0 is not a number that can stand there"},
        {[](Report& report) {
             report.processing_fees = {{2}, {0}, {1, 7}};
         },
         "processing_fees.collected: 1 / 10^7 is not a number that can stand there"},
    };
    for (const auto& [change, expected] : faults) CHECK(fault_after(change) == expected);
    CHECK(fault(Report()) == "form: no edition");
}

TEST_CASE("a cell holds the numbers that its measure has") {
    const std::string count = "applications.received.other",
                      amount = "disclosure.administrative_charges",
                      change = "disclosure.licences.change",
                      money = "disclosure.procurement.amount";
    CHECK(fault_of(count, {largest}) == "");
    CHECK(
        fault_of(count, {largest + 1}) ==
        "applications.received.other: 1000000000000000 / 10^0 is not a number that can stand there");
    CHECK(fault_of(count, {-1}) != "");
    CHECK(fault_of(count, {10, 1}) != "");
    CHECK(fault_of(amount, {125, 1}) == "");
    CHECK(fault_of(amount, {-125, 1}) != "");
    CHECK(fault_of(amount, {million * million * million - 1, 6}) == "");
    CHECK(fault_of(amount, {million * million * million, 6}) != "");
    CHECK(fault_of(amount, {10 * million * million - 1, 1}) == "");
    CHECK(fault_of(amount, {10 * million * million, 1}) != "");
    CHECK(fault_of(amount, {1, 7}) != "");
    CHECK(fault_of(amount, {1, -1}) != "");
    CHECK(fault_of(change, {-3}, 2020) == "");
    CHECK(fault_of(change, {-largest}, 2020) == "");
    CHECK(fault_of(change, {-largest - 1}, 2020) != "");
    CHECK(fault_of(change, {15, 1}, 2020) != "");
    CHECK(fault_of(money, {-1}, 2020) != "");
}

TEST_CASE("every function that walks the cells refuses a report that is not whole") {
    const Report whole = report_for(2023);
    Report broken = whole;
    broken.applications.cells.pop_back();
    const char* const told = "not a whole report: applications: 174 cells, and its form has 175";
    const CheckOptions against{.previous = &broken};
    CHECK_THROWS_WITH_AS(broken.add_up(), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(check(broken)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(check(whole, against)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(check_references(broken)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(compose(broken)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(sketch(broken)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(diff(broken, whole)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(diff(whole, broken)), told, std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(write(broken, Format::yaml)), told,
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(write_new({"清河县水务局", 2024, {}, &broken})), told,
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(write_new({"清河县水务局", 2018})),
                         "year: 2018 has no form", std::invalid_argument);
}

TEST_CASE("a workbook is not written as text") {
    CHECK_THROWS_WITH_AS(static_cast<void>(write(report_for(2023), Format::workbook)),
                         "a workbook is no text", std::invalid_argument);
}
