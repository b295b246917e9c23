// Data files as clerks damage them: each mistake is told, and the rest is read.
#include "data/report_from_values.hpp"
#include "data_files.hpp"
#include "nianbao/job.hpp"
#include "notation/mending/mending.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nianbao;
using namespace data_files;

namespace {

std::string model() { return source_file("tests/files/model.yaml"); }

std::string damaged(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

std::string rules_of(const std::string& text) {
    std::string all;
    for (const Finding& finding : check({.bytes = text, .name = "a.yaml"}).findings)
        all += (all.empty() ? "" : " ") + finding.rule;
    return all;
}

}  // namespace

TEST_CASE("Of a damaged file every mistake is told, word for word") {
    int count = 0;
    each_case("cases/clerk.txt", [&](const std::string& name, const std::string& input,
                                     Format format, const std::string& expected) {
        const Reading reading =
            read(input, format == Format::json ? "data.json" : "data.yaml", format);
        INFO(name);
        CHECK(told(reading) == expected);
        ++count;
    });
    CHECK(count >= 150);
}

TEST_CASE("Twelve mistakes in one file are twelve findings, and the rules run on all of it") {
    std::string text = model();
    const std::string parts[][2] = {
        {"agency: ", "agency："},
        {"year: ", "year:"},
        {"kind: ", "kind:⟨3000⟩"},
        {"  licences: ", "⟨0009⟩licences: "},
        {"  penalties: ", "⟨3000⟩penalties: "},
        {"  coercive_measures: ", "  coercive_measures⟨00A0⟩: "},
        {"[9, 3, 0, 0, 0, 0, 12]", "[9，3，0，0，0，0，12]"},
        {"[1, 0, 0, 0, 0, 0, 1]", "1⟨0009⟩0⟨0009⟩0⟨0009⟩0⟨0009⟩0⟨0009⟩0⟨0009⟩1"},
        {"[6, 2, 0, 0, 0, 0, 8]", "[6, 2, 0, 0, 0, 0, 8"},
        {"[0, 1, 0, 0, 0, 0, 1]", "【0, 1, 0, 0, 0, 0, 1】"},
        {"  carried_out: ", "  “carried_out”: "},
        {"overview: |\n  2023年", "overview: |\n2023年"},
    };
    for (const auto& [what, by] : parts) text = damaged(text, what, with_characters(by));
    const Reading reading = read(text, "a.yaml", Format::yaml);
    INFO(told(reading));
    CHECK(reading.findings.size() == 12);
    for (const Finding& finding : reading.findings) CHECK(finding.rule == "D-05");
    CHECK_FALSE(reading.report);

    // What was meant is what the undamaged file says.
    std::optional<data::PartOfReport> part;
    static_cast<void>(data::read_in_part({.bytes = text, .name = "a.yaml"}, part));
    REQUIRE(part);
    CHECK(part->report == *read(model(), "a.yaml", Format::yaml).report);
    CHECK(part->unread.empty());

    const std::string wrong = damaged(text, "9，3，0，0，0，0，12", "8，3，0，0，0，0，11");
    const std::string rules = rules_of(wrong);
    INFO(rules);
    CHECK(rules.find("T3-01") != std::string::npos);
}

TEST_CASE("A rule is silent about what could not be read, and only about that") {
    // The cell is no number: nothing is said about sums with it.
    CHECK(rules_of(damaged(model(), "[9, 3, ", "[九, 3, ")) == "D-12");
    // Another table is looked at all the same.
    const std::string two =
        damaged(damaged(model(), "[9, 3, ", "[九, 3, "), "licences: 320", "licences: 320件");
    CHECK(rules_of(two) == "D-12 D-12");
    // A file without mistakes is read as ever.
    CHECK(rules_of(model()) == "");
}

TEST_CASE("A line that cannot be mended costs that line") {
    const std::string text = damaged(model(), "licences: 320", "licences: \"320\" 件");
    const Reading reading = read(text, "a.yaml", Format::yaml);
    INFO(told(reading));
    CHECK(reading.findings.size() == 1);
    CHECK(reading.findings.front().place.row ==
          read(model(), "a.yaml", Format::yaml).source.place({"disclosure.licences"}).row);
}

TEST_CASE("What is not listed is no zero where a line was lost") {
    const std::string table =
        "applications:\n  unlisted: 0\n  received: [1, 0, 0, 0, 0, 0, 1]\n"
        "  results:\n    disclosed: [1, 0, 0, 0, 0, 0, 1]\n    total: [1, 0, 0, 0, 0, 0, 1]\n";
    const std::string whole = table + rest("applications:\n", Format::yaml) + "\n";
    const std::string lost = damaged(whole, "    disclosed: [1,", "    @公开 [1,");
    std::optional<data::PartOfReport> part;
    static_cast<void>(data::read_in_part({.bytes = lost, .name = "a.yaml"}, part));
    REQUIRE(part);
    const auto unread = [&](std::string_view path) {
        return std::find(part->unread.begin(), part->unread.end(), path) != part->unread.end();
    };
    CHECK(unread("applications.results.disclosed.natural_person"));
    CHECK_FALSE(unread("applications.received.natural_person"));
    CHECK(rules_of(lost).find("T3-") == std::string::npos);
}

TEST_CASE("No rule speaks of what stands in a line that was not read") {
    CHECK(rules_of(damaged(model(), "    disclosed:  ", "    disclosd：")) == "D-05");
    CHECK(rules_of(damaged(model(), "problems: |", "problms：|")) == "D-05");
}

TEST_CASE("What is not damaged is left alone") {
    const notation::KnownNames known{
        [](std::string_view name) { return name == "year" || name == "title" || name == "row"; },
        [](std::string_view name) { return name == "row"; }};
    for (const char* text :
         {"", "\n", "title: a\n", "title: |\n  year：1\n  title: x\nyear: 1\n",
          "title: \"year：1\"\n", "year: [1, 2]\n", "# year：1\n", "year: [{a: \"b # c: d\"}]\n",
          "title: |2\n   a\n  年\nyear: 1\n", "title: a\n  year：1\n", "title: 010 6652 1234\n",
          "title: 010 6652 1234 801\n", "row: 1 2 3\n"})
        CHECK(notation::mend_yaml(text, known).edits.empty());
    CHECK(!notation::mend_yaml("row: 1 2 3 4\n", known).edits.empty());
    for (const char* text : {"", "{}", R"({"a": [1, {"b": "：，“”"}], "c": null})"})
        CHECK(notation::mend_json(text).edits.empty());
}
