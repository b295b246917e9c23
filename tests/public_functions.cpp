// Functions of the C++ headers that the doors leave to others, as a program calls them that does the work of a door itself.
#include "nianbao/check.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/job.hpp"
#include "nianbao/read.hpp"
#include "nianbao/whole_file.hpp"
#include "program.hpp"
#include "report/example.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nianbao;

namespace {

Job job_of(const std::string& name, const std::string& bytes) {
    Job job;
    job.name = name;
    job.bytes = bytes;
    return job;
}

std::string rules(const Outcome& outcome) {
    std::string all;
    for (const Finding& finding : outcome.findings) all += (all.empty() ? "" : " ") + finding.rule;
    return all;
}

}  // namespace

TEST_CASE("A folder's data files are those with a data file's name, in the order of their bytes") {
    CHECK(is_data_file("年报.yaml"));
    CHECK(is_data_file("a/b.yml"));
    CHECK(is_data_file("b.json"));
    CHECK(!is_data_file("yaml"));
    CHECK(!is_data_file("a.yaml.bak"));
    CHECK(!is_data_file("a.pdf"));

    const Scratch scratch;
    for (const char* name : {"b.json", "a.yaml", "年报.yml", "notes.txt"}) write_file(scratch / name, "{}");
    std::filesystem::create_directory(scratch / "below.yaml");
    write_file(scratch / "below.yaml/c.yaml", "{}");
    std::string names;
    for (const std::filesystem::path& file : data_files(scratch.folder())) names += file.filename().native() + " ";
    CHECK(names == "a.yaml b.json 年报.yml ");
    CHECK_THROWS_AS(data_files(scratch / "none"), Failure);
}

TEST_CASE("A file's bytes are given as they are") {
    const Scratch scratch;
    const std::string bytes = std::string(
        "\xEF\xBB\xBF"
        "a: 1\r\n\0\xFF",
        11);
    CHECK(file_bytes(write_file(scratch / "a.yaml", bytes)) == bytes);
    CHECK_THROWS_WITH_AS(file_bytes(scratch / "none.yaml"), doctest::Contains("没有这个文件"), Failure);
}

TEST_CASE("Places in a source: by bytes, to the end of the line, and back from characters to bytes") {
    const Source source("a.yaml", "单位: 甲局\nyear: 2023\n");
    CHECK(source.place_of(0) == Place{"a.yaml", "", 1, 1, 0});
    CHECK(source.place_of(8, 2) == Place{"a.yaml", "", 1, 5, 2});
    CHECK(source.place_of(8, 99) == Place{"a.yaml", "", 1, 5, 2});  // no further than the line
    CHECK(source.place_of(15, 4) == Place{"a.yaml", "", 2, 1, 4});
    CHECK(source.place_between(8, 11) == Place{"a.yaml", "", 1, 5, 1});
    CHECK(source.place_between(8, 20) == Place{"a.yaml", "", 1, 5, 2});
    CHECK(source.byte_after(0, 4) == 8);
    CHECK(source.byte_after(8, 1) == 11);
    CHECK(source.byte_after(8, 99) == static_cast<int>(source.text().size()));
    CHECK(Source("a.yaml", "").place_of(0) == Place{"a.yaml", "", 1, 1, 0});
    CHECK(Source().place_of(0) == Place{});
}

TEST_CASE("The prose of a merged report is read from memory as from a file: nothing is required, no numbers are taken") {
    const Scratch scratch;
    const std::string prose = "overview: 总体情况如下。\n";
    for (const Reading& reading : {read_prose(prose, "prose.yaml", Format::yaml), read_prose(write_file(scratch / "prose.yaml", prose))}) {
        REQUIRE(reading.report.has_value());
        CHECK(reading.report->overview == "总体情况如下。");
        CHECK(reading.report->agency == "");
        CHECK(reading.report->year == 0);
        CHECK(reading.report->edition == nullptr);
    }
    CHECK(!read_prose("applications: {unlisted: 0}\n", "prose.yaml", Format::yaml).report.has_value());
}

TEST_CASE("An office is known by its name without blanks") {
    CHECK(plain_name(" 云溪县 水利\t局\u00A0\u3000") == "云溪县水利局");
    CHECK(plain_name("") == "");
}

TEST_CASE("A setting of the page is set by its name and value in either language") {
    Layout layout;
    CHECK(!set_layout(layout, "page_number", "centred").has_value());
    CHECK(layout.page_numbers == PageNumbers::centred);
    CHECK(!set_layout(layout, "表格数字", "靠右").has_value());
    CHECK(layout.table_numbers == TableNumbers::right);
    CHECK(!set_layout(layout, "line_pitch", "28").has_value());
    CHECK(layout.pitch == 28.0_pt);
    CHECK(set_layout(layout, "line_pitch", "27") == "从 28 到 29.62 (磅)");
    CHECK(set_layout(layout, "table_numbers", "left") == "可以写 centred (居中)、right (靠右)");
    CHECK(set_layout(layout, "paper", "A3") ==
          "没有版式设置“paper”，可用的是：line_pitch digits spacing page_number first_page_number margins table_size table_numbers wide_table");
}

TEST_CASE("A rule is told as in the list of rules") {
    const std::string document = rules_document();
    for (const CheckRule& rule : check_rules()) CHECK_MESSAGE(document.find("\n" + rule_text(rule)) != std::string::npos, rule.code);
}

TEST_CASE("Jobs are checked in their order, and held against each other as they come out") {
    const std::string data = source_file("tests/data/model.yaml");
    std::string other = data;
    other.replace(other.find(model_report().agency), model_report().agency.size(), "云溪县水利局");
    const std::vector<Job> jobs = {job_of("a.yaml", data), job_of("b.yaml", other), job_of("c.yaml", "agency: [\n")};
    std::vector<Outcome> together;
    CHECK(check(jobs, {}, [&](Outcome outcome) { together.push_back(std::move(outcome)); }) == 3);
    REQUIRE(together.size() == 3);
    CHECK(together[0].status == Status::accepted);
    CHECK(rules(together[0]) == "");
    CHECK(rules(together[1]).find("Y-04") != std::string::npos);  // the same text as the first's
    CHECK(together[2].status == Status::refused);

    // One by one, with hold_against() between them.
    Neighbours neighbours;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        Outcome outcome = check(jobs[i]);
        CHECK(rules(outcome).find("Y-04") == std::string::npos);
        hold_against(outcome, neighbours, {});
        CHECK(outcome.findings == together[i].findings);
    }
}

TEST_CASE("No folder, pipe or device is replaced by a file") {
    const Scratch scratch;
    refuse_special_file(scratch / "none");
    refuse_special_file(write_file(scratch / "file", ""));
    std::filesystem::create_symlink("/dev/null", scratch / "link");
    refuse_special_file(scratch / "link");
    CHECK_THROWS_WITH_AS(refuse_special_file("/dev/null"), "不能写文件 /dev/null：那里已有一个管道或设备", Failure);
    const std::string folder = scratch.folder();
    CHECK_THROWS_WITH_AS(refuse_special_file(folder), ("不能写文件 " + folder + "：那里已有一个文件夹").c_str(), Failure);
}
