// Web pages: what one sees of them is read, whatever they are made of.
#include "notation/html/web_page.hpp"

#include "data_files.hpp"
#include "notation/html/encoding.hpp"
#include "notation/html/mhtml.hpp"
#include "notation/kind/kind.hpp"
#include "office/draft_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <string>
#include <variant>

using namespace nianbao;
using namespace nianbao::notation;

namespace {

std::string seen(const WebPage& page) {
    std::string out = made::text_of(page.draft);
    int pictures = 0;
    for (const auto& part : page.draft.parts) {
        if (const auto* paragraph = std::get_if<DraftParagraph>(&part))
            pictures += paragraph->pictures;
    }
    for (const DraftFact& fact : page.draft.facts)
        out += fmt::format("{} = {}\n", fact.name, fact.text());
    if (pictures > 0) out += fmt::format("pictures {}\n", pictures);
    for (const WebLink& link : page.links)
        out += fmt::format("-> {}: {}\n", link.address, link.text);
    return out;
}

std::string seen(const std::string& bytes) {
    const ReadWebPage read = read_web_page(bytes, "a.html");
    return read.page ? seen(*read.page) : read.fault;
}

/// 年报 in GBK.
const std::string in_gbk = "\xC4\xEA\xB1\xA8";
/// 政府, of which no two bytes are UTF-8.
const std::string more_in_gbk = "\xD5\xFE\xB8\xAE";

}  // namespace

TEST_CASE("What one sees of a page is read") {
    int count = 0;
    data_files::each_case("cases/page.txt", [&](const std::string& name, const std::string& body,
                                                Format, const std::string& expected) {
        CAPTURE(name);
        CHECK(seen(body) == expected);
        ++count;
    });
    CHECK(count == 21);
}

TEST_CASE("A page is read in the encoding that it is in") {
    CHECK(seen("<meta charset=gb2312><p>" + in_gbk) == "|年报\n");
    CHECK(seen("<meta http-equiv=Content-Type content='text/html; charset=GBK'><p>" + in_gbk) ==
          "|年报\n");
    CHECK(seen("<p>" + more_in_gbk) == "|政府\n");
    CHECK(seen("<meta charset=utf-8><p>" + more_in_gbk) == "|政府\n");
    CHECK(seen("<meta charset=gbk><p>年报") == "|年报\n");
    CHECK(seen("\xEF\xBB\xBF<p>年报") == "|年报\n");
    CHECK(seen("<meta charset=big5><p>\xA6\x7E\xB3\xF8") == "|年報\n");
    CHECK(seen(std::string("\xFF\xFE<\0p\0>\0t^", 10)) == "|年\n");
    // A byte that is spoilt costs itself.
    const ReadWebPage spoilt = read_web_page("<p>年报\xFF年报", "a.html");
    REQUIRE(spoilt.page);
    CHECK(spoilt.page->lost == 1);
    CHECK(seen(*spoilt.page) == "|年报\uFFFD年报\n");
    const ReadWebPage gbk = read_web_page("<meta charset=gbk><p>" + in_gbk + "\xFF" + in_gbk, "a");
    REQUIRE(gbk.page);
    CHECK(gbk.page->lost == 1);
    CHECK(seen(*gbk.page) == "|年报\uFFFD年报\n");
}

TEST_CASE("A page that a browser saved in one file is read, with the pages in its frames") {
    const std::string head =
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        "\ttype=\"text/html\";\r\n\tboundary=\"----B\"\r\n\r\n";
    CHECK(seen(head +
               "------B\r\nContent-Type: text/html; charset=utf-8\r\n"
               "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"a\">=E5=B9=B4=\r\n"
               "=E6=8A=A5 =3d 5=\r\n\r\n------B\r\nContent-Type: image/png\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\nPHA+eA==\r\n"
               "------B\r\nContent-Type: text/html; charset=\"gb2312\"\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\nPHA+xOqx\r\nqA==\r\n------B--\r\n") ==
          "|年报 = 5\n|年报\n");
    CHECK(seen("MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\n<p>" + in_gbk) ==
          "|年报\n");
    CHECK(seen(head + "------B\r\nContent-Type: text/css\r\n\r\np{}\r\n") == "存档里没有网页");
    CHECK(archived_pages("MIME-Version: 1.0\nContent-Type: text/html\n\na=G1=").front().bytes ==
          "a=G1=");
    CHECK_FALSE(is_mail("<p>MIME-Version: 1.0"));
    CHECK_FALSE(is_mail("年报"));
}

TEST_CASE("A page is known by how it begins, or by its ending") {
    CHECK(is_web_page("<!DOCTYPE html><p>", "a.txt"));
    CHECK(is_web_page("<div>", "a.HTM"));
    CHECK(is_web_page("<?xml version=\"1.0\"?><html xmlns=\"x\">", "a"));
    CHECK(is_web_page("MIME-Version: 1.0\n\n<p>", "a.mhtml"));
    CHECK_FALSE(is_web_page("<div>", "a.txt"));
    CHECK_FALSE(is_web_page("文", "a.html"));
    CHECK_FALSE(is_web_page("<?xml version=\"1.0\"?><a/>", "a"));
    CHECK_FALSE(is_web_page("MIME-Version: 1.0\n\n<p>", "a.eml"));
}

TEST_CASE("A page may hold so much and no more") {
    std::string paragraphs;
    for (std::size_t i = 0; i < most_paragraphs; ++i) paragraphs += "<p>x";
    CHECK(read_web_page(paragraphs, "a").page);
    CHECK(read_web_page(paragraphs + "<p>x", "a").fault == "段落和表格的格超过上限 100000 个");
    // Elements that are too deep are passed through.
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    CHECK(seen(deep + "<table><tr><td>甲<td>乙</table>") == "|甲乙\n");
    std::string wide = "<table><tr>";
    for (int i = 0; i < most_table_columns + 1; ++i) wide += "<td>x";
    const ReadWebPage read = read_web_page(wide, "a");
    REQUIRE(read.page);
    CHECK(std::get<Grid>(read.page->draft.parts.front()).columns == most_table_columns);
}

TEST_CASE("A page is read in time linear in its length") {
    const auto seconds = [](const std::string& unit, std::size_t bytes) {
        std::string page;
        while (page.size() < bytes) page += unit;
        const std::clock_t begin = std::clock();
        static_cast<void>(read_web_page(page, "a.html"));
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    for (const char* unit : {"<div>",
                             "<b>",
                             "</b>",
                             "<table>",
                             "<td>",
                             "<table><tr><td>x<td>y",
                             "&",
                             "&#1",
                             "<a href=x>y",
                             "<!--",
                             "<![",
                             "<",
                             "</",
                             "<p a='",
                             "<script>",
                             "<ol><li>",
                             "一\n",
                             "<p>x</p></div>",
                             "<span style=display:none>",
                             "<meta name=a content=b>",
                             "</script ",
                             "<br>",
                             "\xE4"}) {
        CAPTURE(unit);
        const double few = seconds(unit, 100'000), many = seconds(unit, 800'000);
        CHECK(many < 24 * few + 0.1);
        if (std::getenv("NIANBAO_LONG") == nullptr) continue;
        constexpr std::size_t million = 1'000'000;
        CHECK(seconds(unit, 10 * million) < 24 * seconds(unit, million) + 0.1);
    }
}
