// Wrong calls, structs of other headers, NULL.
#include "c/door.hpp"
#include "c/trap.hpp"
#include "command/options/usage.hpp"
#include "nianbao/failure.hpp"

using namespace c_door;

TEST_CASE("Whatever is thrown within, the caller has a status of its own, and why") {
    const auto thrown = [](auto exception) {
        nianbao_error* error = nullptr;
        const nianbao_status status = nianbao::c::trap(&error, [&] { throw exception; });
        return failure<void>(status, nullptr, error);
    };
    CHECK(thrown(nianbao::c::Invalid("data 是 NULL")) == "1: data 是 NULL");
    CHECK(thrown(nianbao::Failure("磁盘已满")) == "3: 磁盘已满");
    CHECK(thrown(nianbao::c::Cancelled()) == "4: 已取消");
    CHECK(thrown(std::bad_alloc()) == "5: 内存不足");
    CHECK(thrown(std::runtime_error("fault")) == "6: fault");
    CHECK(thrown(0) == "6: 程序内部出错");
}

TEST_CASE(
    "Wrong values, wrong calls and what the machine cannot do have a status each, and a message") {
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
    static const nianbao_text wrong_rule[] = {{"T3-1", -1}},
                              wrong_setting[] = {{"line_pitch=27", -1}},
                              no_setting[] = {{"line_pitch", -1}}, nothing[] = {{nullptr, 3}};
    using Options = nianbao_render_options;
    CHECK(with([](Options&) {}) == "made");
    CHECK(with([](Options& o) { o.disabled = wrong_rule, o.disabled_count = 1; }) ==
          "2: disabled：没有规则“T3-1”，是不是 T3-01？");
    CHECK(with([](Options& o) { o.layout = no_setting, o.layout_count = 1; }) ==
          "2: layout 的值“line_pitch”不对，应写成 名称=值，例如 page_number=centred");
    CHECK(with([](Options& o) {
              o.layout = wrong_setting, o.layout_count = 1;
          }).starts_with("2: layout 的值“line_pitch=27”不对："));
    CHECK(with([](Options& o) { o.force = o.no_check = 1; }) == "made");
    for (const char* date :
         {"2023-02-29", "2023-1-18", "2023-01-1x", "+023-01-18", "-023-01-18", "2023-01-180"})
        CHECK(with([&](Options& o) { o.date = text(date); }) ==
              "2: date 的值“" + std::string(date) + "”不是日期，应写成 2024-01-31 的样子");
    CHECK(with([](Options& o) { o.date = text("2024-02-29"); }) == "made");
    CHECK(with([](Options& o) { o.disabled_count = 1; }) == "1: 一列文字的指针是 NULL");
    CHECK(with([](Options& o) { o.disabled_count = -1; }) == "1: 一列文字的个数是负数");
    CHECK(with([](Options& o) { o.layout = nothing, o.layout_count = 1; }) ==
          "1: 文字的指针是 NULL");
    CHECK(with([](Options& o) { o.output = {"a.pdf", -2}; }) == "1: 文字的长度是负数");
    CHECK(with([](Options& o) { o.output = {"a\0b", 3}; }) == "1: 文件名里有 NUL");
    CHECK(with([](Options& o) { o.output = text("/nowhere/a.pdf"); }) ==
          "3: 不能写文件 /nowhere/a.pdf：文件夹不存在");
    CHECK(with([](Options& o) { o.write = [](void*, const char*, int64_t) { return 1; }; }) ==
          "3: 调用者没有收下写出的内容");
    CHECK(rendered(standard<Options>(), nullptr) == "1: data 是 NULL");

    nianbao_data* named = nullptr;
    REQUIRE(nianbao_data_from_file("/nowhere/a.yaml", -1, &named, nullptr) == NIANBAO_OK);
    CHECK(rendered(standard<Options>(), named) == "3: 不能读取 /nowhere/a.yaml：没有这个文件");
    nianbao_data_free(named);

    nianbao_error* error = nullptr;
    nianbao_outcome* outcome = nullptr;
    CHECK(failure(nianbao_render(nullptr, data.get(), nullptr, &outcome, &error), outcome, error) ==
          "1: engine 是 NULL");
    CHECK(failure(nianbao_check(nullptr, nullptr, &outcome, &error), outcome, error) ==
          "1: data 是 NULL");
    CHECK(nianbao_check(data.get(), nullptr, nullptr, nullptr) == NIANBAO_INVALID);
    nianbao_data* none = nullptr;
    CHECK(failure(nianbao_data_from_bytes("{}", 2, nullptr, 0, 5, &none, &error), none, error) ==
          "1: 没有这种数据文件格式");
    CHECK(failure(nianbao_data_from_file("", 0, &none, &error), none, error) == "1: 文件名是空的");
    nianbao_engine* unopened = nullptr;
    auto engine_options = standard<nianbao_engine_options>();
    static const nianbao_text absent[] = {{"body=/nowhere/a.ttf", -1}};
    engine_options.fonts = absent;
    engine_options.font_count = 1;
    CHECK(failure(nianbao_engine_open(&engine_options, &unopened, &error), unopened, error)
              .starts_with("3: "));
}

TEST_CASE("A struct of an older or a newer header") {
    const Engine engine = open_engine();
    const Data data = data_of(unbalanced());
    const auto status = [&](const void* options) {
        nianbao_outcome* outcome = nullptr;
        const nianbao_status answered =
            nianbao_render(engine.get(), data.get(),
                           static_cast<const nianbao_render_options*>(options), &outcome, nullptr);
        const Outcome owned(outcome);
        return answered != NIANBAO_OK                               ? "invalid"
               : nianbao_outcome_status(outcome) == NIANBAO_WRITTEN ? "written"
                                                                    : "refused";
    };
    const int64_t older[] = {16, 1, 0};  // size and force, no more
    CHECK(std::string(status(older)) == "written");
    const int64_t oldest[] = {8, 1};
    CHECK(std::string(status(oldest)) == "refused");
    for (const int64_t size :
         {int64_t{0}, int64_t{7}, int64_t{4097}, int64_t{-8}, int64_t{12}, int64_t{20}}) {
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
    REQUIRE(nianbao_outcome_finding(outcome.get(), 0,
                                    reinterpret_cast<nianbao_finding*>(&older_finding),
                                    nullptr) == NIANBAO_OK);
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
    length = 7;
    CHECK(nianbao_outcome_bytes_of(nullptr, "pdf", -1, &length) == nullptr);
    CHECK(length == 0);
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
        CHECK(failure(nianbao_outcome_finding(outcome.get(), index, &finding, &error), none,
                      error) == "1: 没有这个序号的问题");
        CHECK(nianbao_outcome_finding_text(outcome.get(), index, nullptr) == nullptr);
    }
    CHECK(failure(nianbao_outcome_finding(outcome.get(), 0, nullptr, &error), none, error) ==
          "1: finding 是 NULL");
    CHECK(failure(nianbao_outcome_finding(nullptr, 0, &finding, &error), none, error) ==
          "1: outcome 是 NULL");
}
