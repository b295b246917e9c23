// Composing: prose and its levels, cell references, titles, tables, the signature.
#include "nianbao/document.hpp"

#include <doctest/doctest.h>

#include <string>

#include "compose/prose.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// Each paragraph of a prose text: its role, and its text with the change of face to the body's marked by "/".
std::string prose(const std::string& text) {
    const Report report = sample_report();
    std::string out;
    for (const Paragraph& paragraph : compose_prose(report, "overview", text)) {
        if (!out.empty()) out += '\n';
        const int level = paragraph.role == ParagraphRole::body ? 0 : static_cast<int>(paragraph.role) - static_cast<int>(ParagraphRole::heading1) + 1;
        out += level == 0 ? "p " : "h" + std::to_string(level) + " ";
        FontRole font = paragraph.texts.front().font;
        for (const Text& part : paragraph.texts) {
            if (part.font != font) out += '/';
            font = part.font;
            out += to_utf8(part.text);
        }
    }
    return out;
}

std::string faults(const std::string& text) {
    Report report = sample_report();
    report.overview = text;
    std::string out;
    for (const Finding& finding : check_references(report)) {
        if (!out.empty()) out += '\n';
        out += finding.where.field + " " + std::to_string(finding.where.offset) + "+" + std::to_string(finding.where.length) + ": " + finding.message + "。" +
               finding.hint;
    }
    return out;
}

std::string title(std::string_view written) {
    Report report = sample_report();
    report.title = written;
    const Document document = compose(report);
    return to_utf8(std::get<Paragraph>(document.blocks.front()).texts.front().text);
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("each line that is not empty is a paragraph, without the blanks at its ends") {
    CHECK(prose("一段。\n\n　　二段。 \t\n \n\u00A0三段。\r\n") == "p 一段。\np 二段。\np 三段。");
    CHECK(prose("") == "");
}

TEST_CASE("the level of a heading is what the writer typed") {
    CHECK(prose("一、总体") == "h1 一、总体");
    CHECK(prose("（一）主动公开情况") == "h2 （一）主动公开情况");
    CHECK(prose("1.加强领导") == "h3 1.加强领导");
    CHECK(prose("（1）加强领导") == "h4 （1）加强领导");
    CHECK(prose("十二、总体") == "h1 十二、总体");
    CHECK(prose("1.5万件") == "p 1.5万件");
    CHECK(prose("一是加强") == "p 一是加强");
    CHECK(prose("（以下简称《条例》）") == "p （以下简称《条例》）");
    CHECK(prose("2022年工作") == "p 2022年工作");
    CHECK(prose("（12）两位") == "h4 （12）两位");
    CHECK(prose("（2022）年份") == "p （2022）年份");
    CHECK(prose("2022.年份") == "p 2022.年份");
}

TEST_CASE("a line that ends like a sentence is no heading") {
    CHECK(prose("（一）主动公开；") == "p （一）主动公开；");
    CHECK(prose("（一）主动公开：") == "p （一）主动公开：");
    CHECK(prose("（一）主动公开，") == "p （一）主动公开，");
    CHECK(prose("（一）主动公开。") == "p （一）主动公开/。");
}

TEST_CASE("28 characters are a heading, 29 are none") {
    CHECK(prose("（一）" + repeated("字", 25)) == "h2 （一）" + repeated("字", 25));
    CHECK(prose("（一）" + repeated("字", 26)) == "p " + std::string("（一）") + repeated("字", 26));
}

TEST_CASE("a run-in heading goes to its first full stop within 28 characters") {
    CHECK(prose("（一）主动公开情况。2024年，公开信息。") == "p （一）主动公开情况/。2024年，公开信息。");
    CHECK(prose("（一）" + repeated("字", 25) + "。后文。") == "p （一）" + repeated("字", 25) + "/。后文。");
    CHECK(prose("（一）" + repeated("字", 26) + "。后文。") == "p （一）" + repeated("字", 26) + "。后文。");
    CHECK(prose("一般的话。后文。") == "p 一般的话。后文。");
}

TEST_CASE("a space typed between Han and a digit or letter is a gap, not a character") {
    CHECK(prose("自 2022 年 1 月起") == "p 自2022年1月起");
    CHECK(prose("用 PDF 文件") == "p 用PDF文件");
    CHECK(prose("占 85.5% 以上") == "p 占85.5%以上");
    CHECK(prose("（ 2022 ）") == "p （2022）");
    CHECK(prose("PDF Reader 和  OFD") == "p PDF Reader和OFD");
    CHECK(prose("甲 乙") == "p 甲 乙");
}

TEST_CASE("a cell reference prints the cell's number") {
    CHECK(prose("新收{{applications.received.total}}件") == "p 新收5件");
    CHECK(prose("新收{{ 收到和处理政府信息公开申请情况.本年新收.自然人 }}件") == "p 新收3件");
    CHECK(prose("{{三、收到和处理政府信息公开申请情况.本年度办理结果.（四）无法提供.1.本机关不掌握相关政府信息.总计}}件") == "p 1件");
    CHECK(prose("新收 {{applications.received.total}} 件") == "p 新收5件");
    CHECK(prose("花括号{{{{不变}}") == "p 花括号{{不变}}");
    CHECK(faults("新收{{applications.received.total}}件，{{{{") == "");
}

TEST_CASE("a cell reference prints the number without its remark") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "made"}, "22", "其中修订16件");
    const auto paragraphs = compose_prose(report, "overview", "制发{{disclosure.normative_documents.made}}件");
    std::u32string text;
    for (const Text& part : paragraphs.front().texts) text += part.text;
    CHECK(text == U"制发22件");
    CHECK(paragraphs.front().texts[1].from == Span{"overview", 2, 39});
}

TEST_CASE("a reference to the contact's parts") {
    Report report = sample_report();
    report.contact = Contact{};
    report.contact->phone = "0537-6627771";
    const auto paragraphs = compose_prose(report, "introduction", "电话：{{contact.phone}}");
    CHECK(paragraphs.front().texts[1].text == U"0537-6627771");
}

TEST_CASE("a reference that names no cell is told with its place and what there is") {
    CHECK(faults("新收{{applications.recieved.total}}件") ==
          "overview 2+31: "
          "“recieved”不是“收到和处理政府信息公开申请情况”中的名称。“收到和处理政府信息公开申请情况”中有：本年新收（received）、上年结转（carried_"
          "in）、本年度办理结果（results）、结转下年度继续办理（carried_out）");
    CHECK(faults("{{applications.results}}") ==
          "overview 0+24: “本年度办理结果”不是一个单元格，而是一组。请写到单元格为止，例如 {{applications.received.total}}");
    CHECK(faults("{{disputes.reconsideration.total") == "overview 0+2: “{{”没有对应的“}}”。请补上“}}”；要印出花括号本身，请写 {{{{");
    CHECK(faults("{{contact.phone}}") == "overview 0+17: 联系方式中没有填写“电话”。请在 contact（联系方式）中填写，或者在文中直接写出");
    CHECK(faults("{{某项}}") ==
          "overview 0+6: “某项”不是表格中的单元格。双花括号中写三张表之一的单元格，例如 {{applications.received.total}} 或 "
          "{{收到和处理政府信息公开申请情况.本年新收.总计}}；要印出花括号本身，请写 {{{{");
}

TEST_CASE("every fault of a text is told") {
    CHECK(check_references([] {
              Report report = sample_report();
              report.overview = "{{a}}{{b}}";
              report.problems = "{{c}}";
              report.disputes.note = "{{d}}";
              return report;
          }())
              .size() == 4);
}

TEST_CASE("the title is composed of agency and year, or taken as written") {
    CHECK(title("") == "某县某局\n2022年政府信息公开工作年度报告");
    CHECK(title("某县\n某局\n 2022 年报告 ") == "某县\n某局\n2022年报告");
    CHECK(compose(sample_report()).metadata.title == "某县某局2022年政府信息公开工作年度报告");
    CHECK(compose(sample_report()).metadata.author == "某县某局");
}

TEST_CASE("a remark stands in its cell, a note below its table, the signature at the end") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "repealed"}, "55", "含自然失效29件");
    report.disputes.note = "行政复议、行政诉讼数量含上年度结转数量。\n注：二。";
    report.signature = Signature{"", {2023, 1, 8}};
    const std::string text = dump(compose(report));
    CHECK(text.find("  3,2: 55|（含自然失效29件）\n") != text.npos);
    CHECK(text.find("note <table>: 注：行政复议、行政诉讼数量含上年度结转数量。\nnote <table>: 注：二。\n") != text.npos);
    CHECK(text.substr(text.size() - 77) == "signature agency <body>: 某县某局\nsignature date <body>: 2023年1月8日\n");
    CHECK(text.find("document 某县某局2022年政府信息公开工作年度报告 | 某县某局 | zh-CN | 2023-01-08\n") == 0);
}
