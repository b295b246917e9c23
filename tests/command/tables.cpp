// What was found as a table, and how often.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "command/csv.hpp"
#include "command/json.hpp"
#include "command/summary.hpp"

using namespace nianbao;

namespace {

Finding finding(Severity severity, const std::string& rule, const std::string& message = "说明",
                const std::string& hint = "") {
    Finding told;
    told.severity = severity;
    told.rule = rule;
    told.message = message;
    told.hint = hint;
    return told;
}

Outcome office(const std::string& agency, std::size_t errors, std::size_t warnings) {
    Outcome outcome;
    outcome.name = agency + ".yaml";
    outcome.status = Status::accepted;
    outcome.agency = agency;
    outcome.year = 2024;
    for (std::size_t i = 0; i < errors; ++i)
        outcome.findings.push_back(finding(Severity::error, "T3-01"));
    for (std::size_t i = 0; i < warnings; ++i)
        outcome.findings.push_back(finding(Severity::warning, i == 0 ? "W-01" : "W-02"));
    return outcome;
}

}  // namespace

TEST_CASE("A finding is a line of the table, with its quotes doubled") {
    CHECK(
        csv_head() ==
        "\xEF\xBB\xBF\"单位\",\"年度\",\"文件\",\"位置\",\"级别\",\"代码\",\"问题\",\"提示\"\r\n");
    Outcome outcome = office("甲局", 0, 0);
    CHECK(csv(outcome) == "");
    outcome.findings = {finding(Severity::error, "T3-01", "写作 \"5\"，\n应是 4", "改正")};
    outcome.findings[0].place = {"甲局.yaml", {}, 17, 14, 1};
    CHECK(csv(outcome) ==
          "\"甲局\",\"2024\",\"甲局.yaml\",\"第17行第14列\",\"错误\",\"T3-01\","
          "\"写作 \"\"5\"\"，\n应是 4\",\"改正\"\r\n");

    outcome.findings = {finding(Severity::warning, "D-20", "=1+1", "-")};
    CHECK(csv(outcome) ==
          "\"甲局\",\"2024\",\"甲局.yaml\",\"\",\"警告\",\"D-20\",\" =1+1\",\" -\"\r\n");
    outcome.findings[0].waived = "已核对";
    outcome.findings[0].message = "说明";
    outcome.findings[0].place = {"甲局.xlsx", "表", 7, 4, 0, Place::Kind::cell};
    CHECK(
        csv(outcome) ==
        "\"甲局\",\"2024\",\"甲局.yaml\",\"表!D7\",\"豁免\",\"D-20\",\"说明\",\"豁免理由：已核对\"\r\n");
}

TEST_CASE("A file on which the machine failed is a line too") {
    Outcome outcome;
    outcome.name = "a.yaml";
    outcome.failure = "不能读取 a.yaml：没有权限";
    CHECK(csv(outcome) ==
          "\"\",\"\",\"a.yaml\",\"\",\"机器出错\",\"\",\"不能读取 a.yaml：没有权限\",\"\"\r\n");
}

TEST_CASE("The worst stand first, and ten offices at most") {
    Summary summary;
    CHECK(summary.text() == "");
    CHECK(summary.json() == R"({"rules": [], "offices": []})");
    summary.count(office("甲局", 0, 3));
    summary.count(office("乙局", 1, 0));
    summary.count(office("丙局", 0, 0));
    summary.count(office("丁局", 0, 3));
    CHECK(summary.text() ==
          "问题最多的规则：\n"
          "  T3-01 错误 1 处，警告 0 处\n"
          "  W-02  错误 0 处，警告 4 处\n"
          "  W-01  错误 0 处，警告 2 处\n"
          "问题最多的单位：\n"
          "  乙局（乙局.yaml）：错误 1 处，警告 0 处\n"
          "  甲局（甲局.yaml）：错误 0 处，警告 3 处\n"
          "  丁局（丁局.yaml）：错误 0 处，警告 3 处\n");
    CHECK(summary.json().starts_with(
        R"({"rules": [{"rule": "T3-01", "errors": 1, "warnings": 0, "advice": 0}, )"));
    CHECK(
        summary.json().find(
            R"("offices": [{"agency": "乙局", "year": 2024, "file": "乙局.yaml", "errors": 1, "warnings": 0, "advice": 0}, )") !=
        std::string::npos);

    for (std::size_t i = 0; i < 20; ++i) summary.count(office(fmt::format("{:02}局", i), 2, i));
    const std::string text = summary.text();
    CHECK(text.find("  19局（19局.yaml）：错误 2 处，警告 19 处\n  18局") != std::string::npos);
    CHECK(text.ends_with("  10局（10局.yaml）：错误 2 处，警告 10 处\n"));

    Outcome waived = office("戊局", 1, 0);
    waived.findings[0].waived = "已核对";
    Summary none;
    none.count(waived);
    CHECK(none.text() == "");
}

TEST_CASE("Figures of a finding are members of an object; a name that comes again has a list") {
    Finding one = finding(Severity::error, "D-10");
    one.values = {{"missing", "甲"}, {"found", "5"}, {"missing", "乙\""}};
    const std::string all = json(one);
    CHECK_MESSAGE(
        all.find(R"("values": {"missing": ["甲", "乙\""], "found": "5"}, )") != std::string::npos,
        all);
    one.values = {};
    CHECK(json(one).find(R"("values": {}, )") != std::string::npos);
}
