// A Word file that goes back to the office with what was found in it.
#include "nianbao/mark.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "notation/docx/word_file.hpp"
#include "office/made_word.hpp"
#include "office/made_zip.hpp"
#include "pack/zip_reader.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

std::map<std::string, std::string> parts(const std::string& bytes) {
    ZipReader zip(bytes);
    std::map<std::string, std::string> all;
    for (const ZipPart& part : zip.parts()) all[part.name] = *zip.read(part);
    return all;
}

Finding finding_at(Place place, const std::string& message) {
    Finding finding;
    finding.rule = "T3-01";
    finding.message = message;
    finding.place = std::move(place);
    return finding;
}

Place paragraph(int number, int part) {
    return {"年报.docx", {}, number, 0, 0, Place::Kind::paragraph, 0, part};
}

Place cell(const std::string& table, int row, int column, int part) {
    return {"年报.docx", table, row, column, 0, Place::Kind::table, 0, part};
}

/// Each comment with the text that it stands at.
std::string comments_of(const std::string& bytes) {
    const notation::ReadWordFile read = notation::read_word_file(bytes, "a");
    REQUIRE_MESSAGE(read.file, read.fault);
    std::string all;
    for (const notation::WordComment& one : read.file->comments) {
        const Source& source = read.file->draft.source;
        all += fmt::format("{}: {} ({})\n", source.line(source.place_of(one.at)), one.text,
                           one.author);
    }
    return all;
}

const std::string box =
    R"(<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p>)"
    R"(</w:txbxContent></v:textbox></v:shape></w:pict><w:t>框外</w:t></w:r></w:p>)";

const std::string body =
    R"(<w:p w:x="a>b"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>)"
    "<!-- <w:p> --><w:p/>"
    "<w:p><w:r><w:t>正文</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>里</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" +
    box + "<w:p><w:r><w:t>末</w:t></w:r></w:p>";

}  // namespace

TEST_CASE("a finding becomes a comment on its paragraph or cell, and the rest stays") {
    const std::string file = made::word_file(body);
    Finding waived = finding_at(paragraph(1, 1), "豁免的");
    waived.waived = "已说明";
    Finding hinted = finding_at(paragraph(3, 3), "差 <1>");
    hinted.hint = "核对";
    const std::string marked = mark_word_file(
        file,
        std::vector{finding_at({}, "没有位置"), hinted, finding_at(paragraph(3, 3), "又一个"),
                    waived, finding_at(cell("表一", 1, 2, 4), "格里"),
                    finding_at(cell("表二", 1, 1, 5), "里面的表"),
                    finding_at(paragraph(2, 2), "空的"), finding_at(paragraph(6, 8), "末尾")});
    CHECK(comments_of(marked) ==
          "标题: 错误 T3-01：没有位置 (nianbao)\n"
          ": 错误 T3-01：空的 (nianbao)\n"
          "正文: 错误 T3-01：差 <1> 提示：核对 (nianbao)\n"
          "正文: 错误 T3-01：又一个 (nianbao)\n"
          "乙\n丙: 错误 T3-01：格里 (nianbao)\n"
          "里: 错误 T3-01：里面的表 (nianbao)\n"
          "末: 错误 T3-01：末尾 (nianbao)\n");
    auto before = parts(file), after = parts(marked);
    for (const auto& part : before) {
        CAPTURE(part.first);
        const bool touched = part.first == "word/comments.xml" || part.first == "word/document.xml";
        CHECK((after[part.first] == part.second) != touched);
    }
    CHECK(before.size() == after.size());
    // Behind the properties of the paragraph, as the order of its parts has it.
    CHECK(after["word/document.xml"].find(
              R"(</w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>标题</w:t></w:r>)"
              R"(<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>)") !=
          std::string::npos);
}

TEST_CASE("no comment stands in a text box: it is on the paragraph that the box is tied to") {
    const std::string marked = mark_word_file(made::word_file(box + box),
                                              std::vector{finding_at(paragraph(4, 4), "框里的")});
    const std::string xml = parts(marked)["word/document.xml"];
    const std::size_t second = xml.find("框外") + 1;
    CHECK(xml.find("<w:commentRangeStart") > second);
    CHECK(xml.find("<w:commentRangeStart") < xml.find("<w:pict>", second));
}

TEST_CASE("comments that are there stay, and others are numbered above them") {
    const std::string file = made::word_file(
        R"(<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id="7"/>)"
        R"(<w:r><w:commentReference w:id="7"/></w:r></w:p>)",
        {.comments =
             R"(<w:comment w:id="7" w:author="张三"><w:p><w:r><w:t>旧的</w:t></w:r></w:p></w:comment>)"});
    const std::string marked =
        mark_word_file(file, std::vector{finding_at(paragraph(1, 1), "新的")});
    CHECK(comments_of(marked) == "甲: 旧的 (张三)\n甲: 错误 T3-01：新的 (nianbao)\n");
    CHECK(parts(marked)["word/comments.xml"].find("w:id=\"8\"") != std::string::npos);
    CHECK(mark_word_file(file, std::vector{finding_at(paragraph(1, 1), "新的")}) == marked);
}

TEST_CASE("a file without comments gets a part for them, whatever prefix its elements have") {
    const auto with_space = [](const std::string& space) {
        const std::string root =
            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
        return made::zip(
            {{.name = "[Content_Types].xml",
              .bytes =
                  R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>)"},
             {.name = "_rels/.rels",
              .bytes =
                  root +
                  R"(<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
             {.name = "word/document.xml",
              .bytes = fmt::format(
                  R"(<document xmlns="{}"><body><p><r><t>甲</t></r></p></body></document>)",
                  space)}});
    };
    for (const std::string space : {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                    "http://purl.oclc.org/ooxml/wordprocessingml/main"}) {
        CAPTURE(space);
        const std::string marked =
            mark_word_file(with_space(space), std::vector{finding_at(paragraph(1, 1), "新的")});
        CHECK(comments_of(marked) == "甲: 错误 T3-01：新的 (nianbao)\n");
        auto after = parts(marked);
        CHECK(after["[Content_Types].xml"].find("/word/comments_nianbao1.xml") !=
              std::string::npos);
        CHECK(after["word/comments_nianbao1.xml"].find(space) != std::string::npos);
    }
}

TEST_CASE("what is no Word file is refused") {
    CHECK_THROWS_AS(static_cast<void>(mark_word_file("a: 1", {})), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(mark_word_file("PK\x03\x04", {})), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(mark_word_file(made::word_file(""), {})),
                    std::invalid_argument);
}
