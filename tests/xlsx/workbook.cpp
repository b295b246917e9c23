// Workbooks as they are written: what stands in their parts.
#include "nianbao/workbook.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "program.hpp"
#include "report/example.hpp"
#include "report/sample.hpp"
#include "report/workbook.hpp"

using namespace nianbao;

namespace {

/// A workbook's parts, unpacked by another program.
class Parts {
public:
    explicit Parts(const std::string& bytes) : file_(write_file(scratch_ / "a.xlsx", bytes)) {}

    std::string part(const std::string& name) const {
        const Run read =
            ::run({"python3", std::string(NIANBAO_SOURCE) + "/tests/fixtures/office_parts.py",
                   "part", file_.native(), name});
        REQUIRE_MESSAGE(read.exit == 0, read.err);
        return read.out;
    }
    std::string sheet(workbook::Sheet which) const {
        return part(fmt::format("xl/worksheets/sheet{}.xml", static_cast<int>(which) + 1));
    }
    /// "'依申请公开'!$D$7" for the defined name of a path; empty: there is none.
    std::string place_of(const std::string& path) const {
        if (names_.empty()) names_ = part("xl/workbook.xml");
        const std::string begin = "<definedName name=\"nb." + path + "\">";
        const std::size_t at = names_.find(begin);
        if (at == names_.npos) return {};
        return names_.substr(at + begin.size(), names_.find('<', at + 1) - at - begin.size());
    }
    /// The element of a cell, of a field that has one.
    std::string cell(const std::string& path) const {
        std::string place = place_of(path);
        REQUIRE_MESSAGE(!place.empty(), path);
        const std::string sheet = place.substr(1, place.find('\'', 1) - 1);
        const auto index =
            std::find(std::begin(workbook::sheet_names), std::end(workbook::sheet_names), sheet) -
            std::begin(workbook::sheet_names);
        place = place.substr(place.find('!') + 1, place.find(':') - place.find('!') - 1);
        std::erase(place, '$');
        std::string& xml = sheets_[static_cast<int>(index)];
        if (xml.empty()) xml = this->sheet(static_cast<workbook::Sheet>(index));
        const std::size_t at = xml.find("<c r=\"" + place + "\"");
        REQUIRE_MESSAGE(at != xml.npos, place);
        const std::size_t end = xml.find('>', at);
        return xml[end - 1] == '/' ? "" : xml.substr(end + 1, xml.find("</c>", at) - end - 1);
    }
    /// The text of a cell that shares it.
    std::string text(const std::string& path) const {
        const std::string element = cell(path);
        if (element.empty()) return {};
        static const std::regex number("<v>([0-9]+)</v>"),
            item("<t(?: xml:space=\"preserve\")?>([^<]*)</t>");
        std::smatch found;
        REQUIRE_MESSAGE(std::regex_match(element, found, number), element);
        const std::string all = part("xl/sharedStrings.xml");
        auto at = std::sregex_iterator(all.begin(), all.end(), item);
        std::advance(at, std::stoi(found[1]));
        return (*at)[1];
    }

private:
    Scratch scratch_;
    std::filesystem::path file_;
    mutable std::string names_;
    mutable std::map<int, std::string> sheets_;
};

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("Every cell of the tables has a name, on the sheet of its table") {
    for (const Report& report : {sample_report(), *Report::empty("云溪县档案局", 2020)}) {
        const Parts parts(write_workbook(report));
        for (const FilledForm* table : report.tables()) {
            std::set<std::string> places;
            for (const Entry& entry : table->form->entries) {
                const std::string path = field_path(*table->form, entry.field),
                                  place = parts.place_of(path);
                CAPTURE(path);
                CHECK(place.starts_with(
                    "'" + std::string(sheet_name(workbook::sheet_of(table->form->key))) + "'!$"));
                CHECK(places.insert(place).second);
            }
            for (const char* leaf : {".note", ".unlisted"})
                CHECK(places.insert(parts.place_of(std::string(table->form->key) + leaf)).second);
        }
    }
}

TEST_CASE("Names of texts cover a column of rows, those of other fields a cell") {
    const Parts parts(write_workbook(sample_report()));
    for (const char* text : {"introduction", "overview", "problems", "other"}) {
        CAPTURE(text);
        CHECK(std::regex_match(parts.place_of(text), std::regex(R"('正文'!\$B\$\d+:\$B\$\d+)")));
    }
    CHECK(parts.place_of("agency") == "'基本信息'!$B$3");
    CHECK(parts.place_of("signature.date") == "'基本信息'!$B$17");
    CHECK(parts.place_of("title") == "");
}

TEST_CASE("Counts are numbers, remarks stand beside them as text, and totals are formulas") {
    Report report = sample_report();
    set(report.disclosure, {"normative_documents", "made"}, "22", "其中修订16件");
    set(report.disclosure, {"normative_documents", "in_force"}, "30");
    set(report.disclosure, {"administrative_charges"}, "12.50");
    report.disclosure.note = "甲<乙";
    const Parts parts(write_workbook(report));
    CHECK(parts.cell("disclosure.normative_documents.in_force") == "<v>30</v>");
    CHECK(parts.text("disclosure.normative_documents.made") == "22（其中修订16件）");
    CHECK(parts.text("disclosure.administrative_charges") == "12.50");
    CHECK(parts.text("disclosure.note") == "甲&lt;乙");
    CHECK(parts.text("disclosure.unlisted") == "逐项填写");
    const std::string total = parts.cell("applications.received.total"),
                      value = report.cell("applications.received.total")->value.to_string();
    CHECK(total ==
          "<f t=\"array\" ref=\"J7\">IF(AND(COUNTBLANK(D7:I7)=6,"
          "C3&lt;&gt;\"本年无此业务，其余填0\"),\"\",SUMPRODUCT(VALUE(\"0\"&amp;LEFT(D7:I7,"
          "FIND(\"（\",SUBSTITUTE(D7:I7,\"(\",\"（\")&amp;\"（\")-1))))</f><v>" +
              value + "</v>");
    // What is said beside a row is reckoned cell by cell too.
    CHECK(count(parts.sheet(workbook::Sheet::applications),
                "<f t=\"array\" ref=\"K7\">IFERROR(IF(") == 1);
    // The hidden sheet holds what stands on no other one.
    CHECK(count(parts.part("xl/worksheets/sheet8.xml"), "<row ") == 7);
    CHECK(parts.cell("contact.phone") == "");
}

TEST_CASE("A number that a sheet would not keep as it is written stands as text") {
    Report report = sample_report();
    const std::pair<std::string_view, bool> cases[] = {{"0", true},
                                                       {"12.5", true},
                                                       {"0.000001", true},
                                                       {"12.50", false},
                                                       {"1.0", false},
                                                       {"123456789012.345", true},
                                                       {"123456789012.3456", false}};
    for (const auto& one : cases) {
        const std::string written(one.first);
        set(report.disclosure, {"administrative_charges"}, written);
        const Parts parts(write_workbook(report));
        CAPTURE(written);
        const std::string cell = parts.cell("disclosure.administrative_charges");
        CHECK((cell == fmt::format("<v>{}</v>", written)) == one.second);
    }
}

TEST_CASE("A total that is not the sum stays as it was stated, and is told") {
    Report report = sample_report();
    CHECK(stated_totals(report).empty());
    set(report.applications, {"results", "disclosed", "total"}, "99");
    set(report.disputes, {"reconsideration", "total"}, "7");
    CHECK(stated_totals(report) ==
          std::vector<std::string>{"予以公开·总计", "本年度办理结果·总计·总计", "行政复议·总计"});
    const Parts parts(write_workbook(report));
    CHECK(parts.cell("applications.results.disclosed.total") == "<v>99</v>");
    const std::string sheet = parts.sheet(workbook::Sheet::applications),
                      checks = parts.sheet(workbook::Sheet::checks);
    CHECK(count(sheet, "</f><v>差 ") > 0);
    CHECK(count(checks, "予以公开：总计 99，不等于各格之和 ") == 1);
    report.disputes.cells.pop_back();
    CHECK_THROWS_AS(stated_totals(report), std::invalid_argument);
    CHECK_THROWS_AS(write_workbook(report), std::invalid_argument);
}

TEST_CASE("核对 has a line for every sum, and a link to its cell; a right report has no words") {
    const Report report = sample_report();
    const std::string checks = Parts(write_workbook(report)).sheet(workbook::Sheet::checks);
    std::size_t sums = 0;
    for (const FilledForm* table : report.tables()) sums += table->form->equations.size();
    // The blank cells of each table, and 规章, which a department cannot make.
    CHECK(count(checks, "<hyperlink ") == sums + 4);
    CHECK(count(checks, "location=\"'依申请公开'!") > 30);
    CHECK(count(checks, fmt::format("{} 项核对都对</v>", sums + 1)) == 1);
    CHECK(count(checks, "<f>") + count(checks, "<f t=\"array\"") == count(checks, "</f><v>"));
    CHECK(count(checks, "相差 1") == 0);
}

TEST_CASE("Cells to fill in are unlocked and nothing else is, and no password is needed") {
    const Report report = sample_report();
    const Parts parts(write_workbook(report));
    const std::string book = parts.part("xl/workbook.xml"), styles = parts.part("xl/styles.xml");
    CHECK(count(book, "<workbookProtection lockStructure=\"1\"/>") == 1);
    CHECK(count(book, "state=\"hidden\"") == 1);
    CHECK(count(book, "_xlnm.Print_Area") == 7);
    CHECK(count(styles, "locked=\"0\"") > 0);
    for (int sheet = 0; sheet < 8; ++sheet) {
        const std::string xml = parts.sheet(static_cast<workbook::Sheet>(sheet));
        CHECK(count(xml, "<sheetProtection sheet=\"1\"") == 1);
        CHECK(count(xml, "assword") == 0);
        CHECK(count(xml, "paperSize=\"9\"") == 1);
    }
    const std::string table = parts.sheet(workbook::Sheet::applications);
    CHECK(count(table, "<dataValidation type=\"custom\"") == 1);
    CHECK(count(table, "sqref=\"D7:I29 D31:I31\"") == 1);
    CHECK(count(table, "errorTitle=\"要填整数\"") == 1);
    CHECK(count(table, "fitToHeight=\"1\"") == 1);
}

TEST_CASE("Whoever runs it and whenever, the bytes are the same, and no person is named") {
    Report report = sample_report();
    report.title = "云溪县档案局\n2022年政府信息公开工作年度报告";
    const std::string bytes = write_workbook(report);
    CHECK((bytes == write_workbook(report)));
    const Parts parts(bytes);
    CHECK(parts.part("docProps/core.xml").find("<dc:creator>" + report.agency + "<") !=
          std::string::npos);
    CHECK(parts.part("docProps/core.xml").find("created") == std::string::npos);
    CHECK(parts.part("docProps/app.xml").find("<Application>nianbao</Application>") !=
          std::string::npos);
}

TEST_CASE("Fees that the text tells of and no cell holds are said to stand in the text") {
    int in_the_text = 0, unsaid = 0;
    for (const char* other :
         {"2023年收取信息处理费100元。", "依法收取信息处理费共计 1.5 万元，已上缴。",
          "未收取信息处理费。", "2023年未收取信息处理费。全年印发资料100元。", "无。"}) {
        for (std::string Report::*part : {&Report::overview, &Report::problems, &Report::other}) {
            Report report = sample_report();
            report.processing_fees.reset();
            report.*part = other;
            const std::string book = write_workbook(report);
            const Reading read_back = read(book, "a.xlsx", Format::workbook);
            CHECK_MESSAGE(read_back.report == report, other);
            CHECK(read_back.findings.empty());
            const int said = count(Parts(book).part("xl/sharedStrings.xml"), ">见正文<");
            CHECK(said == (workbook::states_fee(other) ? 1 : 0));
            (said > 0 ? in_the_text : unsaid) += 1;
        }
    }
    CHECK(in_the_text == 6);
    CHECK(unsaid == 9);

    Report given = sample_report();
    given.processing_fees = ProcessingFees{{1}, {100}, {100}};
    given.other = "2023年收取信息处理费100元。";
    CHECK(read(write_workbook(given), "a.xlsx", Format::workbook).report == given);
    CHECK(count(Parts(write_workbook(given)).part("xl/sharedStrings.xml"), "见正文") == 0);
}

TEST_CASE("What no cell shows stands on the hidden sheet by its path") {
    Report report = sample_report();
    report.title = "标题";
    report.waive = {{"T3-01", "applications", "核对过", "5件"}};
    report.layout.digits = Digits::han;
    const std::string shared =
        Parts(write_workbook(report, {.draft = 3})).part("xl/sharedStrings.xml");
    for (const char* text :
         {"title", "标题", "waive.0.rule", "waive.0.quote", "核对过", "layout.digits", "draft"})
        CHECK_MESSAGE(count(shared, fmt::format(">{}<", text)) == 1, text);
    CHECK(count(shared, ">contact.phone<") == 0);
}

TEST_CASE("Next year's carries over 结转, and 规章 is 0 if the office can make none") {
    Report last = model_report_of_last_year();
    set(last.applications, {"carried_out", "business"}, "4");
    set(last.disclosure, {"normative_documents", "made"}, "5", "其中修订1件");
    last.agency = "云溪县档案局";
    const Parts parts(write_new_workbook({last.agency, last.year + 1, {}, &last}));
    CHECK(parts.cell("applications.carried_in.business") == "<v>4</v>");
    CHECK(parts.cell("applications.received.business") == "");
    CHECK(parts.cell("applications.received.total").ends_with("</f><v></v>"));
    CHECK(!parts.cell("applications.carried_in.total").ends_with("</f><v></v>"));
    CHECK(parts.cell("disclosure.government_rules.made") == "<v>0</v>");
    CHECK(parts.cell("disclosure.normative_documents.made") == "");
    CHECK(parts.cell("processing_fees.notices") == "");
    CHECK(parts.text("introduction") == "{{请填写}}");
    const std::string notes = parts.part("xl/comments4.xml");
    CHECK(count(notes, ">上年：5（其中修订1件）<") == 1);
    CHECK(count(notes, "<author>") == 1);
    CHECK(count(notes, "<author>nianbao</author>") == 1);
    CHECK(count(parts.part("xl/sharedStrings.xml"), "上年原文（参考）") == 2);

    const Parts city(write_new_workbook({"云溪市人民政府", 2024, Kind::government}));
    CHECK(city.cell("disclosure.government_rules.made") == "");
    CHECK_THROWS_AS(write_new_workbook({"云溪市人民政府", 2018}), std::invalid_argument);
}

TEST_CASE("With 申请台账 the cells of table three count its lines, and stay to be typed into") {
    const Parts parts(write_new_workbook({"云溪县档案局", 2025}, {.ledger = true}));
    CHECK(
        parts.cell("applications.results.refused.state_secret.business") ==
        "<f>IF(COUNTA('申请台账'!$B$4:$B$503)=0,\"\",COUNTIFS('申请台账'!$B$4:$B$503,\"商业企业\","
        "'申请台账'!$C$4:$C$503,\"不予公开·属于国家秘密\"))</f><v></v>");
    CHECK(parts.cell("applications.received.other").find("$D$4:$D$503,\"&lt;&gt;是\")") !=
          std::string::npos);
    CHECK(parts.cell("applications.carried_in.other").find("$D$4:$D$503,\"是\")") !=
          std::string::npos);
    CHECK(
        parts.cell("applications.received.total").starts_with("<f t=\"array\" ref=\"J7\">IF(AND("));
    const std::string hidden = parts.part("xl/worksheets/sheet9.xml");
    CHECK(count(hidden, "<c r=\"D22\"") == 1);
    CHECK(count(hidden, "<c r=\"D23\"") == 0);
}

TEST_CASE("A paragraph that no cell can hold is not cut") {
    Report report = sample_report();
    std::string text;
    for (int i = 0; i < 32'767; ++i) text += "字";
    report.problems = text;
    CHECK(!write_workbook(report).empty());
    report.problems = text + "字";
    CHECK_THROWS_WITH_AS(write_workbook(report),
                         doctest::Contains("有 32768 个字，一格最多 32767 个"), Failure);
}
