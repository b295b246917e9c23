// Composing: prose and its levels, cell references, titles, tables, the signature.
#include "nianbao/document.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "compose/prose.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

std::vector<Section> prose_of(const Report& report, std::string_view field,
                              const std::string& text) {
    std::vector<Section> sections;
    compose_prose(report, field, text, sections);
    return sections;
}

/// The texts of one paragraph.
std::vector<Text> texts_of(const Report& report, std::string_view field, const std::string& text) {
    return std::get<Paragraph>(prose_of(report, field, text).at(0).blocks.at(0)).content.texts;
}

/// The text, with what is no part of a run-in heading behind "/".
std::string parted(const Inline& content) {
    std::string out;
    TextRole role = content.texts.front().role;
    for (const Text& part : content.texts) {
        if (part.role != role) out += '/';
        role = part.role;
        out += to_utf8(part.text);
    }
    return out;
}

/// Each block of a prose text on a line: what it is, and its text.
std::string prose(const std::string& text) {
    std::string out;
    const auto add = [&](const std::string& kind, const Inline& content) {
        out += (out.empty() ? "" : "\n") + kind + " " + parted(content);
    };
    for (const Section& section : prose_of(sample_report(), "overview", text)) {
        if (section.heading) add("h1", section.heading->content);
        for (const Block& block : section.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block))
                add("h" + std::to_string(heading->level), heading->content);
            else add("p", std::get<Paragraph>(block).content);
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
        out += finding.where.field + " " + std::to_string(finding.where.offset) + "+" +
               std::to_string(finding.where.length) + ": " + finding.message + "。" + finding.hint;
    }
    return out;
}

std::string title(std::string_view written) {
    Report report = sample_report();
    report.title = written;
    return to_utf8(compose(report).title.texts.front().text);
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
    CHECK(prose("二十一、总体") == "h1 二十一、总体");
    CHECK(prose("一、二季度情况") == "p 一、二季度情况");
    CHECK(prose("一、一般情况") == "h1 一、一般情况");
    CHECK(prose("(一)总体") == "h2 (一)总体");
    CHECK(prose("1、总体") == "h3 1、总体");
    CHECK(prose("１．总体") == "h3 １．总体");
    CHECK(prose("1)总体") == "h4 1)总体");
    CHECK(prose("①总体") == "h4 ①总体");
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
    CHECK(prose("（一）主动公开。") == "p （一）主动公开。");
}

TEST_CASE("28 characters are a heading, 29 are none") {
    CHECK(prose("（一）" + repeated("字", 25)) == "h2 （一）" + repeated("字", 25));
    CHECK(prose("（一）" + repeated("字", 26)) ==
          "p " + std::string("（一）") + repeated("字", 26));
}

TEST_CASE("a run-in heading goes to its first full stop within 28 characters") {
    CHECK(prose("（一）主动公开情况。2024年，公开信息。") ==
          "p （一）主动公开情况/。2024年，公开信息。");
    CHECK(prose("（一）" + repeated("字", 25) + "。后文。") ==
          "p （一）" + repeated("字", 25) + "/。后文。");
    CHECK(prose("（一）" + repeated("字", 26) + "。后文。") ==
          "p （一）" + repeated("字", 26) + "。后文。");
    CHECK(prose("一般的话。后文。") == "p 一般的话。后文。");
    CHECK(prose("一、甲。乙。") == "p 一、甲/。乙。");  // opens no section
}

TEST_CASE("a space typed between Han and a digit or letter is a gap, not a character") {
    CHECK(prose("自 2022 年 1 月起") == "p 自2022年1月起");
    CHECK(prose("用 PDF 文件") == "p 用PDF文件");
    CHECK(prose("占 85.5% 以上") == "p 占85.5%以上");
    CHECK(prose("（ 2022 ）") == "p （2022）");
    CHECK(prose("PDF Reader 和  OFD") == "p PDF Reader和OFD");
    CHECK(prose("甲 乙") == "p 甲 乙");
}

TEST_CASE("a blank typed behind a number is dropped, but not before a digit") {
    CHECK(prose("（一） 总体情况") == "h2 （一）总体情况");
    CHECK(prose("（一） 总体情况。收到申请。") == "p （一）总体情况/。收到申请。");
    CHECK(prose("一、\u3000总体情况") == "h1 一、总体情况");
    CHECK(prose("1. 甲。") == "p 1.甲。");
    CHECK(prose("① 甲。") == "p ①甲。");
    CHECK(prose("1. 2023年。") == "p 1. 2023年。");
}

TEST_CASE("a cell reference prints the cell's number") {
    CHECK(prose("新收{{applications.received.total}}件") == "p 新收5件");
    CHECK(prose("新收{{ 收到和处理政府信息公开申请情况.本年新收.自然人 }}件") == "p 新收3件");
    CHECK(
        prose(
            "{{三、收到和处理政府信息公开申请情况.本年度办理结果.（四）无法提供.1.本机关不掌握相关政府信息.总计}}件") ==
        "p 1件");
    CHECK(prose("新收 {{applications.received.total}} 件") == "p 新收5件");
    CHECK(prose("花括号{{{{不变}}") == "p 花括号{{不变}}");
    CHECK(faults("新收{{applications.received.total}}件，{{{{") == "");
}

TEST_CASE("a cell reference prints the number without its remark") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "made"}, "22", "其中修订16件");
    const std::vector<Text> texts =
        texts_of(report, "overview", "制发{{disclosure.normative_documents.made}}件");
    CHECK(texts == std::vector<Text>{{U"制发", {"overview", 0, 2}},
                                     {U"22", {"overview", 2, 39}, TextRole::plain, true},
                                     {U"件", {"overview", 41, 1}}});
}

TEST_CASE("a reference to the contact's parts") {
    Report report = sample_report();
    report.contact = Contact{};
    report.contact->phone = "0537-6627771";
    CHECK(texts_of(report, "introduction", "电话：{{contact.phone}}")[1].text == U"0537-6627771");
}

TEST_CASE("a reference that names no cell is told with its place and what there is") {
    CHECK(
        faults("新收{{applications.recieved.total}}件") ==
        "overview 2+31: "
        "“recieved”不是“收到和处理政府信息公开申请情况”中的名称。是不是 received？“收到和处理政府信息公开申请情况”中有：本年新收（received）、上年结转（carried_"
        "in）、本年度办理结果（results）、结转下年度继续办理（carried_out）");
    CHECK(
        faults("{{applications.results}}") ==
        "overview 0+24: “本年度办理结果”不是一个单元格，而是一组。请写到单元格为止，例如 {{applications.received.total}}");
    for (const char* open :
         {"{{disputes.reconsideration.total", "{{disputes.reconsideration.total\n}}是总计"})
        CHECK(faults(open) ==
              "overview 0+2: “{{”没有对应的“}}”。请补上“}}”；要印出花括号本身，请写 {{{{");
    CHECK(
        faults("{{contact.phone}}") ==
        "overview 0+17: 联系方式中没有填写“电话”。请在 contact（联系方式）中填写，或者在文中直接写出");
    CHECK(
        faults("{{某项}}") ==
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
    CHECK(compose(sample_report()).metadata.description ==
          "某县某局2022年政府信息公开工作年度报告（国办公开办函〔2021〕30号格式）");
    CHECK(compose(sample_report()).metadata.keywords == "政府信息公开，年度报告，2022年，某县某局");
}

TEST_CASE("titles, signatures and remarks say where their lines may end by sense") {
    Report report = sample_report();
    report.agency = "金乡县水利局";
    report.title = "金乡县水利局\n2022年政府信息公开工作年度报告";
    report.signature = Signature{"金乡县教育局（金乡县体育局）", {2023, 1, 5}};
    report.disclosure.cells[0].remark = "调解，撤回申请";
    const Document document = compose(report);
    CHECK(document.title.breaks ==
          std::vector<Break>{{3, Sense::good}, {12, Sense::fair}, {20, Sense::fair}});
    REQUIRE(document.signature);
    CHECK(document.signature->agency.breaks ==
          std::vector<Break>{{3, Sense::good}, {6, Sense::best}, {10, Sense::good}});
    CHECK(document.signature->date.breaks.empty());
    const std::string dumped = dump(document);
    CHECK(dumped.find("‖（调解，¦撤回¦申请）\n") != dumped.npos);
    // A label is broken where its form says so.
    CHECK(dumped.find("第二十条|第（一）项\n") != dumped.npos);
}

TEST_CASE("a remark stands in its cell, a note below its table, the signature at the end") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "repealed"}, "55", "含自然失效29件");
    report.disputes.note = "行政复议、行政诉讼数量含上年度结转数量。\n注：二。\n三。";
    report.signature = Signature{"", {2023, 1, 8}};
    CHECK(fault(compose(report)).empty());
    const std::string text = dump(compose(report));
    const auto has = [&](std::string_view line) {
        return text.find("\n" + std::string(line) + "\n") != text.npos;
    };
    CHECK(has("    #11 3,2 under #0 #3 #9: 55<remark>‖（含自然失效¦29件）"));
    CHECK(has(
        "    note: 注：行政复议、行政诉讼数量含上年度结转数量。\n    note: 注：二。\n    note: 三。"));
    CHECK(text.ends_with("\nsignature agency: 某县|某局\nsignature date: 2023年1月8日\n"));
    CHECK(text.starts_with(
        "document 某县某局2022年政府信息公开工作年度报告 | 某县某局 | zh-CN | 2023-01-08\n"
        "title: 某县|某局 / 2022年¦政府信息公开工作¦年度报告\nsection\n  paragraph: "));
}

TEST_CASE("the six sections of the form have its headings, and what the writer adds is theirs") {
    Report report = sample_report();
    report.introduction = "前言。";
    report.overview = "（一）甲\n文。\n二、我的\n1.乙";
    report.other = "";
    std::string out;
    for (const Section& section : compose(report).sections) {
        out += std::to_string(section.form) + " ";
        out += section.heading ? to_utf8(section.heading->content.text()) : "-";
        out += " " + std::to_string(section.blocks.size()) + "\n";
    }
    CHECK(out ==
          "-1 - 1\n0 一、总体情况 2\n-1 二、我的 1\n1 二、主动公开政府信息情况 1\n"
          "2 三、收到和处理政府信息公开申请情况 1\n3 四、政府信息公开行政复议、行政诉讼情况 1\n"
          "4 五、存在的主要问题及改进情况 1\n5 六、其他需要报告的事项 0\n");
    report.introduction = "";
    CHECK(compose(report).sections.front().form == 0);  // none for what is not there
}

TEST_CASE("escaped braces are no reference, and a title keeps that it has one") {
    const Report report = sample_report();
    CHECK(texts_of(report, "overview", "{{{{甲") ==
          std::vector<Text>{{U"{{", {"overview", 0, 4}}, {U"甲", {"overview", 4, 1}}});
    Report titled = report;
    titled.title = "甲{{applications.received.total}}\n乙";
    const std::vector<Text> title = compose(titled).title.texts;
    CHECK(title == std::vector<Text>{{U"甲", {"title", 0, 0}},
                                     {U"5", {"title", 0, 0}, TextRole::plain, true},
                                     {U"\n乙", {"title", 0, 0}}});
}

TEST_CASE("a link of a title goes over its line ends") {
    Report report = sample_report();
    report.title = "某县www.x\n.gov.cn报告";
    const Inline title = compose(report).title;
    CHECK(title.links == std::vector<std::string>{"http://www.x.gov.cn"});
    CHECK(title.texts ==
          std::vector<Text>{{U"某县", {"title", 0, 0}},
                            {U"www.x\n.gov.cn", {"title", 0, 0}, TextRole::plain, false, 0},
                            {U"报告", {"title", 0, 0}}});
}
