// What clerks see in a workbook and would not have been read, or read otherwise.
#include "recognise/article/lost_heading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "data_files.hpp"
#include "nianbao/workbook.hpp"
#include "notation/xlsx/numbers.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "program.hpp"

using namespace data_files;

namespace {

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

Reading read_book(const std::string& bytes) { return read(bytes, "年报.xlsx", Format::workbook); }

/// What is told with one rule.
std::string told_with(const std::string& bytes, std::string_view rule) {
    std::string all;
    const Reading reading = read_book(bytes);
    for (const Finding& finding : reading.findings) {
        if (finding.rule == rule)
            all +=
                fmt::format("{}: {} {}\n", place_text(finding.place),
                            finding.severity == Severity::error ? "错误" : "警告", finding.message);
    }
    return all;
}

/// The model's workbook with a sheet of its disputes more, as a copy has it.
std::string with_copy(const FilledForm& disputes, const std::string& name) {
    made::EditedBook book(made::plain_book(model()));
    made::ForeignSheet copy;
    copy.name = name;
    made::add_table(copy, disputes, 2, 0);
    made::EditedBook other(made::foreign_book({copy}));
    const std::size_t sheets = book.sheet_names().size();
    std::string& names = book.part("xl/workbook.xml");
    names.insert(names.find("</sheets>"),
                 fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="copy"/>)", name, sheets + 1));
    std::string& relations = book.part("xl/_rels/workbook.xml.rels");
    relations.insert(
        relations.find("</Relationships>"),
        R"(<Relationship Id="copy" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/copy.xml"/>)");
    book.add("xl/worksheets/copy.xml", other.sheet(name));
    return book.bytes();
}

}  // namespace

TEST_CASE("A number is seen as its format shows it") {
    const struct {
        std::string_view format, number, shown;
    } cases[] = {
        {"0", "35", "35"},
        {"0", "1.5", "2"},
        {"0.00", "1.50462", "1.50"},
        {"0.00", "9.999", "10.00"},
        {"0.0#", "1.5", "1.5"},
        {"0.0#", "1.56", "1.56"},
        {"#.##", "0.5", ".5"},
        {"000", "7", "007"},
        {"#,##0.00", "1234567.5", "1,234,567.50"},
        {"#,##0", "123", "123"},
        {"0.00\"元\"", "15000", "15000.00元"},
        {"[$￥-804]#,##0.00;[Red]-0", "15000", "￥15,000.00"},
        {"0!.0,\"万元\"", "15000", "1.5万元"},
        {"0!.0000", "15000", "1.5000"},
        {"0.0,", "15000", "15.0"},
        {"0%", "0.35", "35%"},
        {"_ * #,##0_ ", "5", "5"},
        {"0\\件", "5", "5件"},
        {"0元", "5", "5元"},
        {"General", "5", "none"},
        {"@", "5", "none"},
        {"[>=10000000000]0;General", "1.5", "none"},
        {"[Red]0.0", "1.55", "1.6"},
        {"0.00E+00", "5", "none"},
        {"# ?/?", "5", "none"},
        {"0\"元", "5", "none"},
        {"0!", "5", "none"},
        {"\"元\"", "5", "none"},
        {"0", "-5", "none"},
        {"0", "1E-30", "none"},
        {"0", "", "none"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.format);
        CAPTURE(one.number);
        CHECK(notation::shown_number(one.format, one.number).value_or("none") == one.shown);
    }
    CHECK(notation::built_in_format(2) == "0.00");
    CHECK(notation::built_in_format(44) == "¥#,##0.00");
    CHECK(notation::built_in_format(0).empty());
    CHECK(notation::built_in_format(14).empty());
}

TEST_CASE("A copy of a sheet with other numbers is told, and a copy alike is not") {
    const Report report = model();
    FilledForm other = report.disputes;
    CHECK(told_with(with_copy(other, "副本"), "D-35") == "");
    other.cells[0].value.digits += 7;
    other.cells[2].value.digits += 7;
    CHECK(told_with(with_copy(other, "副本"), "D-35") ==
          "年报.xlsx：副本!A6: 错误 有两张“政府信息公开行政复议、行政诉讼情况”，读的是 "
          "复议诉讼!A6 起的那一张；这一张有 2 格与它不同：A6、C6\n");
    CHECK(told_with(with_copy(other, fmt::format("{}年", report.year - 1)), "D-35") == "");
    CHECK(told_with(with_copy(other, fmt::format("{}年", report.year)), "D-35") != "");
}

TEST_CASE("Fees may be blank, unless the text says how much was collected") {
    Report report = model();
    report.processing_fees.reset();
    const auto with = [&](const std::string& other) {
        report.other = other;
        return write_workbook(report);
    };
    for (const char* other : {"本年度未收取信息处理费。", "本年度收取信息处理费0元。",
                              "信息处理费按规定收取。查阅档案200元。", "信息处理费通知2件。"}) {
        CAPTURE(other);
        CHECK(read_book(with(other)).report);
    }
    for (const char* other : {"发出收费通知2件，收取信息处理费200元。", "信息处理费收取了 0.5 万元",
                              "信息处理费未减免，共1,200元。"}) {
        CAPTURE(other);
        const std::string filled = with(other);
        CHECK(told_with(filled, "D-11") == "");  // 见正文 stands there
        CHECK(read_book(filled).report);
        made::EditedBook book(filled);
        for (const char* path : {"notices", "notified", "collected"})
            book.blank(book.where(std::string("processing_fees.") + path));
        CHECK(told_with(book.bytes(), "D-11") != "");
        CHECK(!read_book(book.bytes()).report);
    }
}

TEST_CASE("Fees are read with their units, as numbers of tables are") {
    const std::string plain = made::plain_book(model());
    const auto with = [&](const std::string& path, const std::string& text) {
        made::EditedBook book(plain);
        book.text(book.where("processing_fees." + path), text);
        return book.bytes();
    };
    const Reading notices = read_book(with("notices", "2 件")),
                  collected = read_book(with("collected", "200元"));
    REQUIRE(notices.report);
    REQUIRE(collected.report);
    CHECK(notices.report->processing_fees->notices == Amount{2, 0});
    CHECK(collected.report->processing_fees->collected == Amount{200, 0});
    CHECK(told_with(with("collected", "200元"), "D-31").find("没有读数后面的单位：“200元”") !=
          std::string::npos);
    for (const auto& wrong : {std::pair{"notices", "2元"}, std::pair{"collected", "200件"},
                              std::pair{"collected", "2万元"}}) {
        CAPTURE(wrong.second);
        CHECK(!read_book(with(wrong.first, wrong.second)).report);
    }
}

TEST_CASE("A postcode of five digits has lost its zero") {
    made::EditedBook book(made::plain_book(model()));
    const std::string at = book.where("contact.postcode");
    REQUIRE(!at.empty());
    book.number(at, "27400");
    CHECK(told_with(book.bytes(), "D-47").find("邮政编码“27400”只有五位，多半丢了前面的 0") !=
          std::string::npos);
    book.text(at, "027400");
    CHECK(told_with(book.bytes(), "D-47") == "");
}

TEST_CASE("Text that is struck through is told in prose and names too") {
    made::EditedBook book(write_workbook(model()));
    std::string at = book.where("overview");
    at.resize(std::min(at.find(':'), at.size()));
    made::EditedBook struck = book;
    struck.rich(at, "<r><rPr><strike/></rPr><t>旧话。</t></r><r><t>全年公开信息126条。</t></r>");
    const Reading reading = read_book(struck.bytes());
    REQUIRE(reading.report);
    CHECK(reading.report->overview.starts_with("全年公开信息126条。"));
    CHECK(told_with(struck.bytes(), "D-39").find("警告 这一格里划掉的或者上标的“旧话。”没有读") !=
          std::string::npos);
}

TEST_CASE(
    "White numbers and texts that nobody sees are told, on a ground of a colour they are not") {
    const std::string whole = write_workbook(model());
    const auto told_of = [&](const std::string& path, const std::string& font,
                             const std::string& fill) {
        made::EditedBook book(whole);
        std::string at = book.where(path);
        at.resize(std::min(at.find(':'), at.size()));
        book.colour(at, font, fill);
        return told_with(book.bytes(), "D-47");
    };
    const std::string cell = "disclosure.penalties";
    for (const char* white : {"rgb=\"FFFFFFFF\"", "theme=\"0\"", "indexed=\"9\""})
        CHECK_MESSAGE(told_of(cell, white, "").find("警告 这一格的数是白色的，看不见，也读了") !=
                          std::string::npos,
                      white);
    CHECK(told_of(cell, "theme=\"0\"", "rgb=\"FFFFFFFF\"") != "");
    CHECK(told_of(cell, "theme=\"0\"", "rgb=\"FF4472C4\"") == "");
    CHECK(told_of(cell, "rgb=\"FF000000\"", "") == "");
    CHECK(told_of(cell, "theme=\"1\"", "") == "");
    CHECK(told_of("overview", "rgb=\"FFFFFFFF\"", "")
              .find("警告 这一格的字是白色的，看不见，也读了") != std::string::npos);
}

TEST_CASE("Notes on cells that carry other numbers are told at their cells, but our own are not") {
    const std::string whole = write_workbook(model());
    const auto noted = [&](const std::string& author, const std::string& text) {
        made::EditedBook book(whole);
        book.add("xl/worksheets/_rels/sheet4.xml.rels",
                 R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)"
                 R"(relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.)"
                 R"(org/officeDocument/2006/relationships/comments" Target="../comments9.xml"/>)"
                 R"(</Relationships>)");
        book.add("xl/comments9.xml",
                 R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
                 "<authors><author>甲</author><author>" +
                     author +
                     "</author></authors><commentList><comment ref=\"B5\" authorId=\"1\">"
                     "<text><r><t>" +
                     text + "</t></r></text></comment></commentList></comments>");
        return told_with(book.bytes(), "D-39");
    };
    const std::string told = noted("王科", "实际是63件");
    CHECK_MESSAGE(told.find("B5: 警告 这里有批注，没有读：“实际是63件”") != told.npos, told);
    CHECK(noted("王科", "待核").find("“待核”") != std::string::npos);
    CHECK(noted("王科", "照格式填写") == "");
    CHECK(noted("nianbao", "实际是63件") == "");
}

TEST_CASE("A heading that lost its number is told, a sentence or a name is not") {
    using recognise::lost_its_number;
    const std::string_view next = "全年主动公开政府信息126条，其中规范性文件3件，政务动态100条。";
    CHECK(lost_its_number("主动公开情况", next));
    CHECK(lost_its_number("　存在的主要问题", next));
    CHECK(!lost_its_number("（一）主动公开情况", next));
    CHECK(!lost_its_number("主动公开情况。", next));
    CHECK(!lost_its_number("主动公开情况如下", next));
    CHECK(!lost_its_number("主动公开情况", "依申请公开情况"));
    CHECK(!lost_its_number("主动公开情况", "全年主动公开126条"));
    CHECK(!lost_its_number("公开126条的情况", next));
    CHECK(!lost_its_number("", next));
    CHECK(!lost_its_number("主动公开情况", ""));
    CHECK(!lost_its_number("加强政府信息公开制度化规范化标准化信息化建设", "短。"));

    const std::string plain = made::plain_book(model());
    std::string first = made::EditedBook(plain).where("overview");
    first.resize(std::min(first.find(':'), first.size()));
    const auto with = [&](int row, const std::string& text) {
        const std::size_t mark = first.rfind('!') + 1;
        made::Address at = made::address(first.substr(mark));
        at.row += row;
        made::EditedBook book(plain);
        book.text(first.substr(0, mark) + made::address_text(at), text);
        return told_with(book.bytes(), "D-38");
    };
    CHECK(with(1, "（一）主动公开情况") == "");
    CHECK(with(1, "主动公开情况").find("“主动公开情况”像是标题，前面没有编号，按正文读了") !=
          std::string::npos);
    CHECK(with(2, fmt::format("政府信息管理情况\n{}", next)).find("“政府信息管理情况”像是标题") !=
          std::string::npos);
}
