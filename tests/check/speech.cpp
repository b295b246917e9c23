// A message speaks the language of the file that it is about: English keys, Chinese ones,
// the cells of a workbook, the headings of a Word file.
#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <set>
#include <string>

#include "command/run/codes.hpp"
#include "docx/write.hpp"
#include "nianbao/check.hpp"
#include "nianbao/job.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/foreign_words.hpp"
#include "report/speech/spoken.hpp"

using namespace nianbao;

namespace {

struct Notation {
    const char* name;
    Format format;
    Speech speech;
    std::string (*write)(const Report&);
};

const Notation notations[] = {
    {"a.yaml", Format::yaml, Speech::english,
     [](const Report& report) { return write(report, Format::yaml, Keys::english); }},
    {"b.yaml", Format::yaml, Speech::chinese,
     [](const Report& report) { return write(report, Format::yaml, Keys::chinese); }},
    {"a.json", Format::json, Speech::english,
     [](const Report& report) { return write(report, Format::json, Keys::english); }},
    {"b.json", Format::json, Speech::chinese,
     [](const Report& report) { return write(report, Format::json, Keys::chinese); }},
    {"a.xlsx", Format::workbook, Speech::cells,
     [](const Report& report) { return write_workbook(report); }},
    {"a.docx", Format::article, Speech::article,
     [](const Report& report) { return write_docx(compose(report), report.layout, {}); }},
};

/// What is told of a file, with the rules' examples of last year's report.
std::vector<Finding> told(std::string bytes, const Notation& notation, const Example& given) {
    RunOptions options;
    options.check.deadline = given.options.deadline;
    options.check.names = given.options.names;
    options.check.previous = [&](const Report&) {
        return given.options.no_previous.empty()
                   ? Previous{std::make_shared<const Report>(given.previous), {}}
                   : Previous{nullptr, given.options.no_previous};
    };
    return check({.bytes = std::move(bytes), .name = notation.name, .format = notation.format},
                 options)
        .findings;
}

void look(const std::vector<Finding>& findings, const Notation& notation) {
    for (const Finding& finding : findings) {
        INFO(message(finding));
        INFO(finding.hint);
        CHECK(foreign_words(finding, notation.speech) == "");
    }
}

}  // namespace

TEST_CASE("No rule speaks a foreign language, in whatever notation the report is written") {
    std::set<std::string> seen[std::size(notations)];
    for (const CheckRule& rule : check_rules()) {
        const Example given = example(rule.bad);
        for (std::size_t i = 0; i < std::size(notations); ++i) {
            const Notation& notation = notations[i];
            CAPTURE(std::string(rule.code));
            CAPTURE(notation.name);
            const auto findings = told(notation.write(given.report), notation, given);
            look(findings, notation);
            for (const Finding& finding : findings) seen[i].insert(finding.rule);
        }
    }
    // All but those on reports of one run, and of names that a county gives, told in each.
    for (std::size_t i = 0; i < 5; ++i) CHECK(seen[i].size() > check_rules().size() - 8);
    CHECK(seen[5].size() > 40);
}

TEST_CASE("No code of reading speaks a foreign language") {
    const std::string english = source_file("tests/files/model.yaml");
    const std::string chinese = write(model_report(), Format::yaml, Keys::chinese);
    const Example given = example("");
    int count = 0;
    for (const Code& code : all_codes()) {
        if (code.bad.empty() || code.code[0] != 'D' || code.bad.front() == '{') continue;
        CAPTURE(std::string(code.code));
        look(told(with_lines(english, code.bad), notations[0], given), notations[0]);
        const std::string lines = with_chinese_keys(code.bad);
        const auto findings = told(with_lines(chinese, lines), notations[1], given);
        look(findings, notations[1]);
        if (code.code < "D-26") CHECK(!findings.empty());
        ++count;
    }
    CHECK(count > 15);
}

TEST_CASE("Damaged files of Chinese keys are told of in Chinese keys") {
    const std::string chinese = write(model_report(), Format::yaml, Keys::chinese);
    const Example given = example("");
    const struct {
        std::string_view lines, message, hint;
    } cases[] = {
        {"联系方式: {电化: 0530-6120018}", "“联系方式”里没有“电化”这一项", "是不是“电话”？"},
        {"联系方式:\n  电化：0530-6120018",
         "“联系方式”应是一组“项目名: 内容”，写的是“电化：0530-6120018”",
         "是不是“电话”？项目名后面写半角冒号和一个空格"},
        {"类别: 局", "“类别”不能写“局”", "可以写 部门、乡镇街道、政府办公室、政府汇总"},
        {"版式: {数字: 小}", "“数字”不能写“小”", "可以写 西文、汉字"},
        {"信息处理费: 0", "“信息处理费”应是一组“项目名: 内容”，写的是“0”",
         "写成 {发出收费通知件数: …, 通知金额: …, 实收金额: …}"},
        {"信息处理费: {发出收费通知件数: 0, 通知金颚: 0, 实收金额: 0}",
         "“信息处理费”里没有“通知金颚”这一项", "是不是“通知金额”？"},
        {"豁免:\n  - 规责: T2-01\n    字段: 主动公开政府信息情况\n    理由: 清理",
         "“豁免”第 1 条里没有“规责”这一项", "是不是“规则”？"},
        {"豁免:\n  -规则: T2-01\n   字段: 主动公开政府信息情况\n   理由: 清理",
         "列表的“-”后面没有空格", "写成 - 规则: T2-01"},
        {"豁免: T2-01", "“豁免”应是一个列表，写的是“T2-01”",
         "每一条的第一行以“- ”开头，其余各行与它后面的字对齐"},
        {"格式:\n年度: 2015", "2015 年度还没有统一的格式（国办公开办函〔2019〕60号从 2019 年度起）",
         "仍要用 2019 年的格式时写 格式: 2019"},
        {"总体情况: 全年新收{{受理}}件。", "“受理”不是表格中的单元格",
         "双花括号中写三张表之一的单元格，例如 "
         "{{收到和处理政府信息公开申请情况.本年新收.总计}}；要印出花括号本身，请写 {{{{"},
        {"总体情况: 电话{{联系方式.电邮}}。", "“电邮”不是“联系方式”中的名称",
         "是不是 电话？“联系方式”中有：机构、地址、电话、邮编、邮箱、网址"},
        {"其他需要报告的事项: 收取信息处理费200元。\n"
         "信息处理费: {发出收费通知件数: 1件, 通知金额: 200, 实收金额: 200}",
         "发出收费通知件数：“1件”不只是数字", "只写数字，不写单位和别的字"},
        {"其他需要报告的事项: 收取信息处理费200元。\n"
         "信息处理费: {发出收费通知件数: 1, 通知金额: 200, 实收金额: 200元}",
         "实收金额：“200元”不只是数字", "只写数字，不写单位和别的字"},
        {"主动公开政府信息情况: {行政许可: 320（其中2件）, 其余: 0}",
         "行政许可：“320（其中2件）”里有说明", "写成 {数值: 320, 备注: 说明}"},
    };
    for (const auto& one : cases) {
        CAPTURE(std::string(one.lines));
        std::vector<Finding> findings = told(with_lines(chinese, one.lines), notations[1], given);
        std::erase_if(findings, [](const Finding& finding) {
            return finding.severity != Severity::error || finding.rule[0] != 'D'
                       ? finding.rule != "R-01"
                       : false;
        });
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().message == one.message);
        CHECK(findings.front().hint == one.hint);
        look(findings, notations[1]);
    }
}

TEST_CASE("Fields are called as their files call them") {
    const std::string_view cell = "applications.received.total", fee = "processing_fees.collected";
    const Edition* edition = &edition_2021();
    CHECK(spoken(edition, cell, Speech::english) == cell);
    CHECK(spoken(edition, cell, Speech::chinese) == "收到和处理政府信息公开申请情况.本年新收.总计");
    CHECK(spoken(edition, cell, Speech::cells) == "“依申请公开”里的“本年新收·总计”");
    CHECK(spoken(nullptr, cell, Speech::article) == "表中的“本年新收·总计”");
    CHECK(spoken(edition, fee, Speech::chinese) == "信息处理费.实收金额");
    CHECK(spoken(edition, fee, Speech::cells) == "“实收金额”");
    CHECK(spoken(edition, "disputes.note", Speech::chinese) ==
          "政府信息公开行政复议、行政诉讼情况.注");
    CHECK(spoken(&edition_2019(), "disclosure.normative_documents.published", Speech::chinese)
              .starts_with("主动公开政府信息情况.规范性文件."));
    CHECK(spoken_group(edition, "waive.2", Speech::english) == "waive.2");
    CHECK(spoken_group(edition, "waive.2", Speech::chinese) == "“豁免”第 3 条");
    CHECK(spoken_group(edition, "applications.results.refused", Speech::chinese) == "“不予公开”");
    CHECK(chinese_path(edition, "nothing.at.all") == "nothing.at.all");
    for (const Form* form : edition->forms) {
        for (const Entry& entry : form->entries) {
            const std::string path = field_path(*form, entry.field);
            Finding finding;
            finding.message = chinese_path(edition, path);
            CHECK(foreign_words(finding, Speech::chinese) == "");
        }
    }
}
