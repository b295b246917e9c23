// The C functions: handles, text, structs, errors and callbacks as a caller in any language meets them.
#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <thread>
#include <vector>

#include "nianbao/nianbao.h"
#include "program.hpp"

namespace {

struct Free {
    void operator()(nianbao_error* error) const { nianbao_error_free(error); }
    void operator()(nianbao_engine* engine) const { nianbao_engine_free(engine); }
    void operator()(nianbao_data* data) const { nianbao_data_free(data); }
    void operator()(nianbao_outcome* outcome) const { nianbao_outcome_free(outcome); }
    void operator()(nianbao_answer* answer) const { nianbao_answer_free(answer); }
};
using Engine = std::unique_ptr<nianbao_engine, Free>;
using Data = std::unique_ptr<nianbao_data, Free>;
using Outcome = std::unique_ptr<nianbao_outcome, Free>;

// Programs are built with these.
static_assert(NIANBAO_OK == 0 && NIANBAO_INVALID == 1 && NIANBAO_USAGE == 2 && NIANBAO_FAILED == 3 && NIANBAO_CANCELLED == 4 && NIANBAO_NO_MEMORY == 5);
static_assert(NIANBAO_INTERNAL == 6 && NIANBAO_FORMAT_AUTO == 0 && NIANBAO_FORMAT_YAML == 1 && NIANBAO_FORMAT_JSON == 2);
static_assert(NIANBAO_WRITTEN == 0 && NIANBAO_ACCEPTED == 1 && NIANBAO_REFUSED == 2 && NIANBAO_ERROR == 0 && NIANBAO_WARNING == 1);

nianbao_text text(const char* bytes) { return {bytes, -1}; }

/// An option struct at the standard.
template <typename Options>
Options standard() {
    Options options{};
    options.size = sizeof options;
    return options;
}

/// "3: 没有…": a status with its message; and that what was not made is NULL.
template <typename Handle>
std::string failure(nianbao_status status, Handle* const& handle,
                    nianbao_error* const& error) {  // references: the call that fills them in is an argument beside them
    const std::unique_ptr<nianbao_error, Free> owned(error);
    if (status == NIANBAO_OK) return "made";
    CHECK(handle == nullptr);
    CHECK(nianbao_error_status(error) == status);
    return std::to_string(status) + ": " + nianbao_error_message(error, nullptr);
}

Engine open_engine() {
    auto options = standard<nianbao_engine_options>();
    options.no_system_fonts = 1;
    nianbao_engine* engine = nullptr;
    REQUIRE(nianbao_engine_open(&options, &engine, nullptr) == NIANBAO_OK);
    return Engine(engine);
}

Data data_of(const std::string& bytes, const char* name = "a.yaml") {
    nianbao_data* data = nullptr;
    REQUIRE(nianbao_data_from_bytes(bytes.data(), static_cast<int64_t>(bytes.size()), name, -1, NIANBAO_FORMAT_AUTO, &data, nullptr) == NIANBAO_OK);
    return Data(data);
}

Outcome check(const Data& data, const nianbao_check_options* options = nullptr) {
    nianbao_outcome* outcome = nullptr;
    REQUIRE(nianbao_check(data.get(), options, &outcome, nullptr) == NIANBAO_OK);
    return Outcome(outcome);
}

Outcome render(const Engine& engine, const Data& data, const nianbao_render_options* options = nullptr) {
    nianbao_outcome* outcome = nullptr;
    REQUIRE(nianbao_render(engine.get(), data.get(), options, &outcome, nullptr) == NIANBAO_OK);
    return Outcome(outcome);
}

std::string bytes(const Outcome& outcome) {
    int64_t length = -1;
    const char* first = nianbao_outcome_bytes(outcome.get(), &length);
    return first == nullptr ? "none" : std::string(first, static_cast<std::size_t>(length));
}

std::string rules(const Outcome& outcome) {
    std::string all;
    for (int64_t i = 0; i < nianbao_outcome_finding_count(outcome.get()); ++i) {
        auto finding = standard<nianbao_finding>();
        REQUIRE(nianbao_outcome_finding(outcome.get(), i, &finding, nullptr) == NIANBAO_OK);
        all += (i == 0 ? "" : " ") + std::string(finding.rule.bytes, static_cast<std::size_t>(finding.rule.length));
    }
    return all;
}

std::string small() { return source_file("tests/cases/small.yaml"); }

std::string unbalanced() {
    std::string data = small();
    const std::string row = "received: [2, 0, 0, 0, 0, 0, 2]";
    return data.replace(data.find(row), row.size(), "received: [0, 0, 0, 0, 0, 0, 0]");
}

/// What the command line makes of it.
std::string by_command_line(const std::string& data) { return nianbao_run({"render", "-", "-o", "-", "--no-system-fonts", "--force"}, {.input = data}).out; }

}  // namespace

TEST_CASE("The version is that of the library") { CHECK(std::string(nianbao_version()) == NIANBAO_VERSION); }

TEST_CASE("A report is rendered to memory, to a file and to a callback: the bytes of the command line") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const std::string expected = by_command_line(small());
    REQUIRE(expected.starts_with("%PDF-"));

    const Outcome memory = render(engine, data);
    CHECK(nianbao_outcome_status(memory.get()) == NIANBAO_WRITTEN);
    CHECK(nianbao_outcome_finding_count(memory.get()) == 0);
    CHECK(bytes(memory) == expected);

    const Scratch scratch;
    const std::string place = scratch / "a.pdf";
    auto options = standard<nianbao_render_options>();
    options.output = {place.data(), static_cast<int64_t>(place.size())};
    const Outcome file = render(engine, data, &options);
    CHECK(read_file(place) == expected);
    CHECK(bytes(file) == "none");

    std::vector<std::string> parts;
    options = standard<nianbao_render_options>();
    options.user = &parts;
    options.write = [](void* user, const char* part, int64_t length) {
        static_cast<std::vector<std::string>*>(user)->emplace_back(part, static_cast<std::size_t>(length));
        return 0;
    };
    const Outcome callback = render(engine, data, &options);
    std::string whole;
    for (const std::string& part : parts) whole += part;
    CHECK(whole == expected);
    CHECK(parts.size() == (expected.size() + 65535) / 65536);
    CHECK(bytes(callback) == "none");
}

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
    CHECK(finding.message.bytes == std::string("自然人：本年新收 0 加上年结转 0 等于 0，不等于办理结果总计 2 加结转下年度 0 等于 2 (相差 2)"));
    CHECK(std::string(finding.hint.bytes) == "第一项加第二项之和，应等于第三项总计加第四项之和，请逐个核对这四个数");
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
    CHECK(json.starts_with(R"({"file": "a.yaml", "status": "refused", "output": null, "findings": [)"));
    CHECK(json.find(R"("rule": "T3-01", "severity": "error", "field": "applications.received.natural_person")") != std::string::npos);

    const nianbao_text disabled[] = {text("T3-01")};
    auto options = standard<nianbao_check_options>();
    options.disabled = disabled;
    options.disabled_count = 1;
    CHECK(nianbao_outcome_status(check(data, &options).get()) == NIANBAO_ACCEPTED);
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
    REQUIRE(nianbao_data_from_file(place.data(), static_cast<int64_t>(place.size()), &named, nullptr) == NIANBAO_OK);
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
              .find("上年的报告读不出来，没有比较：last.yaml:1:9: 错误 D-15: “单位”（agency）应是文字，写的是一个列表") != std::string::npos);

    nianbao_outcome* outcome = nullptr;
    nianbao_error* error = nullptr;
    options.previous = text(place.c_str());
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error) == "2: previous 和 previous_data 不能同时使用");
    options.previous_data = nullptr;
    options.previous = text("/nowhere/last.yaml");
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error).starts_with("3: "));
    options = standard<nianbao_check_options>();
    options.deadline = text("2024-02-30");
    CHECK(failure(nianbao_check(data.get(), &options, &outcome, &error), outcome, error) == "2: --deadline 的值“2024-02-30”不是日期，应写成 2024-01-31 的样子");
}

TEST_CASE("Options are those of the command line") {
    const Engine engine = open_engine();
    const Data data = data_of(unbalanced());
    CHECK(nianbao_outcome_status(render(engine, data).get()) == NIANBAO_REFUSED);
    CHECK(bytes(render(engine, data)) == "none");

    auto options = standard<nianbao_render_options>();
    options.force = 1;
    const Outcome forced = render(engine, data, &options);
    CHECK(rules(forced) == "T3-01 T3-01");
    CHECK(bytes(forced) == by_command_line(unbalanced()));

    const nianbao_text layout[] = {text("page_number=centred"), text("line_pitch=28")};
    options = standard<nianbao_render_options>();
    options.no_check = 1;
    options.layout = layout;
    options.layout_count = 2;
    options.show_grid = 1;
    options.attach_data = 1;
    options.date = text("2023-01-18");
    const std::vector<std::string> words = {
        "render",        "a.yaml",      "-o",           "-", "--no-system-fonts", "--no-check", "--layout", "page_number=centred", "--layout",
        "line_pitch=28", "--show-grid", "--attach-data"};
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    CHECK(bytes(render(engine, data, &options)) == nianbao_run(words, {.folder = scratch.folder(), .environment = {"SOURCE_DATE_EPOCH=1674000000"}}).out);
}

TEST_CASE("Wrong values, wrong calls and what the machine cannot do have a status each, and a message") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const auto rendered = [&](const nianbao_render_options& options, const nianbao_data* of) {
        nianbao_outcome* outcome = reinterpret_cast<nianbao_outcome*>(1);
        nianbao_error* error = nullptr;
        const nianbao_status status = nianbao_render(engine.get(), of, &options, &outcome, &error);
        const std::string said = failure(status, outcome, error);
        if (status == NIANBAO_OK) nianbao_outcome_free(outcome);
        return said;
    };
    const auto with = [&](auto set) {
        auto options = standard<nianbao_render_options>();
        set(options);
        return rendered(options, data.get());
    };
    static const nianbao_text wrong_rule[] = {{"T3-1", -1}}, wrong_setting[] = {{"line_pitch=27", -1}}, no_setting[] = {{"line_pitch", -1}},
                              nothing[] = {{nullptr, 3}};
    using Options = nianbao_render_options;
    CHECK(with([](Options&) {}) == "made");
    CHECK(with([](Options& o) { o.disabled = wrong_rule, o.disabled_count = 1; }) == "2: --disable：没有规则“T3-1”，是不是 T3-01？");
    CHECK(with([](Options& o) { o.layout = no_setting, o.layout_count = 1; }) == "2: --layout 的值“line_pitch”不对，应写成 名称=值，例如 page_number=centred");
    CHECK(with([](Options& o) { o.layout = wrong_setting, o.layout_count = 1; }).starts_with("2: --layout 的值“line_pitch=27”不对："));
    CHECK(with([](Options& o) { o.force = o.no_check = 1; }) == "2: --force 和 --no-check 不能同时使用");
    for (const char* date : {"2023-02-29", "2023-1-18", "2023-01-1x", "+023-01-18", "-023-01-18", "2023-01-180"})
        CHECK(with([&](Options& o) { o.date = text(date); }) == "2: 日期“" + std::string(date) + "”不对，应写成 2023-01-18");
    CHECK(with([](Options& o) { o.date = text("2024-02-29"); }) == "made");
    CHECK(with([](Options& o) { o.disabled_count = 1; }) == "1: 一列文字的指针是 NULL");
    CHECK(with([](Options& o) { o.disabled_count = -1; }) == "1: 一列文字的个数是负数");
    CHECK(with([](Options& o) { o.layout = nothing, o.layout_count = 1; }) == "1: 文字的指针是 NULL");
    CHECK(with([](Options& o) { o.output = {"a.pdf", -2}; }) == "1: 文字的长度是负数");
    CHECK(with([](Options& o) { o.output = {"a\0b", 3}; }) == "1: 文件名里有 NUL");
    CHECK(with([](Options& o) { o.output = text("/nowhere/a.pdf"); }) == "3: 不能写文件 /nowhere/a.pdf：文件夹不存在");
    CHECK(with([](Options& o) { o.write = [](void*, const char*, int64_t) { return 1; }; }) == "3: 调用者没有收下写出的内容");
    CHECK(rendered(standard<Options>(), nullptr) == "1: data 是 NULL");

    nianbao_data* named = nullptr;
    REQUIRE(nianbao_data_from_file("/nowhere/a.yaml", -1, &named, nullptr) == NIANBAO_OK);
    CHECK(rendered(standard<Options>(), named) == "3: 不能读取 /nowhere/a.yaml：没有这个文件");
    nianbao_data_free(named);

    nianbao_error* error = nullptr;
    nianbao_outcome* outcome = nullptr;
    CHECK(failure(nianbao_render(nullptr, data.get(), nullptr, &outcome, &error), outcome, error) == "1: engine 是 NULL");
    CHECK(failure(nianbao_check(nullptr, nullptr, &outcome, &error), outcome, error) == "1: data 是 NULL");
    CHECK(nianbao_check(data.get(), nullptr, nullptr, nullptr) == NIANBAO_INVALID);
    nianbao_data* none = nullptr;
    CHECK(failure(nianbao_data_from_bytes("{}", 2, nullptr, 0, 3, &none, &error), none, error) == "1: 没有这种数据文件格式");
    CHECK(failure(nianbao_data_from_file("", 0, &none, &error), none, error) == "1: 文件名是空的");
    nianbao_engine* unopened = nullptr;
    auto engine_options = standard<nianbao_engine_options>();
    static const nianbao_text absent[] = {{"body=/nowhere/a.ttf", -1}};
    engine_options.fonts = absent;
    engine_options.font_count = 1;
    CHECK(failure(nianbao_engine_open(&engine_options, &unopened, &error), unopened, error).starts_with("3: "));
}

TEST_CASE("A struct of an older or a newer header") {
    const Engine engine = open_engine();
    const Data data = data_of(unbalanced());
    const auto status = [&](const void* options) {
        nianbao_outcome* outcome = nullptr;
        const nianbao_status answered = nianbao_render(engine.get(), data.get(), static_cast<const nianbao_render_options*>(options), &outcome, nullptr);
        const Outcome owned(outcome);
        return answered != NIANBAO_OK ? "invalid" : nianbao_outcome_status(outcome) == NIANBAO_WRITTEN ? "written" : "refused";
    };
    const int64_t older[] = {16, 1, 0};  // size and force, no more
    CHECK(std::string(status(older)) == "written");
    const int64_t oldest[] = {8, 1};
    CHECK(std::string(status(oldest)) == "refused");
    for (const int64_t size : {int64_t{0}, int64_t{7}, int64_t{4097}, int64_t{-8}}) {
        const int64_t wrong[] = {size, 1};
        CHECK(std::string(status(wrong)) == "invalid");
    }
    struct Newer {
        nianbao_render_options options;
        int64_t unknown;
    } newer{standard<nianbao_render_options>(), 0};
    newer.options.size = sizeof newer;
    newer.options.force = 1;
    CHECK(std::string(status(&newer)) == "written");
    newer.unknown = 1;
    CHECK(std::string(status(&newer)) == "invalid");

    const Outcome outcome = check(data);
    struct {
        int64_t size, severity, line;
        int64_t beyond;
    } older_finding{24, 7, 7, 7};
    REQUIRE(nianbao_outcome_finding(outcome.get(), 0, reinterpret_cast<nianbao_finding*>(&older_finding), nullptr) == NIANBAO_OK);
    CHECK(older_finding.severity == NIANBAO_ERROR);
    CHECK(older_finding.line == 9);
    CHECK(older_finding.beyond == 7);
}

TEST_CASE("NULL is borne where nothing can be asked") {
    nianbao_error_free(nullptr);
    nianbao_engine_free(nullptr);
    nianbao_data_free(nullptr);
    nianbao_outcome_free(nullptr);
    nianbao_answer_free(nullptr);
    int64_t length = 7;
    CHECK(nianbao_error_status(nullptr) == NIANBAO_OK);
    CHECK(std::string(nianbao_error_message(nullptr, &length)) == "");
    CHECK(length == 0);
    CHECK(nianbao_outcome_status(nullptr) == -1);
    CHECK(nianbao_outcome_bytes(nullptr, &length) == nullptr);
    CHECK(nianbao_outcome_finding_count(nullptr) == 0);
    CHECK(nianbao_outcome_finding_text(nullptr, 0, &length) == nullptr);
    CHECK(nianbao_outcome_json(nullptr, &length) == nullptr);
    CHECK(nianbao_answer_json(nullptr, &length) == nullptr);
    CHECK(nianbao_answer_exit(nullptr) == -1);

    const Outcome outcome = check(data_of(small()));
    nianbao_error* error = nullptr;
    void* const none = nullptr;
    auto finding = standard<nianbao_finding>();
    for (const int64_t index : {int64_t{0}, int64_t{-1}, int64_t{1} << 40}) {
        CHECK(failure(nianbao_outcome_finding(outcome.get(), index, &finding, &error), none, error) == "1: 没有这个序号的问题");
        CHECK(nianbao_outcome_finding_text(outcome.get(), index, nullptr) == nullptr);
    }
    CHECK(failure(nianbao_outcome_finding(outcome.get(), 0, nullptr, &error), none, error) == "1: finding 是 NULL");
    CHECK(failure(nianbao_outcome_finding(nullptr, 0, &finding, &error), none, error) == "1: outcome 是 NULL");
}

TEST_CASE("Progress is told, and the caller may cancel before anything is written") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    struct Watch {
        std::string seen;
        int left;
    } watch{"", 100};
    const Scratch scratch;
    const std::string place = scratch / "a.pdf";
    auto options = standard<nianbao_render_options>();
    options.user = &watch;
    options.progress = [](void* user, int64_t done, int64_t all) { static_cast<Watch*>(user)->seen += std::to_string(done) + "/" + std::to_string(all) + " "; };
    options.cancel = [](void* user) { return static_cast<Watch*>(user)->left-- == 0 ? 1 : 0; };
    options.output = text(place.c_str());
    CHECK(nianbao_outcome_status(render(engine, data, &options).get()) == NIANBAO_WRITTEN);
    CHECK(watch.seen == "0/5 1/5 2/5 3/5 4/5 5/5 ");
    CHECK(watch.left == 95);
    std::filesystem::remove(place);
    for (int stage = 0; stage < 5; ++stage) {
        watch.left = stage;
        nianbao_outcome* outcome = nullptr;
        nianbao_error* error = nullptr;
        CHECK(failure(nianbao_render(engine.get(), data.get(), &options, &outcome, &error), outcome, error) == "4: 已取消");
    }
    CHECK(scratch.names() == "");
}

TEST_CASE("A job answers what --format json prints") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    write_file(scratch / "a.yaml", small());
    write_file(scratch / "b.yaml", unbalanced());
    write_file(scratch / "c.yaml", small());
    const Engine engine = open_engine();
    nianbao_answer* answer = nullptr;
    const auto run = [&](const std::string& job, const nianbao_engine* of, const nianbao_job_options* options = nullptr) {
        nianbao_error* error = nullptr;
        const nianbao_status status = nianbao_run_job(of, job.data(), static_cast<int64_t>(job.size()), options, &answer, &error);
        if (status == NIANBAO_OK || status == NIANBAO_CANCELLED) {
            const std::unique_ptr<nianbao_error, Free> owned_error(error);
            const std::unique_ptr<nianbao_answer, Free> owned(answer);
            return std::to_string(status) + "/" + std::to_string(nianbao_answer_exit(answer)) + " " + nianbao_answer_json(answer, nullptr);
        }
        return failure(status, answer, error);
    };
    const std::string render = R"({"command": "render", "files": [")" + folder + R"("], "output": ")" + folder + R"(/out", "no-system-fonts": true})";
    const Run printed = nianbao_run({"render", folder, "-o", folder + "/out", "--no-system-fonts", "--format", "json"});
    CHECK(printed.exit == 1);
    std::filesystem::remove_all(scratch / "out");
    CHECK(run(render, nullptr) == "0/1 " + printed.out);
    CHECK(read_file(scratch / "out/a.pdf") == by_command_line(small()));
    CHECK(run(R"({"command": "render", "files": ")" + folder + R"(", "output": ")" + folder + R"(/out"})", engine.get()) == "0/1 " + printed.out);

    const std::string schema = run(R"({"command": "schema"})", nullptr);
    CHECK(schema.starts_with(R"(0/0 {"files": [)"
                             "\n"
                             R"(], "text": "{\n)"));
    CHECK(run(R"({"command": "help", "help": true})", nullptr).find("用法：nianbao help") != std::string::npos);

    CHECK(run("{}", nullptr) == "2: 任务里没有 command");
    CHECK(run(R"({"command": "render", "files": "-", "output": "a.pdf"})", nullptr) == "2: 任务没有标准输入：files 里不能写 -");
    CHECK(run(R"({"command": "render", "files": ["a.yaml"], "output": "-"})", nullptr) == "2: 标准输出只有一个：不能既写 -o - 又写 --format json");
    CHECK(run(R"({"command": "render", "files": ["a.yaml"], "font": {"body": "/nowhere.ttf"}})", engine.get()).starts_with("3: "));
    CHECK(nianbao_run_job(nullptr, nullptr, -1, nullptr, &answer, nullptr) == NIANBAO_INVALID);

    struct Watch {
        std::string seen;
        int left;
    } watch{"", 100};
    auto options = standard<nianbao_job_options>();
    options.user = &watch;
    options.progress = [](void* user, int64_t done, int64_t all) { static_cast<Watch*>(user)->seen += std::to_string(done) + "/" + std::to_string(all) + " "; };
    options.cancel = [](void* user) { return static_cast<Watch*>(user)->left-- == 0 ? 1 : 0; };
    CHECK(run(render, engine.get(), &options) == "0/1 " + printed.out);
    CHECK(watch.seen == "1/3 2/3 3/3 ");
    CHECK(watch.left == 97);
    watch.left = 0;
    std::filesystem::remove_all(scratch / "out");
    const std::string left = R"("left": [")" + folder + R"(/a.yaml", ")" + folder + R"(/b.yaml", ")" + folder + R"(/c.yaml"], "summary": {"files": 3, )";
    CHECK(run(render, engine.get(), &options).starts_with("4/0 {\"files\": [\n], " + left));
    CHECK(std::filesystem::is_empty(scratch / "out"));
    watch.left = 1;  // those that other threads have begun by then are told too
    CHECK(run(render, engine.get(), &options).find("{\"files\": [\n  {\"file\": \"" + folder + "/a.yaml\", \"status\": \"written\"") == 4);
    CHECK(std::filesystem::exists(scratch / "out/a.pdf"));
}

TEST_CASE("One engine serves many threads") {
    const Engine engine = open_engine();
    const std::vector<std::string> sources = {small(), unbalanced(), small() + "signature: {date: 2024-01-18}\n"};
    std::vector<std::string> expected;
    for (const std::string& source : sources) expected.push_back(by_command_line(source));
    auto options = standard<nianbao_render_options>();
    options.force = 1;
    std::vector<std::string> wrong(8);
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < wrong.size(); ++thread) {
        threads.emplace_back([&, thread] {
            for (std::size_t report = 0; report < 50; ++report) {
                const std::size_t which = (thread + report) % sources.size();
                nianbao_data* data = nullptr;
                nianbao_outcome* outcome = nullptr;
                const std::string& source = sources[which];
                nianbao_data_from_bytes(source.data(), static_cast<int64_t>(source.size()), "a", -1, NIANBAO_FORMAT_AUTO, &data, nullptr);
                nianbao_render(engine.get(), data, &options, &outcome, nullptr);
                if (bytes(Outcome(outcome)) != expected[which]) wrong[thread] += std::to_string(report) + " ";
                nianbao_data_free(data);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& reports : wrong) CHECK(reports == "");
}
