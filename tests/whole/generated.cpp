// Reports of every size, made by the generator, set with the free faces: whole files,
// their text the report's, nothing outside its place.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "font/faces.hpp"
#include "nianbao/check.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/pdf.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/document_text.hpp"
#include "report/generator.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// How many reports: with --long all 200.
int wanted() { return std::getenv("NIANBAO_LONG") != nullptr ? 200 : 20; }

bool blank(char32_t c) { return c == U' ' || c == U'\n' || c == U'\f' || c == 0x3000; }

std::string without_blanks(const std::u32string& text) {
    std::string out;
    for (char32_t c : text) {
        if (!blank(c)) append_utf8(out, c);
    }
    return out;
}

/// What the pages draw, in order: all of it, or only the report's own text.
std::string drawn_text(const Pages& pages, bool artifacts) {
    std::u32string out;
    for (const Page& page : pages.pages) {
        for (const Mark& mark : page.marks) {
            const auto* run = std::get_if<GlyphRun>(&mark);
            if (run != nullptr && (artifacts || run->artifact == Artifact::none))
                out += run->source;
        }
    }
    return without_blanks(out);
}

/// Runs with a glyph that stands for no character, as text.
std::string undrawn(const Pages& pages) {
    std::string out;
    for (const Page& page : pages.pages) {
        for (const GlyphRun* run : marks<GlyphRun>(page)) {
            if (std::any_of(run->glyphs.begin(), run->glyphs.end(),
                            [](const Glyph& glyph) { return glyph.id == 0; }))
                out += to_utf8(run->source) + "\n";
        }
    }
    return out;
}

std::string told(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings) {
        if (finding.rule != "F-02") out += message(finding) + "\n";
    }
    return out;
}

/// The report as a file: every character drawn, in its place; the text comes out as it
/// went in; the file sound and its fonts in it.
void check_whole(const Report& report, const Fonts& fonts, const Scratch& scratch) {
    const std::string pdf = (scratch / "report.pdf").native();
    const Document document = compose(report);
    const Pages pages = typeset(document, fonts, report.layout);
    CHECK(told(pages.findings) == "");
    CHECK(undrawn(pages) == "");
    CHECK(outside(pages, report.layout, fonts) == "");
    CHECK(ill_set(pages, report.layout, report.signature.has_value(), fonts) == "");
    CHECK(across_rules(pages, fonts) == "");
    CHECK(drawn_text(pages, false) == without_blanks(text_of(document)));
    write_file(pdf, write_pdf(pages, fonts));

    const Run check = ::run({"qpdf", "--check", pdf});
    CHECK_MESSAGE(check.exit == 0, check.out << check.err);
    CHECK(without_blanks(to_utf32(::run({"pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"}).out)) ==
          drawn_text(pages, true));
    std::istringstream lines(::run({"pdffonts", pdf}).out);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("name ") && !line.starts_with("----"))
            CHECK_MESSAGE(line.find(" yes yes yes ") != std::string::npos, line);
    }
}

}  // namespace

TEST_CASE("a number gives the same report everywhere") {
    Random random(1);
    CHECK(random.next() == 0x910A2DEC89025CC1U);
    CHECK(random.next() == 0xBEEB8DA1658EEC67U);
    CHECK(generated_report(1) == generated_report(1));
    CHECK_FALSE(generated_report(1) == generated_report(2));
}

TEST_CASE("generated reports add up") {
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        std::vector<Finding> findings = check(generated_report(number), {.disabled = {"T2-03"}});
        std::erase_if(findings, [](const Finding& finding) {
            return finding.rule.front() != 'T';
        });  // its words are drawn by lot
        CHECK(told(findings) == "");
        CHECK(told(check_references(generated_report(number))) == "");
    }
}

TEST_CASE("generated reports become whole PDFs, with the free faces and with TrueType faces") {
    const Scratch scratch;
    for (const Fonts* fonts : {&free_fonts(), &truetype_fonts()}) {
        const bool truetype = fonts == &truetype_fonts();
        for (int number = 0; number < wanted(); ++number) {
            CAPTURE(truetype);
            CAPTURE(number);
            check_whole(generated_report(static_cast<std::uint64_t>(number)), *fonts, scratch);
        }
    }
}

TEST_CASE("the examples made up to be hard become whole PDFs") {
    const Scratch scratch;
    for (const char* example : {"examples/form-2019-zh.yaml", "examples/hard-zh.yaml"}) {
        CAPTURE(example);
        const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / example);
        REQUIRE(reading.report);
        check_whole(*reading.report, free_fonts(), scratch);
    }
}
