// Many offices' reports become one: the sum, and the prose.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "county/members.hpp"
#include "digest/sha256.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"

using namespace nianbao;

TEST_CASE("two offices are added up, with their fees, decimals exact") {
    const Whole whole = merged(
        std::vector{
            office(
                "甲局",
                "processing_fees.notices: 1\nprocessing_fees.notified: 200\nprocessing_fees.collected: 100.50\n"
                "other: 发出收费通知1件，金额200元，实际收取100.50元信息处理费。"),
            office("乙局", "disclosure.administrative_charges: 0.05\nprocessing_fees.notified: 0")},
        county());
    CHECK(told(whole) == no_prose);
    REQUIRE(whole.report);
    CHECK(whole.merged.status == Status::accepted);
    const Report& report = *whole.report;
    CHECK(report.agency == "云溪县人民政府");
    CHECK(report.kind == Kind::government);
    CHECK(report.year == 2023);
    CHECK(cell(report, "applications.received.natural_person") == "18");
    CHECK(cell(report, "disclosure.administrative_charges") == "12.55");
    CHECK(report.processing_fees->collected.to_string() == "100.50");
    CHECK(whole.lacking ==
          std::vector<std::string>{"introduction", "overview", "problems", "other"});
}

TEST_CASE("the members are listed with the digests of their files") {
    const std::vector jobs{office("甲局"), office("乙局")};
    const Whole whole = merged(jobs, county());
    REQUIRE(whole.report);
    CHECK(whole.report->members ==
          std::vector<Member>{{"甲局", "甲局.yaml", sha256(*jobs[0].bytes)},
                              {"乙局", "乙局.yaml", sha256(*jobs[1].bytes)}});
}

TEST_CASE(
    "what is not written yet is a gap that the reader refuses, each with its place; nothing is invented") {
    const Whole whole = merged(std::vector{office("甲局")}, county());
    REQUIRE(whole.report);
    const Reading reading = read(write(*whole.report, Format::yaml), "county.yaml", Format::yaml);
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
    options.check.disabled = prose_rules();
    options.prose = input_of("prose.yaml", std::string(prose));
    const Whole whole = merged(std::vector{office("甲局"), office("乙局")}, options);
    CHECK(told(whole) == "");
    REQUIRE(whole.report);
    CHECK(whole.lacking.empty());
    CHECK(whole.report->applications.note == "含上年结转。");
    CHECK(whole.report->signature->date == Date{2024, 3, 20});
    const Reading reading = read(write(*whole.report, Format::json), "county.json", Format::json);
    REQUIRE(reading.report);
    CHECK(*reading.report == *whole.report);
}

TEST_CASE("a prose file holds no numbers, and is the county's of that year") {
    MergeOptions options = county();
    options.check.disabled = prose_rules();
    options.prose = input_of(
        "prose.yaml",
        std::string(prose) +
            "disclosure: {licences: 3, note: 注。}\nprocessing_fees: {notices: 0}\nmembers: []\n");
    CHECK(told(merged(std::vector{office("甲局")}, options)) ==
          "prose.yaml:7:14: 错误 D-08: 主动公开政府信息情况里的“licences”不写在这里\n"
          "prose.yaml:8:1: 错误 D-08: “信息处理费”（processing_fees）不写在这里\n"
          "prose.yaml:9:1: 错误 D-08: “成员”（members）不写在这里");
    options.prose = input_of("prose.yaml", "agency: 云溪县\nyear: 2022\n" + std::string(prose));
    options.check.force = true;
    const Whole whole = merged(std::vector{office("甲局")}, options);
    CHECK(told(whole) ==
          "prose.yaml:1:9: 错误 M-10: 这份文字是“云溪县”的，而汇总的单位是“云溪县人民政府”\n"
          "prose.yaml:2:7: 错误 M-10: 这份文字是 2022 年度的，而汇总的是 2023 年度");
    CHECK_FALSE(whole.report);
}

TEST_CASE(
    "a sum of twelve digits is the largest: beyond it there is no report, not even by force") {
    MergeOptions options = county();
    options.check.force = true;
    const auto two = [&](std::string_view a, std::string_view b) {
        return merged(std::vector{office("甲局", fmt::format("disclosure.licences: {}", a)),
                                  office("乙局", fmt::format("disclosure.licences: {}", b))},
                      options);
    };
    const Whole largest = two("999999999998", "1");
    REQUIRE(largest.report);
    CHECK(cell(*largest.report, "disclosure.licences") == "999999999999");
    const Whole too_large = two("999999999999", "1");
    CHECK_FALSE(too_large.report);
    CHECK(told(too_large).find("county.yaml: 错误 M-08: 合计超过十二位数，不能汇总\n") !=
          std::string::npos);
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
    options.check.previous = [&](const Report& report) { return previous.find(report); };
    CHECK(merged(std::vector{office("甲局")}, options).report);
    const Whole whole = merged(std::vector{office("甲局"), office("乙局")}, options);
    CHECK_FALSE(whole.report);
    CHECK(
        told(whole) ==
        std::string(no_prose) +
            "\ncounty.yaml: 错误 Y-01: 自然人：上年结转 2，不等于上年报告中的结转下年度继续办理 1\n"
            "county.yaml: 错误 Y-01: 总计：上年结转 2，不等于上年报告中的结转下年度继续办理 1");
}

TEST_CASE(
    "a hundred generated offices: every cell is what another program adds up, decimals too; both forms") {
    for (int year : {2020, 2024}) {
        const Scratch scratch;
        std::vector<Input> jobs;
        std::vector<std::string> words{"python3", std::string(NIANBAO_SOURCE) + "/tests/sum.py"};
        for (std::uint64_t number = 0; number < 100; ++number) {
            Report report = generated_report(
                number, {.extent = number % 3 == 0 ? Extent::large : Extent::usual, .year = year});
            report.agency = fmt::format("第{}局", number);
            report.members.clear();
            const std::filesystem::path file = write_file(
                scratch / fmt::format("{:03}.json", number), write(report, Format::json));
            words.push_back(file.native());
            jobs.push_back({.file = file});
        }
        MergeOptions options = county();
        options.check.disabled = prose_rules();
        options.check.disabled.emplace_back("T2-03");
        const Whole whole = merged(jobs, options);
        REQUIRE(whole.report);
        const std::filesystem::path out =
            write_file(scratch / "county.json", write(*whole.report, Format::json));
        const Run expected = ::run(words), got = ::run({"python3", words[1], out.native()});
        CHECK(expected.exit == 0);
        CHECK(std::count(expected.out.begin(), expected.out.end(), '\n') > 190);
        CHECK(expected.out == got.out);
    }
}

TEST_CASE("A merge that was asked for wrongly is refused before a member is read") {
    const std::function<Input(std::size_t)> no_member,
        unread = [](std::size_t) -> Input { throw std::runtime_error("read"); };
    const auto take = [](const Outcome&) {};
    const auto told = [&](const MergeOptions& options, const char* text) {
        CHECK_THROWS_WITH_AS(static_cast<void>(merge(1, unread, options, take)), text,
                             std::invalid_argument);
    };
    MergeOptions options;
    options.agency = "云溪县人民政府";
    CHECK_THROWS_WITH_AS(static_cast<void>(merge(1, no_member, options, take)),
                         "nianbao::merge: no function gives the members", std::invalid_argument);
    CHECK_THROWS_WITH_AS(static_cast<void>(merge(1, unread, options, nullptr)),
                         "nianbao::merge: no function takes the outcomes", std::invalid_argument);
    options.check.disabled = {"X-99"};
    told(options, "disabled: there is no rule “X-99”");
    options.agency = " ";
    told(options, "nianbao::merge: the merged report has no agency");
}
