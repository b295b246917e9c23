// Two reports against each other: cells, sentences, everything else.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "nianbao/diff.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"
#include "report/key_figures.hpp"
#include "report/proportion.hpp"
#include "report/sentence_diff.hpp"

using namespace nianbao;

namespace {

/// The changes of a text: "-removed", "+added", "~before>after", with a blank between.
std::string changes(std::string_view before, std::string_view after) {
    std::string out;
    for (const TextChange& change : sentence_changes("overview", "总体情况", before, after)) {
        if (!out.empty()) out += ' ';
        switch (change.how) {
            case TextChanged::added:
                out += "+" + change.after;
                break;
            case TextChanged::removed:
                out += "-" + change.before;
                break;
            case TextChanged::changed:
                out += "~" + change.before + ">" + change.after;
                break;
        }
    }
    return out;
}

/// The model report with lines put in, against the model report.
std::string from_model(std::string_view lines) {
    return diff_text(diff(model_report(), example(lines).report));
}

/// The longest common subsequence by the book, quadratic.
std::size_t longest_common(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j)
            best[i + 1][j + 1] =
                a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
    }
    return best.back().back();
}

/// Sentences that have no pair of characters in common.
std::string sentence(int number) {
    std::string text;
    for (int place = 0; place < 3; ++place, number /= 10)
        text += std::vector<std::string>{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"}
            [static_cast<std::size_t>(number % 10)];
    return text + "。";
}

}  // namespace

TEST_CASE("a report does not differ from itself") {
    CHECK(diff_text(diff(model_report(), model_report())) == "没有不同\n");
    for (std::uint64_t number = 0; number < 20; ++number) {
        const Report report = generated_report(number, {.characters = Characters::any});
        CHECK(diff(report, report).none());
    }
}

TEST_CASE("cells: value, difference, rate; none from zero; remarks") {
    CHECK(
        from_model(
            "disclosure.penalties: 54\ndisclosure.administrative_charges: 11.80\ndisputes.reconsideration.pending: 2\ndisputes.reconsideration.total: 3\n"
            "disclosure.coercive_measures: 0") ==
        "表格\n"
        "  行政处罚：45 → 54，+9，+20.0%\n"
        "  行政强制：3 → 0，-3，-100.0%\n"
        "  行政事业性收费：12.5 → 11.80，-0.70，-5.6%\n"
        "  行政复议·尚未审结：0 → 2，+2\n"
        "  行政复议·总计：1 → 3，+2，+200.0%\n");
    CHECK(from_model("disclosure.administrative_charges: 12.50") == "没有不同\n");
    Report report = model_report();
    report.disclosure.cells[3].remark = "含修订";
    CHECK(diff_text(diff(model_report(), report)) ==
          "表格\n  行政规范性文件·本年制发件数：2 → 2（含修订）\n");
    report.disclosure.cells[3].value = {3, 0};
    CHECK(diff_text(diff(model_report(), report)) ==
          "表格\n  行政规范性文件·本年制发件数：2 → 3（含修订），+1，+50.0%\n");
}

TEST_CASE("figures that follow from the cells: applications in all, and rates in points") {
    Report before = *Report::empty("甲局", 2024), after = before;
    const auto put = [](Report& report, std::string_view path, std::int64_t count) {
        report.cell(path)->value = {count};
    };
    // 23 of 25 done, 14 of them disclosed; then 57 of 57 and 31.
    put(before, "applications.received.total", 21);
    put(before, "applications.carried_in.total", 4);
    put(before, "applications.results.total.total", 23);
    put(before, "applications.results.disclosed.total", 11);
    put(before, "applications.results.partly_disclosed.total", 3);
    put(before, "disputes.litigation_direct.total", 3);
    put(after, "applications.received.total", 55);
    put(after, "applications.carried_in.total", 2);
    put(after, "applications.results.total.total", 57);
    put(after, "applications.results.disclosed.total", 31);
    put(after, "disputes.reconsideration.total", 8);
    put(after, "disputes.reconsideration.corrected", 1);
    put(after, "disputes.litigation_direct.total", 3);
    put(after, "disputes.litigation_after_reconsideration.total", 3);
    put(after, "disputes.litigation_after_reconsideration.corrected", 2);
    const std::string said = diff_text(diff(before, after));
    CHECK(said.substr(said.find("由表格算出")) ==
          "由表格算出\n"
          "  收到申请（本年新收＋上年结转）：25 → 57，+32，+128.0%\n"
          "  办结率（办理结果总计÷收到申请）：92.0% → 100.0%，+8.0 个百分点\n"
          "  公开率（予以公开和部分公开÷办理结果总计）：60.9% → 54.4%，-6.5 个百分点\n"
          "  行政复议纠正率（结果纠正÷总计）：（无） → 12.5%\n"
          "  行政诉讼纠正率（结果纠正÷总计）：0.0% → 33.3%，+33.3 个百分点\n");
    // The same shares of other numbers are no difference.
    put(after = before, "applications.received.total", 20);
    put(after, "applications.carried_in.total", 5);
    CHECK(diff(before, after).figures.empty());
    CHECK(diff(before, after).cells.size() == 2);
}

TEST_CASE("a share is rounded to tenths of a per cent, halves up") {
    CHECK(share_in_thousandths({1}, {3}) == 333);
    CHECK(share_in_thousandths({2}, {3}) == 667);
    CHECK(share_in_thousandths({1}, {2'000}) == 1);
    CHECK(share_in_thousandths({1}, {2'001}) == 0);
    CHECK(share_in_thousandths({999'999'999'999}, {999'999'999'999}) == 1'000);
    CHECK(share_in_thousandths({3}, {2}) == 1'500);
    CHECK_FALSE(share_in_thousandths({0}, {0}));
}

TEST_CASE("every edition has the cells of the key figures") {
    for (const int year : {2020, 2024}) {
        const Report report = *Report::empty("甲局", year);
        for (const KeyFigure& figure : key_figures()) {
            for (const auto& cells : {figure.cells, figure.whole}) {
                for (const std::string_view path : cells)
                    CHECK_MESSAGE((path.empty() || report.cell(path) != nullptr),
                                  std::string(path));
            }
        }
    }
}

TEST_CASE("a rate has one decimal, rounded half away from zero") {
    CHECK(change_percent({20000}, {20009}) == "0.0%");
    CHECK(change_percent({2000}, {2001}) == "+0.1%");
    CHECK(change_percent({2000}, {1999}) == "-0.1%");
    CHECK(change_percent({2000}, {2199}) == "+10.0%");  // 9.95%: every nine is carried
    CHECK(change_percent({2000}, {3999}) == "+100.0%");
    CHECK(change_percent({10000}, {19994}) == "+99.9%");
    CHECK(change_percent({3}, {4}) == "+33.3%");
    CHECK(change_percent({3}, {5}) == "+66.7%");
}

TEST_CASE("what the form of 2019 counts as a change has no rate") {
    Report before = *Report::empty("甲局", 2020), after = before;
    *before.cell("disclosure.licences.items_last_year") = {{3}, "", ""};
    *after.cell("disclosure.licences.items_last_year") = {{6}, "", ""};
    *before.cell("disclosure.licences.change") = {{3}, "", "+3"};
    *after.cell("disclosure.licences.change") = {{6}, "", "+6"};
    CHECK(diff_text(diff(before, after)) ==
          "表格\n"
          "  行政许可·上一年项目数量：3 → 6，+3，+100.0%\n"
          "  行政许可·本年增/减：+3 → +6，+3\n");
}

TEST_CASE("everything that is neither number nor prose") {
    Report report = model_report();
    report.agency = "云溪县农业局";
    report.kind = Kind::office;
    report.title = "甲\n乙";
    report.published = Date{2024, 2, 1};
    report.contact->phone = "0530-1";
    report.contact->email = "a@b.cn";
    report.signature.reset();
    report.processing_fees->notified = {200, 0};
    report.waive.push_back({"T2-01", "disclosure", "理由"});
    report.layout.page_numbers = PageNumbers::centred;
    report.layout.pitch = 28.5_pt;
    report.site = Site{"云溪县政府", {}, {}, "年报"};
    report.members.push_back({"甲局", "a.yaml", std::string(64, 'a')});
    CHECK(diff_text(diff(model_report(), report)) ==
          "项目\n"
          "  单位：云溪县农业农村局 → 云溪县农业局\n"
          "  类别：部门 → 政府办公室\n"
          "  标题：（无） → 甲 乙\n"
          "  发布日期：2024-01-22 → 2024-02-01\n"
          "  联系方式·电话：0530-6120018 → 0530-1\n"
          "  联系方式·邮箱：（无） → a@b.cn\n"
          "  落款·成文日期：2024-01-18 → （无）\n"
          "  豁免：（无） → T2-01 disclosure 理由\n"
          "  版式·行距：29.62pt → 28.50pt\n"
          "  版式·页码：一字线 → 居中\n"
          "  网站·名称：（无） → 云溪县政府\n"
          "  网站·栏目：（无） → 年报\n"
          "  成员：（无） → 甲局（a.yaml，aaaaaaaa）\n"
          "表格\n"
          "  信息处理费·通知金额：0 → 200，+200\n");
    Report other = report;
    other.members[0].sha256 = std::string(64, 'b');
    other.processing_fees.reset();
    CHECK(diff_text(diff(report, other)) ==
          "项目\n"
          "  信息处理费·发出收费通知件数：0 → （无）\n"
          "  信息处理费·通知金额：200 → （无）\n"
          "  信息处理费·实收金额：0 → （无）\n"
          "  成员：甲局（a.yaml，aaaaaaaa） → 甲局（a.yaml，bbbbbbbb）\n");
}

TEST_CASE("sentences are added, removed and changed; line ends and blanks are no change") {
    CHECK(changes("甲甲甲。乙乙乙。", "甲甲甲。乙乙乙。") == "");
    CHECK(changes("公开信息12条。好。", "公开\n信息 12 条。\n　　好。") == "");
    CHECK(changes("甲甲甲。丙丙丙。", "甲甲甲。乙乙乙。丙丙丙。") == "+乙乙乙。");
    CHECK(changes("甲甲甲。乙乙乙。丙丙丙。", "甲甲甲。丙丙丙。") == "-乙乙乙。");
    CHECK(changes("甲甲甲。公开各类信息12条。", "甲甲甲。公开各类信息13条。") ==
          "~公开各类信息12条。>公开各类信息13条。");
    CHECK(changes("甲甲甲。公开各类信息12条。丙丙丙。",
                  "甲甲甲。丁丁丁。公开各类信息13条。丙丙丙。") ==
          "+丁丁丁。 ~公开各类信息12条。>公开各类信息13条。");
    CHECK(changes("甲甲甲。乙乙乙。", "乙乙乙。甲甲甲。") == "-甲甲甲。 +甲甲甲。");
    CHECK(changes("", "甲。") == "+甲。");
    CHECK(changes("甲。", "") == "-甲。");
    CHECK(changes("甲。甲。甲。", "甲。甲。") == "-甲。");
}

TEST_CASE("a sentence is a changed one from more than half of its pairs of characters on") {
    // Four pairs each: two in common are half, three are more.
    CHECK(changes("甲乙丙丁。", "甲乙丙戊。") == "-甲乙丙丁。 +甲乙丙戊。");
    CHECK(changes("甲乙丙丁戊。", "己乙丙丁戊。") == "~甲乙丙丁戊。>己乙丙丁戊。");
}

TEST_CASE("a changed sentence is looked for behind seven others, and no further") {
    for (const int others : {7, 8}) {
        std::string added;
        for (int i = 0; i < others; ++i) added += sentence(i);
        const std::string told = changes("公开各类信息12条。", added + "公开各类信息13条。");
        CHECK(told.ends_with(others == 7 ? " ~公开各类信息12条。>公开各类信息13条。"
                                         : " +公开各类信息13条。"));
        CHECK(told.starts_with(others == 7 ? "+" : "-公开各类信息12条。 +"));
    }
}

TEST_CASE("what is matched is a longest common subsequence, where no sentence comes twice") {
    for (std::uint64_t number = 0; number < 300; ++number) {
        Random random(number);
        std::vector<int> a, b;
        for (int i = 0; i < 12; ++i) {
            if (!random.one_in(3))
                a.insert(a.begin() + random.below(static_cast<int>(a.size()) + 1), i * 7);
            if (!random.one_in(3))
                b.insert(b.begin() + random.below(static_cast<int>(b.size()) + 1), i * 7);
        }
        std::string before, after;
        for (int each : a) before += sentence(each);
        for (int each : b) after += sentence(each);
        std::size_t removed = 0, added = 0;
        for (const TextChange& change : sentence_changes("", "", before, after)) {
            removed += change.how != TextChanged::added ? 1U : 0U;
            added += change.how != TextChanged::removed ? 1U : 0U;
        }
        CHECK(a.size() - removed == longest_common(a, b));
        CHECK(b.size() - added == longest_common(a, b));
    }
}

TEST_CASE("each change knows its place in both texts") {
    const std::vector<TextChange> found = sentence_changes(
        "overview", "总体情况", "甲甲甲。\n公开 12 条信息。", "公开 13 条信息。丁丁丁。");
    REQUIRE(found.size() == 3);
    CHECK(found[0].before_at == Span{"overview", 0, 4});
    CHECK(found[0].after_at == Span{});
    CHECK(found[1].before_at == Span{"overview", 5, 10});
    CHECK(found[1].after_at == Span{"overview", 0, 10});
}

TEST_CASE(
    "two texts of ten thousand sentences, all the same, all different, or turned about, take no time") {
    std::string same, a, b, turned;
    for (int i = 0; i < 10'000; ++i) {
        same += "一样的句子。";
        a += fmt::format("甲{}年。", i);
        b += fmt::format("乙{}月；", i);
        turned.insert(0, fmt::format("甲{}年。", i));
    }
    CHECK(sentence_changes("", "", same, same + "一样的句子。").size() == 1);
    CHECK(sentence_changes("", "", a, b).size() == 20'000);
    CHECK(sentence_changes("", "", a, turned).size() >= 10'000);
}

TEST_CASE("reports on two forms are compared where both have the row, and the others are named") {
    const Report old = generated_report(2, {.extent = Extent::usual, .year = 2020}),
                 now = generated_report(2, {.extent = Extent::usual, .year = 2021});
    const Difference difference = diff(old, now);
    CHECK(difference.not_compared ==
          std::vector<std::string>{
              "2021 年格式的规章", "2021 年格式的行政规范性文件", "2021 年格式的行政许可",
              "2021 年格式的行政处罚", "2021 年格式的行政强制", "2021 年格式的行政事业性收费",
              "2019 年格式的规章", "2019 年格式的规范性文件", "2019 年格式的行政许可",
              "2019 年格式的其他对外管理服务事项", "2019 年格式的行政处罚", "2019 年格式的行政强制",
              "2019 年格式的行政事业性收费", "2019 年格式的政府集中采购",
              "2021 年格式的申请人无正当理由逾期不补正",
              "2021 年格式的申请人逾期未按收费通知要求缴纳费用", "2021 年格式的其他",
              "2019 年格式的其他处理"});
    CHECK(std::any_of(
        difference.cells.begin(), difference.cells.end(),
        [](const CellChange& change) { return change.field == "applications.received.total"; }));
    CHECK(diff_text(difference).find("没有比较（两份用的格式不同）\n  2021 年格式的规章\n") !=
          std::string::npos);
}

TEST_CASE("the command compares two files, for people and for programs") {
    CHECK(nianbao_run({"help", "diff"}).out == source_file("tests/cases/help_diff.txt"));
    const Setting here{.folder = std::string(NIANBAO_SOURCE) + "/tests/files"};
    const Run years = nianbao_run({"diff", "model-2022.yaml", "model.yaml"}, here);
    CHECK(years.exit == 0);
    CHECK(years.err == "");
    CHECK(years.out.starts_with(
        "旧：model-2022.yaml（云溪县农业农村局，2022 年度）\n新：model.yaml（云溪县农业农村局，2023 年度）\n\n"
        "项目\n  年度：2022 → 2023\n  发布日期：2023-01-19 → 2024-01-22\n  落款·成文日期：2023-01-16 → 2024-01-18\n"
        "表格\n  行政规范性文件·本年制发件数：1 → 2，+1，+100.0%\n  行政规范性文件·本年废止件数：0 → 1，+1\n"));
    CHECK(years.out.find("文字\n  引言\n    - 根据") != std::string::npos);
    const Run json =
        nianbao_run({"diff", "model-2022.yaml", "model.yaml", "--format", "json"}, here);
    CHECK(json.exit == 0);
    CHECK(
        json.out.find(
            R"({"field": "disclosure.penalties", "name": "行政处罚", "before": "50", "after": "45", "difference": "-5", "rate": "-10.0%", )"
            R"("remark_before": "", "remark_after": ""})") != std::string::npos);
    CHECK(json.out.find(R"("change": "removed")") != std::string::npos);
    CHECK(json.out.find(
              R"("figures": [
    {"figure": "applications", "name": "收到申请（本年新收＋上年结转）", "before": )") !=
          std::string::npos);
    const Run checked = ::run(
        {"python3", "-c",
         "import json, sys; d = json.load(sys.stdin)['diff']; print(len(d['fields']), d['texts'][0]['place_before'])"},
        {.input = json.out});
    CHECK(checked.out == "3 {'line': 10, 'column': 3}\n");
    CHECK(nianbao_run({"diff", "model.yaml"}, here)
              .err.starts_with("nianbao: diff 后面写两份数据文件或者两个文件夹：旧的和新的\n"));
    CHECK(nianbao_run({"diff", "model.yaml", "none.yaml"}, here).exit == 3);
    const Scratch scratch;
    write_file(scratch / "broken.yaml", "agency: 甲局\n");
    CHECK(nianbao_run({"diff", "model.yaml", (scratch / "broken.yaml").native()}, here).exit == 1);
}
