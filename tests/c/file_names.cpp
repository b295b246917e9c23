// Names of files that are no UTF-8, as old systems wrote them: the C functions open them,
// and show them as text that every program can read.
#include "c/door.hpp"

#include <cstring>

using namespace c_door;

namespace {

const std::string name = "/\xD6\xD0";  // “中” in GBK

Data data_in(const std::string& path) {
    nianbao_data* data = nullptr;
    REQUIRE(nianbao_data_from_file(path.data(), static_cast<int64_t>(path.size()), &data,
                                   nullptr) == NIANBAO_OK);
    return Data(data);
}

/// What a job answers, or "2: why not".
std::string answer_of(const std::string& job) {
    nianbao_answer* answer = nullptr;
    nianbao_error* error = nullptr;
    const nianbao_status status = nianbao_run_job(
        nullptr, job.data(), static_cast<int64_t>(job.size()), nullptr, &answer, &error);
    if (status != NIANBAO_OK) return failure(status, answer, error);
    const std::unique_ptr<nianbao_answer, Free> owned(answer);
    return nianbao_answer_json(answer, nullptr);
}

}  // namespace

TEST_CASE("A file whose name is no UTF-8 is checked, and its findings are UTF-8") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    const std::string place = folder + name + ".yaml";
    write_file(place, unbalanced());
    const Data data = data_in(place);
    const Outcome outcome = check(data);
    CHECK(rules(outcome) == "T3-01 T3-01");
    int64_t length = 0;
    const char* told = nianbao_outcome_finding_text(outcome.get(), 0, &length);
    REQUIRE(told != nullptr);
    CHECK(length == static_cast<int64_t>(std::strlen(told)));
    CHECK(std::string(told).starts_with(folder + "/\uFFFD\uFFFD.yaml:9:14: 错误 T3-01"));
    CHECK(std::string(nianbao_outcome_json(outcome.get(), nullptr))
              .starts_with(R"({"file": ")" + folder + R"(/\ufffd\ufffd.yaml", )"));

    // A file of somebody else's, which a finding names.
    const std::string taken = folder + name + ".txt";
    write_file(taken, "别人的");
    auto options = standard<nianbao_render_options>();
    options.output = text(taken.c_str());
    const Outcome refused = render(open_engine(), data_of(small()), &options);
    auto finding = standard<nianbao_finding>();
    REQUIRE(rules(refused) == "O-01");
    REQUIRE(nianbao_outcome_finding(refused.get(), 0, &finding, nullptr) == NIANBAO_OK);
    CHECK(std::string(finding.message.bytes).starts_with(folder + "/\uFFFD\uFFFD.txt "));

    nianbao_outcome* none = nullptr;
    nianbao_error* error = nullptr;
    CHECK(failure(nianbao_check(data_in(folder + name + ".json").get(), nullptr, &none, &error),
                  none, error) == "3: 不能读取 " + folder + "/\uFFFD\uFFFD.json：没有这个文件");
}

TEST_CASE("A job names such a file by escapes of its bytes") {
    const Scratch scratch;
    const std::string folder = scratch.folder();
    write_file(folder + name + ".yaml", small());
    const std::string file = R"("files": [")" + folder + R"(/\udcd6\udcd0.yaml"])";
    CHECK(answer_of(R"({"command": "check", "no-fonts": true, )" + file + "}")
              .starts_with("{\"files\": [\n  {\"file\": \"" + folder +
                           R"(/\ufffd\ufffd.yaml", "status": "accepted")"));
    CHECK(answer_of(R"({"command": "convert", )" + file + R"(, "output": ")" + folder +
                    R"(/\udcc2\udcdb.json"})")
              .starts_with("{\"files\": ["));
    CHECK(read_file(folder + "/\xC2\xDB.json").starts_with("{"));
}
