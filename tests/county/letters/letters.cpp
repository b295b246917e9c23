// Letters of a county's desk: every finding in words that an office can read, in the
// order of the report, and the looks of the letter.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "county/letters/code_words.hpp"
#include "county/letters/line_words.hpp"
#include "county/letters/return_letter.hpp"
#include "data/rules.hpp"
#include "nianbao/neighbours.hpp"
#include "notation/rules.hpp"
#include "program.hpp"
#include "recognise/rules.hpp"
#include "report/example.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// What an example finds.
std::vector<Finding> found_in(const Example& shown) {
    CheckOptions options = shown.options;
    options.previous = &shown.previous;
    std::vector<Finding> findings = check(shown.report, options);
    Neighbours neighbours;
    for (const Report& other : shown.others) static_cast<void>(neighbours.add(sketch(other)));
    for (Finding& finding : neighbours.add(sketch(shown.report)))
        findings.push_back(std::move(finding));
    return findings;
}

Profile profile() {
    Profile profile;
    profile.county = "云溪县";
    profile.office = "云溪县政务公开办公室";
    profile.contact = "王科";
    profile.phone = "0530-6120001";
    profile.submission = Moment{{2024, 1, 18}, 17, 0};
    profile.correction = Moment{{2024, 1, 18}, 17, 0};
    return profile;
}

DeskHead head() {
    DeskHead head;
    head.county = "云溪县";
    head.year = 2023;
    head.now = {{2024, 1, 15}, 17, 0};
    head.expected = 100;
    head.sent = 98;
    return head;
}

/// An office whose report has what the examples of some rules find.
Office office_with(std::string_view lines) {
    const Example shown = example(lines);
    Office office;
    office.row.office.name = shown.report.agency;
    office.row.chosen = "农业农村局/年报（报送）.docx";
    office.row.received = Moment{{2024, 1, 12}};
    office.findings = found_in(shown);
    office.report = shown.report;
    return office;
}

/// Every line of a letter says one of these: what is to be done, or what it should be.
constexpr std::string_view what_is_said[] = {"请", "应为", "应当一致", "不符合表内勾稽关系"};

std::string words_of(const Document& document) {
    std::string words;
    each_text(document, [&](Role role, int, const Text& text) {
        if (role != Role::item_body && !words.empty()) words += "\n";
        words += to_utf8(text.text);
    });
    return words;
}

}  // namespace

TEST_CASE("Every rule's bad example becomes a line without code, field or reference") {
    std::string all;
    for (const CheckRule& rule : check_rules()) {
        const Example shown = example(rule.bad);
        int own = 0;
        for (const Finding& finding : found_in(shown)) {
            if (finding.rule != rule.code) continue;
            ++own;
            const std::string line = letters::line_for(finding, &shown.report);
            CHECK_MESSAGE(letters::fit_for_a_letter(line), line);
            all += fmt::format("{} {}\n", rule.code, line);
        }
        CHECK_MESSAGE(own > 0, rule.code);
    }
    for (const std::span<const Code> codes :
         {std::span<const Code>(notation::rules), std::span<const Code>(data::rules),
          std::span<const Code>(recognise::rules)}) {
        for (const Code& code : codes) {
            Finding finding;
            finding.rule = code.code;
            finding.where.field = "applications.received.business";
            finding.message = "字段 applications 的 {{x}}";  // for those who keep data files
            const std::string line = letters::line_for(finding, nullptr);
            CHECK_MESSAGE(letters::fit_for_a_letter(line), line);
            CHECK_MESSAGE(line.find("有需要核对的地方") == line.npos, code.code);
            all += fmt::format("{} {}\n", code.code, line);
        }
    }
    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);) {
        const auto says = [&](std::string_view own) { return line.find(own) != line.npos; };
        CHECK_MESSAGE(std::any_of(std::begin(what_is_said), std::end(what_is_said), says), line);
    }
    const std::string golden = std::string(NIANBAO_SOURCE) + "/tests/golden/letter-lines.txt";
    if (std::getenv("NIANBAO_ACCEPT") != nullptr) write_file(golden, all);
    CHECK(all == read_file(golden));
}

TEST_CASE("A return has the tone and the order of a county's desk") {
    const Office office = office_with(
        "applications.received.business: 4\n"
        "applications.received.total: 13\n"
        "disclosure.normative_documents.made: 3\n"
        "disclosure.normative_documents.repealed: 1\n"
        "disclosure.normative_documents.in_force: 1\n"
        "overview: （一）主动公开。全年平稳有序。\n"
        "overview: （二）依申请公开。新收政府信息公开申请13件，均已办结。\n"
        "introduction: 根据《中华人民共和国政府信息公开条例》编制本报告。");
    const ReturnLetter letter = return_letter(office, profile(), head());
    CHECK(to_utf8(letter.addressee.text()) == "云溪县农业农村局：");
    CHECK(
        words_of(letter.document) ==
        "关于云溪县农业农村局2023年政府信息公开工作年度报告的审核修改意见\n"
        "你单位报送的《云溪县农业农村局2023年政府信息公开工作年度报告》（文件：年报（报送）.docx，"
        "收到日期：1月12日）收悉。经审核，需修改3处、请核实2处、建议完善2处，"
        "请于1月18日17:00前修改后重新报送。\n"
        "一、须修改\n"
        "1.第一部分（二）“均已办结”与表中的数不符：结转下年度继续办理1件，请核对。\n"
        "2.第三部分表格“商业企业”列：本年新收4件与上年结转0件之和为4件，"
        "办理结果总计3件与结转下年度0件之和为3件，相差1件，不符合表内勾稽关系。\n"
        "3.第三部分表格“总计”列：本年新收13件与上年结转1件之和为14件，"
        "办理结果总计12件与结转下年度1件之和为13件，相差1件，不符合表内勾稽关系。\n"
        "二、请核实\n"
        "1.第二部分表格“行政规范性文件”：现行有效件数1件，"
        "本年制发件数3件减去本年废止件数1件为2件，前者少1件，请核对。\n"
        "2.第二部分表格“行政规范性文件”：现行有效1件，"
        "按上年报告的现行有效件数加本年制发、减本年废止推算，应为8件。\n"
        "三、建议完善\n"
        "1.引言没有写明数据的统计期限。\n"
        "2.引言没有写明联系方式，请补写。\n"
        "联系人：王科，电话：0530-6120001。\n"
        "云溪县政务公开办公室\n"
        "2024年1月15日");
    CHECK(
        return_message(office, profile()) ==
        "云溪县农业农村局：年报收悉，请改3处：①第一部分（二）“均已办结”与表中的数不符："
        "结转下年度继续办理1件，请核对；②第三部分表格“商业企业”列：本年新收4件与上年结转0件之和为4件，"
        "办理结果总计3件与结转下年度0件之和为3件，相差1件，不符合表内勾稽关系；"
        "③第三部分表格“总计”列：本年新收13件与上年结转1件之和为14件，"
        "办理结果总计12件与结转下年度1件之和为13件，相差1件，不符合表内勾稽关系；"
        "请核实2处：④第二部分表格“行政规范性文件”：现行有效件数1件，"
        "本年制发件数3件减去本年废止件数1件为2件，前者少1件，请核对；"
        "⑤第二部分表格“行政规范性文件”：现行有效1件，"
        "按上年报告的现行有效件数加本年制发、减本年废止推算，应为8件；"
        "建议完善2处：⑥引言没有写明数据的统计期限；⑦引言没有写明联系方式，请补写。"
        "请于1月18日17:00前重报，详见附件。");
}

TEST_CASE("A row of a sum is named so that it is no column") {
    const Office office = office_with("applications.results.total.total: 13");
    const std::vector<std::string> lines =
        letters::lines_for(office.findings, Severity::error, &*office.report);
    const auto begins = [&](std::string_view words) {
        return std::count_if(lines.begin(), lines.end(),
                             [&](const std::string& line) { return line.starts_with(words); });
    };
    CHECK(begins("第三部分表格“本年度办理结果·总计”行：") == 1);
    CHECK(begins("第三部分表格“总计”列：") == 2);
}

TEST_CASE("A letter leaves out what nobody said, and is polite where it is asked to") {
    Office office;
    office.row.office.name = "云溪县水利局";
    Finding finding;
    finding.rule = "D-26";
    finding.message = "打不开";
    office.findings = {finding};
    Profile nothing;
    DeskHead no_day;
    no_day.year = 2026;
    CHECK(words_of(return_letter(office, nothing, no_day).document) ==
          "关于云溪县水利局2026年政府信息公开工作年度报告的审核修改意见\n"
          "你单位报送的《云溪县水利局2026年政府信息公开工作年度报告》收悉。经审核，需修改1处，"
          "请尽快修改后重新报送。\n"
          "一、须修改\n"
          "1.报送的文件无法打开，请用WPS或者Word打开核对后另存，重新报送。");
    Profile polite;
    polite.address = Address::polite;
    polite.phone = "0530-6120001";
    polite.correction = Moment{{2027, 1, 18}, -1, 0};
    office.row.due = Moment{{2027, 1, 20}, 12, 0};
    const std::string words = words_of(return_letter(office, polite, no_day).document);
    CHECK(words.find("\n贵单位报送的") != words.npos);
    CHECK(words.find("请于1月20日12:00前修改") != words.npos);
    CHECK(words.ends_with("\n电话：0530-6120001。"));
    office.row.due.reset();
    CHECK(return_message(office, polite) ==
          "云溪县水利局：年报收悉，请改1处：①报送的文件无法打开，"
          "请用WPS或者Word打开核对后另存，重新报送。请于1月18日前重报，详见附件。");
    office.findings.push_back(finding);
    office.findings.back().rule = "D-02";
    office.findings.back().waived = "已说明";
    CHECK(return_message(office, polite).find("请改1处") != std::string::npos);
}

TEST_CASE(
    "Advice is five lines at most, like findings are one line, a message has 500 characters") {
    Office office;
    office.row.office.name = "云溪县水利局";
    const auto add = [&](Severity severity, std::string field, std::string message) {
        Finding finding;
        finding.severity = severity;
        finding.rule = "W-26";
        finding.where.field = std::move(field);
        finding.message = std::move(message);
        office.findings.push_back(std::move(finding));
    };
    for (int i = 0; i < 6; ++i) add(Severity::advice, "overview", fmt::format("建议第{}条", i + 1));
    const std::string letter = words_of(return_letter(office, profile(), head()).document);
    CHECK(letter.find("建议完善5处") != letter.npos);
    CHECK(letter.find("5.第一部分：建议第5条。") != letter.npos);
    CHECK(letter.find("建议第6条") == letter.npos);

    office.findings.clear();
    add(Severity::error, "disclosure.penalties", "数后面有单位");
    add(Severity::error, "disclosure.licences", "数后面有单位");
    CHECK(return_message(office, profile()) ==
          "云溪县水利局：年报收悉，请改1处：①第二部分表格“行政许可”、第二部分表格“行政处罚”："
          "数后面有单位。请于1月18日17:00前重报，详见附件。");

    office.findings.clear();
    for (int i = 0; i < 40; ++i)
        add(Severity::error, "overview", fmt::format("第{}处的文字和表格中所填的数不一致", i + 1));
    for (int i = 0; i < 3; ++i) add(Severity::warning, "other", fmt::format("请看第{}处", i + 1));
    const std::string message = return_message(office, profile());
    CHECK(count_characters(message) <= 500);
    CHECK(count_characters(message) > 460);
    CHECK_MESSAGE(message.find("数不一致等；请核实3处。请于") != message.npos, message);
}

TEST_CASE("Where nothing has to be mended, letter and message ask to verify and to answer") {
    const Office office = office_with(
        "disclosure.normative_documents.made: 3\n"
        "disclosure.normative_documents.repealed: 1\n"
        "disclosure.normative_documents.in_force: 1");
    const std::string words = words_of(return_letter(office, profile(), head()).document);
    CHECK_MESSAGE(words.find("经审核，请核实2处，请于1月18日17:00前核实，有误的修改后重新报送，"
                             "无误的回复说明。\n一、请核实\n") != words.npos,
                  words);
    const std::string message = return_message(office, profile());
    CHECK_MESSAGE(
        message.ends_with("请于1月18日17:00前核实，有误的重报，无误的回复说明，详见附件。"),
        message);
}

TEST_CASE("The letter's Word file is the same each time, and its salutation stands at the edge") {
    const Office office = office_with("disclosure.penalties: 450");
    const std::string bytes = return_file(office, profile(), head());
    CHECK(bytes == return_file(office, profile(), head()));
    const Scratch scratch;
    const auto file = write_file(scratch / "a.docx", bytes);
    const Run read =
        ::run({"python3", std::string(NIANBAO_SOURCE) + "/tests/fixtures/office_parts.py", "part",
               file.native(), "word/document.xml"});
    CHECK(read.out.find(R"(<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r>)"
                        R"(<w:t xml:space="preserve">云溪县农业农村局：</w:t>)") !=
          std::string::npos);
}
