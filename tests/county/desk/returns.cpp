// What goes back to an office, and what it makes of it: its own file marked, mended, and
// collected again.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>

#include "county/troubled_county.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "notation/docx/word_file.hpp"
#include "notation/xlsx/workbook.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "office/made_word.hpp"
#include "program.hpp"
#include "recognise/draft_number.hpp"
#include "text/utf8.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

class Desk {
public:
    Desk() {
        fs::create_directory(scratch / "收件");
        write_file(scratch / "名单.csv", "单位全称,类别\n云溪县财政局,部门\n");
        write_file(scratch / "本地要求.yaml", "县名: 云溪县\n落款: 云溪县政务公开办公室\n");
    }
    /// The line of the office.
    std::string collect(int day) {
        const Run run =
            nianbao_run({"collect", "收件", "--expect", "名单.csv", "--profile", "本地要求.yaml",
                         "-o", "汇总", "--now", fmt::format("2024-01-{} 09:30", day)},
                        {.folder = scratch.folder()});
        CHECK_MESSAGE(run.exit <= 1, run.err);
        return run.out.substr(0, std::min(run.out.find("。"), run.out.find('\n')));
    }
    std::string ledger() const { return read_file(scratch / "汇总/台账.json"); }
    fs::path returned(const std::string& name) const { return scratch / "汇总/退改意见" / name; }

    Scratch scratch;
};

Report wrong_report() {
    Report wrong = made_report("云溪县财政局", 2);
    wrong.cell("applications.received.total")->value = {13, 0};
    return wrong;
}

int draft_of(const std::string& bytes) {
    const notation::ReadWorkbook read = notation::read_workbook(bytes, "a");
    REQUIRE(read.workbook);
    const auto draft = recognise::draft_number(read.workbook->draft);
    return draft ? draft->number : -1;
}

/// The office writes the right number over the wrong one.
std::string mended(const std::string& marked, const std::string& number) {
    made::EditedBook book(marked);
    book.number(book.where("applications.received.total"), number);
    return book.bytes();
}

TEST_CASE("a workbook that comes back mended counts before the one that it was made of") {
    Desk desk;
    const fs::path received = desk.scratch / "收件";
    write_file(received / "财政.xlsx", write_workbook(wrong_report()));
    CHECK(desk.collect(12) == "云溪县财政局：按时报送，退回修改（第1次），须改 2");
    const std::string first = read_file(desk.returned("云溪县财政局（第1次）批注.xlsx"));
    CHECK(draft_of(first) == 1);

    // It is mended, wrongly, and lies beside the first.
    write_file(received / "财政改.xlsx", mended(first, "15"));
    CHECK(desk.collect(13) == "云溪县财政局：按时报送，退回修改（第2次），须改 2");
    CHECK(desk.ledger().find("\"chosen\": \"财政改.xlsx\"") != std::string::npos);
    const std::string second = read_file(desk.returned("云溪县财政局（第2次）批注.xlsx"));
    CHECK(draft_of(second) == 2);

    // All three lie there.
    write_file(received / "A再改.xlsx", mended(second, "12"));
    CHECK(desk.collect(14) == "云溪县财政局：按时报送，待审核，核验无误");
    CHECK(desk.ledger().find("\"chosen\": \"A再改.xlsx\"") != std::string::npos);
    CHECK(desk.ledger().find("多稿待定") == std::string::npos);
}

TEST_CASE(
    "an office that mends the workbook that it had is returned to by its number all the same") {
    Desk desk;
    const fs::path received = desk.scratch / "收件";
    write_file(received / "财政.xlsx", write_workbook(wrong_report()));
    static_cast<void>(desk.collect(12));
    Report wrong = wrong_report();
    wrong.cell("applications.received.total")->value = {14, 0};
    write_file(received / "财政.xlsx", write_workbook(wrong));
    static_cast<void>(desk.collect(13));
    CHECK(draft_of(read_file(desk.returned("云溪县财政局（第2次）批注.xlsx"))) == 2);
}

/// Each comment of a Word file, with the text that it stands at.
std::string comments_of(const std::string& bytes) {
    const notation::ReadWordFile read = notation::read_word_file(bytes, "a");
    REQUIRE_MESSAGE(read.file, read.fault);
    std::string all;
    for (const notation::WordComment& one : read.file->comments) {
        std::string text(read.file->draft.source.line(read.file->draft.source.place_of(one.at)));
        all += fmt::format("{} [{}] {}\n", text, one.author, one.text);
    }
    return all;
}

TEST_CASE("a Word file goes back as it came, with the findings as comments") {
    Desk desk;
    const std::string own = made::word_report(wrong_report());
    write_file(desk.scratch / "收件/财政.docx", own);
    CHECK(desk.collect(12) == "云溪县财政局：按时报送，退回修改（第1次），须改 2");
    const fs::path marked = desk.returned("云溪县财政局（第1次）批注.docx");
    const std::string comments = comments_of(read_file(marked));
    CHECK_MESSAGE(comments.find("13 [nianbao] 错误 T3-01：") != comments.npos, comments);
    // The next day it still lies there, as it was.
    const std::string bytes = read_file(marked);
    static_cast<void>(desk.collect(13));
    CHECK(read_file(marked) == bytes);
}

TEST_CASE("of a report in two files each goes back with its own findings") {
    Desk desk;
    Report wrong = wrong_report();
    wrong.problems = "一是个别科室开展开展培训不够，正在改进。";
    fs::create_directory(desk.scratch / "收件/财政");
    write_file(desk.scratch / "收件/财政/三张表.xlsx", made::tables_alone(wrong));
    std::string body;
    for (const std::string& text :
         {wrong.agency, fmt::format("{}年政府信息公开工作年度报告", wrong.year), wrong.introduction,
          std::string("一、总体情况"), std::string("修好了水渠。"),
          std::string("五、存在的主要问题及改进情况"), wrong.problems,
          std::string("六、其他需要报告的事项"), std::string("无其他需要报告的事项。")})
        body += made::word_paragraph(text);
    write_file(desk.scratch / "收件/财政/文字.docx", made::word_file(body));
    CHECK(desk.collect(12).find("退回修改（第1次）") != std::string::npos);
    const std::string comments =
        comments_of(read_file(desk.returned("云溪县财政局（第1次）批注.docx")));
    CHECK_MESSAGE(comments.find(wrong.problems + " [nianbao] 警告 W-20：") != comments.npos,
                  comments);
    CHECK(comments.find("T3-01") == comments.npos);
    const notation::ReadWorkbook tables =
        notation::read_workbook(read_file(desk.returned("云溪县财政局（第1次）批注.xlsx")), "a");
    CHECK(tables.workbook->draft.source.text().find("T3-01") != std::string::npos);
    CHECK(tables.workbook->draft.source.text().find("W-20") == std::string::npos);
}

}  // namespace
}  // namespace nianbao
