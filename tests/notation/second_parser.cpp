// Our reader of pages and parse5, which does what HTML's standard says, see the same text
// and tables: in the examples, and in pages with faults.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "html/write.hpp"
#include "nianbao/read.hpp"
#include "notation/html/web_page.hpp"
#include "office/made_page.hpp"
#include "program.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// A page as its text without blanks, and its tables.
struct Seen {
    std::string text;
    std::vector<std::string> tables;
};

std::string without_any_blank(std::string_view text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        const bool blank = c <= U' ' || c == 0x7F || c == 0xA0 || (c >= 0x2002 && c <= 0x200B) ||
                           c == 0x3000 || c == 0xFEFF || c == 0xAD;
        if (!blank) append_utf8(out, c);
    }
    return out;
}

Seen seen_by_us(const std::string& page) {
    Seen seen;
    const notation::ReadWebPage read = notation::read_web_page(page, "a.html");
    REQUIRE(read.page);
    for (const auto& part : read.page->draft.parts) {
        if (const auto* paragraph = std::get_if<notation::DraftParagraph>(&part)) {
            seen.text += without_any_blank(paragraph->text());
            continue;
        }
        std::string& table = seen.tables.emplace_back("table\n");
        for (const notation::GridCell& cell : std::get<notation::Grid>(part).cells) {
            const std::string text = without_any_blank(cell.text());
            seen.text += text;
            table += fmt::format("cell {} {} {} {} {}\n", cell.row, cell.column, cell.rows,
                                 cell.columns, text);
        }
    }
    return seen;
}

std::vector<Seen> seen_by_parse5(const std::vector<std::string>& files) {
    std::vector<std::string> words{"node",
                                   std::string(NIANBAO_SOURCE) + "/tests/outside/parse5.mjs",
                                   std::string(NIANBAO_SOURCE) + "/build/outside"};
    words.insert(words.end(), files.begin(), files.end());
    const Run run = ::run(words);
    REQUIRE_MESSAGE(run.exit == 0, run.err);
    std::vector<Seen> all;
    std::string_view rest = run.out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line == "page") all.emplace_back();
        else if (line.starts_with("text ")) all.back().text = line.substr(5);
        else if (line == "table") all.back().tables.emplace_back("table\n");
        else all.back().tables.back() += std::string(line) + "\n";
    }
    return all;
}

/// Tables that only arrange a page are none to us: the others stand in the same order.
std::string missing_table(const Seen& ours, const Seen& theirs) {
    auto next = theirs.tables.begin();
    for (const std::string& table : ours.tables) {
        next = std::find(next, theirs.tables.end(), table);
        if (next == theirs.tables.end()) return table;
        ++next;
    }
    return {};
}

Report example(std::string_view name) {
    const Reading reading = read(std::string(NIANBAO_SOURCE) + "/" + std::string(name));
    REQUIRE(reading.report);
    return *reading.report;
}

std::vector<std::string> whole_pages() {
    std::vector<std::string> pages;
    for (const std::string_view name :
         {"examples/huaian-2024.json", "examples/form-2019-zh.yaml",
          "examples/jinxiang-veterans-2022.yaml", "tests/files/model.yaml"}) {
        const Report report = example(name);
        pages.push_back(write_html(compose(report)));
        pages.push_back(write_html(compose(report), {.whole = false}));
        pages.push_back(made::portal_page(report));
    }
    return pages;
}

/// Where tags begin.
std::vector<std::size_t> tags_of(const std::string& page) {
    std::vector<std::size_t> tags;
    for (std::size_t at = page.find('<', page.find("<body") + 1); at != page.npos;
         at = page.find('<', at + 1))
        tags.push_back(at);
    return tags;
}

/// The page with a fault, as editors and people make them.
std::string damaged(std::string page, std::mt19937_64& chance) {
    constexpr std::string_view put[] = {"<b>",
                                        "</b>",
                                        "<span style=\"color:red\"><font face=宋体>",
                                        "</span>",
                                        "</font>",
                                        "<p>",
                                        "</p>",
                                        "<div>",
                                        "</div>",
                                        "<br/>",
                                        "<o:p></o:p>",
                                        "<!-- [if gte mso 9]> -->",
                                        "&nbsp;",
                                        "&lt;1&gt;",
                                        "&#x4e00;&#19968;",
                                        "<a href=x>",
                                        "</a>",
                                        "<h3>",
                                        "</h3>",
                                        "<ul><li>",
                                        "</ul>",
                                        "<center>",
                                        "<input type=text>",
                                        "<img src=a.png>",
                                        "< 3",
                                        "&amp",
                                        "<td>",
                                        "</td>",
                                        "<tr>",
                                        "</tr>",
                                        "<tbody>",
                                        "</tbody>"};
    const std::vector<std::size_t> tags = tags_of(page);
    const std::size_t at = tags[chance() % tags.size()], end = page.find('>', at);
    switch (chance() % 6) {
        case 0:  // an end tag that is forgotten
            if (page.compare(at, 2, "</") == 0) page.erase(at, end + 1 - at);
            return page;
        case 1:  // a tag in capitals, with a blank
            for (std::size_t i = at; i < end && page[i] != ' '; ++i)
                if (page[i] >= 'a' && page[i] <= 'z') page[i] = static_cast<char>(page[i] - 32);
            return page.insert(end, " ");
        case 2: {  // another span
            const std::size_t span = page.find("span=\"", at);
            if (span != page.npos) page.replace(span + 6, 1, std::to_string(chance() % 4));
            return page;
        }
        case 3:  // a tag twice
            return page.insert(at, page.substr(at, end + 1 - at));
        default:
            return page.insert(chance() % 2 == 0 ? at : end + 1, put[chance() % std::size(put)]);
    }
}

void compare(const std::vector<std::string>& pages) {
    const Scratch scratch;
    std::vector<std::string> files;
    for (const std::string& page : pages)
        files.push_back(write_file(scratch / fmt::format("{}.html", files.size()), page).native());
    const std::vector<Seen> all = seen_by_parse5(files);
    REQUIRE(all.size() == pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CAPTURE(i);
        const Seen ours = seen_by_us(pages[i]);
        CHECK(ours.text == all[i].text);
        CHECK(missing_table(ours, all[i]) == "");
        if (std::getenv("NIANBAO_KEPT") != nullptr)
            write_file(fmt::format("{}/{}.html", std::getenv("NIANBAO_KEPT"), i), pages[i]);
    }
}

}  // namespace

TEST_CASE("A second parser sees the same text and tables in the examples") {
    compare(whole_pages());
}

TEST_CASE("A second parser sees the same text and tables in pages with faults") {
    const std::size_t count = std::getenv("NIANBAO_LONG") != nullptr ? 300 : 20;
    const std::vector<std::string> whole = whole_pages();
    std::mt19937_64 chance(1);
    std::vector<std::string> pages;
    while (pages.size() < count) {
        std::string page = whole[pages.size() % whole.size()];
        const std::size_t faults = 1 + pages.size() / 12 % 4;
        for (std::size_t i = 0; i < faults; ++i) page = damaged(std::move(page), chance);
        pages.push_back(std::move(page));
    }
    compare(pages);
}
