// 审签单: what stands on it, and that it is no report.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "docx/write.hpp"
#include "nianbao/evidence.hpp"
#include "nianbao/import.hpp"
#include "nianbao/publish.hpp"
#include "nianbao/read.hpp"
#include "notation/docx/word_file.hpp"
#include "office/draft_text.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

struct Sheet {
    explicit Sheet(const std::string& file)
        : report(*read(source_file(file), "a", Format::yaml).report), document(compose(report)) {}

    std::string bytes() const {
        return write_signing_sheet({.report = report,
                                    .document = &document,
                                    .findings = asked ? &findings : nullptr,
                                    .figures = asked ? &figures : nullptr});
    }
    std::string text() const {
        const std::string own = bytes();
        notation::ReadWordFile read = notation::read_word_file(own, "a.docx");
        REQUIRE(read.file);
        return made::text_of(read.file->draft);
    }

    Report report;
    Document document;
    std::vector<Finding> findings = {};
    FigureCount figures = {};
    bool asked = true;
};

void check_holds(const std::string& text, std::string_view what) {
    CHECK_MESSAGE(text.find(what) != text.npos, what << " in\n" << text);
}

}  // namespace

TEST_CASE("The sheet has a place for everybody who signs, and the key figures") {
    Sheet sheet("tests/files/model.yaml");
    const std::string text = sheet.text();
    CHECK(text.starts_with("|政府信息公开工作年度报告审签单\ntable\n"));
    for (const char* cell :
         {"0,1 1×4: 云溪县农业农村局\n", "0,6 1×2: 2023年\n",
          "1,1 1×7: 云溪县农业农村局2023年政府信息公开工作年度报告\n", "2,0 1×1: 拟稿人\n",
          "2,4 1×2: 拟稿科室\n", "3,0 1×1: 核稿\n", "4,0 1×1: 数据核对\n",
          "5,0 1×1: 保密审查⏎意见\n", "6,0 1×1: 分管负责⏎同志意见\n",
          "7,0 1×1: 主要负责⏎同志签发\n", "8,0 1×1: 报送日期\n", "8,4 1×2: 单位（盖章）\n",
          "10,0 1×1: 12\n10,1 1×1: 1\n10,2 1×1: 12\n10,3 1×1: 1\n10,4 1×1: 1\n10,5 1×1: 1\n"
          "10,6 1×1: 制发2⏎废止1⏎有效7\n10,7 1×1: 12.5\n"})
        check_holds(text, cell);
    check_holds(text, "|本单只供单位内部审签，不随年度报告公布。\n");
}

TEST_CASE("The sheet says what the program compared") {
    Sheet sheet("tests/files/model.yaml");
    for (const Severity severity :
         {Severity::error, Severity::warning, Severity::warning, Severity::advice}) {
        sheet.findings.emplace_back().severity = severity;
        sheet.findings.emplace_back(sheet.findings.back()).waived = "已核对";
    }
    sheet.figures = {.agree = 9, .contradict = 1, .not_compared = 3};
    check_holds(sheet.text(),
                "11,1 1×7: 须改1处、请核实2处、建议1处；正文里的数字9处一致、未比对3处\n");
    // Findings without figures say nothing of how far the text was compared.
    const std::string half = write_signing_sheet({.report = sheet.report,
                                                  .document = &sheet.document,
                                                  .findings = &sheet.findings,
                                                  .figures = nullptr});
    sheet.asked = false;
    CHECK(half == sheet.bytes());
    check_holds(sheet.text(), "11,1 1×7: 没有核验\n");
}

TEST_CASE("The sheet is no report, is known as ours, and is told before it is published") {
    for (const char* file : {"tests/files/model.yaml", "tests/files/whole-2019.yaml"}) {
        const Sheet sheet(file);
        const std::string bytes = sheet.bytes();
        CHECK(bytes == Sheet(file).bytes());
        CHECK(is_docx_as_made(bytes));
        CHECK(import_report({.bytes = bytes, .name = "a.docx"}).text.empty());
        const LookedThrough found = look_through({.bytes = bytes, .name = "a.docx"});
        REQUIRE(found.findings.size() == 1);
        CHECK(message(found.findings.front()) == "a.docx：第1段: 错误 G-09: 这是审签单，不是报告");
    }
    // The form of 2019 counts other things.
    check_holds(Sheet("tests/files/whole-2019.yaml").text(), "10,6 1×1: 制发");
}
