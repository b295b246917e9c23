// Web pages as the Nu HTML checker of the W3C judges them, and axe-core in a browser.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "html/browser.hpp"
#include "html/index.hpp"
#include "html/markup.hpp"
#include "html/write.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

const std::string outside = std::string(NIANBAO_SOURCE) + "/build/outside/";

/// What vnu says of pages; empty if it says nothing. `strict`: what it advises too.
std::string said_by_vnu(const std::vector<std::string>& files, bool strict = true) {
    std::vector<std::string> words{"java",
                                   "-XX:TieredStopAtLevel=1",
                                   "-Xss4m",  // it follows the schema down
                                   "-jar",
                                   outside + "vnu-jar/build/dist/vnu.jar",
                                   "--also-check-css",
                                   "--stdout",
                                   "--exit-zero-always"};
    if (!strict) words.push_back("--errors-only");
    words.insert(words.end(), files.begin(), files.end());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    return run.out;
}

/// A part of a page within the page of a portal.
std::string in_portal(const std::string& part) {
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>a</title>"
           "</head><body><main><h1>a</h1>\n" +
           part + "</main></body></html>\n";
}

class WebPages {
public:
    void add(std::string bytes) {
        files.push_back((scratch_ / fmt::format("{}.html", files.size())).native());
        write_file(files.back(), bytes);
    }
    void add(const Report& report) {
        const Document document = compose(report);
        HtmlOptions options{.site = report.site};
        options.pdf = "甲 局.pdf";
        options.data = Attachment{"data.yaml", "application/yaml", "单位: 甲局\n"};
        add(write_html(document, options));
        add(in_portal(write_html(document, {.whole = false})));
    }

    std::vector<std::string> files;

private:
    Scratch scratch_;
};

void add_examples(WebPages& pages) {
    for (std::string_view data : {"examples/huaian-2024.json", "examples/form-2019-en.yaml",
                                  "examples/jinxiang-veterans-2022.yaml"}) {
        const Reading reading = read(std::string(NIANBAO_SOURCE) + "/" + std::string(data));
        REQUIRE(reading.report);
        pages.add(*reading.report);
    }
    pages.add(write_index({{"甲局", 2024, "甲局.html", {{"PDF", "甲局.pdf"}}},
                           {"乙 & 丙局", 2024, "下/乙:1.html", {}},
                           {"甲局", 2023, "甲局2023.html", {}}}));
}

/// Reports with any characters.
void add_generated(WebPages& pages) {
    const std::uint64_t generated = std::getenv("NIANBAO_LONG") != nullptr ? 50 : 5;
    for (std::uint64_t i = 0; i < generated; ++i) {
        Generating wanted;
        wanted.characters = Characters::any;
        pages.add(generated_report(i, wanted));
    }
}

}  // namespace

TEST_CASE("The checker of the W3C finds nothing wrong in pages, their parts and an index") {
    WebPages pages, generated;
    add_examples(pages);
    const std::string said = said_by_vnu(pages.files);
    CHECK_MESSAGE(said == "", said);
    // It advises against characters that somebody may have typed.
    add_generated(generated);
    const std::string wrong = said_by_vnu(generated.files, false);
    CHECK_MESSAGE(wrong == "", wrong);
}

TEST_CASE("A page that is broken is seen") {
    WebPages pages;
    pages.add(in_portal("<table><tr><td headers=\"x\">1</td></tr></table>"));
    const std::string said = said_by_vnu(pages.files);
    CHECK_MESSAGE(said.find("headers") != said.npos, said);
}

TEST_CASE("axe-core finds no violation of WCAG 2.2 AA, and at 320 px nothing scrolls sideways") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;  // needs Chromium
    const Scratch scratch;
    const std::string judge =
        "<script>" + read_file(outside + "axe-core/axe.min.js") +
        "</script><script>addEventListener('load', () => axe.run(document, {runOnly: ['wcag2a', "
        "'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => { "
        "document.body.textContent = '@@' + r.violations.map(v => v.id + ': ' + "
        "v.nodes[0].html.slice(0, 120)).join(' | ') + (r.passes.length > 5 ? 'passed' : 'asked "
        "nothing') + '@@' }))</script>";
    const std::string narrow =
        "<script>addEventListener('load', () => { const page = "
        "document.querySelector('iframe').contentDocument.documentElement; "
        "document.body.textContent = '@@' + (page.scrollWidth > page.clientWidth ? 'wide' : "
        "'fits') + page.clientWidth + '@@' })</script>";
    WebPages pages;
    add_examples(pages);
    add_generated(pages);
    for (const std::string& file : pages.files) {
        CAPTURE(file);
        const std::string page = read_file(file);
        CHECK(said_by_chromium(scratch, page + judge) == "passed");
        CHECK(said_by_chromium(scratch,
                               "<!DOCTYPE html><meta charset=\"utf-8\"><body><iframe "
                               "width=\"320\" frameborder=\"0\" srcdoc=\"" +
                                   html::escaped(page) + "\"></iframe>" + narrow) == "fits320");
    }
}
