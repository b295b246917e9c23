// The pdf room: pages set by hand become a file, and other people's programs read it back.
#include "nianbao/pdf.hpp"

#include "font/faces.hpp"
#include "nianbao/failure.hpp"
#include "pdf/content.hpp"
#include "pdf/deflate.hpp"
#include "pdf/elements.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/information.hpp"
#include "pdf/links.hpp"
#include "pdf/numbers.hpp"
#include "pdf/write.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace nianbao;

namespace {

const Fonts& fonts() {
    static const Fonts opened = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    return opened;
}

/// A run of text, glyph beside glyph, at each glyph's own advance and `extra` more.
GlyphRun set(FontRole role, Length size, Point origin, std::u32string_view text, Length extra = {}, int node = -1) {
    const auto& faces = fonts().faces();
    GlyphRun run{.origin = origin, .face = -1, .size = size, .glyphs = {}, .source = std::u32string(text), .node = node, .artifact = Artifact::none};
    Length pen;
    for (char32_t c : text) {
        const auto found = faces.find(role, c, false);
        REQUIRE(found.face >= 0);
        if (run.face < 0) run.face = found.face;
        REQUIRE(found.face == run.face);
        run.glyphs.push_back({.id = found.glyph, .trim = {}, .x = pen, .characters = 1});
        pen += Length{faces.advance(found.face, found.glyph) * size.units / 65536} + extra;
    }
    return run;
}

Page sheet(int number = 1) { return {.number = number, .width = 210.0_mm, .height = 297.0_mm, .marks = {}}; }

Node node(Role role, int parent, std::string bookmark = {}) {
    Node made;
    made.role = role;
    made.parent = parent;
    made.bookmark = std::move(bookmark);
    return made;
}

Pages report() {
    Pages pages;
    pages.metadata = {.title = "某县2024年年度报告", .author = "某县（人民）政府", .language = "zh-CN", .date = Date{2025, 1, 20}};
    pages.nodes = {node(Role::document, -1),
                   node(Role::title, 0, "某县2024年年度报告"),
                   node(Role::heading1, 0, "一、总体情况"),
                   node(Role::heading2, 0, "（一）主动公开"),
                   node(Role::paragraph, 0),
                   node(Role::link, 4),
                   node(Role::heading1, 0, "二、其他")};
    pages.nodes[5].uri = "https://www.example.gov.cn/信息";
    auto page = sheet(1);
    page.marks.push_back(set(FontRole::title, 22.0_pt, {120.0_pt, 120.0_pt}, U"某县年度报告", {}, 1));
    page.marks.push_back(set(FontRole::heading1, 16.0_pt, {80.0_pt, 160.0_pt}, U"一、总体情况", {}, 2));
    page.marks.push_back(set(FontRole::heading2, 16.0_pt, {80.0_pt, 190.0_pt}, U"（一）主动公开", {}, 3));
    page.marks.push_back(set(FontRole::body, 16.0_pt, {80.0_pt, 220.0_pt}, U"根据《条例》要求，现公布本年度报告。", 0.37_pt, 4));
    page.marks.push_back(set(FontRole::latin, 16.0_pt, {80.0_pt, 250.0_pt}, U"www.example.gov.cn", {}, 5));
    page.marks.push_back(LinkArea{{80.0_pt, 238.0_pt}, 130.0_pt, 16.0_pt, 5});
    page.marks.push_back(Rule{{80.0_pt, 260.0_pt}, 300.0_pt, 0.5_pt});
    pages.pages.push_back(page);
    page = sheet(2);
    page.marks.push_back(set(FontRole::heading1, 16.0_pt, {80.0_pt, 120.0_pt}, U"二、其他", {}, 6));
    page.marks.push_back(set(FontRole::table, 9.0_pt, {80.0_pt, 150.0_pt}, U"𠮷林镕", {}, 4));
    pages.pages.push_back(page);
    return pages;
}

/// A folder of its own, gone with the test.
struct Folder {
    std::filesystem::path path = [] {
        std::string name = (std::filesystem::temp_directory_path() / "nianbao-pdf-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        return std::filesystem::path(name);
    }();
    ~Folder() { std::filesystem::remove_all(path); }
};

std::string output_of(const std::string& command, int* status = nullptr) {
    std::string out;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, n);
    const int ended = pclose(pipe);
    if (status) *status = ended;
    return out;
}

struct Written {
    Folder folder;
    std::string file = (folder.path / "report.pdf").string();
    explicit Written(const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }
    std::string run(const std::string& before, const std::string& after = "", int* status = nullptr) const {
        return output_of(before + " '" + file + "' " + after, status);
    }
    /// Every object in plain text.
    std::string unpacked() const { return run("qpdf --qdf --object-streams=disable --stream-data=uncompress --no-original-object-ids", "-"); }
};

}  // namespace

TEST_CASE("the file is sound and its text comes back") {
    const Written file(write_pdf(report(), fonts()));
    int status = -1;
    const auto said = file.run("qpdf --check", "", &status);
    INFO(said);
    CHECK(status == 0);
    CHECK(said.find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(file.run("pdftotext -raw", "-") ==
          "某县年度报告\n一、总体情况\n（一）主动公开\n根据《条例》要求，现公布本年度报告。\nwww.example.gov.cn\n\f二、其他\n𠮷林镕\n\f");
}

TEST_CASE("a stream that documents have in common is the same however often it is asked for, and whatever has its name") {
    std::string bytes, large(200'000, 'x');
    for (unsigned i = 0; i < 20'000; ++i) bytes += static_cast<char>(i * i % 251);
    std::string other = bytes;
    other[7] ^= 1;
    for (std::size_t time = 0; time < 4; ++time) {
        for (const std::string* one : {&bytes, &other, &large}) {
            for (int level : {1, 6}) CHECK((deflate_common("ABCDEF+Song", *one, level) == deflate(*one, level)));
        }
        for (std::size_t i = 0; i < 20 * time; ++i) deflate_common(std::to_string(i), bytes.substr(i), 6);  // more than are kept
    }
}

TEST_CASE("every font is embedded as a subset with its text") {
    const Written file(write_pdf(report(), fonts()));
    const auto table = file.run("pdffonts");
    for (const char* line : {"+NotoSerifCJKsc-Bold           CID Type 0C       Identity-H       yes yes yes ",
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
    CHECK(write_pdf(pages, Fonts::open({.chosen = {}, .folders = {}, .system = false})) == expected);
    std::array<std::string, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& bytes : made) threads.emplace_back([&] { bytes = write_pdf(pages, fonts()); });
    }
    for (const auto& bytes : made) CHECK(bytes == expected);
}

namespace {

/// What a viewer makes of a content stream: where each glyph stands, in points. Knows the operators that we write.
struct Seen {
    double x, y;
    unsigned code;
};

std::vector<Seen> view(std::string_view stream, const std::vector<Shown>& shown) {
    std::vector<Seen> seen;
    std::vector<double> numbers;
    std::vector<std::variant<double, std::string>> items;
    double size = 0, spacing = 0, line_x = 0, line_y = 0;
    std::size_t at = 0, glyph = 0;
    auto show = [&] {
        double x = line_x;
        for (const auto& item : items) {
            if (const auto* adjustment = std::get_if<double>(&item)) x -= *adjustment / 1000 * size;
            if (const auto* codes = std::get_if<std::string>(&item)) {
                for (std::size_t i = 0; i + 1 < codes->size(); i += 2, glyph++) {
                    const auto code = static_cast<unsigned>(static_cast<unsigned char>((*codes)[i]) << 8 | static_cast<unsigned char>((*codes)[i + 1]));
                    seen.push_back({x, line_y, code});
                    x += shown[glyph].width / 100'000.0 * size + spacing;
                }
            }
        }
        items.clear();
    };
    bool in_array = false;
    while (at < stream.size()) {
        const char c = stream[at];
        if (c == ' ' || c == '\n') {
            at++;
        } else if (c == '[' || c == ']') {
            in_array = c == '[';
            at++;
        } else if (c == '(') {
            std::string text;
            for (at++; stream[at] != ')'; at++) {
                if (stream[at] == '\\') {
                    at++;
                    text += stream[at] == 'r' ? '\r' : stream[at];
                } else {
                    text += stream[at];
                }
            }
            at++;
            items.emplace_back(text);
        } else if (std::string_view("+-.0123456789").find(c) != std::string_view::npos) {
            const auto end = stream.find_first_not_of("+-.0123456789", at);
            const double number = std::stod(std::string(stream.substr(at, end - at)));
            if (in_array) {
                items.emplace_back(number);
            } else {
                numbers.push_back(number);
            }
            at = end;
        } else {
            const auto end = std::min(stream.find_first_of(" \n[(", at), stream.size());
            const auto word = stream.substr(at, end - at);
            at = end;
            if (word[0] == '/') continue;  // a font's name
            if (word == "BT") line_x = line_y = 0;
            if (word == "Tf") size = numbers.at(0);
            if (word == "Tc") spacing = numbers.at(0);
            if (word == "Td") {
                line_x += numbers.at(0);
                line_y += numbers.at(1);
            }
            if (word == "Tj" || word == "TJ") show();
            numbers.clear();
        }
    }
    return seen;
}

}  // namespace

TEST_CASE("every glyph stands within 0.005 pt of its place") {
    auto page = sheet();
    // Stretched evenly, unevenly and by less than can be seen in one gap, in sizes from 5 to 100 pt.
    Length y = 40.0_pt;
    for (double points : {5.0, 7.5, 9.0, 15.793, 16.0, 22.0, 39.9, 40.1, 100.0}) {
        for (std::int64_t extra : {0, 1, 3, 17, 20'000, -20'000}) {
            auto run = set(FontRole::body, from_points(points), {80.0_pt + Length{extra * 3}, y}, U"根据条例要求现公布本年度报告全文如下", Length{extra});
            if (extra == 17)
                for (std::size_t i = 0; i < run.glyphs.size(); i++) run.glyphs[i].x += Length{static_cast<std::int64_t>(i * i * 977 % 9001)};
            page.marks.push_back(run);
            y += 7.77_pt;
        }
    }
    std::vector<Shown> shown(count_glyphs(page), Shown{0x0D28, 100'000});
    for (std::size_t i = 0; i < shown.size(); i++) shown[i].code = static_cast<std::uint16_t>(i * 41);  // ( ) \ and CR among their bytes
    const std::vector<int> resource(static_cast<std::size_t>(fonts().faces().size()), 0);
    const auto seen = view(content_stream(page, shown, resource, sequences_of(page), {}), shown);
    REQUIRE(seen.size() == shown.size());
    std::size_t at = 0;
    double farthest = 0;
    for (const auto& mark : page.marks) {
        const auto& run = std::get<GlyphRun>(mark);
        for (const auto& glyph : run.glyphs) {
            CHECK(seen[at].code == shown[at].code);
            farthest = std::max(farthest, std::abs(seen[at].x - (run.origin.x + glyph.x).points()));
            farthest = std::max(farthest, std::abs(seen[at].y - (page.height - run.origin.y).points()));
            at++;
        }
    }
    CHECK(farthest <= 0.005);
}

TEST_CASE("a line at its glyphs' own widths is one string, a stretched one has character spacing") {
    const std::vector<Shown> shown(4, Shown{0x4142, 100'000});
    const std::vector<int> resource(static_cast<std::size_t>(fonts().faces().size()), 0);
    auto stream = [&](Length extra) {
        auto page = sheet();
        page.height = 800.0_pt;
        page.marks.push_back(set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年度报告", extra));
        return content_stream(page, shown, resource, sequences_of(page), {});
    };
    CHECK(stream({}) == "BT\n/Artifact BMC\n/F0 16 Tf\n80 700 Td\n(ABABABAB)Tj\nEMC\nET\n");
    CHECK(stream(0.5_pt) == "BT\n/Artifact BMC\n/F0 16 Tf\n80 700 Td\n.5 Tc\n(ABABABAB)Tj\nEMC\nET\n");
}

TEST_CASE("rules are filled rectangles in the order of the marks") {
    auto page = sheet();
    page.height = 800.0_pt;
    page.marks = {Rule{{10.0_pt, 20.0_pt}, 100.0_pt, 0.5_pt}, Rule{{10.0_pt, 40.0_pt}, 0.75_pt, 60.0_pt}};
    CHECK(content_stream(page, {}, {}, sequences_of(page), {}) == "/Artifact<</Type/Layout>>BDC\n10 779.5 100 .5 re\n10 700 .75 60 re\nf\nEMC\n");
}

TEST_CASE("one glyph that stands for several texts gives back each of them") {
    const auto& faces = fonts().faces();
    auto page = sheet();
    auto add = [&](FontRole role, char32_t glyph_of, const std::vector<std::u32string>& texts) {
        const auto found = faces.find(role, glyph_of, false);
        GlyphRun run{.origin = {80.0_pt, 100.0_pt + static_cast<std::int64_t>(page.marks.size()) * 30.0_pt},
                     .face = found.face,
                     .size = 16.0_pt,
                     .glyphs = {},
                     .source = {},
                     .node = -1,
                     .artifact = Artifact::none};
        for (const auto& text : texts) {
            run.glyphs.push_back({found.glyph, {}, static_cast<std::int64_t>(run.glyphs.size()) * 20.0_pt, static_cast<int>(text.size())});
            run.source += text;
        }
        page.marks.push_back(run);
    };
    add(FontRole::body, U'一', {U"一", U"⼀", U"一二", U"𠮷"});
    add(FontRole::latin, U'A', {U"A", U"Α", U"AB", U"A"});
    Pages pages{.metadata = {}, .pages = {page}, .nodes = {}, .findings = {}};
    const Written file(write_pdf(pages, fonts()));
    CHECK(file.run("qpdf --check").find("WARNING") == std::string::npos);
    CHECK(file.run("pdftotext -raw", "-") == "一 ⼀ 一二 𠮷\nA Α AB A\n\f");
}

TEST_CASE("the file tells title, author, dates, language, outline and link, and nothing of the machine") {
    const Written file(write_pdf(report(), fonts()));
    const auto info = file.run("TZ=UTC pdfinfo");
    for (const char* line :
         {"Title:           某县2024年年度报告\n", "Author:          某县（人民）政府\n", "Creator:         nianbao 0.1.0\n",
          "Producer:        nianbao 0.1.0\n", "CreationDate:    Sun Jan 19 16:00:00 2025 UTC\n", "ModDate:         Sun Jan 19 16:00:00 2025 UTC\n",
          "Pages:           2\n", "Page size:       595.276 x 841.89 pts (A4)\n", "PDF version:     1.7\n"})
        CHECK_MESSAGE(info.find(line) != std::string::npos, info);
    const auto objects = file.unpacked();
    for (const char* part : {"/Lang (zh-CN)", "/DisplayDocTitle true", "/PageMode /UseOutlines", "/S /D",
                             "/URI (https://www.example.gov.cn/%E4%BF%A1%E6%81%AF)", "/F 4", "/Title <feff4e003001603b4f5360c551b5>"})
        CHECK_MESSAGE(objects.find(part) != std::string::npos, std::string(part));
    for (const char* part : {"Haru", NIANBAO_SOURCE, "/ProcSet ["}) CHECK_MESSAGE(objects.find(part) == std::string::npos, std::string(part));
}

TEST_CASE("the outline is nested by the headings' ranks, each leading to its page") {
    const Written file(write_pdf(report(), fonts()));
    // qpdf lists a bookmark's page, then what stands below it, then its title.
    std::istringstream lines(file.run("qpdf --json --json-key=outlines"));
    const std::string page_key = "\"destpageposfrom1\": ", title_key = "\"title\": ";
    std::string outline;
    for (std::string line; std::getline(lines, line);) {
        if (const auto at = line.find(page_key); at != line.npos) outline += "(" + line.substr(at + page_key.size());
        if (const auto at = line.find(title_key); at != line.npos) outline += line.substr(at + title_key.size()) + ")";
    }
    CHECK(outline == "(1,(1,(1,\"（一）主动公开\")\"一、总体情况\")(2,\"二、其他\")\"某县2024年年度报告\")");
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
    const auto info = Written(write_pdf(pages, fonts(), options)).run("pdfinfo");
    CHECK(info.find("Producer:        测试\n") != std::string::npos);
    CHECK(info.find("Date") == std::string::npos);
    CHECK(info.find("Title") == std::string::npos);
}

TEST_CASE("numbers are written without a zero that says nothing") {
    auto text = [](std::int64_t value, int decimals) {
        std::string out;
        append_decimal(out, value, decimals);
        return out;
    };
    CHECK(text(0, 3) == "0");
    CHECK(text(12'300, 3) == "12.3");
    CHECK(text(12'000, 3) == "12");
    CHECK(text(500, 3) == ".5");
    CHECK(text(-5, 3) == "-.005");
    CHECK(text(-1'001, 3) == "-1.001");
    CHECK(text(120, 0) == "120");
    CHECK(thousandths(Length{32}) == 0);  // 0.488
    CHECK(thousandths(Length{33}) == 1);  // 0.504
    CHECK(thousandths(Length{-33}) == -1);
}

TEST_CASE("page labels follow the pages' numbers") {
    Pages pages{.metadata = {}, .pages = {sheet(3), sheet(4), sheet(1)}, .nodes = {}, .findings = {}};
    auto objects = Written(write_pdf(pages, fonts())).unpacked();
    std::erase_if(objects, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(objects.find("/Nums[0<</S/D/St3>>2<</S/D>>]") != std::string::npos);
}

TEST_CASE("a URI keeps its ASCII and percent-encodes the rest") {
    CHECK(ascii_uri("mailto:a%20b@x.cn?q=(1)") == "mailto:a%20b@x.cn?q=(1)");
    CHECK(ascii_uri("http://x.cn/年 报") == "http://x.cn/%E5%B9%B4%20%E6%8A%A5");
}

TEST_CASE("a thousand pages and as many bookmarks are no trouble") {
    Pages pages;
    pages.nodes = {node(Role::document, -1)};
    for (int i = 1; i <= 1'200; i++) {
        pages.nodes.push_back(node(Role::heading1, 0, fmt::format("第{}节", i)));
        pages.pages.push_back(sheet(i));
        pages.pages.back().marks.push_back(set(FontRole::body, 16.0_pt, {80.0_pt, 100.0_pt}, U"年报", {}, i));
    }
    const Written file(write_pdf(pages, fonts()));
    int status = -1;
    const auto said = file.run("qpdf --check", "", &status);
    CHECK_MESSAGE(status == 0, said);
    CHECK(file.run("pdfinfo").find("Pages:           1200\n") != std::string::npos);
    CHECK(file.run("pdftotext -raw -f 1200", "-") == "年报\n\f");
}

TEST_CASE("widths that differ from the default are listed in few lists") {
    // However the widths lie, no array comes to 32,768 items, where libharu's end.
    UsedFace face;
    face.program.name = "ABCDEF+Test";
    face.program.bytes = "x";
    for (int code = 1; code <= 65'534; code++) {
        face.uses.push_back({static_cast<std::uint32_t>(code), {}, U"一"});
        face.program.codes.push_back(static_cast<std::uint16_t>(code));
    }
    for (std::size_t every : {1, 2, 3, 4, 5, 6}) {
        face.program.widths.assign(face.uses.size(), 100'000);
        for (std::size_t i = 0; i < face.uses.size(); i += every) face.program.widths[i] = 50'010;
        Arena arena;
        Objects objects(arena);
        CHECK_NOTHROW(make_font(objects, face, 1, 1));
    }
}

TEST_CASE("libharu's first error is a Failure") {
    Arena arena;
    Objects objects(arena);
    CHECK_THROWS_WITH_AS(objects.name(std::string(128, 'x')), doctest::Contains("不能生成 PDF：名称“xxx"), Failure);
    CHECK_THROWS_WITH_AS(objects.real(32'768), "不能生成 PDF：数 32768 超出范围", Failure);
    CHECK_THROWS_WITH_AS(objects.number(2'147'483'648), "不能生成 PDF：整数 2147483648 超出范围", Failure);
    CHECK_NOTHROW(objects.name(std::string(127, 'x')));
    CHECK_NOTHROW(objects.real(32'767));
    auto* array = objects.array();
    array->list->items_per_block = 4'096;  // grows in large steps
    for (int i = 0; i < 32'767; i++) objects.add(array, objects.null());
    CHECK_THROWS_WITH_AS(objects.add(array, objects.null()), "不能生成 PDF：libharu 错误 0x1001，细节 0", Failure);
    CHECK_THROWS_WITH_AS(objects.null(), "不能生成 PDF：libharu 错误 0x1001，细节 0", Failure);  // the document is spoilt from then on
}

TEST_CASE("whichever allocation fails, a Failure is thrown and no wrong file is made") {
    Pages pages{.metadata = {}, .pages = {sheet()}, .nodes = {node(Role::document, -1), node(Role::title, 0, "年报")}, .findings = {}};
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
        CHECK_THROWS_WITH_AS(write_pdf(pages, fonts()), "不能生成 PDF：第 7 页有一行字形与文字对不上", Failure);
    };
    run.glyphs[0].characters = 0;
    refused();
    run.glyphs[0].characters = 2;
    refused();
    run.glyphs[0].characters = 1;
    run.source += U"告";
    refused();
}
