// 统计: the same as another program counts, in the workbook as in JSON, with charts.
#include "county/sums/statistics.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "county/made_county.hpp"
#include "county/sums/statistics_sheets.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/sample.hpp"

using namespace nianbao;
using namespace nianbao::sums;

namespace {

std::vector<Row> rows_of(const MadeCounty& county) {
    std::vector<Row> rows;
    for (const Office& office : county.offices)
        rows.push_back(row_of(office, *edition_for(MadeCounty::year)));
    return rows;
}

Statistics statistics_of(const MadeCounty& county) {
    return sums::statistics_of(rows_of(county), *edition_for(MadeCounty::year), MadeCounty::year);
}

/// What the script finds to differ in a county's statistics as JSON.
std::string differences(const MadeCounty& county, const std::string& json) {
    const Scratch scratch;
    std::string list;
    for (std::size_t i = 0; i < county.offices.size(); ++i) {
        const Office& office = county.offices[i];
        list += fmt::format(R"({}{{"name": "{}", "category": "{}", "summed": {}}})",
                            list.empty() ? "" : ", ", office.row.office.name,
                            office.row.office.category, office.row.summed);
        write_file(scratch / fmt::format("{}.json", i), write(*office.report, Format::json));
        if (office.previous != nullptr)
            write_file(scratch / fmt::format("{}.last.json", i),
                       write(*office.previous, Format::json));
    }
    write_file(scratch / "list.json", "[" + list + "]");
    write_file(scratch / "statistics.json", json);
    const Run run = ::run({"python3", std::string(NIANBAO_SOURCE) + "/tests/statistics.py",
                           scratch.folder().native()});
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    return run.out;
}

/// A row of an office with some applications, fines and last year's.
Row row_with(const std::string& name, const std::string& category, const std::string& penalties,
             const std::string& last) {
    Report now = sample_report(), before = sample_report();
    now.cell("disclosure.penalties")->value = *Amount::parse(penalties);
    before.cell("disclosure.penalties")->value = *Amount::parse(last.empty() ? "0" : last);
    Row row;
    row.name = name;
    row.category = category;
    row.summed = true;
    row.now = numbers_of(now, *now.edition);
    if (!last.empty()) row.before = numbers_of(before, *before.edition);
    return row;
}

std::string outliers_of(const std::vector<Row>& rows) {
    std::string words;
    const Edition& edition = *sample_report().edition;
    for (const Outlier& own : sums::statistics_of(rows, edition, 2023).outliers)
        words += fmt::format(
            "{} {} {} {} {}\n", own.office, figures()[static_cast<std::size_t>(own.figure)].name,
            own.now.to_string(), own.of_kind ? "同类" : "上年", own.other.to_string());
    return words;
}

}  // namespace

TEST_CASE("Another program counts the same") {
    const std::uint64_t counties = std::getenv("NIANBAO_LONG") != nullptr ? 20 : 3;
    for (std::uint64_t seed = 1; seed <= counties; ++seed) {
        CAPTURE(seed);
        const MadeCounty county(seed, 30);
        const std::string json = statistics_json(statistics_of(county), county.head);
        CHECK(differences(county, json) == "");
        if (seed > 1) continue;
        std::string wrong = json;
        const std::string found = "\"summed\": 26";
        REQUIRE(wrong.find(found) != wrong.npos);
        wrong.replace(wrong.find(found), found.size(), "\"summed\": 25");
        CHECK(differences(county, wrong) == "statistics.summed: 25 instead of 26\n");
    }
}

TEST_CASE("What gnumeric reckons in the workbook is what is kept there") {
    const MadeCounty county(4, 30);
    const Scratch scratch;
    const std::string bytes = write_statistics(statistics_of(county), county.head);
    CHECK(bytes == write_statistics(statistics_of(county), county.head));
    CHECK(shown_by_gnumeric(scratch, bytes, 6, false) ==
          shown_by_gnumeric(scratch, bytes, 6, true));
}

TEST_CASE("Outliers are ten times last year's or their kind's, and 100 at least") {
    CHECK(outliers_of({row_with("甲局", "", "100", "10")}) == "甲局 行政处罚 100 上年 10\n");
    CHECK(outliers_of({row_with("甲局", "", "100", "11")}) == "");
    CHECK(outliers_of({row_with("甲局", "", "99", "0")}) == "");
    CHECK(outliers_of({row_with("甲局", "", "0", "100")}) == "甲局 行政处罚 0 上年 100\n");
    CHECK(outliers_of({row_with("甲局", "", "100", "")}) == "");
    std::vector<Row> kind = {row_with("甲局", "部门", "12", ""), row_with("乙局", "部门", "11", ""),
                             row_with("丙局", "部门", "10", ""), row_with("丁局", "部门", "0", ""),
                             row_with("戊局", "部门", "120", "")};
    CHECK(outliers_of(kind) == "");  // four have any
    kind.push_back(row_with("己局", "部门", "13", ""));
    CHECK(outliers_of(kind) == "戊局 行政处罚 120 同类 12\n");
    kind.back().category = "乡镇街道";
    CHECK(outliers_of(kind) == "");
}

TEST_CASE("Without last year's reports the charts show this year alone") {
    Statistics all = sums::statistics_of(std::vector<Row>{row_with("甲局", "", "30", "")},
                                         *sample_report().edition, 2023);
    CHECK(scope_of(all) == "计入汇总的1家；没有上年报告，没有与上年比较");
    const auto series = [&] {
        const Scratch scratch;
        const auto file = write_file(scratch / "a.xlsx", write_statistics(all, DeskHead{}));
        const Run part =
            ::run({"python3", std::string(NIANBAO_SOURCE) + "/tests/fixtures/office_parts.py",
                   "part", file.native(), "xl/charts/chart1.xml"});
        std::string names;
        for (std::size_t at = part.out.find("<c:tx><c:strRef><c:f>"); at != part.out.npos;
             at = part.out.find("<c:tx><c:strRef><c:f>", at + 1)) {
            const std::size_t from = part.out.find("<c:v>", at) + 5;
            names += part.out.substr(from, part.out.find('<', from) - from) + " ";
        }
        return names;
    };
    CHECK(series() == "2023年 ");
    all.comparable = 1;
    CHECK(scope_of(all) ==
          "计入汇总的1家；“可比单位”是其中有上年报告的1家，增减和增幅按可比单位计算");
    CHECK(series() == "2022年 可比单位2023年 ");
}

TEST_CASE("Growth is reckoned over offices that have last year's report") {
    const std::vector<Row> rows = {row_with("甲局", "", "30", "20"),
                                   row_with("乙局", "", "50", "")};
    const Statistics all = sums::statistics_of(rows, *sample_report().edition, 2023);
    CHECK(all.summed == 2);
    CHECK(all.comparable == 1);
    const auto penalties = std::find_if(all.disclosure.begin(), all.disclosure.end(),
                                        [](const Compared& own) { return own.key == "penalties"; });
    CHECK(penalties->now.to_string() == "80");
    CHECK(penalties->comparable.to_string() == "30");
    CHECK(penalties->before.to_string() == "20");
    const std::string json = statistics_json(all, DeskHead{});
    CHECK(json.find("\"name\": \"行政处罚\",\n      \"now\": 80,\n      \"comparable\": 30,\n"
                    "      \"previous\": 20,\n      \"growth\": \"+50.0%\"") != json.npos);
}
