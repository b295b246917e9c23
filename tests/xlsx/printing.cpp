// Workbooks on paper, as LibreOffice prints them (with NIANBAO_LONG, if it is there).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/read.hpp"
#include "nianbao/workbook.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

struct PrintedPage {
    std::string text;  // without blanks
    int red = 0;       // dots of the colour in which what is wrong is shown
};

/// Dots of a picture (PPM) that are as red as an alarm.
int red_dots(const std::string& picture) {
    // “P6”, the width, the height and the largest value, each before a blank or line end.
    std::size_t at = 0;
    for (int word = 0; word < 4; ++word) at = picture.find_first_of(" \n", at) + 1;
    int dots = 0;
    for (; at + 2 < picture.size(); at += 3) {
        const auto part = [&](std::size_t i) {
            return static_cast<unsigned char>(picture[at + i]);
        };
        dots += part(0) > 245 && part(1) > 185 && part(1) < 215 && part(2) > 190 && part(2) < 220;
    }
    return dots;
}

std::vector<PrintedPage> printed(const Report& report) {
    const Scratch scratch;
    const std::string fonts =
        write_file(scratch / "fonts.conf",
                   fmt::format("<?xml version=\"1.0\"?><fontconfig><dir>{}/fonts/free</dir>"
                               "<cachedir>{}</cachedir></fontconfig>",
                               NIANBAO_SOURCE, scratch.folder().native()))
            .native();
    const std::string book = write_file(scratch / "a.xlsx", write_workbook(report)).native(),
                      pdf = (scratch / "a.pdf").native();
    const Run made = ::run(
        {"soffice", "--headless", "-env:UserInstallation=file://" + (scratch / "home").native(),
         "--convert-to", "pdf", "--outdir", scratch.folder().native(), book},
        {.environment = {"FONTCONFIG_FILE=" + fonts}});
    REQUIRE_MESSAGE(made.exit == 0, made.err);
    std::string text = ::run({"pdftotext", "-enc", "UTF-8", pdf, "-"}).out;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    std::vector<PrintedPage> pages;
    for (std::size_t at = 0, end = 0; (end = text.find('\f', at)) != text.npos; at = end + 1) {
        const std::string number = std::to_string(pages.size() + 1);
        const Run drawn =
            ::run({"pdftoppm", "-r", "40", "-f", number, "-l", number, "-singlefile", pdf});
        pages.push_back({text.substr(at, end - at), red_dots(drawn.out)});
    }
    return pages;
}

/// The pages that have words.
std::vector<PrintedPage> with(const std::vector<PrintedPage>& pages, std::string_view words) {
    std::vector<PrintedPage> found;
    std::copy_if(pages.begin(), pages.end(), std::back_inserter(found),
                 [&](const PrintedPage& page) { return page.text.find(words) != page.text.npos; });
    return found;
}

constexpr std::string_view titles[] = {"二、主动公开政府信息情况",
                                       "三、收到和处理政府信息公开申请情况",
                                       "四、政府信息公开行政复议、行政诉讼情况"};

}  // namespace

TEST_CASE("Each table is printed on one page, with who signs, and red alone where it is wrong") {
    const bool there = ::run({"sh", "-c", "command -v soffice"}).exit == 0;
    if (std::getenv("NIANBAO_LONG") == nullptr || !there) return;
    Report report = *read(std::string(NIANBAO_SOURCE) + "/examples/huaian-2024.json").report;
    const std::vector<PrintedPage> right = printed(report);
    for (const std::string_view title : titles) {
        CAPTURE(title);
        const std::vector<PrintedPage> pages = with(right, title);
        REQUIRE(pages.size() == 1);
        CHECK(pages.front().text.find("单位（盖章）") != std::string::npos);
    }
    for (const PrintedPage& page : right) CHECK(page.red == 0);
    CHECK(with(right, "项核对都对").size() >= 1);
    report.cell("applications.received.natural_person")->value.digits += 1;
    const std::vector<PrintedPage> wrong = printed(report);
    CHECK(with(wrong, titles[0]).front().red == 0);
    CHECK(with(wrong, titles[1]).front().red > 50);
    CHECK(with(wrong, titles[2]).front().red == 0);
    const std::vector<PrintedPage> checks = with(wrong, "项核对中有");
    REQUIRE(!checks.empty());
    CHECK(checks.front().red > 50);
}
