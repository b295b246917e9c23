// A report against the other offices' of the same run.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nianbao/neighbours.hpp"
#include "report/example.hpp"

using namespace nianbao;

namespace {

/// An office with that text and those charges, and nothing else that others might have.
Report office(std::string agency, std::string text, std::string_view charges = "0") {
    Report report = model_report();
    report.agency = std::move(agency);
    report.overview = std::move(text);
    report.problems = report.other = "。";
    for (std::size_t i = 0; i < report.disclosure.cells.size(); ++i) {
        if (field_path(*report.disclosure.form, report.disclosure.form->entries[i].field) ==
            "disclosure.administrative_charges")
            report.disclosure.cells[i].value = Amount::parse(charges).value();
    }
    return report;
}

/// What each of the reports is told of those before it, "-" where nothing.
std::string one_after_another(const std::vector<Report>& reports) {
    Neighbours neighbours;
    std::string out;
    for (const Report& report : reports) {
        std::string said;
        for (const Finding& finding : neighbours.add(sketch(report)))
            said += finding.rule + " " + as_in_examples(finding, report);
        out += (out.empty() ? "" : "\n") + (said.empty() ? "-" : said);
    }
    return out;
}

}  // namespace

TEST_CASE(
    "T2-04: from ten thousand times the median of the offices of one kind on, from the fourth office on") {
    const auto said = [](const std::vector<std::string_view>& charges) {
        std::vector<Report> reports;
        for (std::string_view each : charges)
            reports.push_back(office("某县某局" + std::to_string(reports.size()), "", each));
        const std::string all = one_after_another(reports);
        return all.substr(all.rfind('\n') + 1);
    };
    const std::string field = "T2-04 警告 disclosure.administrative_charges: 行政事业性收费 ";
    CHECK(said({"1", "2.5", "100", "25000"}) ==
          field + "25000 万元，是本次 3 份同类单位报告的中位数 2.5 万元的一万倍以上");
    CHECK(said({"1", "2.5", "100", "24999.99"}) == "-");
    CHECK(said({"1", "2.5", "0", "25000"}) == "-");  // two that have any
    CHECK(said({"4", "1", "3", "2", "20000"}) ==
          field + "20000 万元，是本次 4 份同类单位报告的中位数 2 万元的一万倍以上");
    Neighbours neighbours;
    for (const char* agency : {"甲局", "乙局", "丙局"})
        CHECK(neighbours.add(sketch(office(agency, "", "1"))).empty());
    Report town = office("丁镇", "", "90000");
    town.kind = Kind::township;
    CHECK(neighbours.add(sketch(town)).empty());
    CHECK(neighbours.add(sketch(office("戊局", "", "90000")), std::vector<std::string>{"T2-04"})
              .empty());
    const std::vector<Finding> findings = neighbours.add(sketch(office("己局", "", "90000")));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].hint == "像是把元写成了万元，请核对单位");
}

TEST_CASE(
    "Y-04: more than half of the shorter text is told, half is not; nor is a text of less than 200 characters") {
    const std::string end = "的雷同：较短一份的 ";
    CHECK(one_after_another({office("甲局", clauses(0, 20)), office("乙局", clauses(10, 30))}) ==
          "-\n-");
    CHECK(one_after_another({office("甲局", clauses(0, 21)), office("乙局", clauses(10, 30))}) ==
          "-\nY-04 警告 overview: 乙局的文字与甲局" + end +
              "210 个字中有 110 个相同（52%），超过一半");
    // In the other order the same pair is found.
    CHECK(one_after_another({office("乙局", clauses(10, 30)), office("甲局", clauses(0, 21))}) ==
          "-\nY-04 警告 overview: 甲局的文字与乙局" + end +
              "210 个字中有 110 个相同（52%），超过一半");
    CHECK(one_after_another({office("甲局", clauses(0, 19)), office("乙局", clauses(0, 19))}) ==
          "-\n-");
    CHECK(one_after_another({office("甲局", clauses(0, 20)), office("甲局", clauses(0, 20))}) ==
          "-\n-");  // two drafts of one office
}

TEST_CASE(
    "Y-04: the most alike is named, of several the first; an office's own name makes no difference") {
    CHECK(
        one_after_another({office("甲局", clauses(0, 20)), office("乙局", clauses(5, 20)),
                           office("丙局", clauses(5, 20))}) ==
        "-\nY-04 警告 overview: 乙局的文字与甲局的雷同：较短一份的 200 个字中有 150 个相同（75%），超过一半\n"
        "Y-04 警告 overview: 丙局的文字与乙局的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半");
    CHECK(one_after_another({office("甲局", clauses(0, 20)), office("乙局", clauses(0, 20)),
                             office("丙局", clauses(0, 20))})
              .ends_with(
                  "丙局的文字与甲局的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半"));
    std::string mine, theirs;
    for (int i = 0; i < 20; ++i) {
        mine += "云溪县农业农村局" + clauses(i, 1);
        theirs += "云溪县水利局" + clauses(i, 1);
    }
    CHECK(one_after_another({office("云溪县水利局", theirs), office("云溪县农业农村局", mine)})
              .ends_with("200 个字中有 200 个相同（100%），超过一半"));
}

TEST_CASE("Y-04: short forms of the own name and aliases make no difference either") {
    const auto text = [](const std::vector<std::string>& names) {
        std::string all;
        for (int i = 0; i < 20; ++i)
            all += names[static_cast<std::size_t>(i) % names.size()] + clauses(i, 1);
        return all;
    };
    const auto said = [&](const std::vector<std::string>& mine, std::string_view alias,
                          const std::vector<std::string>& theirs, std::string_view other) {
        Neighbours neighbours;
        std::string all;
        const auto add = [&](std::string agency, const std::vector<std::string>& names,
                             std::string_view own) {
            const std::vector<std::string> aliases{std::string(own)};
            for (const Finding& one :
                 neighbours.add(sketch(office(std::move(agency), text(names)), aliases)))
                all += one.message;
        };
        add("云溪县民政局", mine, alias);
        add("云溪县财政局", theirs, other);
        return all;
    };
    const std::string all_alike =
        "云溪县财政局的文字与云溪县民政局的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半";
    CHECK(said({"云溪县民政局", "县民政局", "民政局", "民政"}, "",
               {"云溪县财政局", "县财政局", "财政局", "财政"}, "") == all_alike);
    CHECK(said({"民政一家"}, "民政一家", {"县财办"}, "县财办") == all_alike);
    CHECK(said({"民政一家"}, "", {"县财办"}, "") == "");
}

TEST_CASE("Y-04: many offices with one text are found, each against one of the first") {
    std::vector<Report> reports;
    for (int i = 0; i < 40; ++i)
        reports.push_back(office("局" + std::to_string(i), clauses(0, 20)));
    const std::string said = one_after_another(reports);
    CHECK(said.ends_with(
        "局39的文字与局0的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半"));
}

TEST_CASE("Y-04: a report is held against the thousand before it, and no more are remembered") {
    const auto said = [](int between) {
        std::vector<Report> reports{office("甲局", clauses(0, 20))};
        for (int i = 0; i < between; ++i)
            reports.push_back(office("局" + std::to_string(i), clauses(100 + 20 * (i % 480), 20)));
        reports.push_back(office("乙局", clauses(0, 20)));
        const std::string all = one_after_another(reports);
        return all.substr(all.rfind('\n') + 1);
    };
    CHECK(
        said(999) ==
        "Y-04 警告 overview: 乙局的文字与甲局的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半");
    CHECK(said(1000) == "-");
    CHECK(said(1100) == "-");  // what is forgotten is thrown away by the hundred
}

TEST_CASE("Y-04: sixteen forgotten offices make room for those that come after them") {
    std::vector<Report> reports;
    for (int i = 0; i < 16; ++i)
        reports.push_back(office("旧局" + std::to_string(i), clauses(0, 20)));
    for (int i = 0; i < 1000; ++i)
        reports.push_back(office("局" + std::to_string(i), clauses(100 + 20 * (i % 480), 20)));
    reports.push_back(office("甲局", clauses(0, 20)));
    reports.push_back(office("乙局", clauses(0, 20)));
    CHECK(one_after_another(reports).ends_with(
        "-\nY-04 警告 overview: 乙局的文字与甲局的雷同：较短一份的 200 个字中有 200 个相同（100%），超过一半"));
}

TEST_CASE("Y-04: a waiver keeps its reason, and one that is not needed is not told of") {
    Report report = office("乙局", clauses(0, 20));
    report.waive.push_back({"Y-04", "overview", "合署办公"});
    CHECK(one_after_another({office("甲局", clauses(0, 20)), report}).ends_with(" [合署办公]"));
    for (const Finding& finding : check(report)) CHECK(finding.rule != "V-01");
}
