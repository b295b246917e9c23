// Who may be added up: the gate before the sum.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "county/members.hpp"
#include "digest/sha256.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"

using namespace nianbao;

TEST_CASE("a member with errors stops the merge, but a waived one or --force does not") {
    const std::string wrong = "disputes.reconsideration.pending: 1";
    const std::string said =
        "data/乙局.yaml:71:75: 错误 T4-01: 行政复议：总计 1，不等于结果维持 1 加结果纠正 0 加其他结果 0 加尚未审结 1 等于 2 (相差 1)";
    MergeOptions options = county();
    const Whole refused = merged(std::vector{office("甲局"), office("乙局", wrong)}, options);
    CHECK(told(refused) == said);
    CHECK_FALSE(refused.report);
    CHECK(refused.members[0].status == Status::accepted);
    CHECK(refused.members[1].status == Status::refused);
    CHECK(refused.merged.status == Status::refused);
    CHECK_FALSE(merged(std::vector{office("乙局", wrong), office("甲局")}, options).report);
    // A mistake that no sum shows, of the first member as of the last.
    const std::string untitled = "title: 乙局2022年政府信息公开工作年度报告";
    CHECK(merged(std::vector{office("乙局"), office("甲局")}, options).report);
    CHECK_FALSE(merged(std::vector{office("乙局", untitled), office("甲局")}, options).report);
    CHECK_FALSE(merged(std::vector{office("甲局"), office("乙局", untitled)}, options).report);
    // The sum has the same mistake, and the county says why that is so.
    options.check.disabled = prose_rules();
    options.prose =
        input_of("prose.yaml",
                 std::string(prose) +
                     "waive: [{rule: T4-01, field: disputes.reconsideration, reason: 见乙局}]\n");
    CHECK(merged(std::vector{office("甲局"),
                             office("乙局",
                                    wrong + "\nwaive: T4-01 disputes.reconsideration 口径不同")},
                 options)
              .report);
    options.prose.reset();
    options.check.force = true;
    CHECK(merged(std::vector{office("甲局"), office("乙局", wrong)}, options).report);
    // What holds no report cannot be added up at all.
    const Whole broken =
        merged(std::vector{office("甲局"), input_of("丙局.yaml", "agency: 丙局\n")}, options);
    CHECK_FALSE(broken.report);
    CHECK(broken.members[1].status == Status::refused);
    const Whole failed =
        merged(std::vector{office("甲局"), Input{.file = "/no/such/file.yaml"}}, options);
    CHECK_FALSE(failed.report);
    CHECK(failed.members[1].status == Status::failed);
    CHECK(told(failed) == "不能读取 /no/such/file.yaml：没有这个文件");
    CHECK_FALSE(merged(std::vector<Input>{}, options).report);
}

TEST_CASE(
    "an office comes once: not twice, not within another member, and the county itself not at all") {
    MergeOptions options = county();
    options.check.force = true;
    CHECK(told(merged(std::vector{office("甲局"), office("乙局"),
                                  input_of("丁.yaml", *office("甲 局").bytes)},
                      options)) ==
          "丁.yaml:2:9: 错误 M-02: “甲 局”出现两次，前一次在 data/甲局.yaml");
    CHECK(
        told(merged(std::vector{office("甲局"), office("云溪县人民政府")}, options)) ==
        "data/云溪县人民政府.yaml:2:9: 错误 M-02: 要汇总的报告里有汇总单位自己的：“云溪县人民政府”");
    Report zone = example("agency: 开发区管理委员会").report;
    zone.members = {{"甲局", "a.yaml", sha256("a")}};
    const Whole whole = merged(
        std::vector{office("甲局"), input_of("zone.yaml", write(zone, Format::yaml))}, options);
    CHECK(whole.members[1].findings[0].message == "“甲局”出现两次，前一次在 data/甲局.yaml");
    CHECK(whole.members[1].findings[0].where.field == "members.0.agency");
    CHECK(whole.members[1].findings[0].place.row > 0);
    CHECK_FALSE(whole.report);
}

TEST_CASE("members are of one year and one form") {
    MergeOptions options = county();
    options.check.disabled = prose_rules();
    options.check.force = true;
    Report other = example("agency: 乙局").report;
    other.year = 2022;
    CHECK(told(merged(std::vector{office("甲局"), input_of("b.yaml", write(other, Format::yaml))},
                      options)) == "b.yaml:4:7: 错误 M-01: 这份是 2022 年度的，汇总的是 2023 年度");
    options.year = 2022;
    CHECK(told(merged(std::vector{office("甲局")}, options)) ==
          "data/甲局.yaml:4:7: 错误 M-01: 这份是 2023 年度的，汇总的是 2022 年度");
    options.year = 0;
    Report old = generated_report(3, {.extent = Extent::usual, .year = 2020});
    old.agency = "乙局";
    old.year = 2023;
    CHECK(told(merged(std::vector{office("甲局"), input_of("b.yaml", write(old, Format::yaml))},
                      options))
              .find("错误 M-01: 这份用 2019 年的格式，前面的用 2021 年的格式") !=
          std::string::npos);
}

TEST_CASE("who is missing, and who is not on the list") {
    MergeOptions options = county();
    options.expected = ExpectedMembers{{"甲 局", "丙局", "云溪县人民政府", "丁局"}, {"x.yaml"}};
    const Whole whole = merged(std::vector{office("甲局"), office("乙局")}, options);
    CHECK(told(whole) ==
          "data/乙局.yaml:2:9: 警告 M-04: 名单上没有“乙局”\n"
          "county.yaml: 错误 M-03: 名单上的 2 个单位没有报告：丙局、丁局\n"
          "county.yaml: 警告 M-05: 名单文件夹里有 1 份读不出来，不知道是哪些单位：x.yaml");
    CHECK(whole.missing == std::vector<std::string>{"丙局", "丁局"});
    CHECK_FALSE(whole.report);
    options.check.force = true;
    CHECK(merged(std::vector{office("甲局"), office("乙局")}, options).report);
    std::vector<std::string> many;
    for (int i = 0; i < 21; ++i) many.push_back("局" + std::to_string(i));
    options.expected = ExpectedMembers{many, {}};
    CHECK(merged(std::vector{office("甲局")}, options)
              .merged.findings[0]
              .message.ends_with("局18、局19 等"));
}

TEST_CASE(
    "a list says who is summed, and who else an office is called; who came unread is not missing") {
    MergeOptions options = county();
    ExpectedMembers expected{{"甲局", "乙局", "丙局", "丁局"}, {}, {}};
    expected.offices = {{.name = "甲局", .aliases = {"甲"}},
                        {.name = "乙局", .counted = false},
                        {.name = "丙局", .counted = false},
                        {.name = "云溪县民政局"}};
    expected.names[3] = "云溪县民政局";
    options.expected = expected;
    const Whole whole = merged(
        std::vector{office("甲"), office("乙局"), input_of("云溪县民政局.yaml", "写坏了: [")},
        options);
    CHECK(whole.missing.empty());
    CHECK(whole.members[0].findings.empty());
    const Finding& counted = whole.members[1].findings.back();
    CHECK(counted.rule == "M-14");
    CHECK(counted.message == "名单上“乙局”不计入汇总，这里算了进来");
    options.expected->offices[2].counted = true;
    CHECK(merged(std::vector{office("甲局"), input_of("云溪县民政局.yaml", "写坏了: [")}, options)
              .missing == std::vector<std::string>{"丙局"});
}

TEST_CASE("a list of names is a text file or a folder of data files") {
    const Scratch scratch;
    const auto names = [](const ExpectedMembers& expected) {
        return fmt::format("{} | {}", fmt::join(expected.names, " "),
                           fmt::join(expected.unread, " "));
    };
    write_file(scratch / "list.txt",
               "\xEF\xBB\xBF甲局\r\n\n  乙 局\u3000 # 新设\n# 撤销：丙局\n甲 局\n丁局");
    CHECK(names(ExpectedMembers::read(scratch / "list.txt")) == "甲局 乙 局 丁局 | ");
    std::filesystem::create_directory(scratch / "last");
    write_file(scratch / "last/1.yaml", *office("甲局").bytes);
    write_file(scratch / "last/2.yaml", *office("乙局").bytes);
    write_file(scratch / "last/3.yaml", "没有数据");
    CHECK(names(ExpectedMembers::read(scratch / "last")) == "甲局 乙局 | 3.yaml");
    write_file(scratch / "empty.txt", "# 没有\n");
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "empty.txt"),
                      doctest::Contains("里没有单位"));
    write_file(scratch / "gbk.txt", "\xBC\xD7\xBE\xD6\n");
    CHECK(names(ExpectedMembers::read(scratch / "gbk.txt")) == "甲局 | ");
    write_file(scratch / "bad.txt", "甲局\n乙\xFF局\n");
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "bad.txt"),
                      doctest::Contains("bad.txt 不是文本文件"));
    write_file(scratch / "list.docx", std::string("PK\x03\x04") + "word/document.xml");
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "list.docx"),
                      doctest::Contains("list.docx 不是文本文件：这是 Word 文件 (.docx)"));
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "none.txt"),
                      doctest::Contains("没有这个文件"));
}

TEST_CASE("remarks and notes stay behind, and that is told; fees that are not written too") {
    Report report = example("agency: 甲局").report;
    report.disclosure.cells[3].remark = "含修订 1 件";
    report.disclosure.cells[4].remark = "自然失效";
    report.disputes.note = "含上年结转案件。";
    report.processing_fees.reset();
    report.other = "信息处理费另行报告。申请表未收取工本费。";
    const Whole whole = merged(
        std::vector{input_of("a.yaml", write(report, Format::yaml)), office("乙局")}, county());
    CHECK(
        told(whole) ==
        "a.yaml:32:39: 警告 M-06: 数旁边的备注没有写进汇总报告：行政规范性文件·本年制发件数“含修订 1 件”、行政规范性文件·本年废止件数“自然失效”\n"
        "a.yaml:74:9: 警告 M-06: 表下的注没有写进汇总报告\n"
        "county.yaml: 警告 M-07: 1 个单位没有写信息处理费，合计不含它们：甲局\n" +
            std::string(no_prose));
    REQUIRE(whole.report);
    CHECK(whole.report->disclosure.cells[3].remark.empty());
    CHECK(whole.report->disputes.note.empty());
    CHECK(whole.report->processing_fees);
    CHECK_FALSE(merged(std::vector{input_of("a.yaml", write(report, Format::yaml))}, county())
                    .report->processing_fees);
    // Whose text says that there were none has written it.
    report.other = "2023年度未收取信息处理费。";
    CHECK(told(merged(std::vector{input_of("a.yaml", write(report, Format::yaml)), office("乙局")},
                      county()))
              .find("M-07") == std::string::npos);
}

TEST_CASE("messages of a merge speak as the members' and the merged file do") {
    Report report = example("agency: 甲局").report;
    report.processing_fees.reset();
    report.other = "信息处理费另行报告。";
    report.overview += "\n收到{{收到和处理政府信息公开申请情况.本年新收.合计}}件。";
    const Input member = input_of("a.yaml", write(report, Format::yaml, Keys::chinese));
    const Whole whole = merged(std::vector{member, office("乙局")}, county());
    REQUIRE(whole.members[0].findings.size() == 1);
    CHECK(whole.members[0].findings[0].hint ==
          "是不是 总计？“本年新收”中有：自然人、商业企业、科研机构、社会公益组织、法律服务机构、"
          "其他、总计");
    MergeOptions options = county();
    options.check.force = true;
    const auto fees = [&](const Input& own) {
        const Whole all = merged(std::vector{own, office("乙局")}, options);
        REQUIRE_FALSE(all.merged.findings.empty());
        CHECK(all.merged.findings[0].rule == "M-07");
        return all.merged.findings[0].hint;
    };
    report.overview = "全年平稳。";
    CHECK(fees(input_of("a.yaml", write(report, Format::yaml, Keys::chinese))) ==
          "没有收取的也写 信息处理费: {发出收费通知件数: 0, 通知金额: 0, 实收金额: 0}");
    CHECK(fees(input_of("a.yaml", write(report, Format::yaml, Keys::english))) ==
          "没有收取的也写 processing_fees: {notices: 0, notified: 0, collected: 0}");
    Input workbook = input_of("a.xlsx", write_workbook(report));
    workbook.format = Format::workbook;
    CHECK(fees(workbook) == "没有收取的，信息处理费的各格也填 0");
    const auto lacking = [&](Speech speech) {
        options.speech = speech;
        return merged(std::vector{office("甲局"), office("乙局")}, options)
            .merged.findings.back()
            .message;
    };
    CHECK(lacking(Speech::chinese) ==
          "文字还没有写：引言、总体情况、存在的主要问题及改进情况、其他需要报告的事项");
    CHECK(lacking(Speech::english) ==
          "文字还没有写：引言 (introduction)、总体情况 (overview)、存在的主要问题及改进情况 "
          "(problems)、其他需要报告的事项 (other)");
    // A prose file speaks for itself.
    options.prose = input_of("p.yaml", "引言: 见各单位。\n总体情况: 平稳。\n");
    CHECK(lacking(Speech::english) == "文字还没有写：存在的主要问题及改进情况、其他需要报告的事项");
}
