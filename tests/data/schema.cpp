// The JSON Schema as another program applies it: every example and every report that
// nianbao writes is valid, broken files are not.
#include "nianbao/schema.hpp"

#include "data_files.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/generator.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

using namespace data_files;

namespace {

namespace fs = std::filesystem;

/// What the validator says of each file, in order.
std::vector<std::string> verdicts(const Scratch& scratch, const std::vector<fs::path>& files) {
    write_file(scratch / "schema.json", schema());
    std::vector<std::string> words = {"/usr/bin/python3",
                                      std::string(NIANBAO_SOURCE) + "/tests/validate.py",
                                      (scratch / "schema.json").native()};
    for (const fs::path& file : files) words.push_back(file.native());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    std::vector<std::string> lines;
    std::istringstream out(run.out);
    for (std::string line; std::getline(out, line);) lines.push_back(line);
    REQUIRE(lines.size() == files.size());
    return lines;
}

}  // namespace

TEST_CASE("every example and every whole file is valid") {
    std::vector<fs::path> files;
    for (const char* folder : {"examples", "tests/files"}) {
        for (const fs::directory_entry& entry :
             fs::directory_iterator(fs::path(NIANBAO_SOURCE) / folder)) {
            if (entry.path().extension() == ".yaml" || entry.path().extension() == ".json")
                files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() >= 6);
    const Scratch scratch;
    const auto said = verdicts(scratch, files);
    for (std::size_t i = 0; i < files.size(); ++i) CHECK_MESSAGE(said[i] == "ok", files[i]);
}

TEST_CASE("what nianbao writes is valid, in both notations and both languages") {
    const Scratch scratch;
    std::vector<fs::path> files;
    for (std::uint64_t number = 0; number < 40; ++number) {
        const Report generated = generated_report(number, {.characters = Characters::any});
        const Format format = number % 2 == 0 ? Format::yaml : Format::json;
        files.push_back(scratch /
                        (std::to_string(number) + (format == Format::json ? ".json" : ".yaml")));
        write_file(files.back(),
                   write(generated, format, number % 4 < 2 ? Keys::english : Keys::chinese));
    }
    const auto said = verdicts(scratch, files);
    for (std::size_t i = 0; i < files.size(); ++i) CHECK_MESSAGE(said[i] == "ok", files[i]);
}

TEST_CASE("files with a mistake are not valid; those without are, however they are written") {
    struct Case {
        std::string yaml;
        std::string said;
    };
    const std::vector<Case> cases = {
        {"", "ok"},
        {"$schema: nianbao.json", "ok"},
        {"form: 2021", "ok"},
        {"总体情况: 甲", "mistakes at: "},  // overview too
        {"agancy: 甲", "mistakes at: "},
        {"单位: 乙", "mistakes at: "},
        {"kind: 局", "mistakes at: kind"},
        {"published: 2023年1月18日", "mistakes at: published"},
        {"year: 二〇二二", "mistakes at: year"},
        {"form: 2023", "mistakes at: form"},
        {"contact: {fax: 1}", "mistakes at: contact"},
        {"signature: {agency: 甲}", "mistakes at: signature"},
        {"waive: [{rule: T2-01, field: disclosure}]", "mistakes at: waive/0"},
        {"overview: [甲]", "mistakes at: overview"},
        {"disclosure: {licences: 5, unlisted: 0}", "ok"},
        {"disclosure: {licences: 5}", "mistakes at: disclosure"},
        {"disclosure: {licences: -5, unlisted: 0}", "mistakes at: disclosure/licences"},
        {"disclosure: {licences: 010, unlisted: 0}", "mistakes at: disclosure/licences"},
        {"disclosure: {licences: {value: 5, remark: 甲}, unlisted: 0}", "ok"},
        {"disclosure: {licences: {remark: 甲}, unlisted: 0}", "mistakes at: disclosure/licences"},
        {"disclosure: {licences: 1.5, unlisted: 0}", "mistakes at: disclosure/licences"},
        {"disclosure: {administrative_charges: 1.5, unlisted: 0}", "ok"},
        {"disclosure: {procurement: {projects: 1, amount: 5元}, unlisted: 0}",
         "mistakes at: disclosure"},
        {"applications: {received: [0, 0, 0, 0, 0, 0], unlisted: 0}", "ok"},
        {"applications: {（三）本年新收: [0, 0, 0, 0, 0, 0], unlisted: 0}", "ok"},
        {"applications: {received: [0, 0, 0, 0, 0], unlisted: 0}",
         "mistakes at: applications/received"},
        {"applications: {received: 0, unlisted: 0}", "mistakes at: applications/received"},
        {"applications: {results: {3.其他: [0, 0, 0, 0, 0, 0]}, unlisted: 0}",
         "mistakes at: applications/results"},
        {"applications: {results: {其他处理: {3.其他: [0, 0, 0, 0, 0, 0]}}, unlisted: 0}", "ok"},
        {"year: 2020\ndisclosure: {procurement: {projects: 1, amount: 5元}, licences: [3, +3, 1], unlisted: 0}",
         "ok"},
        {"year: 2020\ndisclosure: {procurement: {projects: 1, amount: 5}, unlisted: 0}",
         "mistakes at: disclosure/procurement"},
        {"year: 2020\ndisclosure: {licences: 5, unlisted: 0}", "mistakes at: disclosure/licences"},
        {"form: 2021\nyear: 2020\ndisclosure: {licences: 5, unlisted: 0}", "ok"},
        {"form: 2019\nyear: 2023\ndisclosure: {licences: 5, unlisted: 0}",
         "mistakes at: disclosure/licences"},
    };
    const Scratch scratch;
    std::vector<fs::path> files;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        files.push_back(scratch / (std::to_string(i) + ".yaml"));
        write_file(files.back(), cases[i].yaml + "\n" + rest(cases[i].yaml, Format::yaml) + "\n");
        // The reader and the schema are of one mind.
        CHECK_MESSAGE(read(files.back()).report.has_value() == (cases[i].said == "ok"),
                      cases[i].yaml);
    }
    const auto said = verdicts(scratch, files);
    for (std::size_t i = 0; i < cases.size(); ++i)
        CHECK_MESSAGE(said[i] == cases[i].said, cases[i].yaml);

    write_file(scratch / "short.yaml", "agency: 甲\nyear: 2022\n");
    CHECK(verdicts(scratch, {scratch / "short.yaml"}).front() == "mistakes at: ");
}
