// The rules on what could be read of a report: only what is sure is told.
#include "check/part.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/example.hpp"

using namespace nianbao;

namespace {

/// An error of the reader at a field.
Finding wrong(const std::string& field) {
    Finding finding;
    finding.severity = Severity::error;
    finding.where.field = field;
    return finding;
}

/// The codes of what is told.
std::string told(const Report& report, const std::vector<std::string>& unread,
                 const std::vector<Finding>& findings) {
    std::string codes;
    for (const Finding& finding : check_part(report, unread, findings, {}))
        codes += finding.rule + " ";
    return codes;
}

}  // namespace

TEST_CASE("what was read is checked, but not what the reader told of already") {
    const Report report = example("title: 云溪县农业农村局2022年政府信息公开工作年度报告").report;
    CHECK(told(report, {}, {}) == "W-02 ");
    CHECK(told(report, {}, {wrong("title")}) == "");
    CHECK(told(report, {}, {wrong("overview")}) == "W-02 ");
}

TEST_CASE("a sum is told only if it is wrong whatever the unread cells hold") {
    Report report = model_report();
    report.cell("disputes.reconsideration.total")->value = {9};
    CHECK(told(report, {}, {}) == "T4-01 ");
    CHECK(told(report, {"disputes.reconsideration.upheld"}, {}) == "");
    CHECK(told(report, {"disputes.litigation_direct.upheld"}, {}).find("T4-01") !=
          std::string::npos);
}

TEST_CASE("fees are guessed at only where they were not read") {
    Report report = model_report();
    report.processing_fees = ProcessingFees{{1}, {200}, {200}};
    report.other = "收取信息处理费500元。";
    CHECK(told(report, {}, {}) == "P-11 ");
    CHECK(told(report, {"processing_fees.collected"}, {}) == "");
}

TEST_CASE("a waiver may be for what could not be looked at") {
    Report report = model_report();
    report.waive = {{"T2-01", "disclosure.normative_documents", "集中清理"}};
    CHECK(told(report, {}, {}) == "");
}
