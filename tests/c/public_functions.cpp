// Functions of the C++ headers that the doors leave to others, as a program calls them
// that does the work of a door itself.
#include "nianbao/check.hpp"
#include "nianbao/county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/read.hpp"
#include "nianbao/whole_file.hpp"
#include "program.hpp"
#include "report/example.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace nianbao;

namespace {

Input input_of(const std::string& name, const std::string& bytes) {
    return {.bytes = bytes, .name = name};
}

std::string rules(const Outcome& outcome) {
    std::string all;
    for (const Finding& finding : outcome.findings) all += (all.empty() ? "" : " ") + finding.rule;
    return all;
}

}  // namespace

TEST_CASE("A folder's data files are those with a data file's name, folder by folder") {
    CHECK(is_data_file("年报.yaml"));
    CHECK(is_data_file("a/b.yml"));
    CHECK(is_data_file("b.json"));
    CHECK(is_data_file("A.YAML"));
    CHECK(!is_data_file("yaml"));
    CHECK(!is_data_file("a.yaml.bak"));
    CHECK(!is_data_file("a.pdf"));

    const Scratch scratch;
    for (const char* name : {"b.json", "a.yaml", "年报.yml", "notes.txt"})
        write_file(scratch / name, "{}");
    std::filesystem::create_directory(scratch / "below.yaml");
    write_file(scratch / "below.yaml/c.yaml", "{}");
    std::string names;
    for (const std::filesystem::path& file : data_files(scratch.folder()))
        names += file.filename().native() + " ";
    CHECK(names == "a.yaml b.json 年报.yml c.yaml ");
    CHECK(list_folder(scratch.folder(), Depth::flat).data.size() == 3);
    CHECK(list_folder(scratch.folder(), Depth::flat).others.front().file == scratch / "notes.txt");
    CHECK(!is_output("{}"));
    CHECK(!may_replace(scratch / "a.yaml", "[]"));
    CHECK_THROWS_AS(data_files(scratch / "none"), Failure);
}

TEST_CASE("A file's bytes are given as they are") {
    const Scratch scratch;
    const std::string bytes = std::string(
        "\xEF\xBB\xBF"
        "a: 1\r\n\0\xFF",
        11);
    CHECK(file_bytes(write_file(scratch / "a.yaml", bytes)) == bytes);
    CHECK_THROWS_WITH_AS(file_bytes(scratch / "none.yaml"), doctest::Contains("没有这个文件"),
                         Failure);
}

TEST_CASE(
    "Places in a source: by bytes, to the end of the line, and back from characters to bytes") {
    const Source source("a.yaml", "单位: 甲局\nyear: 2023\n");
    CHECK(Source::decoded("a.yaml", "\xBC\xD7", "甲").bytes() == "\xBC\xD7");
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

TEST_CASE(
    "The prose of a merged report is read from memory as from a file: nothing is required, no numbers are taken") {
    const Scratch scratch;
    const std::string prose = "overview: 总体情况如下。\n";
    for (const Reading& reading : {read_prose(prose, "prose.yaml", Format::yaml),
                                   read_prose(write_file(scratch / "prose.yaml", prose))}) {
        REQUIRE(reading.report.has_value());
        CHECK(reading.report->overview == "总体情况如下。");
        CHECK(reading.report->agency == "");
        CHECK(reading.report->year == 0);
        CHECK(reading.report->edition == nullptr);
    }
    CHECK(!read_prose("applications: {unlisted: 0}\n", "prose.yaml", Format::yaml)
               .report.has_value());
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
    CHECK(
        set_layout(layout, "page_nubmer", "dash")
            ->starts_with("没有版式设置“page_nubmer”，是不是 page_number？可用的是：line_pitch "));
    CHECK(set_layout(layout, "表格数宇", "9")
              ->starts_with("没有版式设置“表格数宇”，是不是 表格数字？"));
    CHECK(
        set_layout(layout, "paper", "A3") ==
        "没有版式设置“paper”，可用的是：line_pitch digits spacing page_number first_page_number margins table_size table_numbers wide_table");
}

TEST_CASE("A rule is told as in the list of rules") {
    const std::string document = rules_document();
    for (const CheckRule& rule : check_rules())
        CHECK_MESSAGE(document.find("\n" + rule_text(rule)) != std::string::npos, rule.code);
}

TEST_CASE("Jobs are checked in their order, and held against each other as they come out") {
    const std::string data = source_file("tests/files/model.yaml");
    std::string other = data;
    other.replace(other.find(model_report().agency), model_report().agency.size(), "云溪县水利局");
    const std::vector<Input> inputs = {input_of("a.yaml", data), input_of("b.yaml", other),
                                       input_of("c.yaml", "agency: [\n")};
    std::vector<Outcome> together;
    CHECK(check(inputs, {}, [&](Outcome outcome) { together.push_back(std::move(outcome)); }) == 3);
    REQUIRE(together.size() == 3);
    CHECK(together[0].status == Status::accepted);
    CHECK(rules(together[0]) == "");
    CHECK(rules(together[1]).find("Y-04") != std::string::npos);  // the same text as the first's
    CHECK(together[2].status == Status::refused);

    std::size_t accepted = 0;
    const auto count = [&](const Outcome& outcome) {
        accepted += outcome.status == Status::accepted ? 1 : 0;
    };
    const std::function<Input(std::size_t)> input = [&](std::size_t i) { return inputs[i]; };
    CHECK(check(3, input, Fonts(), {}, count) == 3);
    CHECK(accepted == 2);

    // One by one they share nothing.
    for (const Input& one : inputs) CHECK(rules(check(one)).find("Y-04") == std::string::npos);
}

TEST_CASE("No folder, pipe or device is replaced by a file") {
    const Scratch scratch;
    refuse_special_file(scratch / "none");
    refuse_special_file(write_file(scratch / "file", ""));
    std::filesystem::create_symlink("/dev/null", scratch / "link");
    refuse_special_file(scratch / "link");
    CHECK_THROWS_WITH_AS(refuse_special_file("/dev/null"),
                         "不能写文件 /dev/null：那里已有一个管道或设备", Failure);
    const std::string folder = scratch.folder();
    CHECK_THROWS_WITH_AS(refuse_special_file(folder),
                         ("不能写文件 " + folder + "：那里已有一个文件夹").c_str(), Failure);
}

TEST_CASE("A report made by a program is that of the data file which says the same") {
    Report report = Report::empty("清河县水务局", 2023).value();
    report.introduction =
        "本报告由清河县水务局依据《条例》编制，数据截至2023年12月31日。电话：0530-6120018。";
    report.overview = "（一）主动公开情况\n2023年，主动公开信息12条。";
    report.cell("disclosure.licences")->value = {36};
    report.cell("applications.received.natural_person")->value = {2};
    report.cell("applications.carried_in.business")->value = {1};
    report.cell("applications.results.disclosed.natural_person")->value = {2};
    report.cell("applications.results.refused.third_party.business")->value = {1};
    report.add_up();
    report.problems = "人员不足，将加强培训。";
    report.other = "2023年未收取信息处理费。无其他需要报告的事项。";
    report.signature = {"", {2024, 1, 18}};

    const std::string data = source_file("tests/files/database.yaml");
    const Reading reading = read(data, "database.yaml", Format::yaml);
    REQUIRE(reading.report.has_value());
    CHECK(*reading.report == report);

    const Fonts fonts = Fonts::open();
    CHECK(check(report).empty());
    const std::string made = write_pdf(typeset(compose(report), fonts, report.layout), fonts);
    const Job job{input_of("database.yaml", data), {{output_named("pdf"), {}}}};
    CHECK(made == run(job, fonts).made.front().bytes);
    report.cell("disclosure.licences")->value = {37};
    CHECK(made != write_pdf(typeset(compose(report), fonts, report.layout), fonts));
}

TEST_CASE("What is read may be a file or bytes, by one value") {
    const Scratch scratch;
    const std::string data = source_file("tests/files/model.yaml");
    Input file;
    file.file = write_file(scratch / "model.yaml", data);
    Input bytes;
    bytes.bytes = data;
    bytes.name = "model.yaml";
    const Reading from_file = read(file), from_bytes = read(bytes);
    REQUIRE(from_file.report.has_value());
    CHECK(from_bytes.report == from_file.report);
    CHECK(from_bytes.source.file() == "model.yaml");
    bytes.bytes = "introduction: |\n  甲\n";
    const Reading prose = read_prose(bytes);
    REQUIRE(prose.report.has_value());
    CHECK(prose.report->introduction == "甲");
}

TEST_CASE("A program that reads another kind of file tells its places by cells") {
    Place first;
    first.file = "年报.xlsx";
    first.sheet = "依申请公开";
    first.row = 7;
    first.column = 4;
    first.kind = Place::Kind::cell;
    first.part = 1;
    Place second = first;
    second.row = 8;
    const std::string text = "5\n6件\n";
    const Source source("年报.xlsx", "PK", text, {{0, first}, {2, second}});
    CHECK(source.bytes() == "PK");
    CHECK(source.line(second) == "6件");
    CHECK(place_text(source.place_of(2)) == "年报.xlsx：依申请公开!D8");
}
