// The ledgers of several desks as one: what stands in them, and the sums of their sums.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "county/troubled_county.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "notation/xlsx/workbook.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// A province of three counties: their offices in folders, a list of each, one of all.
class Province {
public:
    Province() {
        std::string all;
        for (const std::string county : {"云溪县", "东川县", "西岭县"}) {
            std::string list;
            int number = static_cast<int>(counties.size()) * 10;
            for (const std::string office : {"民政局", "财政局", "教育局", "水利局"}) {
                list += county + office + "\n";
                if (office == "水利局" && county != "西岭县") continue;
                Report report = made_report(county + office, ++number);
                report.cell("disclosure.administrative_charges")->value = {number * 25 + 1, 2};
                if (office == "教育局") report.cell("applications.received.total")->value = {13, 0};
                fs::create_directories(scratch / "收件" / county);
                write_file(scratch / "收件" / county / (office + ".yaml"),
                           write(report, Format::yaml));
            }
            write_file(scratch / (county + ".txt"), list);
            write_file(scratch / (county + ".yaml"), "县名: " + county + "\n");
            all += list;
            counties.push_back(county);
        }
        write_file(scratch / "全省.txt", all);
        write_file(scratch / "省.yaml", "县名: 南江省\n");
    }
    Run collect(const std::string& received, const std::string& name, const std::string& list) {
        return run({"collect", received, "--expect", list, "--profile", name + ".yaml", "-o",
                    "汇总/" + name});
    }
    Run run(std::vector<std::string> words) {
        words.insert(words.end(), {"--now", "2024-01-20 09:30"});
        return nianbao_run(words, {.folder = scratch.folder()});
    }
    std::vector<std::string> from_all() {
        std::vector<std::string> words{"collect", "--from"};
        for (const std::string& county : counties) {
            CHECK(collect("收件/" + county, county, county + ".txt").exit == 1);
            words.push_back("汇总/" + county + "/台账.json");
        }
        words.insert(words.end(), {"-o", "汇总/省", "--profile", "省.yaml"});
        return words;
    }
    std::string ledger(const std::string& name) const {
        return read_file(scratch / "汇总" / name / "台账.json");
    }

    Scratch scratch;
    std::vector<std::string> counties;
};

/// The texts of a workbook.
std::string texts_of(const fs::path& workbook) {
    std::string bytes = read_file(workbook), texts;
    const notation::ReadWorkbook read = notation::read_workbook(bytes, "底稿.xlsx");
    REQUIRE(read.workbook);
    for (const auto& part : read.workbook->draft.parts) {
        for (const notation::GridCell& cell : std::get<notation::Grid>(part).cells)
            texts += cell.text() + "\n";
    }
    return texts;
}

/// The rows of a ledger without the places of their files and what rests on these.
std::string rows_of(const std::string& ledger) {
    std::string text;
    const std::string known[] = {"agency",    "submission", "review",   "to_mend",
                                 "to_verify", "summed",     "received", "main_problem"};
    const std::size_t end = ledger.find("\n  \"files\": [");
    for (std::size_t at = ledger.find("\"offices\""); at < end;) {
        const std::size_t line_end = ledger.find('\n', at);
        const std::string line = ledger.substr(at, line_end - at);
        for (const std::string& key : known) {
            const std::size_t found = line.find("\"" + key + "\": ");
            if (found != line.npos && found < 12) text += line.substr(found) + "\n";
        }
        at = line_end + 1;
    }
    return text;
}

TEST_CASE("sums of sums are the sum of all, and every row stands as it did") {
    Province province;
    const std::vector<std::string> words = province.from_all();
    const Run gathered = province.run(words);
    CHECK(gathered.exit == 1);
    CHECK(gathered.err.starts_with(
        "2023 年度：3 份台账，应报 12 家，已报 10 家，未报 2 家，审核通过 0 家\n"
        "台账写在 汇总/省/台账.xlsx\n"));
    CHECK(gathered.err.find("已汇总 7 家，写在 汇总/省/南江省人民政府.yaml；没有计入的 5 家，") !=
          std::string::npos);
    const Reading of_sums = read_prose(province.scratch / "汇总/省/南江省人民政府.yaml");
    REQUIRE(of_sums.report);

    write_file(province.scratch / "一次.yaml", "县名: 南江省\n");
    CHECK(province.collect("收件", "一次", "全省.txt").exit == 1);
    CHECK(rows_of(province.ledger("省")) == rows_of(province.ledger("一次")));
    CHECK(rows_of(province.ledger("省")).find("云溪县民政局") != std::string::npos);
    const auto tables = [&](const std::string& name) {
        const std::string text =
            read_file(province.scratch / "汇总" / name / "南江省人民政府.yaml");
        const std::size_t begin = text.find("\n主动公开"), end = text.find("\n成员");
        REQUIRE(begin != text.npos);
        return text.substr(begin, end - begin);
    };
    CHECK(tables("省") == tables("一次"));
    const auto sum_of = [&](const std::string& name) {
        const std::string text = province.ledger(name);
        const std::size_t at = text.find("\n  \"sum\": ");
        REQUIRE(at != text.npos);
        return text.substr(at);
    };
    CHECK(sum_of("省") == sum_of("一次"));
    CHECK(read_file(province.scratch / "汇总/省/台账.xlsx").starts_with("PK"));
    // 底稿 and 统计 have a row for each ledger, and come to the same.
    CHECK(gathered.err.find("汇总底稿、统计以台账为行，写在 汇总/省\n"
                            "退改意见、催报、成品、网页核对不在这里写：") != std::string::npos);
    CHECK_FALSE(fs::exists(province.scratch / "汇总/省/催报"));
    const auto counts_of = [&](const std::string& name) {
        std::string text = read_file(province.scratch / "汇总" / name / "统计.json");
        const std::size_t begin = text.find("\"applicants\""), end = text.find("\"offices\"");
        REQUIRE(begin < end);
        return text.substr(begin, end - begin);
    };
    CHECK(counts_of("省") == counts_of("一次"));
    const std::string statistics = read_file(province.scratch / "汇总/省/统计.json");
    CHECK(statistics.find("\"summed\": 3,\n  \"rows\": \"ledgers\"") != std::string::npos);
    CHECK(statistics.find("\"东川县\"") != std::string::npos);
    const std::string paper = texts_of(province.scratch / "汇总/省/汇总底稿.xlsx");
    CHECK(paper.find("3份台账的合计，计入汇总7家，审核通过0家（截至1月20日9:30）") !=
          std::string::npos);
    CHECK(paper.find("审核通过0家，计入2家") != std::string::npos);
    CHECK(paper.find("还没有全部审核通过的台账（3份）") != std::string::npos);
    CHECK(paper.find("二、一行是一份台账的合计") != std::string::npos);
    // A sum of a sum is the same again.
    const Run again = province.run(
        {"collect", "--from", "汇总/省/台账.json", "-o", "汇总/国", "--profile", "省.yaml"});
    CHECK(again.exit == 1);
    CHECK(rows_of(province.ledger("国")) == rows_of(province.ledger("省")));
    CHECK(sum_of("国") == sum_of("省"));
}

TEST_CASE("a program gathers ledgers itself") {
    Province province;
    static_cast<void>(province.from_all());
    int passed = 2;
    for (const std::string county : {"云溪县", "东川县"}) {
        const fs::path file = province.scratch / "汇总" / county / "台账.json";
        std::string text = read_file(file);
        const std::string none = "\"passed\": 0,";
        text.replace(text.find(none), none.size(), fmt::format("\"passed\": {},", passed++));
        write_file(file, text);
    }
    CollectOptions options;
    options.folder = province.scratch / "两县";
    options.now = {{2024, 1, 20}, 9, 30};
    const Collected both = gather(
        {province.scratch / "汇总/云溪县/台账.json", province.scratch / "汇总/东川县/台账.json"},
        options);
    CHECK(both.findings.empty());
    CHECK(both.head.year == 2023);
    CHECK(both.head.expected == 8);
    CHECK(both.head.summed == 4);
    CHECK(both.head.passed == 5);
    REQUIRE(both.ledgers.size() == 2);
    CHECK(both.ledgers[1].county == "东川县");
    CHECK(both.ledgers[1].passed == 3);
    REQUIRE(both.sums.size() == 2);
    CHECK(both.sums[1].agency == "东川县人民政府");
    REQUIRE(both.sum);
    CHECK(both.sum->cell("disclosure.penalties")->value ==
          both.sums[0].cell("disclosure.penalties")->value +
              both.sums[1].cell("disclosure.penalties")->value);
    CHECK(both.sum->processing_fees.has_value());
}

TEST_CASE("counties are compared with what they published the year before") {
    Province province;
    std::vector<std::string> words = province.from_all();
    fs::create_directory(province.scratch / "上年");
    Report last = made_report("东川县人民政府", 5);
    last.kind = Kind::government;
    last.year = 2022;
    write_file(province.scratch / "上年/东川.yaml", write(last, Format::yaml));
    words.insert(words.end(), {"--previous", "上年"});
    static_cast<void>(province.run(words));
    const std::string statistics = read_file(province.scratch / "汇总/省/统计.json");
    CHECK(statistics.find("\"comparable\": 1,") != std::string::npos);
    CHECK(texts_of(province.scratch / "汇总/省/统计.xlsx")
              .find("3份台账的合计；“可比单位”是其中有上年报告的1份，") != std::string::npos);
}

TEST_CASE("the example for a province collects its counties, and puts them together, twice") {
    const Province province;
    for (const std::string& county : province.counties) {
        const fs::path folder = province.scratch / "in" / county;
        fs::create_directories(folder);
        fs::copy(province.scratch / "收件" / county, folder / "收件");
        write_file(folder / "名单.csv",
                   "单位全称\n" + read_file(province.scratch / (county + ".txt")));
        write_file(folder / "本地要求.yaml", "县名: " + county + "\n");
    }
    const std::string script = std::string(NIANBAO_SOURCE) + "/examples/schedulers/counties.sh";
    for (int i = 0; i < 2; ++i) {
        const Run run = ::run({"bash", script, "in", "out", "省.yaml"},
                              {.folder = province.scratch.folder(),
                               .environment = {fmt::format(
                                   "PATH={}:{}", fs::path(NIANBAO_PROGRAM).parent_path().native(),
                                   std::getenv("PATH"))}});
        CHECK_MESSAGE(run.exit == 1, run.err);
        CHECK(run.err.find("2023 年度：3 份台账，应报 12 家，已报 10 家") != std::string::npos);
        CHECK(fs::exists(province.scratch / "out/全省/南江省人民政府.yaml"));
    }
    fs::remove(province.scratch / "in/东川县/名单.csv");
    CHECK(::run({"bash", script, "in", "out", "省.yaml"},
                {.folder = province.scratch.folder(),
                 .environment = {fmt::format("PATH={}:{}",
                                             fs::path(NIANBAO_PROGRAM).parent_path().native(),
                                             std::getenv("PATH"))}})
              .exit == 3);
}

TEST_CASE("ledgers that cannot be one are told, and nothing is written") {
    Province province;
    static_cast<void>(province.from_all());
    const auto told = [&](std::vector<std::string> ledgers) {
        std::vector<std::string> words{"collect", "--from"};
        words.insert(words.end(), ledgers.begin(), ledgers.end());
        words.insert(words.end(), {"-o", "汇总/省"});
        const Run run = province.run(words);
        CHECK(run.exit == 1);
        CHECK(run.err.find("没有合：先改好这些台账\n") != std::string::npos);
        CHECK_FALSE(fs::exists(province.scratch / "汇总/省/台账.json"));
        return run.out;
    };
    const std::string first = "汇总/云溪县/台账.json", second = "汇总/东川县/台账.json";
    CHECK(
        told({first, first})
            .starts_with(
                "汇总/云溪县/台账.json: 错误 L-38: “云溪县民政局”在 汇总/云溪县/台账.json 里也有"));
    const auto broken = [&](const std::string& from, const std::string& to) {
        std::string text = read_file(province.scratch / second);
        const std::size_t at = text.find(from);
        REQUIRE(at != text.npos);
        write_file(province.scratch / "坏.json", text.replace(at, from.size(), to));
        return told({first, "坏.json"});
    };
    CHECK(broken("\"year\": 2023", "\"year\": 2022")
              .starts_with("坏.json: 错误 L-37: 这份台账是 2022 年度的，别的是 2023 年度的"));
    CHECK(broken("\"head\": ", "\"heads\": ")
              .starts_with("坏.json: 错误 L-37: 这份台账不是台账.json"));
    CHECK(broken("\"sum\": ", "\"sums\": ").starts_with("坏.json: 错误 L-37: 这份台账没有合计"));
    CHECK(broken("\"offices\": [", "\"offices\": ")
              .starts_with("坏.json: 错误 L-37: 这份台账读不出来"));
    const Run wrong =
        province.run({"collect", "--from", first, "--expect", "全省.txt", "-o", "省"});
    CHECK(wrong.exit == 2);
    CHECK(wrong.err.starts_with(
        "nianbao: collect --from 合并台账，不用 --expect：名单在各份台账里\n"));
}

}  // namespace
}  // namespace nianbao
