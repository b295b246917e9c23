// Findings and last year's report by the C functions.
#include "c/door.hpp"

#include <cstring>

using namespace c_door;

TEST_CASE("Findings are told by index, as text and as JSON; the data's errors are no failure") {
    const Data data = data_of(unbalanced());
    const Outcome outcome = check(data);
    CHECK(nianbao_outcome_status(outcome.get()) == NIANBAO_REFUSED);
    CHECK(rules(outcome) == "T3-01 T3-01");

    auto finding = standard<nianbao_finding>();
    REQUIRE(nianbao_outcome_finding(outcome.get(), 0, &finding, nullptr) == NIANBAO_OK);
    CHECK(finding.severity == NIANBAO_ERROR);
    CHECK(finding.line == 9);
    CHECK(finding.column == 14);
    CHECK(finding.length == 1);
    CHECK(std::string(finding.field.bytes) == "applications.received.natural_person");
    CHECK(
        finding.message.bytes ==
        std::string(
            "自然人：本年新收 0 加上年结转 0 等于 0，不等于办理结果总计 2 加结转下年度 0 等于 2 (相差 2)"));
    CHECK(std::string(finding.hint.bytes) ==
          "第一项加第二项之和，应等于第三项总计加第四项之和，请逐个核对这四个数");
    CHECK(finding.waived.length == 0);

    int64_t length = 0;
    const char* told = nianbao_outcome_finding_text(outcome.get(), 0, &length);
    REQUIRE(told != nullptr);
    CHECK(length == static_cast<int64_t>(std::strlen(told)));
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    CHECK(nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).err.starts_with(told));
    CHECK(nianbao_outcome_finding_text(outcome.get(), 0, nullptr) == told);

    const std::string json = nianbao_outcome_json(outcome.get(), nullptr);
    CHECK(json.starts_with(
        R"({"file": "a.yaml", "status": "refused", "output": null, "findings": [)"));
    CHECK(
        json.find(
            R"("rule": "T3-01", "severity": "error", "field": "applications.received.natural_person")") !=
        std::string::npos);

    const nianbao_text disabled[] = {text("T3-01")};
    auto options = standard<nianbao_check_options>();
    options.disabled = disabled;
    options.disabled_count = 1;
    CHECK(nianbao_outcome_status(check(data, &options).get()) == NIANBAO_ACCEPTED);
}

TEST_CASE("A finding tells what its line and column are") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    for (const char* name : {"a.xlsx", "a.docx", "a.html"})
        nianbao_run(
            {std::string(name) == "a.xlsx" ? "convert" : "render", "a.yaml", "-o", name, "--force"},
            {.folder = scratch.folder()});
    const auto first = [&](const std::string& file) {
        const Outcome outcome = check(data_of(read_file(scratch / file), file.c_str()));
        const std::string json = nianbao_outcome_json(outcome.get(), nullptr);
        auto finding = standard<nianbao_finding>();
        for (int64_t i = 0;; ++i) {
            REQUIRE(nianbao_outcome_finding(outcome.get(), i, &finding, nullptr) == NIANBAO_OK);
            if (std::string(finding.rule.bytes) == "T3-01") break;
        }
        return std::to_string(finding.place) + " " + finding.sheet.bytes + " " +
               std::to_string(finding.line) + " " + std::to_string(finding.column);
    };
    CHECK(first("a.yaml") == "0  9 14");
    CHECK(first("a.xlsx").starts_with("1 依申请公开 "));
    CHECK(first("a.docx").starts_with("3 表二 "));
    CHECK(first("a.html").starts_with("3 表二 "));
    CHECK(NIANBAO_PLACE_TEXT == 0);
    CHECK(NIANBAO_PLACE_CELL == 1);
    CHECK(NIANBAO_PLACE_PARAGRAPH == 2);
    CHECK(NIANBAO_PLACE_TABLE == 3);
}

TEST_CASE("The figures of the prose are told if they are asked for") {
    const Data data = data_of(source_file("tests/files/model.yaml"));
    CHECK(nianbao_outcome_figure_count(check(data).get()) == 0);
    CHECK(nianbao_outcome_figure_count(nullptr) == 0);
    auto options = standard<nianbao_check_options>();
    options.evidence = 1;
    const Outcome outcome = check(data, &options);
    REQUIRE(nianbao_outcome_figure_count(outcome.get()) == 9);

    auto figure = standard<nianbao_figure>();
    std::string all;
    for (int64_t i = 0; i < 9; ++i) {
        REQUIRE(nianbao_outcome_figure(outcome.get(), i, &figure, nullptr) == NIANBAO_OK);
        CHECK(figure.line > 0);
        CHECK(figure.column > 0);
        CHECK(figure.length > 0);
        CHECK(std::string(figure.field.bytes) == "overview");
        CHECK(figure.reviewed.length == 0);
        all += std::to_string(figure.held) + " " + figure.said.bytes + " " + figure.against.bytes +
               "\n";
    }
    CHECK(all.find("0 12件 本年新收 12\n") != std::string::npos);
    CHECK(all.find("2 286条 \n") != std::string::npos);
    CHECK(nianbao_outcome_figure(outcome.get(), 9, &figure, nullptr) == NIANBAO_INVALID);
    CHECK(nianbao_outcome_figure(outcome.get(), -1, &figure, nullptr) == NIANBAO_INVALID);
    CHECK(nianbao_outcome_figure(outcome.get(), 0, nullptr, nullptr) == NIANBAO_INVALID);
    CHECK(nianbao_outcome_figure(nullptr, 0, &figure, nullptr) == NIANBAO_INVALID);
    CHECK(std::string(nianbao_outcome_json(outcome.get(), nullptr)).find("\"evidence\": [") !=
          std::string::npos);
}

TEST_CASE("Last year's report and the deadline are looked at") {
    const Scratch scratch;
    std::string last = small();
    last.replace(last.find("2023"), 4, "2022");
    last.replace(last.find("carried_out: [0, 0,"), 19, "carried_out: [0, 0,");
    write_file(scratch / "last.yaml", last);
    const std::string place = scratch / "last.yaml";
    const Data data = data_of(small() + "published: 2024-02-01\n");
    auto options = standard<nianbao_check_options>();
    const std::string before = rules(check(data, &options));
    options.previous = text(place.c_str());
    const std::string after = rules(check(data, &options));
    CHECK(after.find("Y-") != std::string::npos);
    CHECK(before.find("Y-01") == std::string::npos);

    auto rendering = standard<nianbao_render_options>();
    rendering.previous = text(place.c_str());
    CHECK(rules(render(open_engine(), data, &rendering)) == after);

    // The same from memory, and by a handle that names the file.
    const Data last_year = data_of(last, "last.yaml"), broken = data_of("agency: [\n", "last.yaml");
    nianbao_data* named = nullptr;
    REQUIRE(nianbao_data_from_file(place.data(), static_cast<int64_t>(place.size()), &named,
                                   nullptr) == NIANBAO_OK);
    const Data file(named);
    for (const Data* one : {&last_year, &file}) {
        options = standard<nianbao_check_options>();
        options.previous_data = one->get();
        CHECK(rules(check(data, &options)) == after);
        rendering = standard<nianbao_render_options>();
        rendering.previous_data = one->get();
        CHECK(rules(render(open_engine(), data, &rendering)) == after);
    }
    options.previous_data = broken.get();
    CHECK(std::string(nianbao_outcome_json(check(data, &options).get(), nullptr))
              .find("上年的报告读不出来，没有比较：last.yaml:1:9: 错误 D-05: 方括号没有结束") !=
          std::string::npos);

    nianbao_outcome* outcome = nullptr;
    nianbao_error* error = nullptr;
    options.previous = text(place.c_str());
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error) ==
          "2: previous 和 previous_data 不能同时使用");
    options.previous_data = nullptr;
    options.previous = text("/nowhere/last.yaml");
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error)
              .starts_with("3: "));
    options = standard<nianbao_check_options>();
    options.deadline = text("2024-02-30");
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error) ==
          "2: deadline 的值“2024-02-30”不是日期，应写成 2024-01-31 的样子");
}

TEST_CASE("What a caller can do about a finding is told in bits, and with the role of a face") {
    std::string data = small();
    data.insert(data.find("12条"), "😀");
    const Outcome outcome = render(open_engine(), data_of(data));
    REQUIRE(rules(outcome) == "F-01");
    auto finding = standard<nianbao_finding>();
    REQUIRE(nianbao_outcome_finding(outcome.get(), 0, &finding, nullptr) == NIANBAO_OK);
    CHECK(finding.remedies == NIANBAO_REMEDY_CHOOSE_FACE);
    CHECK(std::string(finding.subject.bytes) == "body");
    CHECK(std::string(nianbao_outcome_json(outcome.get(), nullptr))
              .find(R"("remedies": [{"what": "choose_face", "subject": "body"}])") !=
          std::string::npos);

    const Outcome late = check(data_of(small() + "published: 2024-02-01\n"));
    REQUIRE(rules(late).find("W-22") != std::string::npos);
    for (int64_t i = 0; i < nianbao_outcome_finding_count(late.get()); ++i) {
        REQUIRE(nianbao_outcome_finding(late.get(), i, &finding, nullptr) == NIANBAO_OK);
        const bool of_date = std::string(finding.rule.bytes) == "W-22";
        CHECK(finding.remedies == (of_date ? NIANBAO_REMEDY_SET_DEADLINE : 0));
        CHECK(finding.subject.length == 0);
    }
}

TEST_CASE("A file that somebody wrote is a finding in C too, and is written over by force") {
    const Scratch scratch;
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const std::string place = write_file(scratch / "a.pdf", "会议记录");
    auto options = standard<nianbao_render_options>();
    options.output = {place.data(), static_cast<int64_t>(place.size())};
    const Outcome refused = render(engine, data, &options);
    CHECK(nianbao_outcome_status(refused.get()) == NIANBAO_REFUSED);
    REQUIRE(rules(refused) == "O-01");
    auto finding = standard<nianbao_finding>();
    REQUIRE(nianbao_outcome_finding(refused.get(), 0, &finding, nullptr) == NIANBAO_OK);
    CHECK(finding.remedies == NIANBAO_REMEDY_FORCE);
    CHECK(read_file(place) == "会议记录");
    options.force = 1;
    CHECK(nianbao_outcome_status(render(engine, data, &options).get()) == NIANBAO_WRITTEN);
    options.force = 0;  // now it is ours
    CHECK(nianbao_outcome_status(render(engine, data, &options).get()) == NIANBAO_WRITTEN);
}
