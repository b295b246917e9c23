// Characters of every kind in the text of a report: drawn by a face that has them,
// dropped with a warning, or refused; nothing comes out blank.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "data_files.hpp"
#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "nianbao/pdf.hpp"
#include "program.hpp"
#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

std::string code(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

/// Every character up to U+33FF, and a sample of what comes after: every 13th, and all
/// that stand where something begins or ends.
std::vector<char32_t> sweep() {
    std::vector<char32_t> all;
    for (char32_t c = 0x21; c < 0x110000; ++c) {
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        const bool edge = (c & 0xFF) >= 0xFD || (c & 0xFF) <= 1 || (c >= 0xF900 && c <= 0xFFFF) ||
                          (c >= 0xE0000 && c <= 0xE01FF) || (c >= 0x1F000 && c < 0x1FB00);
        if (!surrogate && (c < 0x3400 || edge || c % 13 == 0)) all.push_back(c);
    }
    return all;
}

/// A report whose overview has each of the characters on a line of its own. No report has
/// those that are forbidden, but a document that a program made may have them.
Pages pages_of(const std::vector<char32_t>& characters) {
    constexpr char32_t stand_in = 0xE002;
    Report report = sample_report();
    report.overview.clear();
    std::u32string no_report_has;
    for (char32_t c : characters) {
        if (forbidden(c)) no_report_has += c;
        const char32_t shown = forbidden(c) ? stand_in : c;
        report.overview += "字" + to_utf8({&shown, 1}) + "字\n";
    }
    Document document = compose(report);
    std::size_t next = 0;
    for (Section& section : document.sections) {
        for (Block& block : section.blocks) {
            auto* paragraph = std::get_if<Paragraph>(&block);
            if (paragraph == nullptr) continue;
            for (Text& text : paragraph->content.texts) {
                for (char32_t& c : text.text) {
                    if (c == stand_in) c = no_report_has.at(next++);
                }
            }
        }
    }
    REQUIRE(next == no_report_has.size());
    return typeset(document, free_fonts());
}

}  // namespace

TEST_CASE("every character is drawn with ink, dropped with a warning, or refused") {
    const std::vector<char32_t> characters = sweep();
    const Pages pages = pages_of(characters);
    std::map<std::string, std::string> told;
    std::string wrongly_told;
    for (const Finding& finding : pages.findings) {
        if (finding.rule == "F-02") continue;
        const std::string& character = finding.values.front().text;
        const bool once = told.emplace(character, finding.rule).second,
                   named = finding.message.find(character) != std::string::npos;
        const bool dropped = (finding.severity == Severity::warning) == (finding.rule == "F-03");
        if (!once || !named || !dropped || finding.where.field != "overview" ||
            finding.where.length != 1)
            wrongly_told += finding.message + "\n";
    }
    CHECK(wrongly_told == "");
    std::set<char32_t> drawn, blank;
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            std::size_t at = 0;
            for (const Glyph& glyph : run->glyphs) {
                const Ink ink = free_fonts().faces().ink(run->face, glyph.id);
                for (int i = 0; i < glyph.characters; ++i, ++at) {
                    drawn.insert(run->source[at]);
                    if (glyph.id == 0 || ink.left > ink.right) blank.insert(run->source[at]);
                }
            }
        }
    }
    std::string both, neither, empty;
    int counts[3] = {};
    for (char32_t c : characters) {
        const auto rule = told.find(code(c));
        const bool is_drawn = drawn.count(c) != 0, is_told = rule != told.end();
        if (is_drawn && is_told) both += code(c) + " ";
        if (!is_drawn && !is_told && class_of(c) != CharacterClass::fixed_space)
            neither += code(c) + " ";
        if (is_drawn && blank.count(c) != 0 && class_of(c) != CharacterClass::fixed_space)
            empty += code(c) + " ";
        ++counts[is_drawn ? 0 : is_told && rule->second == "F-03" ? 1 : 2];
    }
    CHECK(both == "");
    CHECK(neither == "");
    CHECK(empty == "");
    CHECK(counts[0] > 8'000);
    CHECK(counts[1] > 200);
    CHECK(counts[2] > 20'000);
}

TEST_CASE("what is told of a character, word for word and with its place") {
    int count = 0;
    RunOptions unchecked;  // its words are no report's
    unchecked.check.off = true;
    data_files::each_case(
        "cases/text_messages.txt", [&](const std::string& name, const std::string& input,
                                       Format format, const std::string& expected) {
            const Outcome outcome =
                run(Job{{.bytes = input, .name = "data.yaml", .format = format}, {pdf_to()}},
                    free_fonts(), unchecked);
            std::string told;
            for (const Finding& finding : outcome.findings)
                told += report_text(finding, outcome.source);
            INFO(name);
            CHECK(told == expected);
            CHECK((outcome.status == Status::written) != stops(outcome.findings));
            ++count;
        });
    CHECK(count >= 35);
}

TEST_CASE("what is drawn comes out of the file as it went in") {
    std::vector<char32_t> characters;
    {
        const std::vector<char32_t> all = sweep();
        std::set<std::string> told;
        for (const Finding& finding : pages_of(all).findings) {
            if (finding.rule != "F-02") told.insert(finding.values.front().text);
        }
        std::copy_if(all.begin(), all.end(), std::back_inserter(characters),
                     [&](char32_t c) { return told.count(code(c)) == 0; });
    }
    const Scratch scratch;
    const std::string pdf = (scratch / "a.pdf").native();
    write_file(pdf, write_pdf(pages_of(characters), free_fonts()));
    const std::u32string text =
        to_utf32(::run({"pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"}).out);
    std::string lost;
    for (char32_t c : characters) {
        const char32_t line[] = {U'字', c, U'字', 0};
        if (class_of(c) != CharacterClass::fixed_space && text.find(line) == text.npos)
            lost += code(c) + " ";
    }
    CHECK(lost == "");
}
