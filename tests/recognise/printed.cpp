// Tables that stand in a text as lines: in what a PDF prints, in copies, in our own text.
#include "recognise/printed/printed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/report_from_values.hpp"
#include "data_files.hpp"
#include "nianbao/import.hpp"
#include "office/made_page.hpp"
#include "program.hpp"
#include "recognise/printed/paragraphs.hpp"
#include "report/dates.hpp"
#include "report/generator.hpp"
#include "report/printed.hpp"

using namespace data_files;

namespace {

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

std::string told(const Imported& file) {
    std::string all;
    for (const Finding& finding : file.findings) all += message(finding) + "\n";
    return all;
}

Imported imported(const std::string& text, const std::string& name = "年报.txt") {
    return import_report({.bytes = text, .name = name});
}

/// A report as lines, the tables made by `table`.
std::string as_text(const Report& report,
                    const std::function<std::string(const FilledForm&)>& table) {
    std::string text =
        fmt::format("{}{}年政府信息公开工作年度报告\n{}\n{}\n{}\n", report.agency, report.year,
                    report.introduction, section_headings[0], report.overview);
    int section = 0;
    for (const FilledForm* filled : report.tables()) {
        text += fmt::format("{}\n{}", section_headings[static_cast<std::size_t>(++section)],
                            table(*filled));
        if (!filled->note.empty()) text += "注：" + filled->note + "\n";
    }
    text += fmt::format("{}\n{}\n{}\n{}\n", section_headings[4], report.problems,
                        section_headings[5], report.other);
    if (report.signature)
        text += fmt::format(
            "{}\n{}\n", report.signature->agency.empty() ? report.agency : report.signature->agency,
            date_text(report.signature->date));
    return text;
}

std::string shown(const Cell& cell) {
    return cell.printed() + (cell.remark.empty() ? "" : "（" + cell.remark + "）");
}

/// A line for each row of the form, its cells parted by `between`; joined cells once.
std::string rows_of(const FilledForm& filled, std::string_view between) {
    std::string text;
    const Form& form = *filled.form;
    for (int row = 0; row < form.rows; ++row) {
        std::string line;
        for (int column = 0; column < form.columns; ++column) {
            const auto put = [&](std::string cell) {
                std::erase(cell, '|');
                line += (line.empty() ? "" : std::string(between)) + cell;
            };
            for (const Box& box : form.boxes) {
                if (box.row == row && box.column == column) put(std::string(box.text));
            }
            for (std::size_t i = 0; i < form.entries.size(); ++i) {
                const Entry& entry = form.entries[i];
                if (entry.row == row && entry.column == column) put(shown(filled.cells[i]));
            }
        }
        text += line + "\n";
    }
    return text;
}

std::string model_with(std::string_view between) {
    return as_text(as_printed(model()),
                   [&](const FilledForm& filled) { return rows_of(filled, between); });
}

std::string replaced_once(std::string text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), by);
}

/// The rows of table three, as a file with other columns has them.
std::string told_with(std::string_view what, std::string_view by) {
    return told(imported(replaced_once(model_with("\t"), what, by)));
}

}  // namespace

TEST_CASE("A copy of a page with a line for each row is read whole") {
    const std::string wanted = write(as_printed(model()), Format::yaml, Keys::chinese);
    for (const std::string_view between : {"\t", "  ", " | ", "　"}) {
        CAPTURE(between);
        const Imported file = imported(model_with(between));
        CHECK(told(file) == "");
        CHECK(file.text == wanted);
    }
    // A line for each cell, as some browsers copy.
    const Imported cells = imported(model_with("\n"));
    CHECK(told(cells) == "");
    CHECK(cells.text == wanted);
}

TEST_CASE("Generated reports of both forms are read back from lines") {
    for (std::uint64_t number = 0; number < 40; ++number) {
        CAPTURE(number);
        Report report = as_printed(generated_report(number, {.extent = Extent::usual}));
        report.title.clear();
        const std::string text =
            as_text(report, [](const FilledForm& filled) { return rows_of(filled, "\t"); });
        const Imported file = imported(text);
        const Reading again = read(file.text, "a.yaml", Format::yaml);
        REQUIRE_MESSAGE(again.report, told(file));
        CHECK(again.report->disclosure.cells == report.disclosure.cells);
        CHECK(again.report->applications.cells == report.applications.cells);
        CHECK(again.report->disputes.cells == report.disputes.cells);
    }
}

TEST_CASE("A row with too few or too many numbers is told, and none of them is read") {
    CHECK(
        told_with("申请数量\t9\t3\t", "申请数量\t9\t") ==
        "年报.txt:36:18: 错误 D-45: “本年新收政府信息公开申请数量”应有 7 个数，读到的是“9 0 0 0 0 "
        "12”，不知道各是哪一格的\n");
    CHECK(told_with("申请数量\t9\t3\t", "申请数量\t9\t3\t1\t")
              .find("应有 7 个数，读到的是“9 3 1 0 0 0 0 12”") != std::string::npos);
    // A cell that is blank between tabs is one; joined cells of the label may be too.
    CHECK(told_with("申请数量\t9\t3\t", "申请数量\t9\t\t") ==
          "年报.txt:36:20: 错误 D-11: 本年新收·商业企业是空白，空白不是 0\n");
    CHECK(told_with("申请数量\t9\t3\t", "申请数量\t\t\t9\t3\t") == "");
    CHECK(told_with("规章\t", "规定\t") ==
          "年报.txt:20:1: 错误 D-45: “规章”没有读到数\n"
          "年报.txt:20:1: 警告 D-34: 表里的这一行没有读：“规定 0 0 0”\n");
    CHECK(told_with("规章\t", "规定甲\t") ==
          "年报.txt:20:1: 错误 D-45: “规章”没有读到数\n"
          "年报.txt:20:1: 警告 D-34: 表里的这一行没有读：“规定甲 0 0 0”\n");
    CHECK(told_with("行政规范性文件\t", "行政性文件\t\t") ==
          "年报.txt:21:1: 错误 D-45: “行政规范性文件”没有读到数\n"
          "年报.txt:21:1: 警告 D-34: 表里的这一行没有读：“行政性文件 2 1 7”\n");
    CHECK(told_with("申请数量\t9\t3\t", "申请数量\t9\t无\t3\t1（含 2 件）\t") ==
          "年报.txt:36:18: 错误 D-45: “本年新收政府信息公开申请数量”应有 7 个数，读到的是“9 无 3 "
          "1（含 2 件） 0 0 0 0 12”，不知道各是哪一格的\n");
}

TEST_CASE("Other columns and other rows than the form's are told, not read") {
    CHECK(told_with("本年制发件数\t本年废止件数", "本年废止件数\t本年制发件数")
              .find("“规章”应有 3 个数，读到的是“0 0 0”") != std::string::npos);
    CHECK(told_with("商业企业\t科研机构", "科研机构\t商业企业")
              .find("“属于国家秘密”应有 7 个数，读到的是") != std::string::npos);
    CHECK(told_with("2.重复申请", "6.撤回的申请\t1\t0\t0\t0\t0\t0\t1\n2.重复申请") ==
          "年报.txt:52:1: 警告 D-34: 表里的这一行没有读：“6.撤回的申请 1 0 0 0 0 0 1”\n");
    const Imported other = imported(replaced_once(model_with("\t"), "规章\t", "  规定\t"));
    REQUIRE(other.findings.size() == 2);
    const Place& place = other.findings.back().place;
    CHECK(fmt::format("{}:{}+{}", place.row, place.column, place.length) == "20:3+8");
    CHECK(other.findings.back().hint == "按表上的文字改正这一行的名称；不是表里的，不必理会");
}

namespace {

/// The paragraphs of a text as a PDF's pages print it, a line each.
std::string paragraphs_of(std::string_view text, std::vector<std::string>* heads = nullptr) {
    recognise::PrintedText printed = recognise::draft_of_printed("a.pdf", text);
    if (heads != nullptr) *heads = printed.heads;
    std::string all;
    for (const auto& part : printed.draft.parts)
        all += std::get<notation::DraftParagraph>(part).text() + "\n";
    return all;
}

}  // namespace

TEST_CASE("Numbers of pages and running heads are no text") {
    std::vector<std::string> heads;
    for (const std::string_view number :
         {"—{}—", "- {} -", "第 {} 页", "第{}页 共2页", "{}/2", "{}"}) {
        CAPTURE(number);
        const auto at = [&](int page) { return fmt::format(fmt::runtime(number), page); };
        CHECK(paragraphs_of("   甲乙。\n      " + at(1) + "\n\f   丙丁。\n" + at(2) + "\n\f") ==
              "甲乙。\n丙丁。\n");
    }
    CHECK(paragraphs_of("   共有\n7\n\f   丙丁。\n") == "共有\n7\n丙丁。\n");
    CHECK(paragraphs_of("   共有\n7\n\f   丙丁。\n7\n") == "共有\n7\n丙丁。\n7\n");
    CHECK(paragraphs_of("  甲县年报  2024/1/2\n   甲。\n\f  甲县年报  2024/1/2\n   乙。\n\f",
                        &heads) == "甲。\n乙。\n");
    CHECK(heads == std::vector<std::string>{"甲县年报  2024/1/2"});
    // A number that may be the page's never joins what is written before or behind it.
    CHECK(paragraphs_of("   共有\n7\n\f12件。\n   丙丁。\n7\n\f甲。\n") ==
          "共有\n7\n12件。\n丙丁。\n7\n甲。\n");
    CHECK(paragraphs_of("   甲乙丙丁戊己庚辛\n12\n件。\n") == "甲乙丙丁戊己庚辛12件。\n");
    // One line does not tell its page's margin: it begins a paragraph behind a sentence.
    CHECK(paragraphs_of("   甲乙丙丁戊己庚辛壬癸\n子丑寅卯辰巳午未申酉戌亥\n\f   甲。\n") ==
          "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲。\n");
    // The title of the first page may run above the others.
    const std::string title = "甲局2023年政府信息公开工作年度报告";
    CHECK(paragraphs_of(title + "\n   甲。\n\f" + title + "\n   乙。\n\f", &heads) ==
          title + "\n甲。\n乙。\n");
}

TEST_CASE("Lines that a program broke are one paragraph again") {
    CHECK(paragraphs_of(
              "   一二三四五六七八九十一二三四五六\n七八九十一二三四五六七八九十一二三四\n五六。\n"
              "   （一）甲乙丙丁戊己庚辛壬癸子丑寅\n   一二三四五六七八九十。\n") ==
          "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六。\n"
          "（一）甲乙丙丁戊己庚辛壬癸子丑寅\n一二三四五六七八九十。\n");
    // Without indents a short line ends a paragraph, and a heading is one.
    CHECK(paragraphs_of("一二三四五六七八九十一二三四五六七八\n七八九十。\n一、总体情况\n"
                        "一二三四五六七八九十一二三四五六七八\n七八九十。\n") ==
          "一二三四五六七八九十一二三四五六七八七八九十。\n一、总体情况\n"
          "一二三四五六七八九十一二三四五六七八七八九十。\n");
    // An address makes a line short, and what is signed stands apart.
    CHECK(
        paragraphs_of(
            "   一二三四五六七八九十一二三四五六\n七八九十一二三四五六七\n（http://a.cn/b）一二三四五六七。\n"
            "   一二三四五六七八九十一二三四五六\n七八九十一二三四五六七八九十一二三四\n五六。\n"
            "               甲县统计局\n               2024年1月2日\n") ==
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七（http://a.cn/b）一二三四五六七。\n"
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六。\n"
        "甲县统计局\n2024年1月2日\n");
    CHECK(recognise::unspaced("  2023 年 1 月  2 日，见 Open Data 网 ") ==
          "2023年1月2日，见Open Data网");
    std::string text = "见open";
    recognise::join_line(text, "  data网");
    recognise::join_line(text, "www.a.");
    recognise::join_line(text, "cn，1");
    recognise::join_line(text, "2");
    CHECK(text == "见open data网www.a.cn，12");
}
