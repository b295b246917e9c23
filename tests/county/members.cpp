// A consolidated report held against its members as they are now.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "county/members.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"

using namespace nianbao;

namespace {

const std::vector<Input> three = {office("甲局"), office("乙局", "disclosure.penalties: 50"),
                                  office("丙局", "disclosure.licences: 9")};

/// What merge makes of them.
Report sum_of(const std::vector<Input>& members) {
    MergeOptions options = county();
    options.check.disabled = prose_rules();
    options.check.force = true;
    options.prose = input_of("prose.yaml", std::string(prose));
    return *merged(members, options).report;
}

/// "CODE field: message", a line each.
std::string told_of(const Report& report, const std::vector<Input>& members) {
    std::string text;
    for (const Finding& finding : check_against_members(report, members))
        text += (text.empty() ? "" : "\n") + finding.rule + " " + finding.where.field + ": " +
                finding.message;
    return text;
}

}  // namespace

TEST_CASE("a sum that is right, in any order of its members, and beside itself, has no finding") {
    const Report sum = sum_of(three);
    CHECK(told_of(sum, three) == "");
    CHECK(told_of(sum, {three[2], three[0], three[1]}) == "");
    CHECK(told_of(sum, {three[0], three[1], three[2],
                        input_of("county.yaml", write(sum, Format::yaml))}) == "");
}

TEST_CASE("a number that differs is told at its cell, with both numbers") {
    Report sum = sum_of(three);
    sum.cell("disclosure.penalties")->value = {150};
    sum.cell("applications.received.total")->value = {30};
    sum.processing_fees->collected = {7, 0};
    CHECK(
        told_of(sum, three) ==
        "M-11 disclosure.penalties: 行政处罚：汇总报告是 150，3 个成员合计 140 (相差 10)\n"
        "M-11 applications.received.total: 本年新收·总计：汇总报告是 30，3 个成员合计 36 (相差 6)\n"
        "M-11 processing_fees.collected: 实收金额：汇总报告是 7，3 个成员合计 0 (相差 7)");
    CHECK(check_against_members(sum, three)[0].hint ==
          "请核对这一格和各成员的这一格；成员改过的，重新汇总");
}

TEST_CASE("a member that was left out, or counted twice, is named instead of every cell") {
    Report sum = sum_of({three[0], three[2]});
    sum.members.clear();
    CHECK(told_of(sum, three) ==
          "M-11 disclosure: 与 3 个成员的合计相差的，正好是“乙局”的数：没有加进");
    sum = sum_of(three);
    sum.members.clear();
    CHECK(told_of(sum, {three[0], three[2]}).starts_with("M-11 disclosure."));  // none of the two
    CHECK(
        told_of(sum_of({three[0], three[1],
                        input_of("b2.yaml", *office("丁局", "disclosure.penalties: 50").bytes)}),
                {three[0], three[1]})
            .starts_with("M-12 members.2.agency: 没有成员“丁局”的数据文件\n"
                         "M-11 disclosure: 与 2 个成员的合计相差的，正好是“乙局”的数：多加了一次"));
}

TEST_CASE("members that came, went or changed since the sum was made") {
    const Report sum = sum_of(three);
    const std::vector<Input> now = {three[0], office("乙局", "disclosure.penalties: 51"),
                                    office("丁局")};
    const std::string told = told_of(sum, now);
    CHECK(
        told.starts_with("M-12 members.1.agency: “乙局”的数据文件在汇总以后改过：data/乙局.yaml\n"
                         "M-12 members.2.agency: 没有成员“丙局”的数据文件\n"
                         "M-12 members: 汇总时没有“丁局”：data/丁局.yaml\n"
                         "M-11 "));
}

TEST_CASE("nothing is compared if a member cannot be read or comes twice, and it is told") {
    const Report sum = sum_of(three);
    std::vector<Input> members = three;
    members.push_back(input_of("broken.yaml", "agency: 丁局\n"));
    members.push_back(Input{.file = "/no/such/file.yaml"});
    CHECK(told_of(sum, members) ==
          "M-13 agency: 没有与成员的合计比较：读不出来：broken.yaml、/no/such/file.yaml");
    members = three;
    members.push_back(input_of("again.yaml", *office("甲 局").bytes));
    CHECK(told_of(sum, members) == "M-13 agency: 没有与成员的合计比较：出现两次：甲 局");
    CHECK(told_of(sum, {}) == "M-13 agency: 没有与成员的合计比较：没有 2023 年度的成员");
    Report old = example("agency: 丁局").report;
    old.year = 2022;
    members = three;
    members.push_back(input_of("old.yaml", write(old, Format::yaml)));
    CHECK(told_of(sum, members) ==
          "M-13 year: 不是 2023 年度的，没有算进合计：old.yaml（2022 年度）");
}

TEST_CASE("the command: check county.yaml --members FOLDER") {
    const Scratch scratch;
    for (const Input& member : three)
        write_file(scratch / (member.name.substr(member.name.find('/') + 1)), *member.bytes);
    std::filesystem::create_directory(scratch / "成员");
    for (const char* name : {"甲局.yaml", "乙局.yaml", "丙局.yaml"})
        std::filesystem::rename(scratch / name, scratch / ("成员/" + std::string(name)));
    Report sum = sum_of(three);
    sum.cell("disclosure.penalties")->value = {150};
    write_file(scratch / "county.yaml", write(sum, Format::yaml));
    const Setting here{.folder = scratch.folder()};
    const Run ran =
        nianbao_run({"check", "county.yaml", "--members", "成员", "--no-fonts", "-q"}, here);
    CHECK(ran.exit == 1);
    CHECK_MESSAGE(ran.out.find("错误 M-11: 行政处罚：汇总报告是 150，3 个成员合计 140 (相差 10)") !=
                      std::string::npos,
                  ran.out << ran.err);
    CHECK(nianbao_run({"check", "成员", "--members", "成员", "--no-fonts"}, here)
              .err.starts_with("nianbao: --members 只用于一份汇总报告\n"));
    CHECK(nianbao_run({"check", "county.yaml", "--members", "空", "--no-fonts"}, here)
              .out.find("警告 M-13: 没有与成员的合计比较：读不出来：空\n") != std::string::npos);
}
