// What was found, as comments in Word files: on exactly which characters, and in a list.
#include "docx/comments.hpp"

#include "docx/write.hpp"
#include "nianbao/check.hpp"
#include "nianbao/import.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "notation/docx/word_file.hpp"
#include "pack/zip_reader.hpp"
#include "program.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace nianbao;

namespace {

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

Finding about(std::string field, int offset = 0, int length = 0) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = "W-01";
    finding.where = {std::move(field), offset, length};
    finding.message = "说明";
    return finding;
}

/// What each comment stands on: “section: characters”, those on a heading with a “~”.
std::string anchored(const Report& report, const std::vector<Finding>& findings) {
    const Document document = compose(report);
    const docx::Anchors anchors(document, findings);
    std::string all;
    for (const docx::Anchors::Anchored& one : anchors.all())
        all += fmt::format("{}{}: {}{}", all.empty() ? "" : " / ", to_utf8(one.section),
                           one.exact ? "" : "~", to_utf8(one.on));
    return all;
}

std::string part_of(const std::string& bytes, std::string_view name) {
    ZipReader zip(bytes);
    for (const ZipPart& part : zip.parts()) {
        if (part.name == name) return zip.read(part).value_or("");
    }
    return "none";
}

/// The text between the marks of a comment.
std::string between_marks(const std::string& xml, int id) {
    const std::string begin = fmt::format("<w:commentRangeStart w:id=\"{}\"/>", id),
                      end = fmt::format("<w:commentRangeEnd w:id=\"{}\"/>", id);
    const std::size_t from = xml.find(begin), to = xml.find(end);
    REQUIRE(from != xml.npos);
    REQUIRE(to > from);
    const std::string reference = fmt::format("<w:commentReference w:id=\"{}\"/>", id);
    CHECK(xml.find(reference) > to);
    std::string text;
    for (std::size_t at = xml.find("<w:t ", from); at < to; at = xml.find("<w:t ", at + 1)) {
        const std::size_t open = xml.find('>', at) + 1;
        text += xml.substr(open, xml.find("</w:t>", open) - open);
    }
    return text;
}

std::string word_of(const Report& report, const std::vector<Finding>& findings,
                    bool as_list = false) {
    return write_docx(compose(report), report.layout, {}, {findings, "年报检查", as_list});
}

}  // namespace

TEST_CASE("A comment stands on the characters, the cell, or the heading of the section") {
    const Report report = model();
    const std::u32string overview = to_utf32(report.overview);
    const auto at = [&](std::u32string_view words) {
        const std::size_t found = overview.find(words);
        REQUIRE(found != overview.npos);
        return about("overview", static_cast<int>(found), static_cast<int>(words.size()));
    };
    CHECK(anchored(report, {at(U"12件，上年")}) == "一、总体情况: 12件，上年");
    CHECK(anchored(report, {at(U"各项")}) == "一、总体情况: 各项");
    CHECK(anchored(report, {about("overview")}) == "一、总体情况: ~一、总体情况");
    CHECK(anchored(report, {about("applications.received.total")}) ==
          "三、收到和处理政府信息公开申请情况: 12");
    CHECK(anchored(report, {about("applications")}) ==
          "三、收到和处理政府信息公开申请情况: ~三、收到和处理政府信息公开申请情况");
    CHECK(anchored(report, {about("applications.results.nothing_of_ours")}) ==
          "三、收到和处理政府信息公开申请情况: ~三、收到和处理政府信息公开申请情况");
    CHECK(anchored(report, {about("signature.date")}) == "六、其他需要报告的事项: 2024年1月18日");
    const std::string title = "云溪县农业农村局\n2023年政府信息公开工作年度报告";
    CHECK(anchored(report, {about("published")}) == "标题: ~" + title);
    CHECK(anchored(report, {about("")}) == "标题: ~" + title);
    CHECK(anchored(report, {about("introduction")}) == "引言: ~" + title);
}

TEST_CASE("A comment beside a number that was filled in does not stand on the number") {
    Report report = model();
    report.overview = "新收{{applications.received.total}}件，全部办结。";
    const auto at = [&](std::u32string_view words) {
        const std::u32string overview = to_utf32(report.overview);
        return about("overview", static_cast<int>(overview.find(words)),
                     static_cast<int>(words.size()));
    };
    CHECK(anchored(report, {at(U"全部")}) == "一、总体情况: 全部");
    CHECK(anchored(report, {at(U"新收")}) == "一、总体情况: 新收");
    CHECK(anchored(report, {at(U"received")}) == "一、总体情况: 12");
}

TEST_CASE("Comments come in the order of the text; waived ones are left out") {
    const Report report = model();
    Finding waived = about("overview", 0, 2);
    waived.waived = "已核对";
    const std::vector<Finding> findings = {about("applications.received.total"),
                                           about("overview", 5, 4), waived, about("overview", 0, 7),
                                           about("overview", 3, 2)};
    CHECK(anchored(report, findings) ==
          "一、总体情况: 2023年，云 / 一、总体情况: 3年 / 一、总体情况: ，云溪县 / "
          "三、收到和处理政府信息公开申请情况: 12");
    const std::string xml = part_of(word_of(report, findings), "word/document.xml");
    CHECK(between_marks(xml, 0) == "2023年，云");
    CHECK(between_marks(xml, 1) == "3年");
    CHECK(between_marks(xml, 2) == "，云溪县");
    CHECK(between_marks(xml, 3) == "12");
    CHECK(xml.find("commentRangeStart w:id=\"4\"") == xml.npos);
}

TEST_CASE("A comment goes over paragraphs, and over the lines of a title and a label") {
    Report report = model();
    report.overview = "甲乙丙。\n丁戊己。";
    const std::string xml = part_of(word_of(report, {about("overview", 2, 5), about("published")}),
                                    "word/document.xml");
    CHECK(between_marks(xml, 1) == "丙。丁戊");
    CHECK(between_marks(xml, 0) == "云溪县农业农村局2023年政府信息公开工作年度报告");
    CHECK(xml.find("云溪县农业农村局</w:t><w:br/><w:t xml:space=\"preserve\">2023年") != xml.npos);
}

TEST_CASE("A title's lines end where they would if its number had been typed") {
    const auto lines = [](const std::string& received) {
        Report report = model();
        report.title = "云溪县农业农村局收到" + received + "件申请之年度政府信息公开工作年度报告";
        const std::string xml = part_of(word_of(report, {}), "word/document.xml");
        std::string all = xml.substr(0, xml.find("</w:p>"));
        for (std::size_t at = all.find('<'); at != all.npos; at = all.find('<', at)) {
            const bool line_end = all.compare(at, 6, "<w:br/") == 0;
            all.replace(at, all.find('>', at) + 1 - at, line_end ? "/" : "");
        }
        return all;
    };
    const std::string typed = lines("12");
    CHECK_MESSAGE(typed.find('/') > typed.find("12"), typed);
    CHECK(lines("{{applications.received.total}}") == typed);
}

TEST_CASE("The comment says level, code, message and what to do, and by whom") {
    Finding finding = about("overview", 0, 4);
    finding.severity = Severity::error;
    finding.hint = "请 <核对>";
    const std::string bytes = word_of(model(), {finding});
    const std::string xml = part_of(bytes, "word/comments.xml");
    CHECK(xml.find("<w:comment w:id=\"0\" w:author=\"年报检查\" w:initials=\"检查\"><w:p><w:pPr>"
                   "<w:pStyle w:val=\"批注文字\"/></w:pPr><w:r><w:t xml:space=\"preserve\">错误 "
                   "W-01：说明</w:t></w:r></w:p>") != xml.npos);
    CHECK(xml.find("提示：请 &lt;核对&gt;") != xml.npos);
    CHECK(part_of(bytes, "[Content_Types].xml").find("/word/comments.xml") != std::string::npos);
    CHECK(is_docx_as_made(bytes));
    CHECK(bytes == word_of(model(), {finding}));
    // Without findings the file is as it is without comments.
    CHECK(word_of(model(), {}) == write_docx(compose(model()), model().layout, {}));
    CHECK(part_of(word_of(model(), {}), "word/comments.xml") == "none");
}

TEST_CASE("The list is a page behind the report, and is not read as a part of it") {
    Finding finding = about("overview", 5, 3);
    finding.hint = "请核对";
    const std::string bytes = word_of(model(), {finding, about("applications")}, true);
    CHECK(part_of(bytes, "word/comments.xml") == "none");
    const std::string xml = part_of(bytes, "word/document.xml");
    for (const char* text : {"检查意见", "一、总体情况：“，云溪”", "警告 W-01", "请核对",
                             "三、收到和处理政府信息公开申请情况<"})
        CHECK_MESSAGE(xml.find(text) != xml.npos, text);
    const Imported plain = import_report({.bytes = word_of(model(), {}), .name = "a.docx"});
    const Imported listed = import_report({.bytes = bytes, .name = "a.docx"});
    CHECK(listed.text == plain.text);
    REQUIRE(listed.findings.size() == 1);
    CHECK(message(listed.findings.front()) ==
          "a.docx: 警告 D-39: 最后的“检查意见”不是报告，没有读");
    // A section of a report may be called so.
    Report named = model();
    named.other += "\n检查意见\n已经答复。";
    const Imported again = import_report({.bytes = word_of(named, {}), .name = "a.docx"});
    CHECK(again.text.find("已经答复") != again.text.npos);
    const std::string none = part_of(word_of(model(), {}, true), "word/document.xml");
    CHECK(none.find("没有发现问题") != none.npos);
}
