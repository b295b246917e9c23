// A folder of broken data files, made here: every one is refused by name, with its place
// and the right rule, and nothing is written for it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "data/broken_files.hpp"
#include "data_files.hpp"
#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"
#include "report/set_pages.hpp"

using namespace data_files;

namespace {

const Finding* first_error(const std::vector<Finding>& findings) {
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::error;
    });
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("every broken file is refused by name, place and rule, and leaves nothing behind") {
    const Scratch scratch;
    const std::vector<Broken> files = broken_files();
    CHECK(files.size() >= 400);
    for (const Broken& file : files) {
        CAPTURE(file.name);
        write_file(scratch / file.name, file.bytes);
        const Outcome outcome =
            run(Job{{.file = scratch / file.name}, {pdf_to(scratch / "out.pdf")}}, free_fonts());
        CHECK(outcome.status == Status::refused);
        const Finding* error = first_error(outcome.findings);
        REQUIRE_MESSAGE(error != nullptr, file.bytes.substr(0, 2000));
        const bool by_rule =
            std::any_of(outcome.findings.begin(), outcome.findings.end(),
                        [&](const Finding& finding) { return finding.rule == file.rule; });
        CHECK_MESSAGE((by_rule || file.rule.empty()),
                      file.rule << " and not " << report_text(*error, outcome.source));
        for (const Finding& finding : outcome.findings) {
            CHECK(finding.place.file == (scratch / file.name).native());
            CHECK(find_malformed(report_text(finding, outcome.source)) == std::string::npos);
            CHECK_FALSE(finding.message.empty());
        }
        // Only these have no place: a file with nothing in it, one that is too large, and
        // a part that is nowhere.
        const bool nowhere = file.name.starts_with("no-data") || file.name.starts_with("missing") ||
                             file.name.starts_with("limit");
        CHECK((error->place.row > 0 || nowhere));
        std::filesystem::remove(scratch / file.name);
    }
    CHECK(scratch.names() == "");
}

TEST_CASE("the program refuses a folder of broken files, each by name") {
    const Scratch scratch;
    const std::vector<Broken> files = broken_files();
    std::filesystem::create_directory(scratch / "in");
    for (const Broken& file : files) write_file(scratch / "in" / file.name, file.bytes);
    const Run run = nianbao_run({"render", "in", "-o", "out", "--no-system-fonts"},
                                {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.out == "");
    for (const Broken& file : files) {
        CHECK_MESSAGE(run.err.find("in/" + file.name + ":") != std::string::npos, file.name);
        CHECK_MESSAGE(run.err.find("未生成：in/" + file.name + " 有错误\n") != std::string::npos,
                      file.name);
    }
    CHECK(run.err.ends_with(fmt::format(
        "共 {} 份：已生成 0 份（其中 0 份有问题提示），有错误未生成 {} 份，机器出错 0 份\n",
        files.size(), files.size())));
    CHECK(std::filesystem::is_empty(scratch / "out"));
}
