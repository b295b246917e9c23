// The data that a PDF carries: only if asked, and nothing that stays in the office.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "nianbao/output.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// The small report, with a secret in each place that only the office sees.
std::string with_secrets() {
    return "# SECRET1 上年写的是：SECRET2\n" + source_file("tests/cases/small.yaml") +
           "waive:\n- {rule: W-01, field: overview, reason: SECRET3}\n"
           "members:\n- agency: SECRET4\n  file: SECRET5.yaml\n  sha256: " +
           std::string(64, '5') + "  # SECRET6\n";
}

/// The bytes of a PDF without compression, its text, and what it carries.
std::string opened(const std::string& pdf) {
    return run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out +
           run({"pdftotext", pdf, "-"}).out + run({"pdfinfo", pdf}).out +
           run({"qpdf", "--list-attachments", "--verbose", pdf}).out;
}

}  // namespace

TEST_CASE("nothing that stays in the office is in any output") {
    const Scratch scratch;
    const Fonts fonts = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    const Input input{.file = write_file(scratch / "SECRET7.yaml", with_secrets())};
    RunOptions options;
    for (const bool carried : {false, true}) {
        options.carry.data = carried;
        for (const Output& output : outputs()) {
            CAPTURE(output.name);
            const Outcome outcome = nianbao::run({input, {{&output, {}}}}, fonts, options);
            REQUIRE(outcome.status == Status::written);
            std::string bytes = outcome.made.front().bytes;
            if (output.name == "pdf")
                bytes += opened(write_file(scratch / "a.pdf", bytes).native());
            CHECK(bytes.find("SECRET") == std::string::npos);
            CHECK(bytes.find(std::string(64, '5')) == std::string::npos);
        }
    }
}

TEST_CASE("--attach-data: the PDF carries the report's data, which read back as they were") {
    const Scratch scratch;
    const std::string input = write_file(scratch / "水务局 2023.yaml", with_secrets()).native(),
                      pdf = (scratch / "a.pdf").native(), plain = (scratch / "b.pdf").native();
    REQUIRE(nianbao_run({"render", input, "-o", pdf, "--attach-data"}).exit == 0);
    REQUIRE(nianbao_run({"render", input, "-o", plain}).exit == 0);
    const std::string carried = run({"qpdf", "--show-attachment=data.yaml", pdf}).out;
    Reading own = read({.bytes = with_secrets()}), back = read({.bytes = carried});
    REQUIRE(own.report);
    REQUIRE(back.report);
    own.report->waive.clear();
    own.report->members.clear();
    CHECK(*back.report == *own.report);
    CHECK(carried == write(*own.report, Format::yaml));
    CHECK(run({"qpdf", "--list-attachments", plain}).out == plain + " has no embedded files\n");
    CHECK(run({"pdftotext", pdf, "-"}).out == run({"pdftotext", plain, "-"}).out);
    const std::string bare = run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out;
    for (const char* part : {"/AFRelationship /Source", "/Subtype /application#2fyaml",
                             "<pdfaid:part>3</pdfaid:part>"})
        CHECK_MESSAGE(bare.find(part) != std::string::npos, std::string(part));
}

TEST_CASE("the data that a PDF carries are in the notation of their file, and the same each time") {
    const Scratch scratch;
    const std::string pdf = (scratch / "a.pdf").native();
    const auto render = [&](const std::string& data) {
        REQUIRE(nianbao_run({"render", "-", "-o", pdf, "--attach-data"}, {.input = data}).exit ==
                0);
        return read_file(pdf);
    };
    const std::string json = source_file("examples/huaian-2024.json");
    const std::string first = render(json);
    CHECK(run({"qpdf", "--show-attachment=data.json", pdf}).out ==
          write(*read({.bytes = json, .format = Format::json}).report, Format::json));
    CHECK(render(json) == first);
    CHECK(render(source_file("tests/cases/small.yaml")) != first);
    CHECK(run({"qpdf", "--show-attachment=data.yaml", pdf}).out ==
          write(*read({.bytes = source_file("tests/cases/small.yaml")}).report, Format::yaml));
}
