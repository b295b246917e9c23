// Pages in Chromium as people have them before them: narrow, wide, printed, and in the
// colours of their own (with NIANBAO_LONG).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "html/browser.hpp"
#include "html/markup.hpp"
#include "html/write.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

bool is_long() { return std::getenv("NIANBAO_LONG") != nullptr; }

std::string page_of(std::string_view example) {
    const Reading reading = read(fmt::format("{}/examples/{}", NIANBAO_SOURCE, example));
    REQUIRE(reading.report);
    return write_html(compose(*reading.report));
}

int count(const std::string& text, std::string_view what) {
    int found = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
    return found;
}

/// The text of a page as Chromium prints it, without line ends.
std::string printed(const Scratch& scratch, const std::string& page) {
    const std::string file = write_file(scratch / "printed.html", page).native(),
                      pdf = (scratch / "printed.pdf").native();
    const Run run = ::run({"timeout", "100", "chromium", "--headless=new", "--no-sandbox",
                           "--disable-gpu", "--user-data-dir=" + (scratch / "printing").native(),
                           "--no-pdf-header-footer", "--print-to-pdf=" + pdf, "file://" + file});
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    std::string text = ::run({"pdftotext", "-enc", "UTF-8", pdf, "-"}).out;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

}  // namespace

TEST_CASE("On a phone, a tablet and a desk nothing but tables scrolls sideways") {
    if (!is_long()) return;
    const Scratch scratch;
    const std::string measure =
        "<script>addEventListener('load', () => { const all = "
        "document.querySelector('iframe').contentDocument, page = all.documentElement; "
        "const main = all.querySelector('main').getBoundingClientRect(); "
        "const boxes = [...all.querySelectorAll('.t')]; "
        "document.body.textContent = '@@' + page.clientWidth + (page.scrollWidth > "
        "page.clientWidth ? ' wide' : ' fits') + (main.left >= 0 && main.right <= "
        "page.clientWidth ? ' inside' : ' outside') + (boxes.some(b => b.scrollWidth > "
        "b.clientWidth) ? ' scrolls' : ' whole') + '@@' })</script>";
    for (const char* example : {"huaian-2024.json", "form-2019-en.yaml"}) {
        const std::string page = page_of(example);
        const auto at = [&](int width) {
            return said_by_chromium(
                scratch, fmt::format("<!DOCTYPE html><meta charset=\"utf-8\"><body><iframe "
                                     "width=\"{}\" height=\"900\" frameborder=\"0\" "
                                     "srcdoc=\"{}\"></iframe>{}",
                                     width, html::escaped(page), measure));
        };
        CAPTURE(example);
        CHECK(at(320) == "320 fits inside scrolls");
        CHECK(at(768) == "768 fits inside whole");
        CHECK(at(1280) == "1280 fits inside whole");
    }
}

TEST_CASE("A table that goes over pages of paper has its head on each of them") {
    if (!is_long()) return;
    const Scratch scratch;
    const std::string page = page_of("huaian-2024.json");
    const std::string head = "本列数据的勾稽", last = "结转下年度继续办理";
    const std::string whole = printed(scratch, page);
    CHECK(count(whole, last) == 1);
    CHECK(count(whole, head) == 1);  // it is not cut where a page holds it
    std::string low = page;
    low.insert(low.find("</head>"), "<style>@page{size:210mm 150mm}</style>");
    const std::string cut = printed(scratch, low);
    const int pages = count(cut, "\f");
    CHECK(pages > count(whole, "\f"));
    CHECK(count(cut, head) >= 3);
    CHECK(count(cut, last) == count(whole, last));
    // It sees heads that stand once.
    std::string without = low;
    without.insert(without.find("</head>"),
                   "<style>@media print{thead{display:table-row-group!important}}</style>");
    CHECK(count(printed(scratch, without), head) == 1);
}

TEST_CASE("In the colours that a reader forces, text and lines of tables are there") {
    if (!is_long()) return;
    const Scratch scratch;
    const std::string ask =
        "<script>addEventListener('load', () => { const own = document.createElement('p'); "
        "own.style.color = 'CanvasText'; document.body.append(own); "
        "const colour = e => getComputedStyle(e).color, wanted = colour(own); "
        "const of = s => [...document.querySelectorAll(s)]; "
        "const texts = of('p, h1, h2, th, td').every(e => colour(e) == wanted); "
        "const lines = of('th, td').every(e => parseFloat(getComputedStyle(e).borderTopWidth) > "
        "0 && getComputedStyle(e).borderTopColor != getComputedStyle(document.body)"
        ".backgroundColor); "
        "document.body.textContent = '@@' + matchMedia('(forced-colors: active)').matches + "
        "(texts ? ' texts' : '') + (lines ? ' lines' : '') + '@@' })</script>";
    const std::string page = page_of("huaian-2024.json") + ask;
    CHECK(said_by_chromium(scratch, page, {"--force-high-contrast"}) == "true texts lines");
    // Not because nobody forced any: then a page has its own.
    CHECK(said_by_chromium(scratch, page) == "false lines");
}
