// Commands that write workbooks: which file, what is said, what is written over.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <variant>

#include "nianbao/write.hpp"
#include "notation/xlsx/workbook.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"
#include "report/sample.hpp"

using namespace nianbao;

namespace {

bool is_archive(const std::filesystem::path& file) {
    return read_file(file).starts_with("PK\x03\x04");
}

std::string sample_data(const std::string& agency) {
    Report report = sample_report();
    report.agency = agency;
    return write(report, Format::yaml);
}

}  // namespace

TEST_CASE("new writes a workbook by the ending, and nothing over one that was filled in") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    const std::vector<std::string> words{"new",  "--agency", "云溪县档案局", "--year",
                                         "2025", "-o",       "年报.xlsx"};
    const Run first = nianbao_run(words, here);
    CHECK(first.err == "已写好 年报.xlsx；填好以后用 nianbao check 检查\n");
    CHECK(first.exit == 0);
    CHECK(is_archive(scratch / "年报.xlsx"));
    CHECK(nianbao_run(words, here).exit == 0);  // the same bytes are there
    write_file(scratch / "年报.xlsx", "filled in");
    const Run second = nianbao_run(words, here);
    CHECK(second.exit == 1);
    CHECK(second.err.find("年报.xlsx: 错误 O-01: ") == 0);
    CHECK(read_file(scratch / "年报.xlsx") == "filled in");
    std::vector<std::string> forced = words;
    forced.push_back("--force");
    CHECK(nianbao_run(forced, here).exit == 0);
    CHECK(is_archive(scratch / "年报.xlsx"));
}

TEST_CASE("new writes a file for each office of a list, from last year's of the same name") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "名单.txt", "某县某局  # 老单位\n云溪县档案局\n\n某县 某局\n");
    std::filesystem::create_directory(scratch / "上年");
    write_file(scratch / "上年" / "a.yaml", sample_data("某县某局"));
    const Run run = nianbao_run(
        {"new", "--list", "名单.txt", "--year", "2023", "--previous", "上年", "-o", "发放/"}, here);
    CHECK(run.exit == 0);
    CHECK(run.err ==
          "注意：文件夹 上年 里没有“云溪县档案局”2022 年度的报告，没有带来上年的数\n"
          "已写好 2 份，在 发放/；填好以后用 nianbao check 检查\n");
    CHECK(is_archive(scratch / "发放/某县某局.xlsx"));
    CHECK(is_archive(scratch / "发放/云溪县档案局.xlsx"));

    // What last year's had is in the one, and not in the other.
    const auto number_in = [&](const char* file, const char* path) {
        const std::string bytes = read_file(scratch / file);
        const std::string place = made::EditedBook(bytes).where(path),
                          sheet = place.substr(0, place.find('!'));
        const made::Address at = made::address(place.substr(sheet.size() + 1));
        const notation::ReadWorkbook read = notation::read_workbook(bytes, file);
        REQUIRE(read.workbook);
        for (const auto& part : read.workbook->draft.parts) {
            const auto& grid = std::get<notation::Grid>(part);
            const notation::GridCell* cell =
                grid.name == sheet ? grid.at(at.row, at.column) : nullptr;
            if (cell != nullptr) return cell->text();
        }
        return std::string();
    };
    constexpr const char* carried = "applications.carried_in.natural_person";
    CHECK(number_in("发放/某县某局.xlsx", carried) ==
          sample_report().cell("applications.carried_out.natural_person")->printed());
    CHECK(number_in("发放/云溪县档案局.xlsx", carried) == "");
    CHECK(number_in("发放/某县某局.xlsx", "applications.received.natural_person") == "");

    write_file(scratch / "发放/某县某局.xlsx", "filled in");
    const Run again = nianbao_run(
        {"new", "--list", "名单.txt", "--year", "2023", "--previous", "上年", "-o", "发放"}, here);
    CHECK(again.exit == 1);
    CHECK(again.err.find("发放/某县某局.xlsx: 错误 O-01: ") != std::string::npos);
    CHECK(again.err.find("已写好 1 份，在 发放；") != std::string::npos);
    CHECK(read_file(scratch / "发放/某县某局.xlsx") == "filled in");

    CHECK(nianbao_run({"new", "--list", "名单.txt", "--year", "2023", "--to", "yaml", "-o", "y"},
                      here)
              .exit == 0);
    CHECK(read_file(scratch / "y/云溪县档案局.yaml").starts_with("# 云溪县档案局 2023 年度"));
}

TEST_CASE("What does not go together is wrong usage") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "名单.txt", "云溪县/档案局\n");
    write_file(scratch / "好.txt", "云溪县档案局\n");
    const auto said = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "new");
        const Run run = nianbao_run(words, here);
        CHECK(run.exit == 2);
        return run.err.substr(0, run.err.find('\n'));
    };
    CHECK(said({"--list", "名单.txt", "--agency", "某局", "--year", "2025", "-o", "x"}) ==
          "nianbao: --list 和 --agency 不能同时使用");
    CHECK(said({"--year", "2025", "-o", "x"}) ==
          "nianbao: new 要用 --agency 写明单位的全称，或用 --list 写明单位名单，例如 "
          "nianbao new --agency 云溪县水务局 --year 2025 -o 年报.xlsx");
    CHECK(said({"--list", "名单.txt", "--year", "2025"}) == "nianbao: new 要用 -o 写明输出文件夹");
    CHECK(said({"--list", "名单.txt", "--year", "2025", "-o", "x"}) ==
          "nianbao: 单位名称“云溪县/档案局”不能作文件名");
    CHECK(said({"--list", "好.txt", "--year", "2025", "-o", "x", "--previous", "好.txt"}) ==
          "nianbao: 有 --list 时，--previous 应是文件夹，而 好.txt 不是");
    CHECK(said({"--list", "好.txt", "--year", "2018", "-o", "x"}) ==
          "nianbao: 2018 年度还没有统一的格式，从 2019 年度起才有");
    CHECK(said({"--agency", "某局", "--year", "2025", "-o", "x.yaml", "--ledger"}) ==
          "nianbao: --ledger 只用于工作簿（.xlsx）");
    CHECK(said({"--agency", "某局", "--year", "2025", "-o", "x.json"}) ==
          "nianbao: new 只写工作簿（.xlsx）和 YAML 文件：JSON 里不能写说明");
    CHECK(said({"--agency", "某局", "--year", "2025", "-o", "x.xls"}) ==
          "nianbao: 不能由 x.xls 的后缀 .xls 看出要写成什么，可用的后缀是：.xlsx .yaml .yml");
    CHECK(said({"--agency", "某局", "--year", "2025", "-o", "x.ya"}) ==
          "nianbao: 不能由 x.ya 的后缀 .ya 看出要写成什么，可用的后缀是：.xlsx .yaml .yml");
    CHECK(scratch.names() == "名单.txt 好.txt");
}

TEST_CASE("convert writes a filled workbook, and tells of a total that is not the sum") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    Report report = sample_report();
    write_file(scratch / "a.yaml", write(report, Format::yaml));
    const Run right = nianbao_run({"convert", "a.yaml", "-o", "a.xlsx"}, here);
    CHECK(right.exit == 0);
    CHECK(right.err == "");
    CHECK(is_archive(scratch / "a.xlsx"));
    set(report.applications, {"received", "total"}, "6");
    write_file(scratch / "b.yaml", write(report, Format::yaml));
    const Run wrong = nianbao_run({"convert", "b.yaml", "-o", "b.xlsx"}, here);
    CHECK(wrong.exit == 0);
    CHECK(wrong.err == "注意：本年新收·总计 不是各格之和，照原数写，没有写成公式\n");
    CHECK(nianbao_run({"convert", "b.yaml", "-o", "a.xlsx"}, here).exit == 1);
}

TEST_CASE("merge writes the sum as a workbook by the ending") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "a.yaml", sample_data("某县某局"));
    CHECK(nianbao_run({"merge", "a.yaml", "--agency", "某县人民政府", "-o", "全县.xlsx"}, here)
              .exit == 0);
    CHECK(is_archive(scratch / "全县.xlsx"));
}
