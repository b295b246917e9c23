// Whole files: pages set by hand, written, and read back by other people's programs.
#include "font/faces.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/pdf.hpp"
#include "pdf/hand_made.hpp"
#include "pdf/write.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <vector>

using namespace nianbao;
using namespace hand_made;

TEST_CASE("the file is sound and its text comes back") {
    const Written file(write_pdf(report(), fonts()));
    const Run checked = file.read({"qpdf", "--check"});
    CHECK_MESSAGE(checked.exit == 0, checked.err);
    CHECK(checked.out.find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(
        file.read({"pdftotext", "-raw"}, {"-"}).out ==
        "某县年度报告\n一、总体情况\n（一）主动公开\n根据《条例》要求，现公布本年度报告。\nwww.example.gov.cn\n\f二、其他\n𠮷林镕\n\f");
}

TEST_CASE("every font is embedded as a subset with its text") {
    const Written file(write_pdf(report(), fonts()));
    const std::string table = file.read({"pdffonts"}).out;
    for (const char* line :
         {"+NotoSerifCJKsc-Bold           CID Type 0C       Identity-H       yes yes yes ",
          "+FandolFang-Regular            CID Type 0C       Identity-H       yes yes yes ",
          "+NotoSerifCJKsc-Regular        CID Type 0C       Identity-H       yes yes yes ",
          "+FandolHei-Regular             CID Type 0C       Identity-H       yes yes yes ",
          "+FandolKai-Regular             CID Type 0C       Identity-H       yes yes yes ",
          "+LiberationSerif               CID TrueType      Identity-H       yes yes yes "})
        CHECK_MESSAGE(table.find(line) != std::string::npos, table);
    CHECK(std::count(table.begin(), table.end(), '\n') == 8);
}

TEST_CASE("the same pages give the same bytes, again and in every thread") {
    const auto pages = report();
    const auto expected = write_pdf(pages, fonts());
    CHECK(write_pdf(pages, Fonts::open({.chosen = {}, .folders = {}, .system = false})) ==
          expected);
    std::array<std::string, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& bytes : made) threads.emplace_back([&] { bytes = write_pdf(pages, fonts()); });
    }
    for (const auto& bytes : made) CHECK(bytes == expected);
}

TEST_CASE("one glyph that stands for several texts gives back each of them") {
    const auto& faces = fonts().faces();
    auto page = sheet();
    auto add = [&](FontRole role, char32_t glyph_of, const std::vector<std::u32string>& texts) {
        const auto found = faces.find(role, glyph_of, false);
        GlyphRun run{
            .origin = {80.0_pt, 100.0_pt + static_cast<std::int64_t>(page.marks.size()) * 30.0_pt},
            .face = found.face,
            .size = 16.0_pt,
            .glyphs = {},
            .source = {},
            .node = -1,
            .artifact = Artifact::none};
        for (const auto& text : texts) {
            run.glyphs.push_back({found.glyph,
                                  {},
                                  static_cast<std::int64_t>(run.glyphs.size()) * 20.0_pt,
                                  static_cast<int>(text.size())});
            run.source += text;
        }
        page.marks.push_back(run);
    };
    add(FontRole::body, U'一', {U"一", U"⼀", U"一二", U"𠮷"});
    add(FontRole::latin, U'A', {U"A", U"Α", U"AB", U"A"});
    Pages pages{.metadata = {}, .pages = {page}, .nodes = {}, .findings = {}};
    const Written file(write_pdf(pages, fonts()));
    const Run checked = file.read({"qpdf", "--check"});
    CHECK_MESSAGE(checked.exit == 0, checked.err);
    CHECK(file.read({"pdftotext", "-raw"}, {"-"}).out == "一 ⼀ 一二 𠮷\nA Α AB A\n\f");
}

TEST_CASE("a thousand pages and as many bookmarks are no trouble") {
    Pages pages;
    pages.nodes = {node(Role::document, -1)};
    for (int i = 1; i <= 1'200; i++) {
        pages.nodes.push_back(node(Role::heading1, 0, fmt::format("第{}节", i)));
        pages.pages.push_back(sheet(i));
        pages.pages.back().marks.push_back(
            set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年报", {}, i));
    }
    const Written file(write_pdf(pages, fonts()));
    const Run checked = file.read({"qpdf", "--check"});
    CHECK_MESSAGE(checked.exit == 0, checked.err);
    CHECK(file.read({"pdfinfo"}).out.find("Pages:           1200\n") != std::string::npos);
    CHECK(file.read({"pdftotext", "-raw", "-f", "1200"}, {"-"}).out == "年报\n\f");
}

TEST_CASE("whichever allocation fails, a Failure is thrown and no wrong file is made") {
    Pages pages{.metadata = {},
                .pages = {sheet()},
                .nodes = {node(Role::document, -1), node(Role::title, 0, "年报")},
                .findings = {}};
    pages.nodes[1].uri = "http://x.cn";
    pages.pages[0].marks.push_back(set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年", {}, 1));
    pages.pages[0].marks.push_back(LinkArea{{80.0_pt, 90.0_pt}, 16.0_pt, 16.0_pt, 1});
    const auto expected = write_pdf(pages, fonts());
    long allocations = 0;
    for (;; allocations++) {
        Arena arena;
        arena.fail_after = allocations;
        try {
            const auto bytes = write_pdf(pages, fonts(), {}, arena);
            CHECK(bytes == expected);
            break;
        } catch (const Failure& failure) {
            CHECK(std::string(failure.what()) == "不能生成 PDF：内存不够");
        }
    }
    CHECK(allocations > 100);
}

TEST_CASE("glyphs that do not cover their text are refused") {
    Pages pages{.metadata = {}, .pages = {sheet(7)}, .nodes = {}, .findings = {}};
    auto run = set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年报");
    auto refused = [&] {
        pages.pages[0].marks = {run};
        CHECK_THROWS_WITH_AS(write_pdf(pages, fonts()),
                             "不能生成 PDF：第 7 页有一行字形与文字对不上", Failure);
    };
    run.glyphs[0].characters = 0;
    refused();
    run.glyphs[0].characters = 2;
    refused();
    run.glyphs[0].characters = 1;
    run.source += U"告";
    refused();
}
