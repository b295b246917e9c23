// 本地要求: read, its mistakes told at their place, and what it asks of a text.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "county/desk/local.hpp"
#include "county/desk/reading/agreed.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/example.hpp"

using namespace nianbao;

namespace {

std::string told(const ReadProfile& read, const std::string& name) {
    std::string text;
    for (Finding finding : read.findings) {
        finding.place.file = name;
        text += message(finding) + (finding.hint.empty() ? "" : "；" + finding.hint) + "\n";
    }
    return text;
}

ReadProfile read_text(const std::string& text) {
    const Scratch scratch;
    return ReadProfile::read(write_file(scratch / "a.yaml", text), 2026);
}

std::string local(const std::string& lines, const std::string& profile) {
    std::string text;
    const Profile demands = read_text(profile).profile;
    for (const Finding& finding : desk::check_local(example(lines).report, demands))
        text += fmt::format("{} {} {}；{}\n", level_of(finding.severity), finding.rule,
                            finding.message, finding.hint);
    return text;
}

}  // namespace

TEST_CASE("L-23: an own name with a wrong character or two; another length may be a new name") {
    const auto told = [](const std::string& agency, const std::string& flagged) {
        LedgerRow row;
        row.office.name = "云溪县民政局";
        row.own_name = flagged;
        row.renamed = !flagged.empty();
        std::string words;
        for (const Finding& one : desk::check_name(row, agency))
            words += one.rule + " " + one.message;
        return words;
    };
    const auto both = [&](const std::string& agency) { return told(agency, agency); };
    CHECK(both("云溪县民证局") == "L-23 报告中的机关名称写成“云溪县民证局”，应为“云溪县民政局”");
    CHECK(both("云溪县明证局") != "");
    CHECK(both("云溪县明证所") == "");
    CHECK(both("云溪县民政") != "");
    CHECK(both("云溪县民政总局") != "");
    CHECK(both("云溪县民政事务局") == "");
    CHECK(told("云溪县民证局", "云溪县民正局") == "");
    CHECK(told("云溪县民证局", "") == "");
}

TEST_CASE("the example's profile is read whole") {
    const ReadProfile read =
        ReadProfile::read(std::string(NIANBAO_SOURCE) + "/examples/county/profile.yaml", 2026);
    CHECK(told(read, "profile.yaml") == "");
    const Profile& profile = read.profile;
    CHECK(profile.county == "云溪县");
    CHECK(profile.agency == "云溪县人民政府");
    CHECK(profile.office == "云溪县政务公开办公室");
    CHECK(profile.contact == "李明");
    CHECK(profile.phone == "0530-6120001");
    CHECK(profile.address == Address::plain);
    CHECK(profile.submission == Moment{{2027, 1, 15}, 17, 0});
    CHECK(profile.correction == Moment{{2027, 1, 18}, 17, 0});
    CHECK(profile.publication == Date{2027, 1, 31});
    CHECK(profile.county_publication == Date{2027, 3, 31});
    CHECK(profile.longest_overview == 1000);
    CHECK(profile.names == std::vector<std::string>{"云溪县政务服务中心", "云溪县融媒体中心"});
    REQUIRE(profile.facts.size() == 6);
    CHECK(
        profile.facts[0] ==
        RequiredFact{"政府网站发布的信息数量", {"政府网站", "门户网站"}, Severity::warning, true});
    CHECK(profile.facts[3].level == Severity::advice);
    const desk::ReadAgreed list =
        desk::read_agreed(std::string(NIANBAO_SOURCE) + "/examples/county/agreed.csv");
    CHECK(list.fault == "");
    REQUIRE(list.counts.size() == 6);
    CHECK(list.counts[2] ==
          AgreedCount{"云溪县农业农村局", "disclosure.normative_documents.in_force", {8, 0}});
}

TEST_CASE("the command that makes old files readable is only taken, and its mistakes are told") {
    const auto told_of = [](const std::string& command) {
        const ReadProfile read = read_text("县名: 云溪县\n转换命令: " + command + "\n");
        return told(read, "a.yaml") + read.profile.converter;
    };
    CHECK(told_of("soffice") == "soffice");
    CHECK(told_of("touch ran {in} {out}") == "touch ran {in} {out}");
    CHECK(read_text("converter: soffice\n").profile.converter == "soffice");
    const std::string hint = "；写成 soffice，或者 程序 {in} {out} {to}\n";
    CHECK(told_of("'soffice \"a'") ==
          "a.yaml:2:7: 错误 L-13: 转换命令里的引号 \" 没有另一半" + hint);
    CHECK(told_of("unoconv {in}") ==
          "a.yaml:2:7: 错误 L-13: 转换命令里写了 {in}，没有写 {out}" + hint);
    CHECK(told_of("[soffice]") == "a.yaml:2:7: 错误 L-13: “转换命令”应是一行文字\n");
    CHECK(told_of("''") == "a.yaml:2:7: 错误 L-13: “转换命令”应是一行文字\n");
}

TEST_CASE("what a profile says wrongly is told at its place, with what to write") {
    const ReadProfile read = read_text(
        "县名: 云溪县\n县名: 云溪市\n称乎: 你单位\n称呼: 您\n报送截止: 1月\n公布期限: 2027-01-31 "
        "17:00\n总体情况字数: 0\n不用的规则: [T3-01, T9-99]\n必写内容:\n  - 级别: 必须\n  - 内容: 公报\n    "
        "要有数字: 对\n    写发: [公报]\n电话: [1, 2]\n");
    CHECK(
        told(read, "a.yaml") ==
        "a.yaml:2:1: 错误 L-14: “县名”写了两次；只留一个\n"
        "a.yaml:3:1: 错误 L-12: 本地要求没有“称乎”这一项；是不是“称呼”\n"
        "a.yaml:4:5: 错误 L-13: “称呼”应是“你单位”“贵单位”之一，写的是“您”\n"
        "a.yaml:5:7: 错误 L-13: “报送截止”应是日期，可以加时刻，写的是“1月”；写成 2027-01-18 或者 "
        "2027-01-18 17:00\n"
        "a.yaml:6:7: 错误 L-13: “公布期限”应是日期，写的是“2027-01-31 17:00”；写成 2027-01-31\n"
        "a.yaml:7:9: 错误 L-13: “总体情况字数”应是大于 0 的整数，写的是“0”\n"
        "a.yaml:8:8: 错误 L-13: 没有规则“T9-99”；规则的代码见 nianbao rules\n"
        "a.yaml:10:5: 错误 L-13: “必写内容”应是有“内容”或“写法”的一组；写成“- 内容: "
        "政府公报期数”，下一行“写法: [政府公报]”\n"
        "a.yaml:10:9: 错误 L-13: “级别”应是“须修改”“请核实”“建议完善”之一，写的是“必须”\n"
        "a.yaml:12:11: 错误 L-13: “要有数字”应是“是”或“否”，写的是“对”\n"
        "a.yaml:13:5: 错误 L-12: 必写内容没有“写发”这一项；是不是“写法”\n"
        "a.yaml:14:5: 错误 L-13: “电话”应是一行文字\n");
    CHECK(read.profile.county == "云溪县");
    CHECK(read.profile.disabled == std::vector<std::string>{"T3-01"});
    REQUIRE(read.profile.facts.size() == 1);
    CHECK(read.profile.facts[0].words == std::vector<std::string>{"公报"});
    CHECK(
        told(read_text("县名: [云溪县\n"), "a.yaml") ==
        "a.yaml:1:5: 错误 L-13: “县名”应是一行文字\n"
        "a.yaml:1:9: 错误 L-11: 文件到这里就完了：方括号里缺少逗号或“]”；每项之间写一个半角逗号，最后写“]”\n");
    CHECK(told(read_text("- 县名\n"), "a.yaml") ==
          "a.yaml:1:1: 错误 L-13: “本地要求”应是一组“名称: 值”\n");
}

TEST_CASE("what a place demands of a text is told if it is not there") {
    const std::string demands =
        "必写内容:\n  - {内容: 公报期数, 写法: [公报, 政府公报], 要有数字: 是, 级别: 须修改}\n"
        "  - 内容: 政务服务中心\n";
    CHECK(local("overview: 全年出版政府公报4期。设在政务服务中心。", demands) == "");
    CHECK(local("overview: 全年没有出版公报。设在政务服务中心。", demands) == "");
    CHECK(local("overview: 全年出版公报四期。政务服务中心有专区。", demands) == "");
    CHECK(local("overview: 全年出版政府公报。公开信息4条。", demands) ==
          "错误 L-21 没有用数字写明公报期数；本地的通知要求写；写有“公报”“政府公报”的都算\n"
          "警告 L-21 没有写政务服务中心；本地的通知要求写；写有“政务服务中心”的都算\n");
    const std::string limit = "总体情况字数: 10\n";
    CHECK(local("overview: 一二三四五六七八九。", limit) == "");
    CHECK(local("overview: 一二三四五 六七八九。", limit) == "");
    CHECK(local("overview: 一二三四五六七八九十。", limit) ==
          "警告 L-22 总体情况有 11 个字，本地要求不超过 10 个字；请改短\n");
}

TEST_CASE("L-25: counts of 规章 and 规范性文件 are held against the justice bureau's") {
    const Scratch scratch;
    write_file(
        scratch / "清单.csv",
        "单位名称,规范性文件制发,规范性文件现行有效,规章制发,备注\n云溪县农业农村局,3,8,0,核过\n"
        "云溪县民政局,9,,,\n");
    const auto read = [&](const std::string& file) {
        return ReadProfile::read(write_file(scratch / "a.yaml", "核对清单: " + file + "\n"), 2026);
    };
    const ReadProfile right = read("清单.csv");
    CHECK(told(right, "a.yaml") == "");
    CHECK(right.profile.agreed.size() == 4);
    Report report = model_report();
    report.cell("disclosure.normative_documents.made")->value = {2, 0};
    report.cell("disclosure.normative_documents.in_force")->value = {8, 0};
    report.cell("disclosure.government_rules.made")->value = {0, 0};
    const auto said = [&](const std::vector<std::string>& names) {
        std::string all;
        for (const Finding& one : desk::check_agreed(report, names, right.profile))
            all += fmt::format("{} {} {}\n", one.rule, one.where.field, one.message);
        return all;
    };
    CHECK(said({"县农业农村局", "云溪县 农业农村局"}) ==
          "L-25 disclosure.normative_documents.made 报告是2件，核对清单（司法行政部门）是3件\n");
    CHECK(said({"云溪县水利局"}) == "");
    CHECK(desk::demands_text(right.profile, {"云溪县民政局"}) !=
          desk::demands_text(right.profile, {"云溪县水利局"}));
    write_file(scratch / "坏.csv", "单位全称,规章制发\n甲局,两件\n");
    CHECK(told(read("坏.csv"), "a.yaml").find("错误 L-13: ") != std::string::npos);
    CHECK(told(read("坏.csv"), "a.yaml").find("“甲局”的规章制发应是件数，写的是“两件”") !=
          std::string::npos);
    CHECK(told(read("没有.csv"), "a.yaml").find("核对清单“没有.csv”读不出来：不能读取") !=
          std::string::npos);
    write_file(scratch / "空.csv", "单位全称,备注\n甲局,无\n");
    CHECK(told(read("空.csv"), "a.yaml").find("没有“规章制发”这样的栏") != std::string::npos);
}
