// 内容雷同 at a county's desk: texts and tables that two offices share, told to both.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "county/desk/alike.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"

namespace nianbao {
namespace {

/// Two offices of a desk, and what is said of each.
std::string told_of_both(const Report& first, const Report& second, const Profile& more = {}) {
    const Scratch scratch;
    write_file(scratch / "名单.csv", "单位全称,别名\n云溪县民政局,\n云溪县财政局,\n");
    std::filesystem::create_directory(scratch / "收件");
    write_file(scratch / "收件/民政.yaml", write(first, Format::yaml));
    write_file(scratch / "收件/财政.yaml", write(second, Format::yaml));
    CollectOptions options = made_desk(scratch.folder());
    options.profile.disabled = more.disabled;
    std::string text;
    static_cast<void>(collect(options, [&](const Office& office, const DeskHead&) {
        text += fmt::format("{} {} {}%: {}\n", office.row.office.name, office.row.alike,
                            office.row.alike_percent, office.row.main_problem);
        for (const Finding& finding : office.findings) {
            if (finding.severity < Severity::advice)
                text += fmt::format("    {} {}（{}）\n", finding.rule, finding.message,
                                    desk::value_of(finding, "other"));
        }
    }));
    return text;
}

Report with_tables_of(Report report, const Report& other) {
    report.disclosure = other.disclosure;
    report.applications = other.applications;
    report.disputes = other.disputes;
    return report;
}

TEST_CASE("L-24: equal tables are told to both offices, whatever the texts say") {
    const Report first = made_report("云溪县民政局", 1), second = made_report("云溪县财政局", 2);
    CHECK(told_of_both(first, second) == "云溪县民政局  0%: \n云溪县财政局  0%: \n");
    const Report copied = with_tables_of(second, first);
    CHECK(told_of_both(first, copied) ==
          "云溪县民政局 云溪县财政局 0%: 内容雷同：三张表与云溪县财政局的全同；"
          "三张表的数与另一单位的报告完全相同，请核对是否抄用或者报错文件\n"
          "    L-24 云溪县民政局的三张表与云溪县财政局的每一格都相同（云溪县财政局）\n"
          "云溪县财政局 云溪县民政局 0%: 内容雷同：三张表与云溪县民政局的全同；"
          "三张表的数与另一单位的报告完全相同，请核对是否抄用或者报错文件\n"
          "    L-24 云溪县财政局的三张表与云溪县民政局的每一格都相同（云溪县民政局）\n");
    Profile quiet;
    quiet.disabled = {"L-24"};
    CHECK(told_of_both(first, copied, quiet) == "云溪县民政局  0%: \n云溪县财政局  0%: \n");
}

TEST_CASE("a copy in which only the name was replaced is seen, the short forms too") {
    Report first = made_report("云溪县民政局", 1);
    std::string text, other;
    for (int i = 0; i < 40; ++i) {
        text += fmt::format("县民政局把第{}{}件事办好了。", clauses(i, 1), i);
        other += fmt::format("县财政局把第{}{}件事办好了。", clauses(i, 1), i);
    }
    first.overview = text;
    Report second = made_report("云溪县财政局", 2);
    second.overview = other;
    const std::string told = told_of_both(first, second);
    CHECK(told.find("云溪县民政局 云溪县财政局") == 0);
    CHECK(told.find("Y-04 云溪县民政局的文字与云溪县财政局的雷同") != told.npos);
    CHECK(told.find("Y-04 云溪县财政局的文字与云溪县民政局的雷同") != told.npos);
    CHECK(told.find("L-24") == told.npos);
    // Where the texts are told of, the tables of the same office are not told of again.
    CHECK(told_of_both(first, with_tables_of(second, first)).find("L-24") == told.npos);
}

TEST_CASE("tables with a number or two are equal by chance") {
    Report report = *Report::empty("云溪县民政局", 2023);
    CHECK(desk::tables_of(report).empty());
    report.cell("disclosure.licences")->value = {10, 0};
    report.cell("disclosure.penalties")->value = {1, 0};
    CHECK(desk::tables_of(report).empty());
    report.cell("disclosure.coercive_measures")->value = {2, 0};
    CHECK_FALSE(desk::tables_of(report).empty());
    report.cell("disclosure.licences")->value = {9, 0};
    CHECK(desk::tables_of(report).empty());
    desk::SameTables tables;
    CHECK(tables.add("甲局", "1") == "");
    CHECK(tables.add("乙局", "2") == "");
    CHECK(tables.add("丙局", "1") == "甲局");
    CHECK(tables.add("甲局", "1") == "");
    CHECK(tables.add("丁局", "") == "");
    CHECK(tables.add("戊局", "") == "");
}

}  // namespace
}  // namespace nianbao
