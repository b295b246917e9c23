// What is told of files before they are published: changes, comments, what is hidden,
// names, other data, each with its place.
#include "publish/look.hpp"

#include "docx/write.hpp"
#include "nianbao/job.hpp"
#include "nianbao/output.hpp"
#include "nianbao/publish.hpp"
#include "nianbao/workbook.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "office/made_word.hpp"
#include "office/made_zip.hpp"
#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>

using namespace nianbao;

namespace {

/// All that is told, “ / ” between two.
std::string told(std::string bytes, const std::string& name, bool as_made = false) {
    const auto own = [](std::string_view) { return true; };
    const LookedThrough found = as_made
                                    ? look_through({.bytes = std::move(bytes), .name = name}, own)
                                    : look_through({.bytes = std::move(bytes), .name = name});
    std::string all;
    for (const Finding& finding : found.findings)
        all += (all.empty() ? "" : " / ") + message(finding);
    return all;
}

std::string word(const std::string& body) {
    return made::word_file(body, {.comments = R"(<w:comment w:id="3" w:author="张三"><w:p><w:r>)"
                                              "<w:t>请核实</w:t></w:r></w:p></w:comment>"});
}

std::string pdf(std::string objects, const std::string& trailer = "", const std::string& end = "") {
    std::string all = "%PDF-1.7\n";
    for (int number = 1; !objects.empty(); ++number) {
        const std::size_t next = std::min(objects.find(";;"), objects.size());
        all += fmt::format("{} 0 obj\n{}\nendobj\n", number, objects.substr(0, next));
        objects.erase(0, std::min(next + 2, objects.size()));
    }
    return all + "trailer\n<</Root 1 0 R" + trailer + ">>\nstartxref\n9\n%%EOF\n" + end;
}

std::string cells(std::string row) {
    std::string xml = "<w:tbl><w:tr>";
    for (row += '|'; !row.empty();) {
        const std::size_t next = row.find('|');
        xml += "<w:tc>" + made::word_paragraph(row.substr(0, next)) + "</w:tc>";
        row.erase(0, next + 1);
    }
    return xml + "</w:tr></w:tbl>";
}

std::string told_of(const std::string& kind, std::string what) {
    if (kind == "word") return told(word(what), "a.docx");
    if (kind == "cells") return told(word(cells(what)), "a.docx");
    if (kind == "pdf") return told(pdf(what), "a.pdf");
    if (kind == "name") return publish::may_be_person(what) ? "人" : "";
    REQUIRE(kind == "page");
    for (std::size_t at = what.find("⏎"); at != what.npos; at = what.find("⏎"))
        what.replace(at, std::string_view("⏎").size(), "\n");
    return told(what, "a.html");
}

Report example(const std::string& file) {
    return *read(source_file(file), "a", Format::yaml).report;
}

/// The model's Word file with a part more.
std::string word_with(const std::string& part, const std::string& text) {
    made::EditedBook file(made::word_file(made::word_paragraph("甲")));
    file.add(part, text);
    return file.bytes();
}

}  // namespace

TEST_CASE("Each thing that must not go out is told with its place, and nothing else") {
    std::ifstream lines(std::string(NIANBAO_SOURCE) + "/tests/cases/publish.txt");
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        ++count;
        CAPTURE(line);
        const std::size_t colon = line.find(": "), arrow = line.rfind(" =>");
        REQUIRE(arrow != line.npos);
        const std::string expected =
            arrow + 4 < line.size() ? line.substr(arrow + 4) : std::string();
        CHECK(told_of(line.substr(0, colon), line.substr(colon + 2, arrow - colon - 2)) ==
              expected);
    }
    CHECK(count > 55);
}

TEST_CASE("Each finding says what to do") {
    const LookedThrough found = look_through(
        {.bytes = word("<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>"), .name = "a.docx"});
    REQUIRE(found.findings.size() == 1);
    CHECK(report_text(found.findings.front(), found.source) ==
          "a.docx：第1段: 错误 G-01: 这里有没有接受的修订：插入 1 处\n"
          "    1 | 甲\n"
          "      | ^^\n"
          "   提示: 在“审阅”里接受或者拒绝全部修订，关上修订，再存一份\n");
}

TEST_CASE("Of a comment only what is seen of it is told") {
    const std::string with_link = made::word_file(
        R"(<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:commentReference w:id="3"/></w:r></w:p>)",
        {.comments = R"(<w:comment w:id="3" w:author="张三"><w:p><w:r><w:instrText>HYPERLINK x)"
                     "</w:instrText></w:r><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>"});
    CHECK(told(with_link, "a.docx") == "a.docx：第1段: 错误 G-02: 这里有批注“请核实”（张三）");
}

TEST_CASE("Properties, lists of people and custom parts of Office files are looked at") {
    const std::string core =
        "<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"y\"><dc:creator>张三</dc:creator>"
        "<cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>";
    CHECK(told(word_with("docProps/core.xml", core), "a.docx") ==
          "a.docx: 警告 G-04: 文件属性“作者”是“张三”，可能是人名 / "
          "a.docx: 警告 G-04: 文件属性“最后修改者”是“李四”，可能是人名");
    CHECK(told(word_with("docProps/app.xml",
                         "<Properties><Manager>王五</Manager><Company>甲公司</Company>"
                         "</Properties>"),
               "a.docx") == "a.docx: 警告 G-04: 文件属性“经理”是“王五”，可能是人名");
    CHECK(told(word_with("docProps/custom.xml",
                         "<Properties xmlns:vt=\"v\"><property name=\"_AuthorEmail\"><vt:lpwstr>"
                         "zhang@a.cn</vt:lpwstr></property><property name=\"KSOProductBuildVer\">"
                         "<vt:lpwstr>2052-12.1</vt:lpwstr></property></Properties>"),
               "a.docx") == "a.docx: 警告 G-04: 文件的自定义属性“_AuthorEmail”是“zhang@a.cn”");
    CHECK(told(word_with("word/people.xml",
                         "<w15:people xmlns:w15=\"w\"><w15:person w15:author=\"张三\"/>"
                         "<w15:person w15:author=\"张三\"/><w15:person w15:author=\"年报检查\"/>"
                         "</w15:people>"),
               "a.docx") ==
          "a.docx: 警告 G-04: 文件属性“批注和修订的人”是“张三”，可能是人名 / "
          "a.docx: 警告 G-04: 文件属性“批注和修订的人”是“年报检查”，可能是人名");
    CHECK(told(word_with("word/embeddings/a.xlsx", "x"), "a.docx") ==
          "a.docx: 错误 G-06: 里面嵌着一份文件（word/embeddings/a.xlsx）");
    CHECK(told(word_with("word/vbaProject.bin", "x"), "a.docx") ==
          "a.docx: 错误 G-06: 里面有宏（VBA）");
    CHECK(told(word_with("customXml/item1.xml", "<a xmlns=\"urn:other\"/>"), "a.docx") ==
          "a.docx: 错误 G-06: 文件里附着看不见的数据（customXml/item1.xml）");
    for (const char* usual : {"http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
                              "http://www.wps.cn/officeDocument/2013/wpsCustomData"})
        CHECK(told(word_with("customXml/item1.xml", fmt::format("<a xmlns=\"{}\"/>", usual)),
                   "a.docx") == "");
    CHECK(told(word_with("customXml/itemProps1.xml", "<a xmlns=\"urn:other\"/>"), "a.docx") == "");
    const std::string space =
        " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    CHECK(told(word_with("word/header1.xml",
                         "<w:hdr" + space +
                             "><w:p><w:ins/><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>"
                             "<w:r><w:t>乙</w:t></w:r></w:p></w:hdr>"),
               "a.docx") ==
          "a.docx: 错误 G-01: 页眉里有没有接受的修订 1 处 / "
          "a.docx: 错误 G-03: 页眉里有隐藏的文字“甲”");
}

TEST_CASE("Workbooks: hidden sheets, rows, columns, notes and what is kept of other books") {
    made::ForeignSheet open{"表一", {}}, other{"底稿", {}};
    open.cells = {{0, 0, 1, 1, "甲"}, {0, 1, 1, 1, "乙"}, {0, 2, 1, 1, "丙"},
                  {1, 0, 1, 1, "丁"}, {2, 0, 1, 1, "戊"}, {3, 0, 1, 1, "己"}};
    other.cells = {{1, 1, 1, 1, "张某的申请"}};
    const std::string plain = made::foreign_book({open, other});
    CHECK(told(plain, "a.xlsx") == "");
    const auto changed = [&](const std::string& part, std::string_view from,
                             const std::string& to) {
        made::EditedBook book(plain);
        std::string& text = book.part(part);
        REQUIRE(text.find(from) != text.npos);
        text.replace(text.find(from), from.size(), to);
        return told(book.bytes(), "a.xlsx");
    };
    for (const char* state : {"hidden", "veryHidden"})
        CHECK(changed("xl/workbook.xml", "name=\"底稿\"",
                      fmt::format("name=\"底稿\" state=\"{}\"", state)) ==
              "a.xlsx：底稿!B2: 错误 G-03: 工作表“底稿”是隐藏的，里面有“张某的申请”");
    made::EditedBook rows(plain);
    rows.hide_row("表一!A2");
    rows.hide_row("表一!A3");
    CHECK(told(rows.bytes(), "a.xlsx") ==
          "a.xlsx：表一!A2: 错误 G-03: 第2至3行是隐藏的，里面有“丁”");
    made::EditedBook columns(plain);
    std::string& sheet = columns.sheet("表一");
    sheet.insert(sheet.find("<sheetData"),
                 "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>");
    CHECK(told(columns.bytes(), "a.xlsx") == "a.xlsx：表一!C1: 错误 G-03: C列是隐藏的，里面有“丙”");

    made::EditedBook notes(plain);
    notes.add("xl/worksheets/_rels/sheet1.xml.rels",
              "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
              "relationships\"><Relationship Id=\"r1\" Type=\"http://x/comments\" "
              "Target=\"../c.xml\"/><Relationship Id=\"r2\" Type=\"http://x/threadedComment\" "
              "Target=\"../t.xml\"/></Relationships>");
    notes.add("xl/c.xml",
              "<comments><commentList><comment ref=\"B1\"><text><r><t>与台账</t></r><r><t>不符</t>"
              "</r></text></comment><comment ref=\"C1\"><text><t>[线程批注]</t></text></comment>"
              "</commentList></comments>");
    notes.add("xl/t.xml",
              "<ThreadedComments><threadedComment ref=\"C1\"><text>请核实</text>"
              "</threadedComment></ThreadedComments>");
    notes.add("xl/persons/person.xml",
              "<personList><person displayName=\"张三\" id=\"x\"/></personList>");
    CHECK(told(notes.bytes(), "a.xlsx") ==
          "a.xlsx：表一!B1: 错误 G-02: 这里有批注“与台账不符” / "
          "a.xlsx：表一!C1: 错误 G-02: 这里有批注“请核实” / "
          "a.xlsx: 警告 G-04: 文件属性“批注和修订的人”是“张三”，可能是人名");

    made::EditedBook kept(plain);
    kept.add("xl/externalLinks/externalLink1.xml", "<a/>");
    kept.add("xl/pivotCache/pivotCacheRecords1.xml", "<a/>");
    kept.add("xl/connections.xml", "<a/>");
    kept.add("xl/revisions/revisionHeaders.xml", "<a/>");
    const std::string all = told(kept.bytes(), "a.xlsx");
    for (const char* one :
         {"G-06: 里面存着别的工作簿的数据（xl/externalLinks/externalLink1.xml）",
          "G-06: 里面存着数据透视表的源数据（xl/pivotCache/pivotCacheRecords1.xml）",
          "G-06: 里面写着数据的来源（xl/connections.xml）",
          "G-01: 共享的工作簿存着修订记录（xl/revisions/revisionHeaders.xml）"})
        CHECK_MESSAGE(all.find(one) != all.npos, all);
}

TEST_CASE("PDFs: who wrote them, what was there before, and what cannot be seen") {
    const std::string catalog = "<</Type/Catalog>>";
    CHECK(told(pdf(catalog + ";;<</Author<FEFF5F204E09>>>", "/Info 2 0 R"), "a.pdf") ==
          "a.pdf: 警告 G-04: 文件属性“作者”是“张三”，可能是人名");
    CHECK(told(pdf(catalog + ";;<</Author(\xC4\xB3\xC4\xB3\xC8\xCB)>>", "/Info 2 0 R"), "a.pdf") ==
          "a.pdf: 警告 G-04: 文件属性“作者”是“某某人”，可能是人名");
    CHECK(told(pdf(catalog + ";;<</Type/Metadata/Length 99>>stream\n<dc:creator><rdf:Seq><rdf:li>"
                             "李四</rdf:li></rdf:Seq></dc:creator>\nendstream"),
               "a.pdf") == "a.pdf: 警告 G-04: 文件属性“作者”是“李四”，可能是人名");
    CHECK(told(pdf(catalog, "", "trailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"), "a.pdf") ==
          "a.pdf: 警告 G-08: PDF 生成以后又改过 1 次，改动以前的内容还存在文件里");
    // Made for reading while it comes in, it has two ends from the beginning.
    CHECK(told(pdf("<</Linearized 1/Type/Catalog>>", "", "startxref\n9\n%%EOF\n"), "a.pdf") == "");
    CHECK(told(pdf(catalog, "/Encrypt 9 0 R"), "a.pdf") ==
          "a.pdf: 错误 G-07: PDF 加了密码或者限制，里面的文字看不出来，没有看");
    CHECK(told("%PDF-1.7\n", "a.pdf") == "a.pdf: 错误 G-07: PDF 坏了，没有看");
    // Objects that stand together in a compressed stream.
    const std::string packed = "5 0 6 2 1 <</Subtype/Text/Contents(hi)>>";
    CHECK(told(pdf(catalog + ";;<</Type/ObjStm/N 2/First 8>>stream\n" + packed + "\nendstream"),
               "a.pdf") == "a.pdf: 错误 G-02: 有批注“hi”");
}

TEST_CASE("Other kinds of files and broken ones are told, not passed") {
    CHECK(told("一段文字", "a.txt") == "a.txt: 错误 G-07: 这是一般的文本文件，没有看");
    CHECK(told("\x89PNG\r\n\x1A\n", "a.png") == "a.png: 错误 G-07: 这是图片或者扫描件，没有看");
    const std::string whole = word("<w:p/>");
    CHECK(told(whole.substr(0, whole.size() / 2), "a.docx") ==
          "a.docx: 错误 G-07: 文件不完整，末尾没有压缩包的目录，没有看");
    CHECK(can_look_through(whole, "a.docx"));
    CHECK(can_look_through("%PDF-1.7", "a"));
    CHECK(!can_look_through("甲", "a.txt"));
}

TEST_CASE("What nianbao makes goes out as it is") {
    for (const char* file : {"tests/files/model.yaml", "tests/files/whole-zh.yaml"}) {
        const Report report = example(file);
        CHECK(told(write_docx(compose(report), report.layout, {}), "a.docx", true) == "");
        CHECK(told(write_workbook(report), "a.xlsx", true) == "");
    }
    const Report model = example("tests/files/model.yaml");
    const Attachment data{"data.yaml", "application/yaml", "agency: 甲局\n"};
    const std::string with_data = write_docx(compose(model), model.layout, data);
    CHECK(told(with_data, "a.docx", true) ==
          "a.docx: 建议 G-06: 文件里附着报告的数据（customXml/item1.xml），与看得见的相同");
    CHECK(told(with_data, "a.docx") ==
          "a.docx: 错误 G-06: 文件里附着报告的数据（customXml/item1.xml），而文件后来改过");
}

TEST_CASE("Files that are made to take long do not") {
    const auto many = [](std::string_view what, int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += what;
        return all;
    };
    const auto begin = std::chrono::steady_clock::now();
    CHECK(told("<div>" + many("<b>", 200'000) + many("</i><p>", 200'000), "a.html") == "");
    CHECK(told(pdf("<</Type/Catalog>>;;" + many("[", 400'000)), "a.pdf") ==
          "a.pdf: 错误 G-07: PDF 坏了，没有看");
    CHECK(told("%PDF-1.7\n" + many("1 0 obj\n<<>>\n", 200'000), "a.pdf") ==
          "a.pdf: 错误 G-07: PDF 坏了，没有看");
    CHECK(told(word(cells(many("填报人|", 14'000))), "a.docx") == "");
    CHECK(told(word("<w:p>" + many("<w:ins w:author=\"甲\"/>", 25'000) + "</w:p>"), "a.docx") ==
          "a.docx：第1段: 错误 G-01: 这里有没有接受的修订：插入 25000 处（甲）");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    // A stream of objects that is larger than anybody needs is told.
    const std::string packed = "stream\n" + many("x", 100) + "\nendstream";
    CHECK(told(pdf("<</Type/Catalog>>;;<</Type/ObjStm/N 1/First 4/Filter/LZWDecode>>" + packed),
               "a.pdf") == "a.pdf: 错误 G-07: PDF 里有一部分看不成：太大、坏了，或者压缩得不常见");
}
