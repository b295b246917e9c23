// Lines of letters: what the reader tells, in an office's words, and what is left out.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "county/letters/line_words.hpp"
#include "program.hpp"

using namespace nianbao;

TEST_CASE("What the reader tells is said in an office's words, with what it typed and where") {
    const auto line = [](std::string rule, std::string field, std::string message) {
        Finding finding;
        finding.rule = std::move(rule);
        finding.where.field = std::move(field);
        finding.message = std::move(message);
        return letters::line_for(finding, nullptr);
    };
    const std::string cell = "applications.received.natural_person";
    CHECK(line("D-12", cell, "本年新收·自然人：“1.0”是小数，这里应是整数") ==
          "第三部分表格“自然人”列“本年新收”：“1.0”是小数，这里应是整数，请填规范的数字");
    CHECK(
        line("D-33", cell, "这些格在隐藏的行或者列里，也读了：D7、E7 等 14 格") ==
        "第三部分表格“自然人”列“本年新收”：隐藏的行或者列里有数字，请取消隐藏并核对（D7、E7等14格）");
    CHECK(line("D-31", cell, "“12000元”的单位是元，表上是万元，读作 1.2") ==
          "第三部分表格“自然人”列“本年新收”：“12000元”的单位是元，表上是万元，请填1.2");
    CHECK(line("D-31", cell, "数后面的单位没有读：D9") ==
          "第三部分表格“自然人”列“本年新收”：格里的数字带有单位，请只填数字（D9）");
    CHECK(line("D-11", cell, "“无”不是 0") ==
          "第三部分表格“自然人”列“本年新收”：填的是“无”，没有发生的请填0");
    CHECK(line("D-11", cell, "本年新收·自然人是空白，空白不是 0") ==
          "第三部分表格“自然人”列“本年新收”：空着没有填写，没有发生的请填0");
    for (const char* rule : {"D-01", "D-10"})
        CHECK(line(rule, "",
                   rule == std::string_view("D-01")
                       ? "文件在一个字的中间断了，后面的 2 项没有了：“其他需要报告的事项”（other）"
                       : "文件到这里就断了，后面的 2 项没有了：“其他需要报告的事项”（other）") ==
              "文件不完整，后面的内容没有了，请核对后重新报送");
    CHECK(line("D-01", "", "字节 F7 不是 UTF-8").find("文字编码无法识别") != std::string::npos);
    CHECK(line("D-38", "", "“总体情况”前面没有编号，按标题读了") ==
          "“总体情况”前面没有编号，请按格式写上");
    CHECK(line("D-38", "overview", "“主动公开”像是标题，前面没有编号，按正文读了") ==
          "第一部分“主动公开”像是标题，前面没有编号，是标题的请写上编号");
    CHECK(line("D-38", "", "“（二）依申请公开”是这里的第一个编号，前面的可能丢了") ==
          "“（二）依申请公开”是这里的第一个编号，前面的编号可能丢了，请补上");
    CHECK(line("D-38", "", "“（三）监督”接在“（一）”之后，中间的编号可能丢了") ==
          "“（三）监督”接在“（一）”之后，中间的编号可能丢了，请补上");
    CHECK(line("D-05", "", "键后面是全角冒号") == "项目名后面用了全角冒号，请改为半角冒号");
    CHECK(line("L-21", "overview", "没有用数字写明公报期数") ==
          "第一部分：没有用数字写明公报期数，请补写");
    CHECK(line("D-10", "applications.results.refused",
               "“不予公开”（applications.results.refused）缺少 7 项：其他 (law_forbids)") ==
          "第三部分表格“本年度办理结果”“不予公开”：没有填写，请补填，没有发生的填0");
    CHECK(line("D-10", "introduction", "缺少“引言”（introduction）") == "引言：没有写，请补写");
    CHECK(line("D-17", "published", "“2023-1-18”不是日期") ==
          "发布日期“2023-1-18”不是日期，请写规范的日期");
    CHECK(line("D-10", "contact.phone", "缺少“电话”（contact.phone）") ==
          "联系方式：没有填写，请补填");
    CHECK(line("W-22", "published", "发布日期2024年2月1日，晚于2024年1月31日") ==
          "发布日期2024年2月1日，晚于2024年1月31日，请核对");
    CHECK(line("Z-99", "agncy", "字段 agncy 不认识") == "有需要核对的地方");
}

TEST_CASE("Where the report could not be read, the place is that of the file") {
    Finding finding;
    finding.rule = "D-30";
    finding.message = "这一格是日期 2024-01-02，不是数";
    finding.place = {"年报.xlsx", "依申请公开", 7, 4, 0, Place::Kind::cell};
    CHECK(letters::line_for(finding, nullptr) ==
          "工作表“依申请公开”D7格：这一格是日期2024-01-02，不是数，请重新填写数字");
    finding.place = {"年报.docx", "", 12, 0, 0, Place::Kind::paragraph};
    CHECK(letters::line_for(finding, nullptr) ==
          "第12段：这一格是日期2024-01-02，不是数，请重新填写数字");
    finding.place = {"年报.docx", "表二", 5, 3, 0, Place::Kind::table};
    CHECK(letters::line_for(finding, nullptr) ==
          "表二第5行第3列：这一格是日期2024-01-02，不是数，请重新填写数字");
    finding.place = {"年报.yaml", "", 3, 1, 0, Place::Kind::text};
    CHECK(letters::line_for(finding, nullptr) ==
          "文件第3行：这一格是日期2024-01-02，不是数，请重新填写数字");
}

TEST_CASE("All that the reader has been seen to tell is fit for a letter") {
    int told = 0;
    for (const std::string_view file :
         {"golden/workbook-messages.txt", "cases/data_messages.txt", "cases/text_messages.txt"}) {
        std::istringstream lines(
            read_file(std::string(NIANBAO_SOURCE) + "/tests/" + std::string(file)));
        for (std::string line; std::getline(lines, line);) {
            for (const std::string_view level : {"错误 ", "警告 "}) {
                const std::size_t at = line.find(level);
                const std::size_t colon = at == line.npos ? at : line.find(": ", at);
                if (colon == line.npos || colon != at + level.size() + 4) continue;
                Finding finding;
                finding.rule = line.substr(at + level.size(), 4);
                finding.message = line.substr(colon + 2);
                const std::string words = letters::line_for(finding, nullptr);
                CHECK_MESSAGE(letters::fit_for_a_letter(words), words);
                CHECK_MESSAGE(words != "有需要核对的地方", line);
                ++told;
            }
        }
    }
    CHECK(told > 300);
}

TEST_CASE("Places that are still to be written are one line, and are counted once") {
    const auto gap = [](std::string field) {
        Finding finding;
        finding.rule = "D-10";
        finding.where.field = std::move(field);
        finding.message = "“总体情况”（overview）还没有写好";
        return finding;
    };
    const auto lines = [](const std::vector<Finding>& findings) {
        return fmt::format("{}",
                           fmt::join(letters::lines_for(findings, Severity::error, nullptr), "\n"));
    };
    CHECK(lines({gap("overview")}) == "第一部分有一处还没有写好，请补写");
    CHECK(lines({gap("overview"), gap("overview"), gap("problems")}) ==
          "第一部分有2处还没有写好，请补写\n第五部分有一处还没有写好，请补写");
    CHECK(lines({gap("overview"), gap("problems")}) ==
          "第一部分、第五部分各有一处还没有写好，请补写");
}

TEST_CASE("How a file was saved is no business of an office") {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = "D-29";
    finding.message = "总计的公式没有保存的结果，由各格算出：J7、J8 等 31 格";
    CHECK(letters::lines_for({finding}, Severity::warning, nullptr).empty());
    finding.message = "这一格是公式，没有保存的结果";
    CHECK(letters::lines_for({finding}, Severity::warning, nullptr) ==
          std::vector<std::string>{"这一格是公式，没有保存的结果，请直接填写数字"});
}

TEST_CASE("That nobody gave the county last year's report is not asked of an office") {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = "Y-05";
    finding.where.field = "agency";
    finding.message = "文件夹 上年 里没有“云溪县水利局”2022 年度的报告，没有比较";
    const auto lines = [&] {
        return letters::lines_for({finding}, Severity::warning, nullptr).size();
    };
    CHECK(lines() == 0);
    finding.where.field = "year";
    finding.values = {{"found", "2021"}, {"expected", "2022"}};
    CHECK(lines() == 0);
    finding.where.field = "agency";
    finding.values = {{"found", "云溪县水务局"}, {"expected", "云溪县水利局"}};
    CHECK(lines() == 1);
}

TEST_CASE("Words with fields, codes or references are not fit for a letter") {
    for (const std::string_view fit : {"本年450", "用WPS或者Word打开", "甲表A列", "“www.a.cn”不通"})
        CHECK_MESSAGE(letters::fit_for_a_letter(fit), fit);
    for (const std::string_view unfit :
         {"", "字段 overview", "processing_fees（信息处理费）", "没有 T2-01 的问题", "W-22 晚了",
          "“{{applications.x}}”没有写完"})
        CHECK_MESSAGE(!letters::fit_for_a_letter(unfit), unfit);
}
