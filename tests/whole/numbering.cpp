// Who reads lines asks what they are in one place, so that all agree on every line of
// tests/cases/headings.txt and numbering.txt: composing, the diff, next year's file, the
// rules of wording, the reader of the prose.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "check/prose/prose.hpp"
#include "check/wording/text.hpp"
#include "compose/prose.hpp"
#include "nianbao/write.hpp"
#include "report/sample.hpp"
#include "text/blanks.hpp"
#include "text/heading_cases.hpp"
#include "text/headings.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

using namespace nianbao;
using nianbao::wording::without_blanks;

namespace {

/// What composing makes of each line of a field, by its own order: of a list, of its items.
class Composed {
public:
    explicit Composed(const std::string& text) {
        std::vector<Section> sections;
        compose_prose(sample_report(), "overview", text, sections);
        for (const Section& section : sections) {
            if (section.heading) add("标题");
            for (const Block& block : section.blocks)
                std::visit([this](const auto& own) { look_at(own); }, block);
        }
    }
    std::string words;

private:
    void add(std::string_view word) { (words += words.empty() ? "" : " ") += word; }
    void look_at(const Heading&) { add("标题"); }
    void look_at(const Paragraph& paragraph) { add(paragraph.run_in > 0 ? "题首" : "正文"); }
    void look_at(const Table&) { FAIL("a table"); }
    void look_at(const List& list) {
        for (const ListItem& item : list.items) {
            add(item.run_in > 0 ? "题首" : "正文");
            for (const List& below : item.below) look_at(below);
        }
    }
};

/// Without the words for lines that are empty.
std::string without_empty_lines(const HeadingCase& one) {
    std::string kinds;
    const auto lines = one.lines(), words = one.words();
    REQUIRE(lines.size() == words.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!trimmed(to_utf32(lines[i])).empty()) (kinds += kinds.empty() ? "" : " ") += words[i];
    }
    return kinds;
}

}  // namespace

TEST_CASE("composing takes each line for what the cases say") {
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        CAPTURE(one.text);
        CHECK(Composed(one.text).words == without_empty_lines(one));
    }
}

TEST_CASE("the diff takes the same lines for headings") {
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        CAPTURE(one.text);
        const auto lines = one.lines(), words = one.words();
        std::vector<std::string> expected, found;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (words[i] == "标题") expected.push_back(to_utf8(without_blanks(to_utf32(lines[i]))));
        }
        for (const Sentence& sentence : sentences(to_utf32(one.text))) {
            if (sentence.heading) found.push_back(to_utf8(sentence.text));
        }
        CHECK(found == expected);
    }
}

TEST_CASE("the rules of wording take the same lines for headings") {
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        CAPTURE(one.text);
        std::string told;
        for (const wording::TextLine& line : wording::field_text("overview", one.text).lines)
            (told += told.empty() ? "" : " ") += kind_word(line.kind);
        CHECK(told == without_empty_lines(one));
    }
}

TEST_CASE("the rules of wording read the same numbers, but take “1.2023年” for one too") {
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        for (const std::string& own : one.lines()) {
            CAPTURE(own);
            const auto lines = wording::field_text("overview", own).lines;
            if (lines.empty()) continue;
            const wording::TextLine& line = lines[0];
            const Numbering numbering = numbering_of(trimmed(to_utf32(own)));
            if (own.starts_with("1.2023年")) {
                CHECK(line.level == 3);
                continue;
            }
            CHECK(line.level == numbering.level);
            CHECK(line.number == numbering.number);
            CHECK(line.body == line.begin + numbering.length);
        }
    }
}

TEST_CASE("the reader of the prose reads no heading, and names the sentences below after it") {
    const Report report = sample_report();
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        CAPTURE(one.text);
        std::string headings;
        const auto lines = one.lines(), words = one.words();
        std::string last;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (words[i] == "标题") last = lines[i];
        }
        const auto read = prose::sentences_of(report, one.text + "\n收到申请5件。");
        for (const auto& sentence : read) {
            for (std::size_t i = 0; i < lines.size(); ++i)
                CHECK((words[i] != "标题" || to_utf8(sentence.text) != lines[i]));
        }
        REQUIRE_FALSE(read.empty());
        if (words.back() != "标题" || last.find("\"") != last.npos) continue;
        const std::u32string line = to_utf32(last);
        CHECK(to_utf8(read.back().heading) == to_utf8(line.substr(numbering_of(line).length)));
    }
}

TEST_CASE("next year's file keeps the headings, and the run-in ones up to their full stop") {
    for (const HeadingCase& one : heading_and_numbering_cases()) {
        CAPTURE(one.text);
        Report last_year = sample_report();
        last_year.overview = one.text;
        NewReport asked;
        asked.agency = last_year.agency;
        asked.year = last_year.year + 1;
        asked.previous = &last_year;
        const std::string written = write_new(asked, Keys::english);
        const auto lines = one.lines(), words = one.words();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string line = to_utf8(trimmed(to_utf32(lines[i])));
            if (line.empty()) continue;
            CAPTURE(line);
            const std::string kept =
                words[i] == "题首" ? line.substr(0, line.find("。")) + "。" : line;
            CHECK((written.find("\n  " + kept) != written.npos) == (words[i] != "正文"));
        }
    }
}
