// Writing data files: what is written reads back equal, and looks as a person would write
// it.
#include "nianbao/write.hpp"

#include "data_files.hpp"
#include "report/generator.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace data_files;

namespace {

constexpr Format formats[] = {Format::yaml, Format::json};
constexpr Keys languages[] = {Keys::english, Keys::chinese};

/// What differs after a report is written and read again, as the two written texts; empty
/// where nothing does.
std::string difference(const Report& report) {
    for (Format format : formats) {
        for (Keys keys : languages) {
            const std::string text = write(report, format, keys);
            const Reading reading = read(text, "data", format);
            if (!reading.report || !told_but_names(reading).empty())
                return told(reading) + "\n" + text;
            // Amounts are equal in value: that they print alike shows in the text.
            const std::string again = write(*reading.report, format, keys);
            if (*reading.report != report || again != text) return text + "\n----\n" + again;
        }
    }
    return {};
}

std::string written(const std::string& yaml_text, Keys keys = Keys::english,
                    Format format = Format::yaml) {
    return write(report(yaml(yaml_text)), format, keys);
}

/// The lines of a written file from the one that begins so to the next that is not
/// indented deeper.
std::string part(const std::string& text, const std::string& begin) {
    const auto at = ("\n" + text).find("\n" + begin);
    REQUIRE(at != text.npos);
    auto end = text.find('\n', at) + 1;
    while (end < text.size() && (text[end] == ' ' || (text[end] == '\n' && end + 1 < text.size() &&
                                                      text[end + 1] == ' ')))
        end = text.find('\n', end) + 1;
    return text.substr(at, end - at);
}

}  // namespace

TEST_CASE(
    "what is written reads back equal: generated reports, in both notations and both languages") {
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        CHECK(difference(generated_report(
                  number, {.characters = number % 3 == 0 ? Characters::drawn : Characters::any})) ==
              "");
    }
}

TEST_CASE("what is written reads back equal: whole files with every field, and the examples") {
    for (const char* file :
         {"tests/files/whole-en.yaml", "tests/files/whole-2019.yaml", "tests/files/whole.json",
          "examples/jinxiang-veterans-2022.yaml", "examples/huaian-2024.json",
          "examples/form-2019-zh.yaml", "examples/hard-en.yaml"}) {
        CAPTURE(file);
        CHECK(difference(report(read(std::filesystem::path(NIANBAO_SOURCE) / file))) == "");
    }
}

TEST_CASE("the examples in Chinese and in English are the same reports") {
    const std::filesystem::path examples = std::filesystem::path(NIANBAO_SOURCE) / "examples";
    for (const std::string name : {"form-2019", "hard"})
        CHECK(report(read(examples / (name + "-zh.yaml"))) ==
              report(read(examples / (name + "-en.yaml"))));
}

TEST_CASE("texts of every awkward kind read back equal") {
    for (const char* text : {"no",
                             "010",
                             "~",
                             "null",
                             "1e3",
                             "0x1F",
                             "12:30",
                             "2022-01-01",
                             "-",
                             "---",
                             "...",
                             "- 甲",
                             "? 甲",
                             ": 甲",
                             "# 甲",
                             "甲 # 乙",
                             "甲: 乙",
                             "甲:",
                             "{甲}",
                             "[甲]",
                             "&甲",
                             "*甲",
                             "!甲",
                             "|",
                             ">",
                             "'甲'",
                             "\"甲\"",
                             "%甲",
                             "@甲",
                             "`甲`",
                             "甲\\乙",
                             "a'b\"c\\d",
                             "=",
                             "<<",
                             ".5",
                             "  两格",
                             "\t一格",
                             " \n \n  甲",
                             "\n甲",
                             "甲\n\n\n乙",
                             "甲 \n乙\t\n丙",
                             "　　甲",
                             "\xC2\xA0甲",
                             "甲\xE2\x80\xA8乙\xE2\x80\xA9丙",
                             "👍🏽",
                             "e\xCC\x81",
                             "{{contact.phone}}",
                             "{{{{",
                             "甲\n---\n乙",
                             "甲\n# 乙\n  - 丙",
                             ",",
                             "甲, 乙",
                             "]",
                             "：",
                             "“甲”"}) {
        CAPTURE(text);
        Report whole = report(yaml("contact: {phone: \"1\"}"));
        whole.overview = whole.title = whole.disclosure.note = text;
        const std::string one_line = text;
        if (one_line.find_first_of("\n\t") == one_line.npos && !one_line.starts_with(' ') &&
            one_line.find("\xC2\xA0") != 0 && !one_line.starts_with("　")) {
            whole.agency = whole.contact->office = whole.applications.cells[3].remark = text;
            whole.waive = {{"T2-01", text, text}};
            whole.members = {{text, text, std::string(64, '0')}};
        }
        CHECK(difference(whole) == "");
    }
}

TEST_CASE("JSON has no control character of a text as it is") {
    Report whole = report(yaml(""));
    whole.overview = "甲\t乙";
    CHECK(write(whole, Format::json).find(R"(甲\t乙)") != std::string::npos);
    for (const char* control : {"\x01", "\x0F", "\x10", "\x1F"}) {
        whole.overview = std::string("甲") + control;
        CHECK_THROWS_AS(static_cast<void>(write(whole, Format::json)), std::invalid_argument);
    }
}

TEST_CASE("a line of a million characters reads back equal") {
    Report whole = report(yaml(""));
    whole.overview = times(1'000'000, "年");
    whole.problems = times(300'000, "a: ");
    whole.problems.pop_back();
    whole.applications.cells[0].remark = times(5'000, "年, 报");
    CHECK(difference(whole) == "");
}

TEST_CASE("a report as it is written") {
    const auto as_accepted = [](const std::string& name, const std::string& text) {
        if (std::getenv("NIANBAO_ACCEPT"))
            std::ofstream(std::string(NIANBAO_SOURCE) + "/tests/files/" + name, std::ios::binary)
                << text;
        CHECK_MESSAGE(text == file_text("files/" + name), name);
    };
    as_accepted("written.yaml", write(report(yaml("")), Format::yaml));
    as_accepted("written.json", write(report(yaml("")), Format::json));
    const Report whole =
        report(read(std::filesystem::path(NIANBAO_SOURCE) / "tests/files/whole-en.yaml"));
    as_accepted("written-zh.yaml", write(whole, Format::yaml, Keys::chinese));
}

TEST_CASE("prose is a block of lines, a row stands on a line, quotes only where they are needed") {
    CHECK(part(written("overview: |\n  一。\n\n  二。"), "overview") ==
          "overview: |\n  一。\n\n  二。\n");
    CHECK(part(written("overview: \"  一。\\n二。\""), "overview") ==
          "overview: |2\n    一。\n  二。\n");
    CHECK(part(written("title: |\n  甲\n  乙"), "title") == "title: |\n  甲\n  乙\n");
    CHECK(part(written("title: 甲"), "title") == "title: 甲\n");
    for (const char* word : {"y", "N", "=", "<<", "on"})
        CHECK(part(written(fmt::format("title: '{}'", word)), "title") ==
              fmt::format("title: \"{}\"\n", word));
    CHECK(part(written("title: 'a: b'"), "title") == "title: \"a: b\"\n");
    CHECK(part(written("title: '\"a\": b'"), "title") == "title: '\"a\": b'\n");
    CHECK(
        part(written(
                 "contact: {postcode: '010000', phone: 0537-1, office: no, url: 'https://a.cn/'}"),
             "contact") ==
        "contact:\n  office: \"no\"\n  phone: \"0537-1\"\n  postcode: \"010000\"\n  url: https://a.cn/\n");
    CHECK(
        part(written("disputes: {reconsideration: [1, 0, 0, 0], unlisted: 0}"), "disputes") ==
        "disputes:\n  reconsideration: {upheld: 1, corrected: 0, other: 0, pending: 0, total: 1}\n"
        "  litigation_direct: {upheld: 0, corrected: 0, other: 0, pending: 0, total: 0}\n"
        "  litigation_after_reconsideration: {upheld: 0, corrected: 0, other: 0, pending: 0, total: 0}\n");
    CHECK(
        part(
            written(
                "disclosure: {licences: {value: 2, remark: \"甲, 乙\"}, administrative_charges: 1.50, unlisted: 0}"),
            "disclosure") ==
        "disclosure:\n  government_rules: {made: 0, repealed: 0, in_force: 0}\n  normative_documents: {made: 0, repealed: 0, in_force: 0}\n"
        "  licences: {value: 2, remark: \"甲, 乙\"}\n  penalties: 0\n  coercive_measures: 0\n  administrative_charges: 1.50\n");
    CHECK(part(written("signature: {date: 2023-01-18}"), "signature") ==
          "signature: {date: 2023-01-18}\n");
    CHECK(part(written("kind: 政府汇总", Keys::chinese), "类别") == "类别: 政府汇总\n");
}

TEST_CASE("every pitch that a file may set reads back equal") {
    Report whole = report(yaml(""));
    for (std::int64_t units = (28.0_pt).units; units <= Layout{}.pitch.units; units += 997) {
        whole.layout.pitch = {units};
        const Reading reading = read(write(whole, Format::json), "data.json", Format::json);
        CHECK(report(reading).layout == whole.layout);
    }
}
