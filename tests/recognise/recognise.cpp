// Reports in workbooks: by the names of cells, by the form's words, by their places.
#include "recognise/recognise.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "data/report_from_values.hpp"
#include "data_files.hpp"
#include "nianbao/fix.hpp"
#include "nianbao/workbook.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "office/foreign_book.hpp"
#include "program.hpp"
#include "report/generator.hpp"

using namespace data_files;

namespace {

Reading read_book(const std::string& bytes) { return read(bytes, "年报.xlsx", Format::workbook); }

Report model() { return *read(source_file("tests/files/model.yaml"), "a", Format::yaml).report; }

/// What could be read, whatever is missing.
Report part_of(const std::string& bytes) {
    std::optional<data::PartOfReport> part;
    const Reading reading = data::read_in_part(
        Input{.bytes = bytes, .name = "年报.xlsx", .format = Format::workbook}, part);
    if (reading.report) return *reading.report;
    REQUIRE(part);
    return part->report;
}

/// What is told but that the parts beside the tables are missing.
std::string told_of_tables(const std::string& bytes) {
    Reading reading = read_book(bytes);
    std::erase_if(reading.findings, [](const Finding& finding) {
        return finding.rule == "D-10" && finding.place.row == 0;
    });
    return told(reading);
}

bool same_tables(const Report& a, const Report& b) {
    return a.disclosure.cells == b.disclosure.cells &&
           a.applications.cells == b.applications.cells && a.disputes.cells == b.disputes.cells;
}

}  // namespace

TEST_CASE("a workbook reads back as the report that it was made of") {
    for (const char* name :
         {"examples/jinxiang-veterans-2022.yaml", "examples/huaian-2024.json",
          "examples/form-2019-zh.yaml", "examples/hard-en.yaml", "tests/files/model.yaml"}) {
        CAPTURE(name);
        const Report report = *read(std::filesystem::path(NIANBAO_SOURCE) / name).report;
        const Reading reading = read_book(made::plain_book(report));
        REQUIRE_MESSAGE(reading.report, told(reading));
        CHECK(write(*reading.report, Format::yaml) == write(report, Format::yaml));
        CHECK(told_but_names(reading) == "");
    }
}

TEST_CASE("generated reports read back byte for byte, blank lines too") {
    const std::uint64_t most = std::getenv("NIANBAO_LONG") != nullptr ? 200 : 20;
    for (std::uint64_t number = 0; number < most; ++number) {
        CAPTURE(number);
        Generating wanted;
        wanted.year = number % 2 == 0 ? 2023 : 2020;
        Report report = generated_report(number, wanted);
        // What the plain writer of the tests leaves out.
        report.waive.clear();
        report.members.clear();
        report.layout = {};
        report.site.reset();
        const Reading reading = read_book(made::plain_book(report));
        REQUIRE_MESSAGE(reading.report, told(reading));
        CHECK(write(*reading.report, Format::yaml) == write(report, Format::yaml));
    }
}

TEST_CASE("the three tables alone are read by the words of the form, in both editions") {
    for (std::uint64_t number = 0; number < 10; ++number) {
        Generating wanted;
        wanted.year = number % 2 == 0 ? 2023 : 2020;
        const Report report = generated_report(number, wanted);
        const std::string bytes = made::tables_alone(report);
        CHECK(same_tables(part_of(bytes), report));
        CHECK(told_of_tables(bytes).find("错误") == std::string::npos);
    }
    CHECK(told_of_tables(made::tables_alone(model())) ==
          "年报.xlsx：表1!B5: 警告 D-27: "
          "“主动公开政府信息情况”的单元格没有名称，按表上的文字读了\n"
          "   B5 | 0\n"
          "      | ^\n"
          "年报.xlsx：表2!D6: 警告 D-27: "
          "“收到和处理政府信息公开申请情况”的单元格没有名称，按表上的文字读了\n"
          "   D6 | 9\n"
          "      | ^\n"
          "年报.xlsx：表3!A6: 警告 D-27: "
          "“政府信息公开行政复议、行政诉讼情况”的单元格没有名称，按表上的文字读了\n"
          "   A6 | 1\n"
          "      | ^\n");
}

TEST_CASE("tables stand anywhere in a sheet, below or beside each other") {
    const Report report = model();
    made::ForeignSheet sheet;
    sheet.name = "汇总";
    made::add_table(sheet, report.disclosure, 40, 12);
    made::add_table(sheet, report.applications, 3, 1);
    made::add_table(sheet, report.disputes, 60, 2);
    CHECK(same_tables(part_of(made::foreign_book({sheet})), report));
}

TEST_CASE("of two tables with the same words the one of the report's year is read") {
    const Report report = model();
    Report last = report;
    last.applications.cells[0].value.digits += 7;
    made::ForeignSheet now, before, basics;
    now.name = "本年";
    now.cells.push_back({0, 0, 1, 9, fmt::format("{}年度依申请公开情况", report.year)});
    made::add_table(now, report.applications, 2, 0);
    before.name = "上年";
    before.cells.push_back({0, 0, 1, 9, fmt::format("{}年度依申请公开情况", report.year - 1)});
    made::add_table(before, last.applications, 2, 0);
    basics.name = "基本信息";
    basics.cells.push_back({0, 1, 1, 1, std::to_string(report.year)});
    const std::string bytes =
        made::foreign_book({before, now, basics}, {{"nb.year", "基本信息!$B$1"}});
    CHECK(part_of(bytes).applications.cells == report.applications.cells);
    const std::string all = told_of_tables(bytes);
    CHECK_MESSAGE(all.find(fmt::format("年报.xlsx：上年!D6: 警告 D-35: "
                                       "这里也有一张“收到和处理政府信息公开申请情况”，"
                                       "读的是 {} 年度的那一张（本年!D6 起）",
                                       report.year)) != std::string::npos,
                  all);
}

TEST_CASE("if no year tells two tables apart, only what is equal in both is read") {
    const Report report = model();
    Report other = report;
    other.disputes.cells[1].value.digits += 7;
    made::ForeignSheet a, b;
    a.name = "甲";
    b.name = "乙";
    made::add_table(a, report.disputes, 0, 0);
    made::add_table(b, other.disputes, 0, 0);
    const std::string all = told_of_tables(made::foreign_book({a, b}));
    CHECK_MESSAGE(all.find("年报.xlsx：甲!B4: 错误 D-35: "
                           "有两张“政府信息公开行政复议、行政诉讼情况”，这里是“0”，乙!B4 是“7”\n"
                           "   B4 | 0\n"
                           "      | ^\n") != std::string::npos,
                  all);
    CHECK(all.find("D-35", all.find("D-35") + 1) == std::string::npos);
    CHECK(told_of_tables(made::foreign_book({a, a})).find("D-35") == std::string::npos);
}

TEST_CASE("a sheet that was copied into another workbook has its names for itself") {
    made::EditedBook book(made::plain_book(model()));
    std::string& text = book.part("xl/workbook.xml");
    for (std::size_t at = text.find("<definedName "); at != text.npos;
         at = text.find("<definedName ", at + 1))
        text.insert(at + 12, " localSheetId=\"0\"");
    const Reading reading = read_book(book.bytes());
    REQUIRE(reading.report);
    CHECK(*reading.report == model());
    CHECK(told(reading) == "");
}

TEST_CASE("prose is found by its names, by its headings, and below what the names cover") {
    const Report report = model();
    made::EditedBook book(made::plain_book(report));
    for (const char* path : {"introduction", "overview", "problems", "other", "agency", "year",
                             "kind", "published", "contact.office", "contact.address",
                             "contact.phone", "contact.postcode", "contact.email", "contact.url"})
        if (!book.where(path).empty()) book.remove_name(path);
    const Reading by_words = read_book(book.bytes());
    REQUIRE_MESSAGE(by_words.report, told(by_words));
    CHECK(by_words.report->overview == report.overview);
    CHECK(by_words.report->other == report.other);
    CHECK(by_words.report->agency == report.agency);
    CHECK(told(by_words).find("警告 D-27: 有些单元格没有名称，按旁边的文字读了：B2、B3、B4") !=
          std::string::npos);

    // The last paragraph of a text may have been typed below its range.
    made::EditedBook more(made::plain_book(report));
    std::string& text = more.part("xl/workbook.xml");
    const std::size_t name = text.find("<definedName name=\"nb.other\">");
    const std::size_t colon = text.find(':', name), end = text.find('<', colon);
    if (colon < text.find("</definedName>", name)) text.erase(colon, end - colon);
    const Reading below = read_book(more.bytes());
    REQUIRE(below.report);
    CHECK(below.report->other == report.other);
}

TEST_CASE("what a workbook explains beside an empty cell is no value") {
    Report report = model();
    report.processing_fees.reset();
    report.signature.reset();
    report.published.reset();
    made::EditedBook book(write_workbook(report));
    for (const char* path :
         {"processing_fees.notices", "processing_fees.notified", "processing_fees.collected",
          "signature.agency", "signature.date", "published"})
        book.remove_name(path);
    const Reading reading = read_book(book.bytes());
    REQUIRE_MESSAGE(reading.report, told(reading));
    CHECK(*reading.report == report);
}

TEST_CASE("a note below a table without names is found behind its word") {
    struct Case {
        const char *first, *second;  // two cells of a row below the table
        const char* note;
    };
    for (const Case& one :
         {Case{"注：另有2件由县政府办公室代为答复。", "", "另有2件由县政府办公室代为答复。"},
          Case{" 注: 数据含下属单位", "", "数据含下属单位"},
          Case{"注", "数据含下属单位", "数据含下属单位"},
          Case{"注：", " 数据含下属单位 ", "数据含下属单位"}, Case{"注册地在本县", "", ""},
          Case{"注意核对", "数", ""}, Case{"注：", "", ""}, Case{"填报人", "注", ""}}) {
        CAPTURE(one.first);
        const Report report = model();
        made::EditedBook book(made::tables_alone(report));
        const int below = 2 + report.disclosure.form->rows;
        book.text("表1!" + made::address_text({below, 0}), one.first);
        if (*one.second != 0) book.text("表1!" + made::address_text({below, 1}), one.second);
        CHECK(part_of(book.bytes()).disclosure.note == one.note);
    }
    // Far below stands what does not belong to the table.
    made::EditedBook book(made::tables_alone(model()));
    const int last = 1 + model().disclosure.form->rows;
    for (const int rows : {8, 9}) {
        made::EditedBook own = book;
        own.text("表1!" + made::address_text({last + rows, 0}), "注：甲");
        CHECK(part_of(own.bytes()).disclosure.note == (rows == 8 ? "甲" : ""));
    }
}

TEST_CASE("prose alone is read from a workbook whose tables are blank") {
    Report report = model();
    made::EditedBook book(made::plain_book(report));
    for (const FilledForm* filled : report.tables()) {
        for (const Entry& entry : filled->form->entries)
            book.blank(book.where(field_path(*filled->form, entry.field)));
    }
    CHECK(!read_prose(book.bytes(), "汇总.xlsx", Format::workbook).report);
    for (const char* fees : {"notices", "notified", "collected"})
        book.blank(book.where(std::string("processing_fees.") + fees));
    const Reading reading = read_prose(book.bytes(), "汇总.xlsx", Format::workbook);
    REQUIRE_MESSAGE(reading.report, told(reading));
    CHECK(reading.report->overview == report.overview);
    CHECK(!read_prose(made::plain_book(report), "汇总.xlsx", Format::workbook).report);
}

TEST_CASE("a workbook without a table of a report is told as such") {
    made::ForeignSheet sheet;
    sheet.name = "通讯录";
    for (int row = 0; row < 30; ++row) {
        sheet.cells.push_back({row, 0, 1, 1, "张三"});
        sheet.cells.push_back({row, 1, 1, 1, "电话"});
    }
    const std::string bytes = made::foreign_book({sheet});
    CHECK(told(read_book(bytes)) ==
          "年报.xlsx: 错误 D-20: 这份工作簿里没有年报的表，不是年报数据文件\n"
          "   提示: 移到别处；是年报的，用 nianbao new 写一份工作簿来填\n");
    CHECK(!recognise::may_hold_report(bytes));
    CHECK(recognise::may_hold_report(made::tables_alone(model())));
    CHECK(recognise::may_hold_report(made::plain_book(model())));
    CHECK(recognise::may_hold_report("PK\x03\x04"));
    const Scratch scratch;
    write_file(scratch / "通讯录.xlsx", bytes);
    write_file(scratch / "甲局.xlsx", made::plain_book(model()));
    write_file(scratch / "~$甲局.xlsx", "x");
    write_file(scratch / "坏.xlsx", bytes.substr(0, 500));
    const Listing listing = list_folder(scratch.folder(), Depth::flat);
    CHECK(listing.data ==
          std::vector<std::filesystem::path>{scratch / "坏.xlsx", scratch / "甲局.xlsx"});
    REQUIRE(listing.others.size() == 2);
    CHECK(listing.others[1].finding.message ==
          "这份工作簿里没有年报的表，不是年报数据文件，没有读");
    CHECK(listing.others[0].finding.message ==
          "这是 WPS 或 Office 打开着文件时留下的锁文件，不是数据文件，没有读");
}

TEST_CASE("what is called a workbook and is none is told as what it is") {
    const auto one = [](std::string_view bytes) {
        return told(read(bytes, "年报.xlsx", Format::workbook));
    };
    CHECK(one("甲局,5\n乙局,6\n") ==
          "年报.xlsx: 错误 D-20: 这是文本，不是 Excel 文件，不是数据文件\n"
          "   提示: 用 WPS 或 Excel 打开，另存为 .xlsx 再读\n");
    CHECK(one("") ==
          "年报.xlsx: 错误 D-20: 这是空文件，不是数据文件\n"
          "   提示: 删去它，或者从一份待填的空白文件开始\n");
    std::string stream;
    for (char c : std::string("EncryptedPackage")) (stream += c) += '\0';
    CHECK(one("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') + stream) ==
          "年报.xlsx: 错误 D-20: 这是加了密码的 Office 文件，不是数据文件\n"
          "   提示: 打开，去掉密码，另存为 .xlsx 再读\n");
    const std::string book = made::plain_book(model());
    CHECK(one(book.substr(0, book.size() / 2)) ==
          "年报.xlsx: 错误 D-26: 文件不完整，末尾没有压缩包的目录\n"
          "   提示: 用 WPS 或 Excel 打开，另存为 .xlsx；打不开的，请报送单位重发\n");
    // Whatever a workbook is called, it is one.
    CHECK(read(book, "年报", Format::yaml).report);
    const Fixed fixed = fix(book, "年报.xlsx", Format::workbook);
    CHECK(fixed.text == book);
    CHECK(told(fixed.reading) ==
          "年报.xlsx: 错误 D-20: 这是工作簿，里面的数据不在这里改\n"
          "   提示: 用 WPS 或 Excel 打开，照 nianbao check 所说的改正\n");
}
