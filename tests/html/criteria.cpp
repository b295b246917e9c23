// What a page does without, and what its style leaves to the reader: criteria of WCAG that
// are met because something is not there.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "html/index.hpp"
#include "html/style.hpp"
#include "html/write.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// Whole pages, their parts, and an index.
std::vector<std::string> pages() {
    std::vector<std::string> all;
    for (const char* data :
         {"huaian-2024.json", "form-2019-en.yaml", "jinxiang-veterans-2022.yaml"}) {
        const Reading reading = read(fmt::format("{}/examples/{}", NIANBAO_SOURCE, data));
        REQUIRE(reading.report);
        const Document document = compose(*reading.report);
        all.push_back(write_html(document));
        all.push_back(write_html(document, {.whole = false}));
    }
    all.push_back(write_index(
        {{"甲局", 2024, "甲局.html", {{"PDF", "甲局.pdf"}}}, {"乙局", 2024, "乙局.html", {}}}));
    return all;
}

bool has(const std::string& text, const char* pattern) {
    return std::regex_search(text, std::regex(pattern, std::regex::icase));
}

/// How bright a colour is, as WCAG reckons it: "0b57d0".
double luminance(std::string_view colour) {
    const auto part = [&](std::size_t at) {
        const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

double contrast(std::string_view a, std::string_view b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

const std::string page_style(html::style);

}  // namespace

TEST_CASE("No element of a page asks, moves, speaks or waits") {
    for (const std::string& page : pages()) {
        CHECK(page.find("<h2") != page.npos);
        CHECK_FALSE(
            has(page, "<(input|button|select|textarea|form|label|option|dialog|details)\\b"));
        CHECK_FALSE(
            has(page, "<(audio|video|embed|object|iframe|script|canvas|svg|marquee|blink)\\b"));
        CHECK_FALSE(has(page, "<nav\\b"));
        // Between the letters of a tag, so that no text of a report is meant.
        CHECK_FALSE(has(page, "<[^>]* (on[a-z]+|accesskey|autofocus|draggable|contenteditable)="));
        CHECK_FALSE(has(page, "<[^>]* (aria-live|title)="));
        CHECK_FALSE(has(page, "<[^>]* role=\"?(status|alert|log|timer)"));
        CHECK_FALSE(has(page, "<[^>]* tabindex=\"?[^\"0]"));
        CHECK_FALSE(has(page, "http-equiv=\"?refresh"));
    }
    CHECK_FALSE(has(page_style, "animation|transition|@keyframes|:hover|:active|cursor"));
}

TEST_CASE("The style of a page fixes no height, place or orientation, and hides no focus") {
    CHECK_FALSE(has(page_style, "orientation|writing-mode|transform|rotate"));
    CHECK_FALSE(has(page_style, "position:(fixed|sticky)|z-index|user-select"));
    CHECK_FALSE(has(page_style, "outline:(0|none)|letter-spacing|word-spacing"));
    // Only of the caption for those who hear the page.
    std::string others = page_style;
    const std::string unseen = ".v{position:absolute;width:1px;height:1px;overflow:hidden";
    REQUIRE(others.find(unseen) != others.npos);
    others.erase(others.find(unseen), unseen.size());
    CHECK_FALSE(has(others, "[^-]height:"));
    CHECK_FALSE(has(others, "overflow:hidden|overflow-y|white-space:nowrap"));
    // A line's height is a number, which grows with its letters.
    static const std::regex line("line-height:([^;}]*)|font:[^/]*/([^ ]*)");
    int lines = 0;
    for (std::sregex_iterator i(page_style.begin(), page_style.end(), line), end; i != end; ++i) {
        const std::string value = (*i)[1].matched ? (*i)[1] : (*i)[2];
        CHECK_MESSAGE(std::regex_match(value, std::regex("[0-9.]+")), value);
        CHECK(std::stod(value) >= 1.4);
        ++lines;
    }
    CHECK(lines >= 4);
    CHECK(has(page_style, "\\.t:focus-visible\\{outline:3px solid"));
}

TEST_CASE("Text, lines of tables and the mark of the focus stand out") {
    const auto colour_of = [&](const char* pattern) {
        std::smatch found;
        REQUIRE_MESSAGE(std::regex_search(page_style, found, std::regex(pattern)),
                        std::string(pattern));
        return std::string(found[1]);
    };
    CHECK(has(page_style, "body\\{[^}]*background:#fff[;}]"));
    CHECK(contrast(colour_of("body\\{[^}]*color:#([0-9a-f]{6})"), "ffffff") >= 7);
    CHECK(contrast(colour_of("a\\{color:#([0-9a-f]{6})"), "ffffff") >= 4.5);
    CHECK(contrast(colour_of("th,td\\{[^}]*border:1px solid #([0-9a-f]{6})"), "ffffff") >= 3);
    CHECK(contrast(colour_of("outline:3px solid #([0-9a-f]{6})"), "ffffff") >= 3);
    // The measure itself: black on white, and the grey that just is enough for text.
    CHECK(contrast("000000", "ffffff") == doctest::Approx(21));
    CHECK(contrast("767676", "ffffff") == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("No word of ours sends the reader to a colour or a side") {
    for (const std::string& page : pages()) {
        for (const char* word :
             {"红色", "蓝色", "灰色", "左侧", "右侧", "左边", "右边", "点击此处", "点此"})
            CHECK_MESSAGE(page.find(word) == page.npos, word);
    }
}
