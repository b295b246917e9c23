// Many offices' reports become one: the sum, and the gate before it.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "digest/sha256.hpp"
#include "job/merge_rules.hpp"
#include "nianbao/check.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"
#include "report/sum.hpp"

using namespace nianbao;

namespace {

Job job_of(const std::string& name, std::string bytes) {
    Job job;
    job.name = name;
    job.bytes = std::move(bytes);
    return job;
}

/// The model report of another office, with the example's lines.
Job office(const std::string& agency, const std::string& lines = {}) {
    Report report = example("agency: " + agency + (lines.empty() ? "" : "\n" + lines)).report;
    return job_of("data/" + agency + ".yaml", write(report, Format::yaml));
}

MergeOptions county() {
    MergeOptions options;
    options.agency = "云溪县人民政府";
    options.name = "county.yaml";
    options.disabled = {"Y-04"};  // the offices of these tests have one text
    return options;
}

constexpr std::string_view prose =
    "introduction: 引言。\noverview: 总体情况。\nproblems: 问题。\nother: 没有收取信息处理费。\nsignature: {date: 2024-03-20}\napplications: {note: "
    "含上年结转。}\n";

/// Every rule of the report itself off: these tests are about merging.
std::vector<std::string> prose_rules() {
    std::vector<std::string> codes{"Y-04"};
    for (const CheckRule& rule : check_rules()) {
        if (rule.code.front() != 'T' && rule.code.front() != 'Y') codes.emplace_back(rule.code);
    }
    return codes;
}

/// All that is told, a line each: "file:row:column level rule: message".
std::string told(const Merged& merged) {
    std::string out;
    const auto tell = [&](const Outcome& outcome) {
        for (const Finding& finding : outcome.findings) {
            if (!finding.rule.starts_with("M-") && finding.severity == Severity::warning) continue;
            out += fmt::format("{}{}", out.empty() ? "" : "\n", message(finding));
        }
        if (!outcome.failure.empty()) out += (out.empty() ? "" : "\n") + outcome.failure;
    };
    for (const Outcome& member : merged.members) tell(member);
    tell(merged.merged);
    return out;
}

std::string cell(const Report& report, std::string_view path) {
    for (const FilledForm* filled : report.tables()) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (field_path(*filled->form, filled->form->entries[i].field) == path) return filled->cells[i].printed();
        }
    }
    return "no such cell";
}

constexpr std::string_view no_prose =
    "county.yaml: 警告 M-09: 文字还没有写：引言 (introduction)、总体情况 (overview)、存在的主要问题及改进情况 (problems)、其他需要报告的事项 (other)";

}  // namespace

TEST_CASE("two offices are added up, with their fees, decimals exact") {
    const Merged merged = merge(std::vector{office("甲局",
                                                   "processing_fees.notices: 1\nprocessing_fees.notified: 200\nprocessing_fees.collected: 100.50\n"
                                                   "other: 发出收费通知1件，金额200元，实际收取100.50元信息处理费。"),
                                            office("乙局", "disclosure.administrative_charges: 0.05\nprocessing_fees.notified: 0")},
                                county());
    CHECK(told(merged) == no_prose);
    REQUIRE(merged.report);
    CHECK(merged.merged.status == Status::accepted);
    const Report& report = *merged.report;
    CHECK(report.agency == "云溪县人民政府");
    CHECK(report.kind == Kind::government);
    CHECK(report.year == 2023);
    CHECK(cell(report, "applications.received.natural_person") == "18");
    CHECK(cell(report, "disclosure.administrative_charges") == "12.55");
    CHECK(report.processing_fees->collected.to_string() == "100.50");
    CHECK(merged.lacking == std::vector<std::string>{"introduction", "overview", "problems", "other"});
}

TEST_CASE("the members are listed with the digests of their files") {
    const std::vector jobs{office("甲局"), office("乙局")};
    const Merged merged = merge(jobs, county());
    REQUIRE(merged.report);
    CHECK(merged.report->members == std::vector<Member>{{"甲局", "甲局.yaml", sha256(*jobs[0].bytes)}, {"乙局", "乙局.yaml", sha256(*jobs[1].bytes)}});
}

TEST_CASE("what is not written yet is a gap that the reader refuses, each with its place; nothing is invented") {
    const Merged merged = merge(std::vector{office("甲局")}, county());
    REQUIRE(merged.report);
    const Reading reading = read(write(*merged.report, Format::yaml), "county.yaml", Format::yaml);
    CHECK_FALSE(reading.report);
    std::string said;
    for (const Finding& finding : reading.findings) said += report_text(finding, reading.source);
    CHECK(
        said.starts_with("county.yaml:7:3: 错误 D-10: “引言”（introduction）还没有写好\n"
                         "    7 |   {{请填写}}\n"
                         "      |   ^^^^^^^^^^\n"
                         "   提示: 写上内容，删去 {{请填写}}\n"));
    CHECK(reading.findings.size() == 4);
}

TEST_CASE("the county's prose comes from a file: then the report is whole, and reads back equal") {
    MergeOptions options = county();
    options.disabled = prose_rules();
    options.prose = job_of("prose.yaml", std::string(prose));
    const Merged merged = merge(std::vector{office("甲局"), office("乙局")}, options);
    CHECK(told(merged) == "");
    REQUIRE(merged.report);
    CHECK(merged.lacking.empty());
    CHECK(merged.report->applications.note == "含上年结转。");
    CHECK(merged.report->signature->date == Date{2024, 3, 20});
    const Reading reading = read(write(*merged.report, Format::json), "county.json", Format::json);
    REQUIRE(reading.report);
    CHECK(*reading.report == *merged.report);
}

TEST_CASE("a prose file holds no numbers, and is the county's of that year") {
    MergeOptions options = county();
    options.disabled = prose_rules();
    options.prose = job_of("prose.yaml", std::string(prose) + "disclosure: {licences: 3, note: 注。}\nprocessing_fees: {notices: 0}\nmembers: []\n");
    CHECK(told(merge(std::vector{office("甲局")}, options)) ==
          "prose.yaml:7:14: 错误 D-08: 主动公开政府信息情况里的“licences”不写在这里\n"
          "prose.yaml:8:1: 错误 D-08: “信息处理费”（processing_fees）不写在这里\n"
          "prose.yaml:9:1: 错误 D-08: “成员”（members）不写在这里");
    options.prose = job_of("prose.yaml", "agency: 云溪县\nyear: 2022\n" + std::string(prose));
    options.force = true;
    const Merged merged = merge(std::vector{office("甲局")}, options);
    CHECK(told(merged) ==
          "prose.yaml:1:9: 错误 M-10: 说明文字是“云溪县”的，汇总的是“云溪县人民政府”\n"
          "prose.yaml:2:7: 错误 M-10: 说明文字是 2022 年度的，汇总的是 2023 年度");
    CHECK_FALSE(merged.report);
}

TEST_CASE("a member with errors stops the merge, but a waived one or --force does not") {
    const std::string wrong = "disputes.reconsideration.pending: 1";
    const std::string said = "data/乙局.yaml:71:75: 错误 T4-01: 行政复议：总计 1，不等于结果维持 1 加结果纠正 0 加其他结果 0 加尚未审结 1 等于 2 (相差 1)";
    MergeOptions options = county();
    const Merged refused = merge(std::vector{office("甲局"), office("乙局", wrong)}, options);
    CHECK(told(refused) == said);
    CHECK_FALSE(refused.report);
    CHECK(refused.members[0].status == Status::accepted);
    CHECK(refused.members[1].status == Status::refused);
    CHECK(refused.merged.status == Status::refused);
    // The sum has the same mistake, and the county says why that is so.
    options.disabled = prose_rules();
    options.prose = job_of("prose.yaml", std::string(prose) + "waive: [{rule: T4-01, field: disputes.reconsideration, reason: 见乙局}]\n");
    CHECK(merge(std::vector{office("甲局"), office("乙局", wrong + "\nwaive: T4-01 disputes.reconsideration 口径不同")}, options).report);
    options.prose.reset();
    options.force = true;
    CHECK(merge(std::vector{office("甲局"), office("乙局", wrong)}, options).report);
    // What holds no report cannot be added up at all.
    const Merged broken = merge(std::vector{office("甲局"), job_of("丙局.yaml", "agency: 丙局\n")}, options);
    CHECK_FALSE(broken.report);
    CHECK(broken.members[1].status == Status::refused);
    Job absent;
    absent.name = absent.input = "/no/such/file.yaml";
    const Merged failed = merge(std::vector{office("甲局"), absent}, options);
    CHECK_FALSE(failed.report);
    CHECK(failed.members[1].status == Status::failed);
    CHECK(told(failed) == "不能读取 /no/such/file.yaml：没有这个文件");
    CHECK_FALSE(merge(std::vector<Job>{}, options).report);
}

TEST_CASE("an office comes once: not twice, not within another member, and the county itself not at all") {
    MergeOptions options = county();
    options.force = true;
    CHECK(told(merge(std::vector{office("甲局"), office("乙局"), job_of("丁.yaml", *office("甲 局").bytes)}, options)) ==
          "丁.yaml:2:9: 错误 M-02: “甲 局”出现两次，前一次在 data/甲局.yaml");
    CHECK(told(merge(std::vector{office("甲局"), office("云溪县人民政府")}, options)) ==
          "data/云溪县人民政府.yaml:2:9: 错误 M-02: 成员里有汇总单位自己：“云溪县人民政府”");
    Report zone = example("agency: 开发区管理委员会").report;
    zone.members = {{"甲局", "a.yaml", sha256("a")}};
    const Merged merged = merge(std::vector{office("甲局"), job_of("zone.yaml", write(zone, Format::yaml))}, options);
    CHECK(merged.members[1].findings[0].message == "“甲局”出现两次，前一次在 data/甲局.yaml");
    CHECK(merged.members[1].findings[0].where.field == "members.0.agency");
    CHECK(merged.members[1].findings[0].place.row > 0);
    CHECK_FALSE(merged.report);
}

TEST_CASE("members are of one year and one form") {
    MergeOptions options = county();
    options.disabled = prose_rules();
    options.force = true;
    Report other = example("agency: 乙局").report;
    other.year = 2022;
    CHECK(told(merge(std::vector{office("甲局"), job_of("b.yaml", write(other, Format::yaml))}, options)) ==
          "b.yaml:4:7: 错误 M-01: 这份是 2022 年度的，汇总的是 2023 年度");
    options.year = 2022;
    CHECK(told(merge(std::vector{office("甲局")}, options)) == "data/甲局.yaml:4:7: 错误 M-01: 这份是 2023 年度的，汇总的是 2022 年度");
    options.year = 0;
    Report old = generated_report(3, {.extent = Extent::usual, .year = 2020});
    old.agency = "乙局";
    old.year = 2023;
    CHECK(told(merge(std::vector{office("甲局"), job_of("b.yaml", write(old, Format::yaml))}, options))
              .find("错误 M-01: 这份用 2019 年的格式，前面的用 2021 年的格式") != std::string::npos);
}

TEST_CASE("who is missing, and who is not on the list") {
    MergeOptions options = county();
    options.expected = ExpectedMembers{{"甲 局", "丙局", "云溪县人民政府", "丁局"}, {"x.yaml"}};
    const Merged merged = merge(std::vector{office("甲局"), office("乙局")}, options);
    CHECK(told(merged) ==
          "data/乙局.yaml:2:9: 警告 M-04: 名单上没有“乙局”\n"
          "county.yaml: 错误 M-03: 名单上的 2 个单位没有报告：丙局、丁局\n"
          "county.yaml: 警告 M-05: 名单文件夹里有 1 份读不出来，不知道是哪些单位：x.yaml");
    CHECK(merged.missing == std::vector<std::string>{"丙局", "丁局"});
    CHECK_FALSE(merged.report);
    options.force = true;
    CHECK(merge(std::vector{office("甲局"), office("乙局")}, options).report);
    std::vector<std::string> many;
    for (int i = 0; i < 21; ++i) many.push_back("局" + std::to_string(i));
    options.expected = ExpectedMembers{many, {}};
    CHECK(merge(std::vector{office("甲局")}, options).merged.findings[0].message.ends_with("局18、局19 等"));
}

TEST_CASE("a list of names is a text file or a folder of data files") {
    const Scratch scratch;
    const auto names = [](const ExpectedMembers& expected) { return fmt::format("{} | {}", fmt::join(expected.names, " "), fmt::join(expected.unread, " ")); };
    write_file(scratch / "list.txt", "\xEF\xBB\xBF甲局\r\n\n  乙 局\u3000 # 新设\n# 撤销：丙局\n甲 局\n丁局");
    CHECK(names(ExpectedMembers::read(scratch / "list.txt")) == "甲局 乙 局 丁局 | ");
    std::filesystem::create_directory(scratch / "last");
    write_file(scratch / "last/1.yaml", *office("甲局").bytes);
    write_file(scratch / "last/2.yaml", *office("乙局").bytes);
    write_file(scratch / "last/3.yaml", "没有数据");
    CHECK(names(ExpectedMembers::read(scratch / "last")) == "甲局 乙局 | 3.yaml");
    write_file(scratch / "empty.txt", "# 没有\n");
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "empty.txt"), doctest::Contains("里没有单位"));
    write_file(scratch / "gbk.txt", "\xBC\xD7\xBE\xD6\n");
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "gbk.txt"), doctest::Contains("不是 UTF-8 文本"));
    CHECK_THROWS_WITH(ExpectedMembers::read(scratch / "none.txt"), doctest::Contains("没有这个文件"));
}

TEST_CASE("remarks and notes stay behind, and that is told; fees that are not written too") {
    Report report = example("agency: 甲局").report;
    report.disclosure.cells[3].remark = "含修订 1 件";
    report.disclosure.cells[4].remark = "自然失效";
    report.disputes.note = "含上年结转案件。";
    report.processing_fees.reset();
    const Merged merged = merge(std::vector{job_of("a.yaml", write(report, Format::yaml)), office("乙局")}, county());
    CHECK(told(merged) ==
          "a.yaml:32:39: 警告 M-06: 备注没有带入汇总：行政规范性文件·本年制发件数“含修订 1 件”、行政规范性文件·本年废止件数“自然失效”\n"
          "a.yaml:74:9: 警告 M-06: 表下的注没有带入汇总\n"
          "county.yaml: 警告 M-07: 1 个单位没有写信息处理费，合计不含它们：甲局\n" +
              std::string(no_prose));
    REQUIRE(merged.report);
    CHECK(merged.report->disclosure.cells[3].remark.empty());
    CHECK(merged.report->disputes.note.empty());
    CHECK(merged.report->processing_fees);
    CHECK_FALSE(merge(std::vector{job_of("a.yaml", write(report, Format::yaml))}, county()).report->processing_fees);
}

TEST_CASE("a sum of twelve digits is the largest: beyond it there is no report, not even by force") {
    MergeOptions options = county();
    options.force = true;
    const auto two = [&](std::string_view a, std::string_view b) {
        return merge(std::vector{office("甲局", fmt::format("disclosure.licences: {}", a)), office("乙局", fmt::format("disclosure.licences: {}", b))},
                     options);
    };
    const Merged largest = two("999999999998", "1");
    REQUIRE(largest.report);
    CHECK(cell(*largest.report, "disclosure.licences") == "999999999999");
    const Merged too_large = two("999999999999", "1");
    CHECK_FALSE(too_large.report);
    CHECK(told(too_large).find("county.yaml: 错误 M-08: 合计超过十二位数，不能汇总\n") != std::string::npos);
    CHECK(two("0", "0").report);
}

TEST_CASE("the merged report is checked against last year's of the county") {
    const Scratch scratch;
    Report last = model_report_of_last_year();
    last.agency = "云溪县人民政府";
    last.kind = Kind::government;
    write_file(scratch / "last.yaml", write(last, Format::yaml));
    const PreviousReports previous = PreviousReports::read(scratch / "last.yaml");
    MergeOptions options = county();
    options.previous = &previous;
    CHECK(merge(std::vector{office("甲局")}, options).report);
    const Merged merged = merge(std::vector{office("甲局"), office("乙局")}, options);
    CHECK_FALSE(merged.report);
    CHECK(told(merged) == std::string(no_prose) +
                              "\ncounty.yaml: 错误 Y-01: 自然人：上年结转 2，不等于上年报告中的结转下年度继续办理 1\n"
                              "county.yaml: 错误 Y-01: 总计：上年结转 2，不等于上年报告中的结转下年度继续办理 1");
}

TEST_CASE("a hundred generated offices: every cell is what another program adds up, decimals too; both forms") {
    for (int year : {2020, 2024}) {
        const Scratch scratch;
        std::vector<Job> jobs;
        std::vector<std::string> words{"python3", std::string(NIANBAO_SOURCE) + "/tests/sum.py"};
        for (std::uint64_t number = 0; number < 100; ++number) {
            Report report = generated_report(number, {.extent = number % 3 == 0 ? Extent::large : Extent::usual, .year = year});
            report.agency = fmt::format("第{}局", number);
            report.members.clear();
            const std::filesystem::path file = write_file(scratch / fmt::format("{:03}.json", number), write(report, Format::json));
            words.push_back(file.native());
            Job& job = jobs.emplace_back();
            job.name = file.native();
            job.input = file;
        }
        MergeOptions options = county();
        options.disabled = prose_rules();
        options.disabled.emplace_back("T2-03");
        const Merged merged = merge(jobs, options);
        REQUIRE(merged.report);
        const std::filesystem::path out = write_file(scratch / "county.json", write(*merged.report, Format::json));
        const Run expected = ::run(words), got = ::run({"python3", words[1], out.native()});
        CHECK(expected.exit == 0);
        CHECK(std::count(expected.out.begin(), expected.out.end(), '\n') > 190);
        CHECK(expected.out == got.out);
    }
}

TEST_CASE("the command merges a folder, and says what is still to be done") {
    CHECK(nianbao_run({"help", "merge"}).out == source_file("tests/cases/help_merge.txt"));
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "data");
    write_file(scratch / "data/a.yaml", *office("甲局").bytes);
    write_file(scratch / "data/b.yaml", *office("乙局").bytes);
    write_file(scratch / "list.txt", "甲局\n乙局\n丙局\n");
    const std::string data = (scratch / "data").native(), out = (scratch / "county.yaml").native();
    const std::vector<std::string> words{"merge", data, "--agency", "云溪县人民政府", "-o", out, "--disable", "Y-04"};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> all = words;
        all.insert(all.end(), more.begin(), more.end());
        return nianbao_run(all);
    };
    const Run merged = with({});
    CHECK(merged.exit == 0);
    CHECK(merged.out == "");
    CHECK(merged.err == out + std::string(no_prose).substr(std::string("county.yaml").size()) +
                            "\n   提示: 在汇总的文件里把 {{请填写}} 换成文字，或写在一份文件里用 --prose 给出；写好以前不能生成 PDF\n已汇总 2 个单位，写到 " +
                            out + "；还有 4 部分文字没有写\n");
    CHECK(read_file(out).find("normative_documents: {made: 4, repealed: 2, in_force: 14}") != std::string::npos);
    CHECK(read_file(out).find("kind: government\nyear: 2023\n") != std::string::npos);
    CHECK(nianbao_run({"render", out, "-o", (scratch / "county.pdf").native()}).exit == 1);
    CHECK(with({"--strict"}).exit == 1);

    // Its own output is no member.
    std::filesystem::rename(out, scratch / "data/county.yaml");
    CHECK(with({}).exit == 1);
    std::filesystem::remove(scratch / "data/county.yaml");

    write_file(scratch / "data/prose.yaml", std::string(prose));
    const Run whole = with({"--prose", (scratch / "data/prose.yaml").native(), "--expect", (scratch / "list.txt").native(), "--format", "json"});
    CHECK(whole.exit == 1);
    CHECK(whole.out.find(R"("missing": ["丙局"], "lacking": []})") != std::string::npos);
    const Run forced = with({"--prose", (scratch / "data/prose.yaml").native(), "--expect", (scratch / "list.txt").native(), "--force", "--keys", "zh"});
    CHECK(forced.err.find("错误 M-03: 名单上的 1 个单位没有报告：丙局\n") != std::string::npos);
    CHECK(forced.exit == 1);
    CHECK(read_file(out).find("行政规范性文件: {本年制发件数: 4, 本年废止件数: 2, 现行有效件数: 14}") != std::string::npos);

    CHECK(nianbao_run({"merge", data, "-o", out}).err.starts_with("nianbao: merge 要用 --agency 写明汇总单位的全称\n"));
    CHECK(nianbao_run({"merge", data, "--agency", "县"}).err.starts_with("nianbao: merge 要用 -o 写明输出文件\n"));
    CHECK(with({"--year", "23"}).err.starts_with("nianbao: --year 的值“23”不是年度，应写成 2024 的样子\n"));
    CHECK(with({"--kind", "县"})
              .err.starts_with("nianbao: --kind 的值“县”不对，可用的是：department (部门)、township (乡镇街道)、office (政府办公室)、government (政府汇总)\n"));
    CHECK(with({"--expect", (scratch / "none").native()}).exit == 3);
}

TEST_CASE("the codes of merging are none of the rules'") {
    for (const MergeRule& own : merge_rules) {
        for (const CheckRule& rule : check_rules()) CHECK(own.code != rule.code);
    }
}
