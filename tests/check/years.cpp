// A report against last year's and against the other offices' of the same run.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

/// The findings of the rules that need last year's report, a line each, with those of
/// 规章 and charges.
std::string told(const Report& report, const Report& previous) {
    std::string out;
    for (const Finding& finding : check(report, {.previous = &previous})) {
        if (finding.rule.front() != 'Y' && !finding.rule.starts_with("T2")) continue;
        out += (out.empty() ? "" : "\n") + finding.rule + " " + as_in_examples(finding, report);
    }
    return out;
}

std::string told(std::string_view lines) {
    const Example given = example(lines);
    return told(given.report, given.previous);
}

}  // namespace

TEST_CASE("Y-01: every column of 上年结转 is last year's 结转, and the message names both") {
    CHECK(
        told(
            "previous.applications.carried_out.business: 1\nprevious.applications.carried_out.total: 2\nprevious.applications.received.business: 3") ==
        "Y-01 错误 applications.carried_in.business: 商业企业：上年结转 0，不等于上年报告中的结转下年度继续办理 1\n"
        "Y-01 错误 applications.carried_in.total: 总计：上年结转 1，不等于上年报告中的结转下年度继续办理 2");
    const Example given = example("previous.applications.carried_out.natural_person: 0");
    const std::vector<Finding> findings = check(given.report, {.previous = &given.previous});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].values == std::vector<Value>{{"found", "1"}, {"expected", "0"}});
    CHECK(findings[0].hint == "上年的报告公布以后数字有更正的，在 waive 中写明理由");
    CHECK(stops(findings));
}

TEST_CASE("Y-01: changing any one cell of the row is found, and the cell is named") {
    const Report previous = model_report_of_last_year(), good = model_report();
    const Form& form = *good.applications.form;
    int cells = 0;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        const std::string field = field_path(form, form.entries[i].field);
        if (!field.starts_with("applications.carried_in.")) continue;
        Report report = good;
        report.applications.cells[i].value.digits += 1;
        CHECK(told(report, previous).starts_with("Y-01 错误 " + field + ": "));
        ++cells;
    }
    CHECK(cells == 7);
}

TEST_CASE("T2-02: 现行有效 goes on from last year's, and the promised waiver is for it") {
    CHECK(
        told("disclosure.normative_documents.in_force: 6") ==
        "T2-02 警告 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 6，不等于上年的 6 加本年制发件数 2 减本年废止件数 1 等于 7 (相差 1)");
    CHECK(
        told(
            "disclosure.normative_documents.in_force: 8\nwaive: T2-02 disclosure.normative_documents 机构改革划入") ==
        "T2-02 警告 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 8，不等于上年的 6 加本年制发件数 2 减本年废止件数 1 等于 7 (相差 1) "
        "[机构改革划入]");
    // More repealed than there ever were.
    CHECK(
        told(
            "disclosure.normative_documents.repealed: 9\ndisclosure.normative_documents.in_force: 0") ==
        "T2-02 警告 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 0，不等于上年的 6 加本年制发件数 2 减本年废止件数 9 等于 -1 (相差 "
        "1)");
}

TEST_CASE("T2-03: who can have no 规章") {
    const auto said = [](const std::string& agency, const std::string& kind) {
        const std::string all = told(
            "agency: " + agency + "\nkind: " + kind + "\nprevious.agency: " + agency +
            "\nprevious.disclosure.government_rules.in_force: 2\n" +
            "disclosure.government_rules.repealed: 1\ndisclosure.government_rules.in_force: 1");
        const std::string
            begin =
                "T2-03 警告 disclosure.government_rules.repealed: 规章：本年废止件数 1、现行有效件数 1，而",
            end = "没有制定规章的权限";
        if (all.empty()) return std::string("-");
        return all.starts_with(begin) && all.ends_with(end)
                   ? all.substr(begin.size(), all.size() - begin.size() - end.size())
                   : all;
    };
    CHECK(said("云溪县农业农村局", "department") == "地方政府的部门");
    CHECK(said("淮安市财政局", "department") == "地方政府的部门");
    CHECK(said("江苏省司法厅", "department") == "地方政府的部门");
    CHECK(said("国家税务总局云溪县税务局", "department") == "地方政府的部门");
    CHECK(said("交通运输部", "department") == "-");
    CHECK(said("国家税务总局", "department") == "-");
    CHECK(said("石桥镇人民政府", "township") == "乡镇、街道");
    CHECK(said("漴浦街道办事处", "township") == "乡镇、街道");
    CHECK(said("云溪县滨湖新区办事处", "township") == "乡镇、街道");
    CHECK(said("云溪县人民政府", "government") == "县级政府");
    CHECK(said("云溪县人民政府办公室", "office") == "县级政府");
    CHECK(said("淮安市清江浦区人民政府", "government") == "县级政府");
    CHECK(said("东乌珠穆沁旗人民政府", "government") == "县级政府");
    CHECK(said("石桥镇人民政府", "government") == "乡镇、街道");
    CHECK(said("淮安市人民政府", "government") == "-");
    CHECK(said("淮安市人民政府办公室", "office") == "-");
    CHECK(said("淮安市人民政府", "department") == "-");  // the kind was left out
    CHECK(said("湘西土家族苗族自治州人民政府", "government") == "-");
    CHECK(said("江苏省人民政府", "government") == "-");
    CHECK(said("广西壮族自治区人民政府", "government") == "-");
}

TEST_CASE("T2-04: from a thousand times last year's on, where it can be a sum of 元") {
    const auto said = [](const std::string& now, const std::string& before) {
        return told("disclosure.administrative_charges: " + now +
                    "\nprevious.disclosure.administrative_charges: " + before);
    };
    const std::string field = " 警告 disclosure.administrative_charges: 行政事业性收费";
    CHECK(said("12500", "12.5") == "T2-04" + field + " 12500 万元，是上年 12.5 万元的一千倍以上");
    CHECK(said("12499.99", "12.5") == "Y-03" + field + "：本年 12499.99，达到上年 12.5 的十倍");
    CHECK(said("125000.50", "12.5") ==
          "T2-04" + field + " 125000.50 万元，是上年 12.5 万元的一千倍以上");
    CHECK(said("125000.55", "12.5") ==
          "T2-04" + field + " 125000.55 万元，是上年 12.5 万元的一千倍以上");
    CHECK(said("125000.500", "12.5") ==
          "T2-04" + field + " 125000.500 万元，是上年 12.5 万元的一千倍以上");
    CHECK(said("125000.505", "12.5") ==
          "Y-03" + field + "：本年 125000.505，达到上年 12.5 的十倍");  // 元 have two decimals
    CHECK(said("12500", "0") == "Y-03" + field + "：本年 12500，上年是 0");
}

TEST_CASE("Y-02: more than half is told, half is not; nor is a text of less than 100 characters") {
    Report report = model_report(), previous = model_report_of_last_year();
    const auto said = [&](const std::string& now, const std::string& before) {
        report.problems = now;
        previous.problems = before;
        return told(report, previous);
    };
    const std::string begin = "Y-02 警告 problems: 存在的主要问题及改进情况：";
    CHECK(said(clauses(0, 10), clauses(5, 10)) == "");
    CHECK(said(clauses(0, 11), clauses(5, 11)) ==
          begin + "110 个字中有 60 个与上年的报告相同（55%），超过一半");
    CHECK(said(clauses(0, 10), clauses(0, 10)) ==
          begin + "100 个字中有 100 个与上年的报告相同（100%），超过一半");
    CHECK(said(clauses(0, 9), clauses(1, 9)) == "");
    CHECK(check(report, {.disabled = {"W-09"}, .previous = &previous}).empty());
    CHECK(said(clauses(0, 9), clauses(0, 9)) == begin + "与上年的报告一字不差");
    CHECK(said(clauses(0, 3), clauses(0, 3)) == begin + "与上年的报告一字不差");
    CHECK(said(clauses(0, 1), clauses(0, 1)) == "");
    report.problems = previous.problems = clauses(0, 20);
    const std::vector<Finding> findings =
        check(report, {.disabled = {"W-09"}, .previous = &previous});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].values ==
          std::vector<Value>{{"shared", "200"}, {"characters", "200"}, {"percent", "100"}});
    CHECK(findings[0].hint ==
          "比较的是 8 个字以上的分句，不计数字、年份、序号、空格和换行；请写本年度的情况");
}

TEST_CASE(
    "Y-02: line ends, blanks, digits, years, numbering and headings make no difference; the introduction is left out") {
    Report report = model_report(), previous = model_report_of_last_year();
    const std::string begin = "Y-02 警告 overview: 总体情况：";
    previous.overview =
        "（一）主动公开情况\n二〇二二年制发文件120件并全部公开，一是及时更新领导简历和机构信息；二是按月核对权责清单各个栏目。\n"
        "1.加强了对乡镇和部门的业务培训指导；云溪县农业农村局把政务公开列入了年度考核，考核结果占3.5分并按季度通报。"
        "政务新媒体全年推送农业技术信息，窗口人员随时解答群众提出的问题。";
    report.overview =
        "（一）公开情况\n　　2023年制发文件 98 件并全部公开，二是及时更新领导\n简历和机构信息；第三是按月核对权责清单各个栏目。\n"
        "（2）加强了对乡镇和部门的业务培训指导；把政务公开列入了年度考核，考核结果占12分并按\n季度通报。"
        "政务新媒体全年推送农业技术信息，\n窗口人员随时解答群众提出的问题。";
    CHECK(told(report, previous) ==
          begin + "109 个字中有 109 个与上年的报告相同（100%），超过一半");
    report = model_report();
    report.introduction = previous.introduction = clauses(0, 40);
    previous.overview = model_report_of_last_year().overview;
    CHECK(told(report, previous) == "");
}

TEST_CASE(
    "Y-03: ten times and a tenth are told, a little less and more are not, nor is anything below 100") {
    const auto said = [](int now, int before) {
        return told(
            fmt::format("disclosure.licences: {}\nprevious.disclosure.licences: {}", now, before));
    };
    const std::string begin = "Y-03 警告 disclosure.licences: 行政许可：";
    CHECK(said(1000, 100) == begin + "本年 1000，达到上年 100 的十倍");
    CHECK(said(999, 100) == "");
    CHECK(said(100, 1000) == begin + "本年 100，不超过上年 1000 的十分之一");
    CHECK(said(101, 1000) == "");
    CHECK(said(100, 10) == begin + "本年 100，达到上年 10 的十倍");
    CHECK(said(99, 9) == "");
    CHECK(said(9, 99) == "");
    CHECK(said(10, 100) == begin + "本年 10，不超过上年 100 的十分之一");
    CHECK(said(100, 0) == begin + "本年 100，上年是 0");
    CHECK(said(99, 0) == "");
    CHECK(said(0, 100) == begin + "本年是 0，上年 100");
    CHECK(said(0, 99) == "");
}

TEST_CASE("Y-03: a total that jumps with one of its parts is not told of again") {
    CHECK(
        told(
            "applications.received.natural_person: 900\napplications.received.total: 903\napplications.results.disclosed.natural_person: 897\n"
            "applications.results.disclosed.total: 899\napplications.results.total.natural_person: 900\napplications.results.total.total: 903") ==
        "Y-03 警告 applications.received.natural_person: 本年新收·自然人：本年 900，达到上年 7 的十倍\n"
        "Y-03 警告 applications.results.disclosed.natural_person: 予以公开·自然人：本年 897，达到上年 5 的十倍");
    // Where no part does, the total itself is told.
    CHECK(
        told(
            "disputes.reconsideration.upheld: 60\ndisputes.reconsideration.pending: 50\ndisputes.reconsideration.total: 110") ==
        "Y-03 警告 disputes.reconsideration.total: 行政复议·总计：本年 110，上年是 0");
}

TEST_CASE("Y-05: another office's report, or another year's, is not compared") {
    CHECK(told("previous.year: 2021\nprevious.applications.carried_out.total: 9") ==
          "Y-05 警告 year: 上年的报告是 2021 年度的，不是 2022 年度的，没有比较");
    CHECK(told("previous.year: 2023") ==
          "Y-05 警告 year: 上年的报告是 2023 年度的，不是 2022 年度的，没有比较");
    CHECK(told("previous.agency: 云溪县水利局\nprevious.applications.carried_out.total: 9") ==
          "Y-05 警告 agency: 上年的报告是“云溪县水利局”的，不是“云溪县农业农村局”的，没有比较");
    // A waiver of another year's report says nothing of the name.
    CHECK(told("previous.agency: 云溪县水利局\nwaive: Y-05 year 另有原因").find("，没有比较") !=
          std::string::npos);
    // A new name is accepted by a waiver, and then the two are compared.
    CHECK(
        told(
            "previous.agency: 云溪县农业局\nwaive: Y-05 agency 机构改革更名\nprevious.applications.carried_out.natural_person: 2") ==
        "Y-05 警告 agency: 上年的报告是“云溪县农业局”的，不是“云溪县农业农村局”的 [机构改革更名]\n"
        "Y-01 错误 applications.carried_in.natural_person: 自然人：上年结转 1，不等于上年报告中的结转下年度继续办理 2");
    const Report report = model_report();
    const std::vector<Finding> findings = check(report, {.no_previous = "没有找到"});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "Y-05");
    CHECK(as_in_examples(findings[0], report) == "警告 agency: 没有找到");
    CHECK(findings[0].hint == "请给出本单位上一年度的报告");
}

TEST_CASE(
    "a report on the form of 2019: 结转 goes on into 2021's, its table two is another thing") {
    Report report = generated_report(1, {.extent = Extent::usual, .year = 2021}),
           previous = generated_report(2, {.extent = Extent::usual, .year = 2020});
    previous.agency = report.agency;
    for (FilledForm* filled : {&report.disclosure, &previous.disclosure}) {
        for (Cell& cell : filled->cells) cell.value = {5'000, 0};
    }
    for (std::size_t i = 0; i < previous.disclosure.cells.size(); ++i)
        previous.disclosure.cells[i] = {
            {1, 0}, {}, written(previous.disclosure.form->entries[i].measure, {1, 0})};
    for (FilledForm* filled :
         {&report.applications, &previous.applications, &report.disputes, &previous.disputes}) {
        for (Cell& cell : filled->cells) cell.value = {1, 0};
    }
    for (std::size_t i = 0; i < previous.applications.cells.size(); ++i) {
        const std::string field =
            field_path(*previous.applications.form, previous.applications.form->entries[i].field);
        if (field == "applications.carried_out.business")
            previous.applications.cells[i].value = {3, 0};
        if (field == "applications.results.other_handling.business")
            previous.applications.cells[i].value = {900, 0};
    }
    std::string rules;
    for (const Finding& finding : check(report, {.previous = &previous})) {
        if (finding.rule.front() == 'Y' || finding.rule == "T2-02")
            rules += finding.rule + " " + as_in_examples(finding, report) + "\n";
    }
    CHECK(
        rules ==
        "Y-01 错误 applications.carried_in.business: 商业企业：上年结转 1，不等于上年报告中的结转下年度继续办理 3\n");
}
