// Revised drafts: tests/cases/revised.txt.
#include "nianbao/revise.hpp"

#include "cli/program_data.hpp"
#include "data_files.hpp"
#include "nianbao/nianbao.h"
#include "nianbao/write.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "report/dates.hpp"
#include "report/printed.hpp"
#include "text/lines.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace nianbao;
using namespace data_files;

namespace {

constexpr std::string_view numbering =
    R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>)"
    R"(<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>)"
    R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)";

std::string data_text() { return file_text("files/revise.yaml"); }

struct Draft {
    explicit Draft(Report before) : report(std::move(before)) {}

    /// One line of a case.
    void edit(const std::string& line) {
        const auto cut = [&](std::string_view divider) {
            const std::size_t at = line.find(divider);
            return std::pair(line.substr(0, at),
                             at == line.npos ? "" : line.substr(at + divider.size()));
        };
        if (const auto [what, value] = cut(" ="); line.find("=>") == line.npos)
            return change(what, value.starts_with(" ") ? value.substr(1) : value);
        if (body.empty()) body = made::word_report_body(as_printed(report));
        const auto [left, by] = cut(" =>");
        const std::size_t space = left.find(' ');
        const std::string word = left.substr(0, space), what = left.substr(space + 1);
        const std::string instead = marked(by.starts_with(" ") ? by.substr(1) : by);
        if (word == "in") {
            const std::size_t at = body.find(what);
            REQUIRE_MESSAGE(at != body.npos, what);
            body.replace(at, what.size(), instead);
            return;
        }
        const auto [begin, end] = paragraph(what);
        if (word == "paragraph") body.replace(begin, end - begin, paragraphs(instead));
        if (word == "after") body.insert(end, paragraphs(instead));
        if (word == "comment") {
            comments += R"(<w:comment w:id="7" w:author="x"><w:p><w:r><w:t>)" + instead +
                        "</w:t></w:r></w:p></w:comment>";
            body.insert(end - 6, R"(<w:r><w:commentReference w:id="7"/></w:r>)");
        }
        if (word == "move") {
            const std::string own = body.substr(begin, end - begin);
            body.erase(begin, end - begin);
            body.insert(paragraph(instead).second, own);
        }
    }

    std::string file() {
        if (body.empty()) body = made::word_report_body(as_printed(report));
        return made::word_file(body, {{}, std::string(numbering), comments});
    }

    Report report;
    std::string body, comments;

private:
    void change(const std::string& what, const std::string& value) {
        const std::size_t space = what.find(' ');
        const std::string path = space == what.npos ? "" : what.substr(space + 1);
        if (what == "no signature") report.signature.reset();
        else if (what == "date") report.signature->date = *parse_date(value);
        else if (what == "signed") report.signature->agency = value;
        else if (what == "note disputes") report.disputes.note = value;
        else if (what.starts_with("remark ")) report.cell(path)->remark = value;
        else {
            REQUIRE_MESSAGE(report.cell(path) != nullptr, what);
            report.cell(path)->value = *Amount::parse(value);
        }
    }

    static std::string marked(std::string text) {
        text = replaced(text, "[+", "</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>");
        text = replaced(text, "+]", "</w:t></w:r></w:ins><w:r><w:t>");
        text = replaced(text, "[-", "</w:t></w:r><w:del w:id=\"2\"><w:r><w:delText>");
        return replaced(text, "-]", "</w:delText></w:r></w:del><w:r><w:t>");
    }

    static std::string paragraphs(const std::string& text) {
        if (text.empty() || text.starts_with("<w:p>")) return text;
        return "<w:p><w:r><w:t>" + replaced(text, "⏎", "</w:t></w:r></w:p><w:p><w:r><w:t>") +
               "</w:t></w:r></w:p>";
    }

    std::pair<std::size_t, std::size_t> paragraph(const std::string& what) const {
        const std::size_t at = body.find("<w:t>" + what);
        REQUIRE_MESSAGE(at != body.npos, what);
        const std::size_t begin = body.rfind("<w:p>", at);
        return {begin, body.find("</w:p>", at) + 6};
    }
};

/// Lines that only one of two files has, in their order.
std::string changed_lines(const std::string& before, const std::string& after) {
    const std::vector<std::string> a = lines_of(before), b = lines_of(after);
    std::vector<std::vector<int>> longest(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1
                                         : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::string out;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) ++i, ++j;
        else if (i < a.size() && (j == b.size() || longest[i + 1][j] >= longest[i][j + 1]))
            out += "-" + a[i++] + "\n";
        else out += "+" + b[j++] + "\n";
    }
    return out;
}

std::string told(const std::vector<Finding>& findings) {
    std::string all;
    for (const Finding& finding : findings) all += message(finding) + "\n";
    return all;
}

/// All that people see of two reports is the same, but for blanks.
bool same_in_print(const Report& a, const Report& b) {
    Report one = as_printed(a), other = as_printed(b);
    for (Report* report : {&one, &other}) {
        std::erase(report->title, '\n');
        report->title = plain_name(report->title);
        for (std::string* text : {&report->introduction, &report->overview, &report->problems,
                                  &report->other, &report->applications.note})
            *text = plain_name(*text);
    }
    return one == other;
}

}  // namespace

TEST_CASE("A revised draft is carried back into the data file, and what is left is told") {
    const std::string path = std::string(NIANBAO_SOURCE) + "/tests/cases/revised.txt";
    const std::string cases = file_text("cases/revised.txt");
    std::string accepted = cases.substr(0, cases.find("\n== ") + 1);
    const Report report = data_files::report(read(data_text(), "年报.yaml", Format::yaml));
    int count = 0, carried = 0;
    for (std::size_t begin = cases.find("\n== "); begin != cases.npos; ++count) {
        const std::size_t next = cases.find("\n== ", begin + 1);
        const std::string block = cases.substr(begin + 1, next == cases.npos ? next : next - begin);
        begin = next;
        const std::vector<std::string> lines = lines_of(block);
        CAPTURE(lines.front());
        std::string head;
        Draft draft(report);
        for (const std::string& line : lines) {
            if (line == "--" || line.empty()) break;
            head += line + "\n";
            if (!line.starts_with("== ")) draft.edit(line);
        }
        const std::string word = draft.file();
        const Revised revised = revise({.bytes = data_text(), .name = "年报.yaml"},
                                       {.bytes = word, .name = "修改稿.docx"});
        CHECK(told(revised.of_data) == "");
        std::string actual = head + "--\n" + changed_lines(data_text(), revised.text) + "--\n" +
                             told(revised.left) + "\n";
        accepted += actual;
        std::string expected = block;
        while (expected.ends_with("\n\n")) expected.pop_back();
        if (std::getenv("NIANBAO_ACCEPT") == nullptr) CHECK(actual == expected + "\n");
        // What was carried whole is what the draft shows, and nothing else.
        const Reading then = read(revised.text, "年报.yaml", Format::yaml);
        REQUIRE(then.report);
        if (!revised.left.empty()) continue;
        ++carried;
        const Reading shown = read(word, "修改稿.docx", Format::article);
        REQUIRE(shown.report);
        // Braces that somebody typed are no reference once they are carried.
        if (draft.body.find("{{") == draft.body.npos)
            CHECK(same_in_print(*then.report, *shown.report));
        if (revised.text == data_text()) CHECK(diff(report, *then.report).none());
        const Revised again = revise({.bytes = revised.text, .name = "年报.yaml"},
                                     {.bytes = word, .name = "修改稿.docx"});
        CHECK(again.text == revised.text);
    }
    CHECK(count > 60);
    CHECK(carried > 40);
    while (accepted.ends_with("\n\n")) accepted.pop_back();
    if (std::getenv("NIANBAO_ACCEPT") != nullptr) std::ofstream(path) << accepted;
}

namespace {

/// The model's draft, in which one number, one word and a paragraph are changed.
std::string changed_draft(const Report& report) {
    Draft draft(report);
    draft.edit("cell disclosure.licences = 321");
    draft.edit("in 286条 => 287条");
    draft.edit("after 组织业务培训2次 => 新的一段。");
    return draft.file();
}

Revised revised(const std::string& data, const std::string& draft, Format format = Format::yaml) {
    return revise({.bytes = data, .name = "年报", .format = format},
                  {.bytes = draft, .name = "修改稿.docx"});
}

}  // namespace

TEST_CASE("A data file in JSON, with marks or Windows line ends stays as it is written") {
    const Report report = data_files::report(read(data_text(), "a", Format::yaml));
    const std::string draft = changed_draft(report);
    const std::string json = write(report, Format::json);
    const Revised of_json = revised(json, draft, Format::json);
    CHECK(changed_lines(json, of_json.text).find("-    \"licences\": 320") != std::string::npos);
    CHECK(changed_lines(json, of_json.text).find("+    \"licences\": 321") != std::string::npos);
    CHECK(lines_of(changed_lines(json, of_json.text)).size() == 4);
    CHECK(revised(of_json.text, draft, Format::json).text == of_json.text);

    const std::string windows = "\xEF\xBB\xBF" + replaced(data_text(), "\n", "\r\n");
    Draft shorter(report);
    shorter.edit("note disputes = 已维持。");
    shorter.edit("paragraph 修订信息发布审核制度 =>");
    shorter.edit("paragraph 结转的一件已于 =>");
    for (const std::string& word : {draft, shorter.file()}) {
        CHECK(revised(windows, word).text ==
              "\xEF\xBB\xBF" + replaced(revised(data_text(), word).text, "\n", "\r\n"));
    }
    CHECK(revised(windows, made::word_report(as_printed(report))).text == windows);
}

TEST_CASE("A file whose text cannot be edited, and one with errors, is told and not written") {
    const Report report = data_files::report(read(data_text(), "a", Format::yaml));
    const std::string draft = changed_draft(report);
    const Revised of_word = revised(made::word_report(report), draft);
    CHECK(of_word.text == "");
    CHECK(told(of_word.of_data) ==
          "年报: 错误 D-20: 修改稿的改动只带进 UTF-8 的 .yaml、.json 数据文件，这不是\n");
    const Revised broken =
        revised(replaced(data_text(), "行政许可: 320", "行政许可: 约320"), draft);
    CHECK(broken.text == "");
    CHECK(told(broken.of_data).find("错误 D-12: 行政许可：“约320”") != std::string::npos);
    const Revised letter =
        revised(data_text(), made::word_file(made::word_paragraph("关于开会的通知")));
    CHECK(letter.text == "");
    CHECK(told(letter.left).find("错误 D-20: ") != std::string::npos);
}

TEST_CASE("Long texts that were rewritten as a whole are carried in bounded time") {
    std::string text, other;
    for (int i = 0; i < 4000; ++i) {
        text += "  第" + std::to_string(i) + "件事情甲乙丙丁。\n";
        other += made::word_paragraph("全新的第" + std::to_string(i * 7) + "项内容子丑寅卯。");
    }
    std::string data = data_text();
    const std::string line = "  修订信息发布审核制度，落实先审查、后公开。\n";
    data.replace(data.find(line), line.size(), text);
    Draft draft(data_files::report(read(data_text(), "a", Format::yaml)));
    draft.edit("paragraph 修订信息发布审核制度 => " + other);
    const Revised long_one = revised(data, draft.file());
    CHECK(long_one.text.find("第3999件事情") == std::string::npos);
    CHECK(long_one.text.find("全新的第27993项") != std::string::npos);
    CHECK(told(long_one.left) == "");
}

TEST_CASE("nianbao revise writes the data file, tells each change, and answers what is left") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    const Report report = data_files::report(read(data_text(), "a", Format::yaml));
    write_file(scratch / "a.yaml", data_text());
    write_file(scratch / "b.docx", changed_draft(report));
    const Run run = nianbao_run({"revise", "a.yaml", "b.docx", "-o", "c.yaml"}, here);
    CHECK(run.exit == 0);
    CHECK(run.err == "");
    CHECK(run.out ==
          "表格\n  行政许可：320 → 321，+1，+0.3%\n文字\n"
          "  总体情况\n    - 全年通过政府网站公开各类信息286条，发布政策解读9篇。\n"
          "    + 全年通过政府网站公开各类信息287条，发布政策解读9篇。\n    + 新的一段。\n");
    CHECK(changed_lines(data_text(), read_file(scratch / "c.yaml")) ==
          "-  全年通过政府网站公开各类信息286条，发布政策解读9篇。\n"
          "+  全年通过政府网站公开各类信息287条，发布政策解读9篇。\n+  新的一段。\n"
          "-  行政许可: 320\n+  行政许可: 321\n");
    // What another program would read.
    const Run json =
        nianbao_run({"revise", "a.yaml", "b.docx", "-o", "c.yaml", "--format", "json"}, here);
    CHECK(json.exit == 0);
    CHECK(json.out.find(R"("field": "disclosure.licences")") != std::string::npos);
    CHECK(nianbao_run({"revise", "a.yaml", "b.docx", "-o", "-"}, here).out ==
          read_file(scratch / "c.yaml"));
    // Somebody's own file is not written over.
    write_file(scratch / "c.yaml", "单位: 甲局\n");
    CHECK(nianbao_run({"revise", "a.yaml", "b.docx", "-o", "c.yaml"}, here).exit == 1);
    CHECK(read_file(scratch / "c.yaml") == "单位: 甲局\n");
    CHECK(nianbao_run({"revise", "a.yaml", "b.docx", "-o", "c.yaml", "--force"}, here).exit == 0);
    Draft commented(report);
    commented.edit("comment 组织业务培训2次 => 请核对");
    write_file(scratch / "d.docx", commented.file());
    const Run left = nianbao_run({"revise", "a.yaml", "d.docx", "-o", "d.yaml"}, here);
    CHECK(left.exit == 1);
    CHECK(left.out == "没有不同\n");
    CHECK(left.err.find("d.docx：第13段: 警告 D-39: 这里有批注，没有读：“请核对”\n") !=
          std::string::npos);
    CHECK(read_file(scratch / "d.yaml") == data_text());
    CHECK(nianbao_run({"help", "revise"}).out == source_file("tests/cases/help_revise.txt"));
    check_usage({"revise", "a.yaml"}, "revise 后面写两个文件：数据文件和修改稿", here);
    check_usage({"revise", "a.yaml", "b.docx"}, "revise 要用 -o 写明输出文件", here);
    check_usage({"revise", "a.yaml", "b.docx", "-o", "-", "--format", "json"},
                "标准输出只有一个：不能既写 -o - 又写 --format json", here);
}

TEST_CASE("C carries a revised draft back by a job") {
    const Scratch scratch;
    const Report report = data_files::report(read(data_text(), "a", Format::yaml));
    write_file(scratch / "a.yaml", data_text());
    write_file(scratch / "b.docx", changed_draft(report));
    const std::string folder = scratch.folder().native();
    const std::string job = R"({"command": "revise", "files": [")" + folder + "/a.yaml\", \"" +
                            folder + "/b.docx\"], \"output\": \"" + folder + "/c.yaml\"}";
    nianbao_answer* answer = nullptr;
    REQUIRE(nianbao_run_job(nullptr, job.data(), static_cast<int64_t>(job.size()), nullptr, &answer,
                            nullptr) == NIANBAO_OK);
    CHECK(nianbao_answer_exit(answer) == 0);
    CHECK(std::string(nianbao_answer_json(answer, nullptr)).find("disclosure.licences") !=
          std::string::npos);
    nianbao_answer_free(answer);
    CHECK(read_file(scratch / "c.yaml").find("行政许可: 321") != std::string::npos);
}
