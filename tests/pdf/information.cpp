// What a file tells of itself: title, dates, outline, page labels, links.
#include "pdf/information.hpp"

#include "nianbao/pdf.hpp"
#include "pdf/annotations/links.hpp"
#include "pdf/hand_made.hpp"
#include "pdf/seal.hpp"
#include "reader/file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <initializer_list>
#include <sstream>
#include <string>

using namespace nianbao;
using namespace hand_made;

TEST_CASE(
    "the file tells title, author, dates, language, outline and link, and nothing of the machine") {
    const Written file(write_pdf(report(), fonts()));
    const std::string info = file.read({"pdfinfo"}, {}, {.environment = {"TZ=UTC"}}).out;
    for (const char* line :
         {"Title:           某县2024年年度报告\n", "Author:          某县（人民）政府\n",
          "Subject:         某县2024年的报告\n", "Keywords:        年度报告，2024年\n",
          "Creator:         nianbao 0.1.0\n", "Producer:        nianbao 0.1.0\n",
          "CreationDate:    Sun Jan 19 16:00:00 2025 UTC\n",
          "ModDate:         Sun Jan 19 16:00:00 2025 UTC\n", "Pages:           2\n",
          "Page size:       595.276 x 841.89 pts (A4)\n", "PDF version:     1.7\n"})
        CHECK_MESSAGE(info.find(line) != std::string::npos, info);
    const auto objects = file.unpacked();
    for (const char* part : {"/Lang (zh-CN)", "/DisplayDocTitle true", "/PageMode /UseOutlines",
                             "/S /D", "/URI (https://www.example.gov.cn/%E4%BF%A1%E6%81%AF)",
                             "/F 4", "/Title <feff4e003001603b4f5360c551b5>"})
        CHECK_MESSAGE(objects.find(part) != std::string::npos, std::string(part));
    for (const char* part : {"Haru", NIANBAO_SOURCE, "/ProcSet ["})
        CHECK_MESSAGE(objects.find(part) == std::string::npos, std::string(part));
}

TEST_CASE("the outline is nested by the headings' ranks, each leading to its page") {
    const Written file(write_pdf(report(), fonts()));
    // qpdf lists a bookmark's page, then what stands below it, then its title.
    std::istringstream lines(file.read({"qpdf", "--json", "--json-key=outlines"}).out);
    const std::string page_key = "\"destpageposfrom1\": ", title_key = "\"title\": ";
    std::string outline;
    for (std::string line; std::getline(lines, line);) {
        if (const auto at = line.find(page_key); at != line.npos)
            outline += "(" + line.substr(at + page_key.size());
        if (const auto at = line.find(title_key); at != line.npos)
            outline += line.substr(at + title_key.size()) + ")";
    }
    CHECK(outline ==
          "(1,(1,(1,\"（一）主动公开\")\"一、总体情况\")(2,\"二、其他\")\"某县2024年年度报告\")");
}

TEST_CASE("the date is the document's, else the epoch's, else none") {
    Metadata metadata;
    PdfOptions options;
    CHECK(pdf_date(metadata, options) == "");
    options.epoch = 1'737'331'199;
    CHECK(pdf_date(metadata, options) == "D:20250119235959Z");
    options.epoch = -1;
    CHECK(pdf_date(metadata, options) == "D:19691231235959Z");
    metadata.date = Date{2025, 1, 20};
    CHECK(pdf_date(metadata, options) == "D:20250120000000+08'00'");
}

TEST_CASE("the producer can be named") {
    auto pages = report();
    pages.metadata = {};
    PdfOptions options;
    options.producer = "测试";
    const std::string pdf = write_pdf(pages, fonts(), options);
    const std::string info = Written(pdf).read({"pdfinfo"}).out;
    CHECK(info.find("Producer:        测试\n") != std::string::npos);
    CHECK_FALSE(is_as_made(pdf));  // as nianbao makes its files
    CHECK(is_as_made(write_pdf(pages, fonts(), {})));
    CHECK(info.find("Date") == std::string::npos);
    CHECK(info.find("Title") == std::string::npos);
}

TEST_CASE("page labels follow the pages' numbers") {
    const auto labels = [](std::initializer_list<int> numbers) {
        Pages pages;
        for (const int number : numbers) pages.pages.push_back(sheet(number));
        std::string objects = Written(write_pdf(pages, fonts())).unpacked();
        std::erase_if(objects, [](char c) { return c == ' ' || c == '\n'; });
        const std::size_t at = objects.find("/Nums[");
        return objects.substr(at, objects.find(']', at) + 1 - at);
    };
    CHECK(labels({1, 2, 3}) == "/Nums[0<</S/D>>]");
    CHECK(labels({3, 4, 1}) == "/Nums[0<</S/D/St3>>2<</S/D>>]");
    CHECK(labels({2, 4}) == "/Nums[0<</S/D/St2>>1<</S/D/St4>>]");
}

TEST_CASE("a URI keeps its ASCII and percent-encodes the rest") {
    CHECK(ascii_uri("mailto:a%20b@x.cn?q=(1)") == "mailto:a%20b@x.cn?q=(1)");
    CHECK(ascii_uri("http://x.cn/~!\x7F") == "http://x.cn/~!%7F");
    CHECK(ascii_uri("http://x.cn/年 报") == "http://x.cn/%E5%B9%B4%20%E6%8A%A5");
}

TEST_CASE("text comes back whatever bytes its characters have") {
    // 不 and 名 have a carriage return in UTF-16, 尨 and 尩 a backslash and a bracket.
    const std::string title = "不名尨尩（(年)\\报）", plain = "(a)\\b)";
    Pages pages = report();
    pages.metadata.title = title;
    pages.metadata.author = plain;
    pages.nodes[1].bookmark = title;
    const Written written(write_pdf(pages, fonts()));
    const reader::File file(written.file());
    const reader::Value& info = file.get(file.trailer(), "Info");
    CHECK(file.get(info, "Title").text == title);
    CHECK(file.get(info, "Author").text == plain);
    const reader::Value& outline = file.get(file.catalog(), "Outlines");
    CHECK(file.get(file.get(outline, "First"), "Title").text == title);
}

TEST_CASE("a link covers its area, is printed, and says where it leads") {
    Pages pages = report();
    const auto link = [&] {
        const Written written(write_pdf(pages, fonts()));
        const reader::File file(written.file());
        const reader::Value& page = file.objects().at(file.pages().front());
        const reader::Value& annotation = file.resolve(file.get(page, "Annots").items.at(0));
        std::string out;
        for (const reader::Value& edge : file.get(annotation, "Rect").items)
            out += fmt::format("{:.2f} ", edge.number);
        return out + fmt::format("F {} {}", file.get(annotation, "F").number,
                                 file.get(annotation, "Contents").text);
    };
    CHECK(link() == "80.00 587.89 210.00 603.89 F 4 网址：https://www.example.gov.cn/信息");
    pages.nodes[5].uri = "mailto:a@b.cn";
    CHECK(link() == "80.00 587.89 210.00 603.89 F 4 电子邮箱：a@b.cn");
}

TEST_CASE("a bookmark leads to the upper edge of its first mark, over pages too") {
    Pages pages;
    pages.nodes = {node(Role::document, -1), node(Role::section, 0, "一"), node(Role::paragraph, 1),
                   node(Role::paragraph, 1)};
    pages.pages = {sheet(1), sheet(2)};
    pages.pages[0].marks = {set(FontRole::body, 16.0_pt, {80.0_pt, 216.0_pt}, U"年", {}, 3)};
    pages.pages[1].marks = {set(FontRole::body, 16.0_pt, {80.0_pt, 116.0_pt}, U"报", {}, 2)};
    const Written written(write_pdf(pages, fonts()));
    const reader::File file(written.file());
    const reader::Value& outline = file.get(file.catalog(), "Outlines");
    const reader::Value& place = file.get(file.get(outline, "First"), "Dest");
    CHECK(place.items.at(0).text == file.pages()[0]);
    CHECK(fmt::format("{:.2f}", place.items.at(3).number) == "641.89");  // 841.89 - 216 + 16
}
