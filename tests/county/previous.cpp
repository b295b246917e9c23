// Last year's report, found by agency and year, and what is told if there is none.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"

using namespace nianbao;

TEST_CASE("last year's report is found in a folder by agency and year") {
    const Scratch scratch;
    const std::string found = (scratch / "last").native();
    std::filesystem::create_directory(found);
    const Report report = model_report();
    const auto put = [&](const std::string& name, std::string agency, int year) {
        Report last = model_report_of_last_year();
        last.agency = std::move(agency);
        last.year = year;
        write_file(scratch / ("last/" + name), write(last, format_of(name)));
    };
    put("a.yaml", "云溪县水利局", 2022);
    CHECK(PreviousReports::read(found).find(report).none ==
          "文件夹 " + found + " 里没有“云溪县农业农村局”2022 年度的报告，没有比较");
    put("b.yaml", "云溪县农业农村局", 2021);
    write_file(scratch / "last/c.yaml", "agency: [\n");
    CHECK(
        PreviousReports::read(found).find(report).none ==
        "文件夹 " + found +
            " 里没有“云溪县农业农村局”2022 年度的报告，没有比较；这个单位别的年度的有：b.yaml（2021 年度）；另有 1 份读不出来，例如：" +
            found + "/c.yaml:1:9: 错误 D-05: 方括号没有结束");
    put("d.json", "云溪县 农业农村局", 2022);
    const PreviousReports previous = PreviousReports::read(found);
    REQUIRE(previous.find(report).report != nullptr);
    CHECK(previous.find(report).report->agency == "云溪县 农业农村局");
    put("e.yaml", "云溪县农业农村局", 2022);
    CHECK(PreviousReports::read(found).find(report).none ==
          "文件夹 " + found +
              " 里有 2 份“云溪县农业农村局”2022 年度的报告，没有比较：d.json、e.yaml");
    CHECK_THROWS_WITH(PreviousReports::read(scratch / "none.yaml"),
                      doctest::Contains("没有这个文件"));
    std::filesystem::create_directory(scratch / "empty");
    CHECK_THROWS_WITH(
        PreviousReports::read(scratch / "empty"),
        doctest::Contains(
            "里没有数据文件（.xlsx、.docx、.html、.yaml、.yml、.json，附有数据的 PDF）"));
    const PreviousReports broken = PreviousReports::read(scratch / "last/c.yaml");
    CHECK(broken.find(report).none ==
          "上年的报告读不出来，没有比较：" + found + "/c.yaml:1:9: 错误 D-05: 方括号没有结束");
}

TEST_CASE("Last year's reports are found among what a caller read in a folder") {
    const Report last = model_report_of_last_year();
    const std::vector<Input> files = {
        Input{.bytes = write(last, Format::json), .name = "last.json", .format = Format::json},
        Input{.bytes = "agency: [\n", .name = "b.yaml"}};
    const PreviousReports previous = PreviousReports::read(files, "上年");
    REQUIRE(previous.find(model_report()).report != nullptr);
    CHECK(*previous.find(model_report()).report == last);
    Report other = model_report();
    other.agency = "云溪县水利局";
    CHECK(previous.find(other).none ==
          "文件夹 上年 里没有“云溪县水利局”2022 年度的报告，没有比较；另有 1 份读不出来，例如："
          "b.yaml:1:9: 错误 D-05: 方括号没有结束");
    CHECK_THROWS_WITH(PreviousReports::read(std::vector<Input>(), "上年"),
                      doctest::Contains("上年报告的文件夹 上年 里没有数据文件"));
}

TEST_CASE("What a caller read is kept, however many there are: it cannot be read again") {
    Report other = model_report_of_last_year();
    other.agency = "云溪县水利局";
    const Input first{
        .bytes = write(other, Format::json), .name = "a.json", .format = Format::json};
    std::vector<Input> files(1000, first);  // as many as are kept of a folder
    const Report last = model_report_of_last_year();
    files.push_back({.bytes = write(last, Format::json), .name = "b.json", .format = Format::json});
    const PreviousReports previous = PreviousReports::read(files, "上年");
    REQUIRE(previous.find(model_report()).report != nullptr);
    CHECK(*previous.find(model_report()).report == last);
}

TEST_CASE("Last year's report is read from memory too, whosever it is") {
    Report last = model_report_of_last_year();
    last.agency = "云溪县水利局";
    const PreviousReports previous = PreviousReports::read(
        Input{.bytes = write(last, Format::json), .name = "last.json", .format = Format::json});
    REQUIRE(previous.find(model_report()).report != nullptr);
    CHECK(*previous.find(model_report()).report == last);
    CHECK(PreviousReports::read(Input{.bytes = "agency: [\n", .name = "last.yaml"})
              .find(model_report())
              .none == "上年的报告读不出来，没有比较：last.yaml:1:9: 错误 D-05: 方括号没有结束");
}

TEST_CASE(
    "render takes --previous, tells Y rules with their places, and what the run's reports have in common") {
    const Scratch scratch;
    Report other = model_report();
    other.agency = "云溪县水利局";
    for (const char* folder : {"data", "last"}) std::filesystem::create_directory(scratch / folder);
    write_file(scratch / "data/a.yaml", source_file("tests/files/model.yaml"));
    write_file(scratch / "data/b.yaml", write(other, Format::yaml));
    Report last = model_report_of_last_year();
    for (std::size_t i = 0; i < last.applications.cells.size(); ++i) {
        const std::string field =
            field_path(*last.applications.form, last.applications.form->entries[i].field);
        if (field == "applications.carried_out.natural_person" ||
            field == "applications.received.natural_person")
            last.applications.cells[i].value.digits += 1;
    }
    write_file(scratch / "last/a.yaml", write(last, Format::yaml));
    const Run alone =
        nianbao_run({"render", (scratch / "data/a.yaml").native(), "-o",
                     (scratch / "a.pdf").native(), "--previous", (scratch / "last").native()});
    CHECK(alone.exit == 1);
    CHECK(
        alone.err.find(
            "a.yaml:37:18: 错误 Y-01: 自然人：上年结转 1，不等于上年报告中的结转下年度继续办理 2\n") !=
        std::string::npos);
    const Run both =
        nianbao_run({"render", (scratch / "data").native(), "-o", (scratch / "out").native()});
    CHECK(both.err.find(": 警告 Y-04: 云溪县水利局的文字与云溪县农业农村局的雷同：") !=
          std::string::npos);
    const Run checked = nianbao_run(
        {"check", (scratch / "data").native(), "--previous", (scratch / "last").native()});
    CHECK(checked.exit == 1);
    CHECK(checked.out.find("错误 Y-01: 自然人：上年结转 1，") != std::string::npos);
    CHECK(checked.out.find("警告 Y-04: 云溪县水利局的文字与") != std::string::npos);
    CHECK(nianbao_run(
              {"render", (scratch / "data").native(), "--previous", (scratch / "nothing").native()})
              .exit == 3);
}

TEST_CASE("check, render and merge read last year's PDFs of a folder by their text, as new does") {
    const Scratch scratch;
    for (const char* folder : {"上年", "上年/乡镇", "收件"})
        std::filesystem::create_directory(scratch / folder);
    write_file(scratch / "last.yaml", write(model_report_of_last_year(), Format::yaml));
    const auto nianbao = [&](const std::vector<std::string>& words) {
        return nianbao_run(words, {.folder = scratch.folder()});
    };
    REQUIRE(nianbao({"render", "last.yaml", "-o", "上年/乡镇/年报.pdf"}).exit == 0);
    // merge compares the sum.
    Report county = model_report_of_last_year();
    county.agency = "云溪县人民政府";
    write_file(scratch / "last.yaml", write(county, Format::yaml));
    REQUIRE(nianbao({"render", "last.yaml", "--force", "-o", "上年/全县.pdf"}).exit == 0);
    write_file(scratch / "上年/扫描.pdf", "%PDF-1.4\n% a scan\n%%EOF\n");
    Report report = model_report();
    // Last year's carried out 1: these do not fit.
    report.cell("applications.carried_in.natural_person")->value = {4, 0};
    report.cell("applications.carried_in.total")->value = {4, 0};
    report.cell("applications.carried_out.natural_person")->value = {4, 0};
    report.cell("applications.carried_out.total")->value = {4, 0};
    report.overview = "全年平稳有序。";
    write_file(scratch / "收件/甲.yaml", write(report, Format::yaml));
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"check", "收件/甲.yaml", "--no-fonts"},
                                               {"render", "收件/甲.yaml", "-o", "甲.html"},
                                               {"merge", "收件", "--agency", "云溪县人民政府",
                                                "--year", "2023", "-o", "全县.yaml"}}) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--previous", "上年"});
        const Run folder = nianbao(all);
        CHECK_MESSAGE((folder.out + folder.err).find("Y-01") != std::string::npos,
                      (words.front() + folder.err));
        all.back() = words.front() == "merge" ? "上年/全县.pdf" : "上年/乡镇/年报.pdf";
        const Run file = nianbao(all);
        CHECK_MESSAGE((file.out + file.err).find("Y-01") != std::string::npos,
                      (words.front() + file.err));
    }
    // What cannot be read is told where an office's is not found.
    report.agency = "云溪县水利局";
    write_file(scratch / "收件/甲.yaml", write(report, Format::yaml));
    const Run none = nianbao({"check", "收件/甲.yaml", "--no-fonts", "--previous", "上年"});
    const std::string all = none.out + none.err;
    CHECK_MESSAGE(all.find("文件夹 上年 里没有“云溪县水利局”2022 年度的报告，没有比较；"
                           "另有 1 份读不出来，例如：上年/扫描.pdf") != all.npos,
                  all);
}
