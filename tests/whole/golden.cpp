// The examples, stage by stage, as readable text: a change of composing or typesetting
// shows as a diff that a person can read. To accept a change: NIANBAO_ACCEPT=1
// build/release/tests/nianbao_tests --source-file='*/golden.cpp', then read the diff.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "nianbao/pages.hpp"
#include "nianbao/read.hpp"

using namespace nianbao;

namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The first line in which two texts differ: "12: is | should be".
std::string first_difference(const std::string& is, const std::string& should_be) {
    std::istringstream a(is), b(should_be);
    for (int line = 1;; ++line) {
        std::string x, y;
        const bool more_a = static_cast<bool>(std::getline(a, x)),
                   more_b = static_cast<bool>(std::getline(b, y));
        if (!more_a && !more_b) return {};
        if (x != y || more_a != more_b) return std::to_string(line) + ": " + x + " | " + y;
    }
}

std::filesystem::path golden_file(const std::string& name) {
    return std::filesystem::path(NIANBAO_SOURCE) / "tests/golden" / name;
}

void compare_with_golden(const std::string& name, const std::string& text) {
    const std::filesystem::path file = golden_file(name);
    if (std::getenv("NIANBAO_ACCEPT")) std::ofstream(file, std::ios::binary) << text;
    CHECK_MESSAGE(first_difference(text, contents(file)) == "", name);
}

}  // namespace

TEST_CASE(
    "every example reads without a mistake, and its document, pages and findings are as they were accepted; both languages give the same") {
    const Fonts fonts = Fonts::open({{}, {}, false});
    int examples = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(NIANBAO_SOURCE) / "examples")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".yaml" && extension != ".json") continue;
        const Reading reading = read(entry.path());
        REQUIRE_MESSAGE(reading.report, entry.path().string());
        CHECK(reading.findings.empty());
        CHECK(check_references(*reading.report).empty());
        const Document document = compose(*reading.report);
        const Pages pages = typeset(document, fonts, reading.report->layout);
        CHECK_FALSE(stops(pages.findings));
        std::string findings;
        for (const Finding& finding : pages.findings)
            findings += finding.where.field + ": " + message(finding) + "\n";
        // hard-zh.yaml and hard-en.yaml are one report.
        std::string name = entry.path().stem().string();
        if (name.ends_with("-zh") || name.ends_with("-en")) name.resize(name.size() - 3);
        compare_with_golden(name + ".document.txt", dump(document));
        compare_with_golden(name + ".pages.txt", dump(pages, fonts));
        if (!findings.empty() || std::filesystem::exists(golden_file(name + ".findings.txt")))
            compare_with_golden(name + ".findings.txt", findings);
        ++examples;
    }
    CHECK(examples >= 6);
}
