// The sums of the official tables.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/check.hpp"
#include "report/example.hpp"
#include "report/sample.hpp"

using namespace nianbao;

namespace {

/// Every finding as "CODE field: message".
std::string findings(const Report& report, const CheckOptions& options = {}) {
    std::string out;
    for (const Finding& finding : check(report, options)) {
        if (!out.empty()) out += '\n';
        out += finding.rule + " " + finding.where.field + ": " + finding.message;
        if (!finding.waived.empty()) out += " [" + finding.waived + "]";
    }
    return out;
}

}  // namespace

TEST_CASE("a report that adds up has no finding") { CHECK(findings(sample_report()) == ""); }

TEST_CASE("T3-01: received and carried in are handled or carried out") {
    Report report = sample_report();
    set(report.applications, {"carried_out", "natural_person"}, "1");
    set(report.applications, {"carried_out", "total"}, "1");
    CHECK(
        findings(report) ==
        "T3-01 applications.received.natural_person: 自然人：本年新收 3 加上年结转 1 等于 4，不等于办理结果总计 4 加结转下年度 1 等于 5 (相差 1)\n"
        "T3-01 applications.received.total: 总计：本年新收 5 加上年结转 1 等于 6，不等于办理结果总计 6 加结转下年度 1 等于 7 (相差 1)");
    CHECK(check(report).front().hint ==
          "第一项加第二项之和，应等于第三项总计加第四项之和，请逐个核对这四个数");
    CHECK(check(report).front().values ==
          std::vector<Value>{{"found", "4"}, {"expected", "5"}, {"difference", "1"}});
    CHECK(check(report).front().severity == Severity::error);
}

TEST_CASE("T3-02: the results add up to their total") {
    Report report = sample_report();
    set(report.applications, {"results", "refused", "third_party", "business"}, "2");
    set(report.applications, {"results", "refused", "third_party", "total"}, "2");
    CHECK(
        findings(report) ==
        "T3-02 applications.results.total.business: 商业企业：办理结果总计 2，不等于（一）至（六）各项之和 4 (相差 2)\n"
        "T3-02 applications.results.total.total: 总计：办理结果总计 6，不等于（一）至（六）各项之和 8 (相差 2)");
}

TEST_CASE("T3-03: a row's total is the sum of its six applicants") {
    Report report = sample_report();
    set(report.applications, {"results", "unable", "not_held", "total"}, "9");
    CHECK(
        findings(report) ==
        "T3-02 applications.results.total.total: 总计：办理结果总计 6，不等于（一）至（六）各项之和 14 (相差 8)\n"
        "T3-03 applications.results.unable.not_held.total: 本机关不掌握相关政府信息：总计 9，不等于自然人 1 加商业企业 0 加科研机构 0 加社会公益组织 0 "
        "加法律服务机构 0 加其他 0 等于 1 (相差 8)");
}

TEST_CASE("T4-01: a procedure's outcomes add up to its total") {
    Report report = sample_report();
    set(report.disputes, {"litigation_after_reconsideration", "pending"}, "1");
    CHECK(
        findings(report) ==
        "T4-01 disputes.litigation_after_reconsideration.total: 行政诉讼（复议后起诉）：总计 0，不等于结果维持 0 加结果纠正 0 加其他结果 0 加尚未审结 1 等于 "
        "1 (相差 1)");
}

TEST_CASE("T2-01: what is in force is at least what was made and not repealed; equal is enough") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "made"}, "3");
    set(report.disclosure, {"normative_documents", "repealed"}, "1");
    set(report.disclosure, {"normative_documents", "in_force"}, "2");
    CHECK(findings(report) == "");
    set(report.disclosure, {"normative_documents", "in_force"}, "1");
    CHECK(
        findings(report) ==
        "T2-01 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 1，小于本年制发件数 3 减本年废止件数 1 等于 2 (相差 1)");
    CHECK(check(report).front().severity == Severity::warning);
    CHECK_FALSE(stops(check(report)));
}

TEST_CASE(
    "a rule that is disabled is not told; a waived finding keeps its reason and stops nothing") {
    Report report = sample_report();
    set(report.disputes, {"reconsideration", "total"}, "4");
    CHECK(stops(check(report)));
    CHECK(findings(report, {{"T4-01"}}) == "");
    report.waive.push_back({"T4-01", "disputes.reconsideration", "复议机关口径"});
    CHECK(
        findings(report) ==
        "T4-01 disputes.reconsideration.total: 行政复议：总计 4，不等于结果维持 0 加结果纠正 0 加其他结果 0 加尚未审结 0 等于 0 (相差 4) [复议机关口径]");
    CHECK_FALSE(stops(check(report)));
}

TEST_CASE("a waiver is for its own field and rule") {
    Report report = sample_report();
    set(report.disputes, {"reconsideration", "total"}, "4");
    report.waive = {{"T4-01", "disputes.litigation_direct", "不相干"},
                    {"T3-01", "disputes.reconsideration", "不相干"},
                    {"T4-01", "disputes.recon", "半个名字"}};
    CHECK(stops(check(report)));
}

TEST_CASE("a waiver with a quotation is for these words alone; its field may be a Chinese name") {
    Report report = model_report();
    report.overview = "全年新收政府信息公开申请15件，办结14件。";
    report.waive = {{"P-01", "总体情况", "口径不同", "15件"}};
    const auto levels = [&] {
        std::string out;
        for (const Finding& finding : check(report))
            out += finding.rule + " " + std::string(level_of(finding)) + "; ";
        return out;
    };
    CHECK(levels() == "P-01 豁免; P-01 错误; ");
    report.waive.front().quote = "办结14件";
    CHECK(levels() == "P-01 错误; P-01 豁免; ");
    report.waive.front().quote.clear();
    CHECK(levels() == "P-01 豁免; P-01 豁免; ");
    report.waive.front().quote = "16件";
    CHECK(levels() == "P-01 错误; P-01 错误; V-01 警告; ");
    CHECK(check(report).back().message == "豁免没有用上：“总体情况”的“16件”没有 P-01 的问题");
    report.waive.front().field = "没有这一项";
    CHECK(levels() == "P-01 错误; P-01 错误; V-01 警告; ");
}

TEST_CASE("a waiver names a cell in Chinese") {
    Report report = model_report();
    report.disputes.cells.front().value = {7, 0};
    report.waive = {{"T4-01", "政府信息公开行政复议、行政诉讼情况.行政复议", "复议机关口径"}};
    for (const Finding& finding : check(report)) {
        if (finding.rule == "T4-01") CHECK(finding.waived == "复议机关口径");
        CHECK(finding.rule != "V-01");
    }
}

TEST_CASE("a waiver of a rule that had nothing to go by, or was disabled, is not called unused") {
    Report report = sample_report();
    report.waive = {{"Y-01", "applications.carried_in", "上年更正"}};
    CHECK(findings(report) == "");
    report.waive = {{"T4-01", "disputes.reconsideration", "复议机关口径"}};
    CHECK(findings(report, {{"T4-01"}}) == "");
    CHECK(findings(report) ==
          "V-01 waive.0: 豁免没有用上：“disputes.reconsideration”没有 T4-01 的问题");
}

TEST_CASE(
    "any one cell of table three that is changed gives a finding that names its row or its column") {
    const Report good = sample_report();
    const Form& form = *good.applications.form;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        Report report = good;
        report.applications.cells[i].value.digits += 1;
        const std::string said = findings(report);
        const Field& column = form.fields[static_cast<std::size_t>(form.entries[i].field)];
        const Field& row = form.fields[static_cast<std::size_t>(column.parent)];
        const bool named = said.find(std::string(column.name) + "：") != said.npos ||
                           said.find(std::string(row.name) + "：") != said.npos;
        CHECK_MESSAGE(named, field_path(form, form.entries[i].field));
    }
}
