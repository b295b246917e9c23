// lib/check/RULES.md is the test: each rule's good example has no finding at all, its bad
// one exactly the finding that stands below it. To accept a change of the document:
// NIANBAO_ACCEPT=1 build/release/tests/nianbao_tests --source-file='*/rules.cpp', then
// read the diff.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "command/run/codes.hpp"
#include "nianbao/check.hpp"
#include "nianbao/neighbours.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/foreign_words.hpp"

using namespace nianbao;

namespace {

/// What an example gives, a finding a line; `code` empty: of every rule.
std::string found(std::string_view lines, std::string_view code = {}) {
    const Example given = example(lines);
    CheckOptions options = given.options;
    options.previous = &given.previous;
    std::string out;
    std::vector<Finding> findings = check(given.report, options);
    Neighbours neighbours;
    for (const Report& other : given.others) static_cast<void>(neighbours.add(sketch(other)));
    for (const Finding& finding : neighbours.add(sketch(given.report))) findings.push_back(finding);
    for (const Finding& finding : findings) {
        if (!code.empty() && finding.rule != code) continue;
        out += (out.empty() ? "" : "\n") + (code.empty() ? finding.rule + " " : "") +
               as_in_examples(finding, given.report);
    }
    return out;
}

}  // namespace

TEST_CASE("the model reports have no finding") {
    CHECK(found("") == "");
    const Report last_year = model_report_of_last_year();
    for (const Finding& finding : check(last_year))
        CHECK(finding.rule + as_in_examples(finding, last_year) == "");
}

TEST_CASE("every rule's good example has no finding, its bad one what the rule says") {
    for (const CheckRule& rule : check_rules()) {
        CAPTURE(rule.code);
        CHECK(found(rule.good, rule.code) == "");
        CHECK(found(rule.bad, rule.code) == rule.finding);
    }
}

TEST_CASE("RULES.md is the list of rules and of the other codes") {
    const std::string file = NIANBAO_SOURCE "/lib/check/RULES.md";
    const std::string document = rules_document() + codes_document();
    if (std::getenv("NIANBAO_ACCEPT")) std::ofstream(file, std::ios::binary) << document;
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    CHECK(text.str() == document);
}

TEST_CASE(
    "a rule's sentence, clause and examples are not empty, and it ends in no mark of its own") {
    for (const CheckRule& rule : check_rules()) {
        CAPTURE(rule.code);
        CHECK_FALSE(rule.says.empty());
        CHECK_FALSE(rule.clause.empty());
        CHECK_FALSE(rule.good.empty());
        CHECK_FALSE(rule.bad.empty());
        CHECK_FALSE(rule.says.ends_with("。"));
    }
}

TEST_CASE("a code that is listed can be asked for; the whole list has each once") {
    std::string letters;
    for (const Code& code : all_codes()) {
        for (const CheckRule& rule : check_rules()) CHECK(rule.code != code.code);
        if (letters.empty() || letters.back() != code.code[0]) letters += code.code[0];
    }
    CHECK(letters == "DRFMLOKBG");
    constexpr Code some[] = {{"X-01", Severity::error, "甲", "乙"}},
                   others[] = {{"X-02", Severity::error, "甲", "乙"}};
    static_assert(listed(some, "X-01") == "X-01");
    static_assert(listed(some, others, "X-02") == "X-02");
    CHECK(code_text(some[0]) == "### X-01（错误）甲\n\n怎么办：乙。\n");
    CHECK(code_text({"X-03", Severity::warning, "甲", "乙"}) ==
          "### X-03（警告）甲\n\n怎么办：乙。\n");
    CHECK(
        code_text({"X-04", Severity::warning, "甲", "乙", "丙: 1", "丙：1"}) ==
        "### X-04（警告）甲\n\n怎么办：乙。\n\n对：\n\n```\n丙: 1\n```\n\n错：\n\n```\n丙：1\n```\n");
}

namespace {

bool has_code(const Reading& reading, std::string_view code) {
    return std::any_of(reading.findings.begin(), reading.findings.end(),
                       [&](const Finding& finding) { return finding.rule == code; });
}

}  // namespace

TEST_CASE("a code of reading has the finding of its bad lines, and not of its good ones") {
    int count = 0;
    for (const Code& code : all_codes()) {
        CHECK(code.good.empty() == code.bad.empty());
        if (code.bad.empty() || code.code[0] != 'D' || code.code > "D-25") continue;
        CAPTURE(std::string(code.code));
        const bool json = code.bad.front() == '{';
        const auto told = [&](std::string_view lines) {
            const Reading reading =
                json ? read(std::string(lines), "a.json", Format::json)
                     : read(with_lines(source_file("tests/files/model.yaml"), lines), "a.yaml",
                            Format::yaml);
            return has_code(reading, code.code);
        };
        CHECK(told(code.bad));
        CHECK_FALSE(told(code.good));
        ++count;
    }
    CHECK(count > 15);
}
