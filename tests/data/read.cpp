// Reading data files: what is told of mistakes, word for word; equal reports from equal
// data; places to the character.
#include "nianbao/read.hpp"
#include "data/hints/nearest.hpp"
#include "data/numbers.hpp"
#include "data/rules.hpp"
#include "data_files.hpp"
#include "nianbao/document.hpp"
#include "nianbao/failure.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace data_files;

namespace {

/// Where a word of the overview stands, read from YAML.
std::string in_overview(const std::string& written, const std::string& word) {
    const Reading reading = yaml("overview: " + written);
    return place_of(reading, "overview", report(reading).overview, word);
}

}  // namespace

// ---------------------------------------------------------------- messages

TEST_CASE("every message, word for word") {
    int count = 0;
    each_case("cases/data_messages.txt", [&](const std::string& name, const std::string& input,
                                             Format format, const std::string& expected) {
        const Reading reading =
            read(input, format == Format::json ? "data.json" : "data.yaml", format);
        INFO(name);
        CHECK(told(reading) == expected);
        CHECK(reading.report.has_value() != stops(reading.findings));
        ++count;
    });
    CHECK(count > 100);
}

TEST_CASE("every rule's message stands among the cases") {
    const std::string cases = file_text("cases/data_messages.txt");
    const auto told = [&](std::span<const Code> rules) {
        for (const Code& rule : rules) {
            // Told of a file of prose (tests/county) and of a name (tests/data/folder).
            if (rule.code == "D-19" || rule.code == "D-22") continue;
            CHECK_MESSAGE(cases.find(fmt::format(" {}: ", rule.code)) != cases.npos,
                          std::string(rule.code));
        }
    };
    told(notation::rules);
    told(data::rules);
}

TEST_CASE("a finding names field and figures for programs") {
    const Reading reading = yaml("applications: {received: [1.0, 0, 0, 0, 0, 0], unlisted: 0}");
    REQUIRE(reading.findings.size() == 1);
    const Finding& finding = reading.findings.front();
    CHECK(finding.where.field == "applications.received.natural_person");
    CHECK(finding.values == std::vector<Value>{{"found", "1.0"}});
    CHECK(finding.place == Place{"data.yaml", {}, 1, 27, 3});
    CHECK(finding.place == reading.source.place(finding.where));

    const Reading missing = yaml("disputes: {}");
    REQUIRE(missing.findings.size() == 1);
    CHECK(missing.findings.front().where.field == "disputes");
    CHECK(missing.findings.front().values ==
          std::vector<Value>{{"missing", "disputes.reconsideration"},
                             {"missing", "disputes.litigation_direct"},
                             {"missing", "disputes.litigation_after_reconsideration"}});
}

TEST_CASE("a message without a place, and one of a workbook") {
    Finding finding{Severity::warning, "F-01", {}, {}, {}, "没有宋体", {}, {}};
    CHECK(message(finding) == "警告 F-01: 没有宋体");
    finding.place = {"表.xlsx", "表三", 7, 2, 1, Place::Kind::cell};
    CHECK(message(finding) == "表.xlsx：表三!B7: 警告 F-01: 没有宋体");
    CHECK(report_text(finding, Source("表.yaml", "一\n")) ==
          "表.xlsx：表三!B7: 警告 F-01: 没有宋体\n");
}

TEST_CASE("an excerpt of a line") {
    const Source source("a.yaml", "甲: [1,\t乙]\r\n\r\nlast");
    CHECK(excerpt(source, {"a.yaml", {}, 1, 7, 2}) == "    1 | 甲: [1, 乙]\n      |        ^^^");
    CHECK(excerpt(source, {"a.yaml", {}, 1, 8, 0}) == "    1 | 甲: [1, 乙]\n      |         ^^");
    CHECK(excerpt(source, {"a.yaml", {}, 1, 10, 0}) == "    1 | 甲: [1, 乙]\n      |            ^");
    CHECK(excerpt(source, {"a.yaml", {}, 2, 1, 0}) == "    2 | \n      | ^");
    CHECK(excerpt(source, {"a.yaml", {}, 3, 1, 4}) == "    3 | last\n      | ^^^^");
    CHECK(excerpt(source, {"a.yaml", {}, 4, 1, 0}).empty());
    CHECK(excerpt(source, {"a.yaml", {}, 0, 0, 0}).empty());
    CHECK(excerpt(source, {"b.yaml", {}, 1, 1, 0}).empty());
    // A return alone ends a line too.
    CHECK(excerpt(Source("a.yaml", "甲\r乙\r\n丙"), {"a.yaml", {}, 2, 1, 1}) ==
          "    2 | 乙\n      | ^^");
    CHECK(excerpt(Source("a.yaml", times(123455, "\n") + "x"), {"a.yaml", {}, 123456, 1, 1}) ==
          "123456 | x\n       | ^");
}

TEST_CASE("a line of 100 columns is shown whole, a longer one cut about the place") {
    const Source whole("a", times(100, "x")), longer("a", times(101, "x")),
        wide("a", times(200, "汉"));
    CHECK(excerpt(whole, {"a", {}, 1, 100, 1}) ==
          "    1 | " + times(100, "x") + "\n      | " + times(99, " ") + "^");
    CHECK(excerpt(longer, {"a", {}, 1, 101, 1}) ==
          "    1 | …" + times(41, "x") + "\n      | " + times(41, " ") + "^");
    CHECK(excerpt(longer, {"a", {}, 1, 1, 2}) == "    1 | " + times(100, "x") + "…\n      | ^^");
    CHECK(excerpt(wide, {"a", {}, 1, 100, 200}) ==
          "    1 | …" + times(49, "汉") + "…\n      | " + times(41, " ") + times(58, "^"));
    // Characters without a width do not make a line endless.
    const std::string marks = times(100000, "\u0301");
    CHECK(excerpt(Source("a", marks), {"a", {}, 1, 50000, 1}).size() < 2000);
}

// ---------------------------------------------------------------- equal reports

TEST_CASE("English keys, Chinese keys and JSON give the same report") {
    const std::string folder = std::string(NIANBAO_SOURCE) + "/tests/files/";
    const Reading english = read(std::filesystem::path(folder + "whole-en.yaml"));
    const Reading chinese = read(std::filesystem::path(folder + "whole-zh.yaml"));
    const Reading notation = read(std::filesystem::path(folder + "whole.json"));
    CHECK(told(english).empty());
    CHECK(told(chinese).empty());
    CHECK(told(notation).empty());
    CHECK(report(english) == report(chinese));
    CHECK(report(english) == report(notation));
    // JSON text is YAML too.
    CHECK(read(notation.source.text(), "data.yaml", Format::yaml).report == english.report);
}

TEST_CASE("a whole report, field by field") {
    const Reading reading =
        read(std::filesystem::path(std::string(NIANBAO_SOURCE) + "/tests/files/whole-en.yaml"));
    const Report& r = report(reading);
    CHECK(r.edition == &edition_2021());
    CHECK(r.agency == "临江县水务局");
    CHECK(r.kind == Kind::department);
    CHECK(r.year == 2023);
    CHECK(r.title == "临江县水务局\n2023年政府信息公开工作年度报告");
    CHECK(r.published == Date{2024, 1, 19});
    CHECK(r.contact == Contact{"临江县水务局办公室", "临江县江滨路8号", "0537-1234567", "272200",
                               "shuiwu@example.cn", "https://www.example.cn/shuiwu"});
    CHECK(r.introduction == "本报告由临江县水务局编制。\n\n电话：{{contact.phone}}。");
    CHECK(r.disclosure.note == "注：含直属单位。");
    CHECK(r.applications.note == "一件申请\n分两次答复。");
    CHECK(r.disclosure.cells[3] == Cell{*Amount::parse("22"), "其中修订16件"});
    CHECK(r.disclosure.cells.back().value.to_string() == "12.50");
    CHECK(r.other == "我局'未'收取信息处理费以外的费用。");
    REQUIRE(r.processing_fees);
    CHECK(r.processing_fees->collected.to_string() == "600.00");
    CHECK(r.signature == Signature{"临江县水务局办公室", {2024, 1, 18}});
    CHECK(r.waive ==
          std::vector<Waiver>{{"T2-02", "disclosure.normative_documents", "机构改革划入"}});
    CHECK(r.layout.pitch == 28.5_pt);
    CHECK(r.layout.digits == Digits::han);
    CHECK(r.members.size() == 1);
    CHECK(cell(reading, "applications.received.total") == "6");
    CHECK(cell(reading, "applications.carried_in.total") == "1");  // a total left out is computed
    CHECK(cell(reading, "applications.results.total.total") ==
          "7");                                                     // also the total of the totals
    CHECK(cell(reading, "applications.carried_out.total") == "0");  // unlisted
    CHECK(cell(reading, "disputes.reconsideration.total") == "1");
}

TEST_CASE("a report on the form of 2019: changes with their signs, money with its unit") {
    const Reading reading =
        read(std::filesystem::path(std::string(NIANBAO_SOURCE) + "/tests/files/whole-2019.yaml"));
    const Report& r = report(reading);
    CHECK(reading.findings.empty());
    CHECK(r.edition == &edition_2019());
    const auto in = [&](const std::string& path) {
        for (std::size_t i = 0; i < r.disclosure.cells.size(); ++i) {
            if (field_path(*r.disclosure.form, r.disclosure.form->entries[i].field) ==
                "disclosure." + path)
                return r.disclosure.cells[i];
        }
        return Cell{};
    };
    CHECK(in("licences.change") == Cell{{3, 0}, {}, "+3"});
    CHECK(in("other_services.change") == Cell{{-2, 0}, {}});
    CHECK(in("penalties.change") == Cell{});
    CHECK(in("coercive_measures.change") == Cell{});
    CHECK(in("normative_documents.published") == Cell{{2, 0}, "含联合发文"});
    CHECK(in("procurement.amount") == Cell{{251000, 0}, {}, "25.10万元"});
    CHECK(cell(reading, "applications.results.other_handling.natural_person") == "1");
    CHECK(cell(reading, "applications.results.total.total") == "6");
    CHECK(check_references(r).empty());
    CHECK(
        report(yaml("year: 2020\ndisclosure: {procurement: {projects: 0, amount: 0}, unlisted: 0}"))
            .disclosure.cells.back() == Cell{});
    CHECK(report(yaml("year: 2019")).edition == &edition_2019());
    CHECK(report(yaml("form: 2019\nyear: 2023")).edition == &edition_2019());
}

TEST_CASE("the most money is a yuan short of a trillion") {
    const auto money = [](const std::string& written) {
        return yaml("year: 2020\ndisclosure: {procurement: {projects: 1, amount: " + written +
                    "}, unlisted: 0}");
    };
    CHECK(report(money("999999999999元")).disclosure.cells.back().value ==
          Amount{999'999'999'999, 0});
    CHECK(report(money("99999999.9999万元")).disclosure.cells.back().value ==
          Amount{999'999'999'999, 0});
    CHECK(stops(money("100000000万元").findings));
    CHECK(stops(money("1000000000000元").findings));
    CHECK(report(money("0元")).disclosure.cells.back() == Cell{{0, 0}, {}, "0元"});
}

TEST_CASE("what is not written has its default") {
    const Report& r = report(yaml(""));
    CHECK(r.edition == &edition_2021());
    CHECK(r.kind == Kind::department);
    CHECK(r.title.empty());
    CHECK(r.layout == Layout{});
    CHECK_FALSE(r.contact);
    CHECK_FALSE(r.signature);
    CHECK_FALSE(r.processing_fees);
    CHECK(
        report(yaml(
            "title:\npublished: ~\ncontact:\nsignature: \"\"\nwaive:\nmembers: null\nlayout: ~\nkind:\nform:")) ==
        r);
}

TEST_CASE("a given total stays as given, for the rules to judge") {
    CHECK(cell(yaml("applications: {received: [1, 0, 0, 0, 0, 0, 9], unlisted: 0}"),
               "applications.received.total") == "9");
}

TEST_CASE("a byte order mark and line ends of other systems change nothing") {
    const std::string text = file_text("files/whole-en.yaml");
    const auto plain = read(text, "a", Format::yaml).report;
    CHECK(read("\xEF\xBB\xBF" + text, "a", Format::yaml).report == plain);
    CHECK(read(replaced(text, "\n", "\r\n"), "a", Format::yaml).report == plain);
    const std::string notation = file_text("files/whole.json");
    CHECK(read("\xEF\xBB\xBF" + replaced(notation, "\n", "\r\n"), "a", Format::json).report ==
          plain);
    CHECK(at(read("\xEF\xBB\xBF"
                  "agency: [1]\n",
                  "a", Format::yaml)
                 .findings.front()
                 .place) == "1:9+3");
}

TEST_CASE("scalars stay what was typed") {
    CHECK(report(yaml("overview: no")).overview == "no");
    CHECK(report(yaml("overview: 010")).overview == "010");
    CHECK(report(yaml("contact: {phone: 0537}")).contact->phone == "0537");
    CHECK(report(yaml("year: \"2022\"")).year == 2022);
    CHECK(report(json("\"year\": \"2022\"")).year == 2022);
    CHECK(report(json("\"form\": \"2021\"")).edition == &edition_2021());
    CHECK(report(yaml("agency: '　某某局 '")).agency == "某某局");
}

TEST_CASE("an early year with the new form is the writer's choice") {
    CHECK(report(yaml("form: 2021\nyear: 2020")).year == 2020);
}

// ---------------------------------------------------------------- places

TEST_CASE("places within a text of YAML") {
    CHECK(in_overview("一二三四", "三") == "1:13+1");
    CHECK(in_overview("一二\n  三四\n\n  五六", "三四") == "2:3+2");
    CHECK(in_overview("一二\n  三四\n\n  五六", "五") == "4:3+1");
    CHECK(in_overview("'一''二''三'", "二") == "1:15+1");
    CHECK(in_overview("'一''二''三'", "'") == "1:13+2");
    CHECK(in_overview("'一二\n\n\n  三'", "三") == "4:3+1");
    CHECK(in_overview(R"("一\t\"二\u4e09\U0001F600\_四")", "二") == "1:17+1");
    CHECK(in_overview(R"("一\t\"二\u4e09\U0001F600\_四")", "三") == "1:18+6");
    CHECK(in_overview(R"("一\t\"二\u4e09\U0001F600\_四")", "😀") == "1:24+10");
    CHECK(in_overview(R"("一\t\"二\u4e09\U0001F600\_四")", "四") == "1:36+1");
    CHECK(in_overview("\"一 \\\n   二\\\n\n  三 \n 四\"", "二") == "2:4+1");
    CHECK(in_overview("\"一 \\\n   二\\\n\n  三 \n 四\"", "三") == "4:3+1");
    CHECK(in_overview("\"一 \\\n   二\\\n\n  三 \n 四\"", "四") == "5:2+1");
    CHECK(in_overview("|\n  一二\n\n    三\n  四", "三") == "4:5+1");
    CHECK(in_overview("|\n  一二\n\n    三\n  四", "四") == "5:3+1");
    CHECK(in_overview("|2- # 段\n    一二\n  三", "二") == "2:6+1");
    CHECK(in_overview("|2- # 段\n    一二\n  三", "三") == "3:3+1");
    CHECK(in_overview(">\n\n  一二\n  三\n\n  四\n    五\n\n\n  六\n", "一") == "3:3+1");
    CHECK(in_overview(">\n\n  一二\n  三\n\n  四\n    五\n\n\n  六\n", "三") == "4:3+1");
    CHECK(in_overview(">\n\n  一二\n  三\n\n  四\n    五\n\n\n  六\n", "四") == "6:3+1");
    CHECK(in_overview(">\n\n  一二\n  三\n\n  四\n    五\n\n\n  六\n", "五") == "7:5+1");
    CHECK(in_overview(">\n\n  一二\n  三\n\n  四\n    五\n\n\n  六\n", "六") == "10:3+1");
    // U+2028 is a line end for YAML, for no editor.
    CHECK(in_overview("|\n  一\u2028二\n  三", "二") == "2:5+1");
    CHECK(in_overview("|\n  一\u2028二\n  三", "三") == "3:3+1");
    CHECK(report(yaml("overview: |\n  一\u2028二\n  三")).overview == "一\u2028二\n三");
    CHECK(in_overview("|\n  一\u2029二\n  三", "三") == "3:3+1");
    CHECK(report(yaml("overview: |\n  一\u2029二\n  三")).overview == "一\u2029二\n三");
}

TEST_CASE("places within a text of JSON") {
    const Reading reading = json(R"("overview": "一\n\u4e8c\"\ud83d\ude00三\r\n四")");
    const std::string text = report(reading).overview;
    CHECK(text == "一\n二\"😀三\n四");
    CHECK(place_of(reading, "overview", text, "一") == "1:15+1");
    CHECK(place_of(reading, "overview", text, "二") == "1:18+6");
    CHECK(place_of(reading, "overview", text, "\"") == "1:24+2");
    CHECK(place_of(reading, "overview", text, "😀") == "1:26+12");
    CHECK(place_of(reading, "overview", text, "三\n四") == "1:38+6");
    CHECK(place_of(reading, "overview", text, "四") == "1:43+1");
    CHECK(report(json(R"("overview": "\ud842\udfb7")")).overview == "𠮷");
}

TEST_CASE("places after blanks that are dropped, and far along a line") {
    const Reading dropped = yaml("agency: \"　 某某\\u5c40\"");
    CHECK(place_of(dropped, "agency", report(dropped).agency, "某") == "1:12+1");
    CHECK(place_of(dropped, "agency", report(dropped).agency, "局") == "1:14+6");
    const Reading far = yaml("overview: " + times(50000, "字") + "终" + times(50000, "字"));
    CHECK(place_of(far, "overview", report(far).overview, "终") == "1:50011+1");
}

TEST_CASE("places of fields, and of what is not in the file") {
    const Reading reading = yaml(
        "applications:\n  received: [5, 0, 0, 0, 0, 0]\n  unlisted: 0\noverview: |\n\n  一\n  二");
    const auto place = [&](const std::string& field) {
        return at(reading.source.place({field, 0, 0}));
    };
    CHECK(place("applications.received.natural_person") == "2:14+1");
    CHECK(place("applications.received") == "2:13+18");
    CHECK(place("applications.received.total") == "2:13+18");  // computed: the row
    CHECK(place("applications.results.total.natural_person") ==
          "1:1+12");                      // not written: the section, by its key
    CHECK(place("overview") == "6:3+1");  // a block by its first words
    CHECK(place("year") == "9:7+4");
    CHECK(place("signature.date") == "0:0+0");
    CHECK(at(Source().place({"year", 0, 0})) == "0:0+0");
}

// ---------------------------------------------------------------- the machine

TEST_CASE("a file that cannot be read is the machine's failure") {
    const auto failure = [](const std::string& path) {
        try {
            static_cast<void>(read(std::filesystem::path(path)));
        } catch (const Failure& failed) {
            return std::string(failed.what());
        }
        return std::string("read");
    };
    const std::string folder = std::string(NIANBAO_SOURCE) + "/tests";
    CHECK(failure("no-such-file.yaml") == "不能读取 no-such-file.yaml：没有这个文件");
    CHECK(failure(folder) == fmt::format("不能读取 {}：它是文件夹", folder));
    CHECK(failure(folder + "/main.cpp/x.yaml") ==
          fmt::format("不能读取 {}/main.cpp/x.yaml：路径中有一段不是文件夹", folder));
    CHECK(failure(folder + "/" + times(300, "x")).ends_with("：文件名太长"));
}

// ---------------------------------------------------------------- parts

TEST_CASE("how far apart two words are") {
    CHECK(edit_distance("agency", "agency") == 0);
    CHECK(edit_distance("agnecy", "agency") == 1);
    CHECK(edit_distance("agenc", "agency") == 1);
    CHECK(edit_distance("不予公开", "不予公示") == 1);
    CHECK(edit_distance("", "year") == 4);
}

TEST_CASE("what stands for nothing in a table is no number") {
    for (const char* nothing : {"", "-", "—", "——", "–", "－", "−", "/", "／", "无", "空", "\\"})
        CHECK(data::says_nothing(nothing));
    CHECK_FALSE(data::says_nothing("0"));
    CHECK(data::parse_number(" 5 ", Measure::count).amount == Amount{5, 0});
    CHECK(data::parse_number("5", Measure::count).message.empty());
    CHECK(data::parse_number("１．５", Measure::amount).amount == Amount{15, 1});
    CHECK_FALSE(data::parse_number("1,23", Measure::count).amount);
    CHECK_FALSE(data::parse_number("1234,567", Measure::count).amount);
    CHECK(data::parse_number("1,234", Measure::count).amount == Amount{1234, 0});
    CHECK(data::parse_number("999,999,999,999", Measure::count).amount == Amount{999999999999, 0});
    CHECK_FALSE(data::parse_number("1,000,000,000,000", Measure::count).amount);
    CHECK_FALSE(data::parse_number("1.5", Measure::count).amount);
    CHECK_FALSE(data::parse_number("1.0", Measure::count).amount);
    CHECK(data::parse_number("−3", Measure::change).message == "“−3”是全角数字，读作 -3");
    CHECK(data::parse_number("+0", Measure::change).message == "“+0”带正负号");
}

TEST_CASE("a text of nothing but blanks is empty, also of Chinese ones") {
    for (const char* blank : {"", " ", "　", "　　", "\"　\""}) {
        CAPTURE(blank);
        const Reading reading = data_files::yaml(std::string("other: ") + blank);
        CHECK(!reading.report);
        CHECK(std::any_of(reading.findings.begin(), reading.findings.end(), [](const Finding& one) {
            return one.message == "“其他需要报告的事项”（other）是空的";
        }));
    }
}
