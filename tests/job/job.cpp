// The line as a library runs it: one job.
#include <doctest/doctest.h>

#include "data_files.hpp"
#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"

#include <stdexcept>

using namespace nianbao;

TEST_CASE(
    "The line as a library: what was made is handed back or in its place, failures are told") {
    const Scratch scratch;
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Input small{.bytes = source_file("tests/cases/small.yaml"), .name = "memory"};
    const Job jobs[] = {{small, {pdf_to()}},
                        {{.file = scratch / "absent.yaml"}, {pdf_to()}},
                        {{.bytes = "agancy: 清河县水务局\n", .name = "wrong"}, {pdf_to()}},
                        {small, {pdf_to(scratch / "a.pdf")}}};
    std::vector<Outcome> outcomes;
    for (const Job& job : jobs) outcomes.push_back(run(job, fonts));
    CHECK(outcomes[0].status == Status::written);
    CHECK(outcomes[0].name == "memory");
    CHECK(outcomes[0].made.front().bytes.starts_with("%PDF-1.7\n"));
    CHECK(outcomes[0].findings.empty());
    CHECK(outcomes[1].status == Status::failed);
    CHECK(outcomes[1].name == (scratch / "absent.yaml").native());
    CHECK(outcomes[1].made.empty());
    CHECK(outcomes[1].failure ==
          "不能读取 " + (scratch / "absent.yaml").native() + "：没有这个文件");
    CHECK(outcomes[2].status == Status::refused);
    REQUIRE(!outcomes[2].findings.empty());
    CHECK(message(outcomes[2].findings.front()) == "wrong:1:1: 错误 D-08: 没有“agancy”这一项");
    CHECK(outcomes[3].status == Status::written);
    CHECK(outcomes[3].made.front().bytes == "");
    CHECK(read_file(scratch / "a.pdf") == outcomes[0].made.front().bytes);
    CHECK(scratch.names() == "a.pdf");
}

TEST_CASE("Checking makes nothing and needs no fonts") {
    Input input{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"};
    Outcome outcome = check(input);
    CHECK(outcome.status == Status::accepted);
    CHECK(outcome.findings.empty());
    CHECK(outcome.made.empty());

    const std::string row = "received: [2, 0, 0, 0, 0, 0, 2]";
    input.bytes->replace(input.bytes->find(row), row.size(), "received: [0, 0, 0, 0, 0, 0, 0]");
    outcome = check(input);
    CHECK(outcome.status == Status::refused);
    REQUIRE(!outcome.findings.empty());
    CHECK(outcome.findings.front().rule == "T3-01");
    CHECK(outcome.findings.front().place.row > 0);
    RunOptions disabled, unchecked;
    disabled.check.disabled = {"T3-01"};
    unchecked.check.off = true;
    CHECK(check(input, disabled).status == Status::accepted);
    CHECK(check(input, unchecked).status == Status::accepted);

    input.bytes = "agancy: 清河县水务局\n";
    CHECK(check(input).status == Status::refused);
    input = {};
    input.file = "/nowhere/a.yaml";
    outcome = check(input);
    CHECK(outcome.status == Status::failed);
    CHECK(outcome.failure == "不能读取 /nowhere/a.yaml：没有这个文件");
}

TEST_CASE("Of a file that holds no field only that is told") {
    const auto rules = [](const char* bytes) {
        std::string all;
        for (const Finding& finding : check(Input{.bytes = bytes, .name = "a.yaml"}).findings)
            all += finding.rule + " ";
        return all;
    };
    CHECK(rules("") == "D-07 ");
    CHECK(rules("# 待填\n") == "D-07 ");
    CHECK(rules("- 甲\n") == "D-07 ");
    CHECK(rules("{}") == data_files::times(9, "D-10 "));
    CHECK(rules("agency: 清河县水务局\noverview: 无。\n").find("W-09 ") != std::string::npos);
}

TEST_CASE("A reference to no cell stops every output, also by force and without checks") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Scratch scratch;
    const std::string text =
        data_files::replaced(source_file("tests/cases/small.yaml"), "主动公开信息12条",
                             "主动公开信息{{applications.recieved.total}}条");
    RunOptions forced, unchecked;
    forced.check.force = true;
    unchecked.check.off = true;
    for (const RunOptions& options : {RunOptions(), forced, unchecked}) {
        const Outcome outcome =
            run({{.bytes = text, .name = "a.yaml"}, {pdf_to(scratch / "a.pdf")}}, fonts, options);
        CHECK(outcome.status == Status::refused);
        REQUIRE(!outcome.findings.empty());
        CHECK(message(outcome.findings.front()) ==
              "a.yaml:5:23: 错误 R-01: “recieved”不是“收到和处理政府信息公开申请情况”中的名称");
        CHECK(scratch.names() == "");
    }
}

TEST_CASE("Checking with fonts tells what running tells, and refuses what that refuses") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    Input input{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"};
    CHECK(check(input, fonts).status == Status::accepted);
    CHECK(check(input, fonts).agency == "清河县水务局");
    CHECK(check(input, fonts).year == 2023);
    input.bytes->insert(input.bytes->find("12条"), "😀");
    const Outcome checked = check(input, fonts), made = run({input, {pdf_to()}}, fonts);
    CHECK(checked.status == Status::refused);
    REQUIRE(checked.findings.size() == 1);
    CHECK(checked.findings.front().rule == "F-01");
    CHECK(checked.findings == made.findings);
    CHECK(check(input).status == Status::accepted);
    CHECK(check(input, Fonts()).status == Status::accepted);
}

TEST_CASE("Whoever asked for a job sees each stage begin, and may end it there") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Scratch scratch;
    const Job job{{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"},
                  {pdf_to(scratch / "a.pdf")}};

    std::vector<Stage> seen;
    RunOptions watched;
    watched.entering = [&](Stage stage) { seen.push_back(stage); };
    CHECK(run(job, fonts, watched).status == Status::written);
    CHECK(seen ==
          std::vector{Stage::read, Stage::check, Stage::compose, Stage::typeset, Stage::write});
    CHECK(seen.size() == stages);

    struct Enough {};
    std::filesystem::remove(scratch / "a.pdf");
    for (const Stage last : seen) {
        watched.entering = [&](Stage stage) {
            if (stage == last) throw Enough();
        };
        CHECK_THROWS_AS(static_cast<void>(run(job, fonts, watched)), Enough);
    }
    CHECK(scratch.names() == "");
}

TEST_CASE("Several outputs are made of one report, each as if it were alone") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Scratch scratch;
    const Input input{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"};
    const auto only = [&](const char* name) {
        return run(Job{input, {{output_named(name), {}}}}, fonts).made.front().bytes;
    };
    const Outcome outcome = run(Job{input,
                                    {{output_named("document"), {}},
                                     pdf_to(scratch / "a.pdf"),
                                     {output_named("pages"), scratch / "a.txt"}}},
                                fonts);
    CHECK(outcome.status == Status::written);
    REQUIRE(outcome.made.size() == 3);
    CHECK(outcome.made[0].bytes == only("document"));
    CHECK(outcome.made[1].output == output_named("pdf"));
    CHECK(outcome.made[1].bytes == "");
    CHECK(read_file(scratch / "a.pdf") == only("pdf"));
    CHECK(read_file(scratch / "a.txt") == only("pages"));
}

TEST_CASE("None of several outputs comes into its place if one cannot be written") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Scratch scratch;
    const Input input{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"};
    const Outcome special = run(
        Job{input, {pdf_to(scratch / "a.pdf"), {output_named("document"), "/dev/null"}}}, fonts);
    CHECK(special.status == Status::failed);
    CHECK(special.failure == "不能写文件 /dev/null：那里已有一个管道或设备");
    CHECK(special.made.empty());
    CHECK(scratch.names() == "");

    // A folder that is missing shows only when the file is written: the others stand.
    const Outcome missing = run(
        Job{input, {{output_named("document"), scratch / "no/a.txt"}, pdf_to(scratch / "a.pdf")}},
        fonts);
    CHECK(missing.status == Status::failed);
    CHECK(missing.failure == "不能写文件 " + (scratch / "no/a.txt").native() + "：文件夹不存在");
    REQUIRE(missing.made.size() == 1);
    CHECK(missing.made.front().place == scratch / "a.pdf");
    CHECK(read_file(scratch / "a.pdf").starts_with("%PDF-"));
}

TEST_CASE("An output that is made of no pages needs no fonts, and typesets nothing") {
    const Input input{.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"};
    std::vector<Stage> seen;
    RunOptions watched;
    watched.entering = [&](Stage stage) { seen.push_back(stage); };
    const Job document{input, {{output_named("document"), {}}}};
    CHECK(run(document, Fonts(), watched).status == Status::written);
    CHECK(seen == std::vector{Stage::read, Stage::check, Stage::compose, Stage::write});
    CHECK_THROWS_AS(static_cast<void>(run(Job{input, {pdf_to()}}, Fonts())), std::invalid_argument);
    CHECK(run(Job{input, {}}, Fonts()).status == Status::accepted);
}

TEST_CASE(
    "A target without an output, as a misspelt name gives, is refused before anything is read") {
    const Job job{{.file = "/nowhere.yaml"},
                  {{output_named("text"), {}}, {output_named("pfd"), {}}}};
    CHECK_THROWS_WITH_AS(static_cast<void>(run(job, Fonts())),
                         "nianbao::run: target 1 has no output", std::invalid_argument);
}

TEST_CASE("A look at a stage is made in spite of a character that no face has; a PDF is not") {
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    std::string data = source_file("tests/cases/small.yaml");
    data.insert(data.find("12条"), "😀");
    const Input input{.bytes = data, .name = "a.yaml"};
    const Target pages{output_named("pages"), {}};
    CHECK(run(Job{input, {pages}}, fonts).status == Status::written);
    CHECK(run(Job{input, {pdf_to()}}, fonts).status == Status::refused);
    CHECK(run(Job{input, {pages, pdf_to()}}, fonts).status == Status::refused);
}
