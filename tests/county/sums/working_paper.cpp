// 汇总底稿: its sums are those of merge, kept and recomputed, and what is left out is named.
#include "county/sums/working_paper.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "county/made_county.hpp"
#include "county/sums/indicators.hpp"
#include "county/sums/sheets.hpp"
#include "report/sample.hpp"
#include "report/sum.hpp"

using namespace nianbao;

namespace {

constexpr int year = MadeCounty::year;

std::string paper_of(const MadeCounty& county, const Report* own = nullptr,
                     const Report* own_before = nullptr) {
    WorkingPaper paper(*edition_for(year));
    for (const Office& office : county.offices) paper.add(office);
    return paper.write(county.head, own, own_before);
}

const std::vector<std::string>& row_of(const SheetLines& lines, std::string_view name) {
    for (const std::vector<std::string>& line : lines) {
        if (line.front() == name) return line;
    }
    FAIL(std::string(name));
    return lines.front();
}

std::string number_text(const Amount& amount) {
    std::string text = amount.to_string();
    if (text.find('.') != text.npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

/// Sees that the sums of a sheet are those of merge, cell by cell.
void check_sums(const SheetLines& sheet, const FilledForm& sum) {
    const std::vector<std::string>& line = row_of(sheet, "合计");
    REQUIRE(line.size() == sum.cells.size() + 4);
    for (std::size_t i = 0; i < sum.cells.size(); ++i)
        CHECK(line[i + 4] == number_text(sum.cells[i].value));
}

}  // namespace

TEST_CASE("Every sum of the paper is that of merge, as it is kept and as gnumeric reckons it") {
    const std::uint64_t counties = is_long() ? 20 : 2;
    for (std::uint64_t seed = 1; seed <= counties; ++seed) {
        CAPTURE(seed);
        const MadeCounty county(seed, 24);
        const Sum sum = county.sum.sum();
        Report own = *Report::empty("云溪县人民政府", year);
        own.disclosure = sum.disclosure;
        own.applications = sum.applications;
        own.disputes = sum.disputes;
        own.cell("disclosure.licences")->value.digits += 5;
        const Scratch scratch;
        const std::string bytes = paper_of(county, &own, &county.last.front());
        const std::vector<SheetLines> kept = shown_by_gnumeric(scratch, bytes, 7, false),
                                      anew = shown_by_gnumeric(scratch, bytes, 7, true);
        CHECK(kept == anew);
        check_sums(anew[1], sum.disclosure);
        check_sums(anew[2], sum.applications);
        check_sums(anew[3], sum.disputes);
        const std::vector<std::string>& differs = row_of(anew[1], "本级报告与合计之差");
        CHECK(differs[10] == "5");
        CHECK(std::count(differs.begin() + 4, differs.end(), "0") == 9);
        CHECK(anew[1].back().front() == "本级报告");
    }
}

TEST_CASE("LibreOffice reckons the same (with NIANBAO_LONG, if it is there)") {
    if (!is_long() || ::run({"sh", "-c", "command -v soffice"}).exit != 0) return;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const MadeCounty county(seed, 24);
        const Sum sum = county.sum.sum();
        const Scratch scratch;
        const std::vector<SheetLines> sheets =
            shown_by_libreoffice(scratch, paper_of(county), {"主动公开", "依申请公开", "复议诉讼"});
        check_sums(sheets[0], sum.disclosure);
        check_sums(sheets[1], sum.applications);
        check_sums(sheets[2], sum.disputes);
    }
}

TEST_CASE("Who is not summed is named, with why") {
    LedgerRow row;
    CHECK(sums::left_out_because(row) == "未报送");
    row.submission = Submission::late;
    row.undecided = true;
    CHECK(sums::left_out_because(row) == "多稿待定");
    row.undecided = false;
    row.review = Review::unreadable;
    CHECK(sums::left_out_because(row) == "无法读取");
    row.review = Review::waiting;
    row.counts.to_mend = 3;
    CHECK(sums::left_out_because(row) == "须改3处");
    row.counts.to_mend = 0;
    row.on_list = false;
    CHECK(sums::left_out_because(row) == "名单外");
    row.on_list = true;
    row.office.counted = false;
    CHECK(sums::left_out_because(row) == "名单注明不计入汇总");
    row.office.counted = true;
    CHECK(sums::left_out_because(row) == "年度或者格式不同");
    row.summed = true;
    CHECK(sums::left_out_because(row) == "");
}

TEST_CASE("The head says how many are summed and how many of them have passed") {
    const MadeCounty county(3, 8);
    std::vector<sums::Row> rows;
    for (const Office& office : county.offices)
        rows.push_back(sums::row_of(office, *edition_for(year)));
    // One that passed and is not on the list is not summed, and not counted here.
    for (sums::Row& row : rows) row.passed = row.passed || !row.summed;
    const sums::Paper paper{county.head, *edition_for(year), rows};
    CHECK(paper.scope() ==
          "计入汇总7家，其中审核通过2家；未计入1家，见“汇总说明”（截至1月15日17:00）");
    const xlsx::Sheet sheet = sums::overview_sheet(paper);
    std::string words;
    for (const auto& [at, cell] : sheet.cells) {
        if (!cell.content.value.empty() && at.row >= 6) words += cell.content.value + " ";
    }
    CHECK(
        words.starts_with("未计入汇总的单位（1家） 序号 单位 类别 原因 1 第4局 乡镇街道 须改2处 "
                          "计入汇总、还没有审核通过的单位（5家） "));
}

TEST_CASE("Columns are headed as the form is printed") {
    const auto heads = [](std::size_t table, std::size_t entry) {
        const sums::ColumnHeads all = sums::column_heads(*edition_for(year)->forms[table]);
        std::string words = fmt::format("{}/{}", all.rows, all.levels);
        for (const std::string& label : all.labels[entry]) words += "|" + label;
        return words;
    };
    CHECK(heads(0, 3) == "2/3|第二十条第（一）项|行政规范性文件|本年制发件数");
    CHECK(heads(0, 9) == "2/3|第二十条第（八）项|行政事业性收费|本年收费金额（单位：万元）");
    CHECK(heads(1, 0) == "3/5|一、本年新收政府信息公开申请数量|||自然人|");
    CHECK(heads(1, 29) ==
          "3/5|三、本年度办理结果|（三）不予公开|1.属于国家秘密|法人或其他组织|商业企业");
    CHECK(heads(2, 6) == "0/3|行政诉讼|未经复议直接起诉|结果纠正");
}

TEST_CASE("Figures of the text that no table has are found by their words, with their sentence") {
    Report report = sample_report();
    report.overview =
        "（一）主动公开情况。全年主动公开政府信息286条，通过政府网站发布1.2万条，"
        "政务新媒体发布八百余条；发布政策解读36篇，其中图解12篇。\n"
        "（二）平台建设。建成政务公开专区3个，举办培训2次，增长15%。"
        "收到建议提案8件，回应关切5次。";
    std::string words;
    for (const sums::Told& told : sums::told_of(report, nullptr))
        words += fmt::format("{} {} {} {}：{}\n",
                             sums::indicators()[static_cast<std::size_t>(told.indicator)].name,
                             told.value.to_string(), told.said, told.where, told.sentence);
    CHECK(
        words ==
        "主动公开政府信息 286 286条 第一部分：全年主动公开政府信息286条，通过政府网站发布1.2万条，"
        "政务新媒体发布八百余条；\n"
        "政府网站发布 12000 1.2万条 第一部分：全年主动公开政府信息286条，通过政府网站发布1.2万条，"
        "政务新媒体发布八百余条；\n"
        "政务新媒体发布 800 八百余条 第一部分：全年主动公开政府信息286条，通过政府网站发布1.2万条，"
        "政务新媒体发布八百余条；\n"
        "政策解读 36 36篇 第一部分：发布政策解读36篇，其中图解12篇。\n"
        "公开平台和专区 3 3个 第一部分：建成政务公开专区3个，举办培训2次，增长15%。\n"
        "业务培训 2 2次 第一部分：建成政务公开专区3个，举办培训2次，增长15%。\n"
        "回应关切 5 5次 第一部分：收到建议提案8件，回应关切5次。\n");
}

TEST_CASE("What went out by several channels is counted for none of them, nor are requests") {
    Report report = sample_report();
    report.overview =
        "通过政府网站、政务新媒体等渠道公开政府信息500条。依申请公开政府信息答复20件。";
    std::string words;
    for (const sums::Told& told : sums::told_of(report, nullptr))
        words += fmt::format("{} {}\n",
                             sums::indicators()[static_cast<std::size_t>(told.indicator)].name,
                             told.said);
    CHECK(words == "主动公开政府信息 500条\n");
}

TEST_CASE("What texts count is added up over the offices that are summed") {
    const MadeCounty county(3, 8);
    std::vector<sums::Row> rows;
    for (const Office& office : county.offices)
        rows.push_back(sums::row_of(office, *edition_for(year)));
    std::int64_t expected = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t counted = std::int64_t{1} << i;
        rows[i].told = {{0, Amount{counted, 0}, "", "", ""}};
        if (rows[i].summed) expected += counted;
    }
    const xlsx::Sheet sheet =
        sums::indicator_sheet(sums::Paper{county.head, *edition_for(year), rows});
    const int last = sheet.printed.last.row;
    CHECK(sheet.cells.at({last, 3}).content.value == std::to_string(expected));
    CHECK(sheet.cells.at({last, 3}).content.formula == "ROUND(SUMIFS(D3:D11,$C$3:$C$11,\"是\"),6)");
}

TEST_CASE("Of more offices than sheets can show nothing is kept") {
    WorkingPaper paper(*edition_for(year));
    Office office;
    for (std::size_t i = 0; i < WorkingPaper::most_offices; ++i) paper.add(office);
    CHECK(!paper.too_many());
    paper.add(office);
    CHECK(paper.too_many());
    paper.add(office);
    CHECK(paper.too_many());
    CHECK(paper.statistics(year).offices.empty());
}

TEST_CASE("The paper is the same each time, and small") {
    const MadeCounty county(5, 100);
    const std::string bytes = paper_of(county);
    CHECK(bytes == paper_of(county));
    CHECK(bytes.size() < 600'000);
}

TEST_CASE("A printed page of a table begins with an office or with the sums, and is full") {
    const MadeCounty county(1, 120);
    const Edition& edition = *edition_for(year);
    std::vector<sums::Row> rows;
    for (const Office& office : county.offices) rows.push_back(sums::row_of(office, edition));
    rows[7].name = "云溪县自然资源和规划局高新技术产业开发区分局";  // in two lines
    const sums::Paper paper{county.head, edition, rows};
    constexpr double a3_without_margins = 841.9 - 2 * 54;  // points
    for (std::size_t table = 0; table < 3; ++table) {
        CAPTURE(table);
        const xlsx::Sheet sheet = sums::table_sheet(paper, table);
        REQUIRE(sheet.scale > 0);
        REQUIRE(!sheet.new_page_rows.empty());
        const auto height = [&](int from, int to) {
            double sum = 0;
            for (int row = from; row < to; ++row) sum += sheet.heights.at(row);
            return sum * sheet.scale / 100;
        };
        const double heads = height(0, sheet.head_rows);
        const int last = sheet.printed.last.row + 1;
        std::vector<int> ends = sheet.new_page_rows;
        ends.push_back(last);
        for (std::size_t page = 0, from = sheet.head_rows; page < ends.size(); ++page) {
            CAPTURE(page);
            CHECK(heads + height(from, ends[page]) <= a3_without_margins);
            for (const xlsx::Area& area : sheet.merged)
                CHECK((area.last.row < ends[page] || area.first.row >= ends[page]));
            // Another office would find no place.
            if (ends[page] != last)
                CHECK(heads + height(from, ends[page] + 4) > a3_without_margins * 0.95);
            from = ends[page];
        }
        CHECK(height(sheet.head_rows, sheet.head_rows + 16) >
              height(sheet.head_rows, sheet.head_rows + 2) * 8);
    }
}
