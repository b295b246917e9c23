// Word files and saved texts become data files.
#include "nianbao/import.hpp"

#include "cli/program_data.hpp"
#include "data/imported.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "recognise/article/article.hpp"
#include "report/printed.hpp"

#include <doctest/doctest.h>

using namespace nianbao;
using namespace data_files;
using namespace imported_files;

TEST_CASE("A whole report typed in Word is read as it stands") {
    const Report report = as_printed(model());
    const Imported file = imported(made::word_report(report));
    CHECK(told(file) == "");
    CHECK(file.whole);
    CHECK(file.agency == report.agency);
    CHECK(file.year == report.year);
    CHECK(file.text == write(report, Format::yaml, Keys::chinese));
}

TEST_CASE("The office and year that are given win over the title's") {
    const Imported file = imported(made::word_report(as_printed(model())), {"别的局", 2024});
    CHECK(file.agency == "别的局");
    CHECK(file.year == 2024);
    CHECK(file.text.find("标题: ") != std::string::npos);
}

TEST_CASE("What is missing is a gap, and what is no number stays as it is written") {
    const Imported file = imported(word_of_lines(
        {"甲局", "2023年政府信息公开工作年度报告", "引言。", "一、总体情况", "情况。",
         "五、存在的主要问题及改进措施", "问题。", "六、其他需要报告的事项", "无。"}));
    CHECK_FALSE(file.whole);
    CHECK(file.agency == "甲局");
    CHECK(file.text.find("总体情况: |\n  情况。\n") != std::string::npos);
    CHECK(file.text.find("存在的主要问题及改进情况: |\n  问题。\n") != std::string::npos);
    CHECK(
        file.text.find(
            "  本年新收: {自然人: , 商业企业: , 科研机构: , 社会公益组织: , 法律服务机构: , 其他: }\n") !=
        std::string::npos);
    CHECK(file.text.find("    总计: {}") == std::string::npos);
    const Reading again = read(file.text, "a.yaml", Format::yaml);
    CHECK_FALSE(again.report);
}

TEST_CASE("A heading without text is a place to write at") {
    const Imported file = imported(
        word_of_lines({"甲局2023年政府信息公开工作年度报告", "引言。", "一、总体情况", "情况。",
                       "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "无。"}));
    CHECK(file.text.find("存在的主要问题及改进情况: |\n  {{请填写}}\n") != std::string::npos);
    CHECK_FALSE(file.whole);
}

TEST_CASE("A cell keeps what is written in it, and a blank one is no 0") {
    std::string body = made::word_report_body(as_printed(model()));
    const auto change = [&](const std::string& cell, const std::string& by) {
        const std::string before = made::word_paragraph(cell), after = made::word_paragraph(by);
        const std::size_t at = body.find(before);
        REQUIRE(at != body.npos);
        body.replace(at, before.size(), after);
    };
    change("320", "/");
    change("45", "");
    change("12.5", "12.5万元");
    change("7", "7（其中修订1件）");
    const Imported file = imported(made::word_file(body));
    CHECK_FALSE(file.whole);
    CHECK(file.text.find("  行政许可: /\n  行政处罚:\n  行政强制: 3\n  行政事业性收费: 12.5\n") !=
          std::string::npos);
    CHECK(file.text.find("现行有效件数: {数值: 7, 备注: 其中修订1件}}\n") != std::string::npos);
    CHECK(told(file) ==
          "年报.docx：表一第7行第2列: 错误 D-11: 行政许可：“/”不是 0\n"
          "年报.docx：表一第10行第2列: 错误 D-11: 行政处罚是空白，空白不是 0\n"
          "年报.docx：表一第14行第2列: 警告 D-31: 数后面的单位没有读：第14行第2列\n");
}

TEST_CASE("What stands beside the six texts and three tables is told") {
    const std::string title = made::word_paragraph("甲局2023年政府信息公开工作年度报告");
    const std::string table = made::word_table(model().disclosure);
    const auto lines = [](std::initializer_list<std::string_view> all) {
        std::string body;
        for (std::string_view line : all) body += made::word_paragraph(line);
        return body;
    };
    const auto said = [&](const std::string& body, std::string_view rule) {
        std::string all;
        for (const Finding& finding : imported(made::word_file(title + body)).findings) {
            if (finding.rule == rule) all += message(finding) + "\n" + finding.hint + "\n";
        }
        return all;
    };
    const std::string before = lines({"引言。", "一、总体情况", "情况。"});
    const std::string after =
        lines({"五、存在的主要问题及改进情况", "问题。", "六、其他需要报告的事项", "无。"});
    const std::string two = lines({"二、主动公开政府信息情况"});
    CHECK(said(before + two + lines({"单位：件"}) + table + after, "D-37") == "");
    CHECK(
        said(before + two + lines({"本年公开情况如下。", "另见附件。"}) + table + after, "D-37") ==
        "年报.docx：第6段: 警告 D-37: “主动公开政府信息情况”的表前面有文字，没有读：“本年公开情况如下。”等 2 段\n"
        "要印在表下的写到表后面；其他的写到第一部分或者第六部分\n");
    CHECK(said(before + lines({"主动公开政府信息情况"}) + table + after, "D-38") ==
          "年报.docx：第5段: 警告 D-38: “主动公开政府信息情况”前面没有编号，按标题读了\n"
          "照格式写上编号\n");
    const Imported noted =
        imported(made::word_file(title + before + two + table + lines({"注：含上年。"}) + after));
    CHECK(noted.text.find("  注: 含上年。\n") != std::string::npos);
}

TEST_CASE("Lines before the title and tables that are not the form's are told") {
    const std::string body = made::word_report_body(as_printed(model()));
    CHECK(told(imported(made::word_file(made::word_paragraph("云政发〔2024〕1号") + body))) ==
          "年报.docx：第1段: 警告 D-40: 标题前面的“云政发〔2024〕1号”没有读\n");
    const std::string table = "<w:tbl><w:tr><w:tc>" + made::word_paragraph("网站") +
                              "</w:tc><w:tc>" + made::word_paragraph("12") +
                              "</w:tc></w:tr></w:tbl>";
    CHECK(told(imported(made::word_file(body + table))) ==
          "年报.docx：表四第1行第1列: 警告 D-40: 这张表不是年报的表，没有读：“网站”……\n");
}

TEST_CASE("What a Word file has beside its text is told") {
    const std::string body = made::word_report_body(as_printed(model()));
    const auto with = [&](const std::string& more) {
        const Imported file = imported(made::word_file(body + "<w:p>" + more + "</w:p>"));
        return told(file);
    };
    CHECK(with("") == "");
    CHECK(
        with("<w:ins><w:r><w:t> </w:t></w:r></w:ins><w:del><w:r/></w:del><w:moveTo/>") ==
        "年报.docx: 警告 D-42: 有没有接受的修订（插入 1 处、删除 1 处、移动 1 处），按全部接受读了\n");
    CHECK(with("<w:r><w:commentReference/></w:r>") ==
          "年报.docx: 警告 D-39: 有 1 条批注，没有读\n");
    CHECK(with("<w:r><w:footnoteReference/></w:r>") ==
          "年报.docx: 警告 D-39: 有 1 条脚注或者尾注，没有读\n");
    CHECK(with("<w:r><w:pict><v:imagedata/></w:pict></w:r>") ==
          "年报.docx: 警告 D-39: 有 1 张图片，里面的文字没有读\n");
    CHECK(with("<w:altChunk/>") == "年报.docx: 警告 D-39: 里面嵌着 1 份别的文件，没有读\n");
    CHECK(with("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>") ==
          "年报.docx: 警告 D-39: 有隐藏的文字，没有读\n");
}

TEST_CASE("Office and year are found in titles of many kinds") {
    const struct {
        std::string_view title, agency;
        int year;
    } cases[] = {
        {"甲县水利局2023年政府信息公开工作年度报告", "甲县水利局", 2023},
        {"甲县水利局 ２０２３年政府信息公开工作年度报告", "甲县水利局", 2023},
        {"2023年度甲县水利局政府信息公开工作年度报告", "甲县水利局", 2023},
        {"关于甲县水利局2023年政府信息公开工作年度报告", "甲县水利局", 2023},
        {"甲县水利局二〇二三年政府信息公开工作年度报告", "甲县水利局", 2023},
        {"2023年政府信息公开工作年度报告", "", 2023},
        {"政府信息公开工作年度报告", "", 0},
        {"", "", 0},
    };
    for (const auto& one : cases) {
        CAPTURE(one.title);
        const recognise::TitleWords words = recognise::words_of_title(one.title);
        CHECK(words.agency == one.agency);
        CHECK(words.year == one.year);
    }
}

TEST_CASE("A line that is nothing but a day is a date") {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"2024年1月8日", "2024-01-08"},
        {" 2024 年 1 月 18 日 ", "2024-01-18"},
        {"二〇二四年一月十八日", "2024-01-18"},
        {"二○二四年十二月三十一日", "2024-12-31"},
        {"2024-01-08", "2024-01-08"},
        {"2024年2月30日", ""},
        {"2024年1月", ""},
        {"截至2024年1月8日", ""},
        {"", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(recognise::day_of(one.first).value_or("") == one.second);
    }
}

TEST_CASE("A table of contents is left out and told, and its lines are no headings") {
    const auto text_with = [](std::string_view before, std::string_view after) {
        return std::string(before) + "甲局2023年政府信息公开工作年度报告\n" + std::string(after) +
               "引言第一段。\n引言第二段。\n一、总体情况\n情况。\n"
               "五、存在的问题和改进措施\n问题。\n六、其他需要报告的事项\n无。\n";
    };
    const Imported plain = imported(text_with("", ""), {}, "a.txt");
    CHECK(plain.text.find("引言: |\n  引言第一段。\n  引言第二段。\n") != std::string::npos);
    const std::string_view contents[] = {
        "目 录\n一、总体情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
        "一、总体情况\t1\n（一）主动公开\t2\n五、存在的主要问题及改进情况\t- 6 -\n",
        "目录\n一、总体情况……1\n二、主动公开政府信息情况……3\n六、其他 ............ 12\n",
    };
    for (std::string_view one : contents) {
        CAPTURE(one);
        for (const bool first : {true, false}) {
            const Imported file =
                imported(first ? text_with(one, "") : text_with("", one), {}, "a.txt");
            CHECK(file.text == plain.text);
            CHECK(file.findings.size() == plain.findings.size() + 1);
            CHECK(told(file).find("警告 D-40: 目录没有读：“") != std::string::npos);
        }
    }
    // The section that has no heading of its own is missing, not found in the contents.
    CHECK(told(imported(text_with("", contents[2]), {}, "a.txt"))
              .find("缺少“主动公开政府信息情况”") != std::string::npos);
    // A number at the end of a sentence or an enumeration is no page.
    const Imported kept = imported(text_with("", "电话 0537 1234567\n共 12\n"), {}, "a.txt");
    CHECK(kept.text.find("  电话 0537 1234567\n  共 12\n") != std::string::npos);
    // Nor is one behind a single mark a page; three are its leader.
    std::string numbered = text_with("", "");
    numbered.replace(numbered.find("一、总体情况"), std::string_view("一、总体情况").size(),
                     "一、总体情况·1");
    CHECK(imported(numbered, {}, "a.txt").text == plain.text);
}

TEST_CASE("A saved text is read by its headings") {
    const std::string text =
        "甲局2023年政府信息公开工作年度报告\n\n引言。\n一、总体情况\n情况。\n"
        "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
        "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n问题。\n"
        "六、其他需要报告的事项\n无。\n甲局\n2024年1月8日\n";
    const Imported file = imported(text, {}, "网页.txt");
    CHECK(file.agency == "甲局");
    CHECK(file.year == 2023);
    CHECK(file.text.find("其他需要报告的事项: |\n  无。\n\n落款:\n  成文日期: 2024-01-08\n") !=
          std::string::npos);
    CHECK(told(file).find("网页.txt: 错误 D-10: 缺少“主动公开政府信息情况”") == 0);
}

TEST_CASE("What is no report is told, and gives no data file") {
    const Imported letter =
        imported(word_of_lines({"关于开会的通知", "各单位：", "定于明日开会。"}));
    CHECK(letter.text == "");
    CHECK(told(letter) == "年报.docx: 错误 D-20: 这份 Word 文件里没有年报的标题和表，不是年报\n");
    const auto hint = [](const std::string& bytes, const std::string& name) {
        const Imported other = imported(bytes, {}, name);
        return other.findings.empty() ? std::string() : other.findings.front().hint;
    };
    CHECK(hint("%PDF-1.7\n", "年报.pdf") ==
          "用附有数据的 PDF，或者生成它的 Word 文件（.docx）再读");
    CHECK(hint("\x89PNG\r\n\x1A\n", "年报.png") ==
          "图片里的字读不出来：用原来的 Word 文件（.docx），或者网页再读");
    const Imported broken = imported("PK\x03\x04word/");
    CHECK(broken.text == "");
}

TEST_CASE("nianbao import writes a data file, and answers what was told") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    write_file(scratch / "年报.docx", made::word_report(as_printed(model())));
    const Run run = nianbao_run({"import", "年报.docx", "-o", "年报.yaml"}, here);
    CHECK(run.err == "已写好 年报.yaml\n");
    CHECK(run.exit == 0);
    CHECK(nianbao_run({"check", "年报.yaml", "-q"}, here).exit == 0);
    // A person may have written into it since.
    CHECK(nianbao_run({"import", "年报.docx", "-o", "年报.yaml"}, here).exit == 0);
    write_file(scratch / "年报.yaml", "单位: 甲局\n");
    CHECK(nianbao_run({"import", "年报.docx", "-o", "年报.yaml"}, here).exit == 1);
    CHECK(nianbao_run({"import", "年报.docx", "-o", "年报.yaml", "--force"}, here).exit == 0);
    const Run json = nianbao_run({"import", "年报.docx", "-o", "b.yaml", "--format", "json"}, here);
    CHECK(json.exit == 0);
    CHECK(json.out.find(R"("file": "年报.docx", "status": "written", "output": "b.yaml")") !=
          std::string::npos);
    write_file(scratch / "改名.wps", "年报\n单位 甲局\n");
    CHECK(nianbao_run({"import", "改名.wps", "-o", "c.yaml"}, here).err ==
          "改名.wps: 错误 D-20: 这是一般的文本文件，不是数据文件\n"
          "   提示: 用 WPS 或 Word 打开原来的文件，另存为 .docx 再读\n");
    write_file(scratch / "空.docx", "");
    CHECK(nianbao_run({"import", "空.docx", "-o", "c.yaml"}, here).err ==
          "空.docx: 错误 D-20: 这是空文件，不是数据文件\n"
          "   提示: 里面什么也没有：找出原来的 Word 文件、工作簿或者网页再读\n");
    check_usage({"import", "年报.docx", "-o", "-", "--format", "json"},
                "标准输出只有一个：不能既写 -o - 又写 --format json", here);
    check_usage({"import"}, "没有写要读的文件", here);
    check_usage({"import", "年报.docx"}, "import 要用 -o 写明输出文件", here);
    check_usage({"import", "年报.docx", "-o", "a.xlsx"}, "import 写成 .yaml 或 .json", here);
    check_usage({"import", "年报.docx", "-o", "a.wps"},
                "不能由 a.wps 的后缀 .wps 看出要写成什么，可用的后缀是：.yaml .yml .json", here);
}
