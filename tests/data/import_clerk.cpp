// Word files and texts that clerks keep otherwise than a report should be.
#include "nianbao/import.hpp"

#include "data/imported.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "report/printed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace nianbao;
using namespace data_files;
using namespace imported_files;

TEST_CASE("Of two reports in one file neither is read") {
    const Report first = as_printed(model());
    Report other = first;
    other.agency = "云溪县民政局";
    const std::string title =
        fmt::format("{}{}年政府信息公开工作年度报告", other.agency, other.year);
    const std::string one = made::word_report_body(other), two = made::word_report_body(first);
    const Imported file = imported(made::word_file(one + two));
    CHECK(file.text == "");
    REQUIRE(file.findings.size() == 1);
    CHECK(told(file).find("错误 D-35: 文件里有两份年报，不知道读哪一份：从“") != std::string::npos);
    CHECK(file.findings.front().hint == "一个文件只写一份年报：各存成一个文件，再分别读");
    // The second title was lost: then every table stands there twice.
    std::string untitled = two;
    const std::size_t at = untitled.find("年度报告");
    REQUIRE(at != untitled.npos);
    untitled.replace(at, std::string_view("年度报告").size(), "情况");
    CHECK(
        told(imported(made::word_file(one + untitled))) ==
        "年报.docx：表六第4行第1列: 错误 D-35: 文件里有两份年报，不知道读哪一份：三张表各有两张\n");
    // A report that names another one, before and behind its own title.
    const std::string named = made::word_paragraph(title);
    CHECK(imported(made::word_file(named + two)).whole);
    CHECK(imported(made::word_file(two + named)).text != "");
    // A table of contents between a cover and the title is no report.
    std::string contents;
    for (const char* line :
         {"目录", "一、总体情况", "（一）主动公开", "二、主动公开政府信息情况",
          "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
          "五、存在的主要问题及改进情况", "六、其他需要报告的事项"})
        contents += made::word_paragraph(line);
    CHECK(imported(made::word_file(named + contents + two)).whole);
    CHECK(imported(made::word_file(named + contents + made::word_paragraph("前言") + two)).whole);
}

TEST_CASE("Numbers struck through or above the line are told, each at its place") {
    std::string body = made::word_report_body(as_printed(model()));
    const auto change = [&](const std::string& cell, const std::string& runs) {
        const std::string before = made::word_paragraph(cell);
        const std::size_t at = body.find(before);
        REQUIRE(at != body.npos);
        body.replace(at, before.size(), "<w:p>" + runs + "</w:p>");
    };
    change("320", "<w:r><w:rPr><w:strike/></w:rPr><w:t>36</w:t></w:r><w:r><w:t>35</w:t></w:r>");
    change("45",
           "<w:r><w:t>45</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/>"
           "</w:rPr><w:t>1</w:t></w:r>");
    const Imported file = imported(made::word_file(body));
    CHECK(file.text.find("  行政许可: 35\n  行政处罚: 45\n") != std::string::npos);
    CHECK(told(file) ==
          "年报.docx：表一第7行第2列: 警告 D-39: 划掉的“36”没有读\n"
          "年报.docx：表一第10行第2列: 警告 D-39: 上标、下标的“1”没有读\n");
    REQUIRE(file.findings.size() == 2);
    CHECK(file.findings[0].hint == "不要的删去；要的，去掉删除线");
    CHECK(file.findings[1].hint ==
          "是注的序号的，删去它，把注写进正文或者表下的注；是数的，改为一般的字");
}

TEST_CASE("White text is read and told at its place, but on a ground of a colour") {
    const std::string body = made::word_report_body(as_printed(model()));
    const auto with = [&](const std::string& look, const std::string& cell) {
        const std::string before = made::word_paragraph("320");
        std::string changed = body;
        const std::size_t at = changed.find(before);
        REQUIRE(at != changed.npos);
        changed.replace(at, before.size(),
                        "<w:p><w:r><w:rPr>" + look + "</w:rPr><w:t>320</w:t></w:r></w:p>");
        if (!cell.empty()) {
            const std::size_t own = changed.rfind("<w:tc>", at);
            REQUIRE(own != changed.npos);
            changed.insert(own + 6, "<w:tcPr>" + cell + "</w:tcPr>");
        }
        const Imported file = imported(made::word_file(changed));
        CHECK(file.text.find("  行政许可: 320\n") != std::string::npos);
        return told(file);
    };
    const std::string white = "<w:color w:val=\"FFFFFF\"/>",
                      seen = "年报.docx：表一第7行第2列: 警告 D-39: 白色的“320”看不见，也读了\n";
    CHECK(with(white, "") == seen);
    CHECK(with(white, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"auto\"/>") == seen);
    CHECK(with(white, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"4472C4\"/>") == "");
    CHECK(with(white + "<w:highlight w:val=\"black\"/>", "") == "");
    CHECK(with("<w:color w:val=\"FF0000\"/>", "") == "");
}

TEST_CASE("A signature is found however its day is written, and what follows it is told") {
    const auto with = [](const std::string& end) {
        return imported(
            "甲局2023年政府信息公开工作年度报告\n引言。\n一、总体情况\n情况。\n"
            "五、存在的问题和改进措施\n问题。\n六、其他需要报告的事项\n无。\n" +
                end,
            {}, "a.txt");
    };
    const std::string plain = with("甲局\n2024年1月8日\n").text;
    CHECK(plain.find("  无。\n\n落款:\n  成文日期: 2024-01-08\n") != plain.npos);
    const auto behind = [](const Imported& file) {
        std::string all;
        for (const Finding& finding : file.findings) {
            if (finding.rule == "D-40") all += finding.message + "\n";
        }
        return all;
    };
    for (const char* end : {"甲局\n2024年1月8日\n抄送：县政府办公室。\n",
                            "甲局\n2024年1月8日\n\n附件：1.表\n联系人：张某\n"}) {
        CAPTURE(end);
        CHECK(with(end).text == plain);
    }
    CHECK(behind(with("甲局\n2024年1月8日\n抄送：县政府办公室。\n联系人：张某\n")) ==
          "落款后面的“抄送：县政府办公室。”没有读\n落款后面的“联系人：张某”没有读\n");
    CHECK(behind(with("甲局\n2024年1月8日\n")) == "");
    for (const char* day : {"2024.1.8", "2024／1／8", "2024.01.08"}) {
        CAPTURE(day);
        const Imported file = with("甲局\n" + std::string(day) + "\n");
        CHECK(file.text.find("  无。\n\n落款:\n  成文日期: ") != file.text.npos);
    }
    CHECK(told(with("甲局\n2024.1.8\n")).find("错误 D-17: “2024.1.8”不是日期") !=
          std::string::npos);
    // What is no signature stays a text: a day that another line follows, a version, a sum.
    for (const char* end : {"启用日期\n2024年1月8日\n继续做好有关工作。\n", "版本\n1.2.3\n",
                            "2024.1.8.9\n", "2024年1月8日起施行\n"}) {
        CAPTURE(end);
        const Imported file = with(end);
        CHECK(file.text.find("落款") == file.text.npos);
        CHECK(behind(file) == "");
    }
}

TEST_CASE("A heading is one though a wrong mark follows its number, or it lost the number") {
    const auto with = [](const std::string& heading) {
        return imported(
            word_of_lines({"甲局2023年政府信息公开工作年度报告", "引言。", heading, "主动公开情况",
                           "全年主动公开信息126条。", "五、存在的主要问题及改进情况", "问题。",
                           "六、其他需要报告的事项", "无。"}));
    };
    const Imported right = with("一、总体情况");
    CHECK(told(right).find("年报.docx：第4段: 警告 D-38: "
                           "“主动公开情况”像是标题，前面没有编号，按正文读了\n") !=
          std::string::npos);
    CHECK(right.text.find("总体情况: |\n  主动公开情况\n") != std::string::npos);
    for (const char* heading : {"一.总体情况", "一．总体情况", "一，总体情况", "一。总体情况"}) {
        CAPTURE(heading);
        CHECK(with(heading).text == right.text);
        CHECK(told(with(heading)) == told(right));
    }
    CHECK(with("一.总体来看形势好").text != right.text);
}
