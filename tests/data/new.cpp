// A data file to be filled in, from last year's.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "data_files.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/cells.hpp"
#include "report/example.hpp"
#include "report/generator.hpp"
#include "text/lines.hpp"

using namespace nianbao;

namespace {

std::size_t indentation(const std::string& line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// What a clerk would do: a number in every cell, words in every text, a day in every
/// date.
std::string filled_in(const std::string& text) {
    const std::regex gap("^( +)([^ #].*):(  # .*)?$"), date("(date|成文日期): \\}");
    std::string out, part;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string line = lines[i];
        if (indentation(line) == 0 && !line.starts_with("#")) part = line.substr(0, line.find(':'));
        const bool table = part == "disclosure" || part == "applications" || part == "disputes" ||
                           part == "主动公开政府信息情况" ||
                           part == "收到和处理政府信息公开申请情况" ||
                           part == "政府信息公开行政复议、行政诉讼情况";
        const bool row = part == "applications" || part == "收到和处理政府信息公开申请情况";
        if (!line.starts_with("#") && indentation(line) < line.size() &&
            line[indentation(line)] != '#') {
            if (table || part == "processing_fees" || part == "信息处理费")
                line = replaced(replaced(line, ": ,", ": 0,"), ": }", ": 0}");
            if (part == "signature" || part == "落款")
                line = std::regex_replace(line, date, "$1: 2024-01-18}");
            std::smatch found;
            std::size_t next = i + 1;
            while (next < lines.size() && indentation(lines[next]) < lines[next].size() &&
                   lines[next][indentation(lines[next])] == '#')
                ++next;
            const bool group = next < lines.size() && indentation(lines[next]) > indentation(line);
            if (table && !group && std::regex_match(line, found, gap))
                line = fmt::format("{}{}: {}", found[1].str(), found[2].str(),
                                   row ? "[0, 0, 0, 0, 0, 0]" : "0");
        }
        out += replaced(line, "{{请填写}}", "写好了。") + "\n";
    }
    return out;
}

std::string told(const Reading& reading) {
    std::string out;
    for (const Finding& finding : reading.findings) out += message(finding) + "\n";
    return out;
}

void check_golden(const std::string& name, const std::string& text) {
    const std::string file = std::string(NIANBAO_SOURCE) + "/tests/golden/" + name;
    if (std::getenv("NIANBAO_ACCEPT")) std::ofstream(file, std::ios::binary) << text;
    CHECK(text == source_file("tests/golden/" + name));
}

}  // namespace

TEST_CASE("the whole file, from last year's and from nothing, in both languages") {
    const Report last = model_report_of_last_year();
    check_golden("new.yaml", write_new({last.agency, 2023, {}, &last}, Keys::english));
    check_golden("new-zh.yaml", write_new({last.agency, 2023, {}, &last}, Keys::chinese));
    check_golden("new-blank.yaml",
                 write_new({"云溪县人民政府", 2023, Kind::government}, Keys::english));
}

TEST_CASE("reading it tells of every gap with its place, and filled in it is a report") {
    const Report last = model_report_of_last_year();
    for (const Keys keys : {Keys::english, Keys::chinese}) {
        const std::string text = write_new({last.agency, 2023, {}, &last}, keys);
        const Reading gaps = read(text, "new.yaml", Format::yaml);
        CHECK_FALSE(gaps.report);
        CHECK(gaps.findings.size() == 58);  // 10 cells of table two, 23 rows of table three, 12
                                            // cells of table four, 3 fees, a date, 9 texts
        for (const Finding& finding : gaps.findings) CHECK(finding.place.row > 0);
        const Reading whole = read(filled_in(text), "new.yaml", Format::yaml);
        CHECK(told(whole) == "");
        REQUIRE(whole.report);
        CHECK(whole.report->agency == last.agency);
        CHECK(whole.report->year == 2023);
        CHECK(whole.report->contact == last.contact);
        CHECK(find_cell(whole.report->applications, "carried_in.natural_person")->value ==
              Amount{1, 0});
        CHECK(find_cell(whole.report->applications, "carried_in.total")->value == Amount{1, 0});
        CHECK(
            whole.report->overview ==
            "写好了。\n（一）主动公开情况\n写好了。\n（二）依申请公开情况\n写好了。\n（三）政府信息管理情况\n写好了。\n（四）政府信息公开平台建设情况\n写好了"
            "。\n（五）监督保障情况\n写好了。");
    }
}

TEST_CASE("each gap is told of where it is to be filled") {
    const Report last = model_report_of_last_year();
    const Reading reading =
        read(write_new({last.agency, 2023, {}, &last}, Keys::english), "new.yaml", Format::yaml);
    const auto said = [&](std::string_view field) {
        std::string out;
        for (const Finding& finding : reading.findings) {
            if (finding.where.field == field && out.empty())
                out = report_text(finding, reading.source);
        }
        return out.substr(out.find(": 错误"));
    };
    CHECK(said("introduction").find("错误 D-10: “引言”（introduction）还没有写好\n") !=
          std::string::npos);
    CHECK(said("disclosure.licences").find("错误 D-11: 行政许可是空白，空白不是 0\n") !=
          std::string::npos);
    CHECK(said("disclosure.normative_documents.in_force")
              .find("错误 D-11: 行政规范性文件·现行有效件数是空白，空白不是 0\n") !=
          std::string::npos);
    CHECK(said("applications.received")
              .find("错误 D-14: 本年新收是一行 6 格（总计可以不写），写的是空白\n") !=
          std::string::npos);
    CHECK(said("signature.date").find("错误 D-10: “成文日期”（signature.date）是空的\n") !=
          std::string::npos);
}

TEST_CASE(
    "run-in headings, a title of its own, waivers and a new name are carried over as what they are") {
    Report last =
        example("waive: T2-01 disclosure.normative_documents 集中清理\ntitle: 云溪县农业农村局")
            .report;
    last.title = "云溪县农业农村局\n2023年政府信息公开工作年度报告";
    last.overview =
        "综述。\n　（一）主动公开。公开了很多。\n一是很好。\n2.（没有标题的一段话，比二十八个字长，所以不会被当作小标题带到下一年的数据文件里去。）";
    const std::string text = write_new({"云溪县农业局", 2024, {}, &last}, Keys::english);
    CHECK(text.find("overview: |\n  {{请填写}}\n  （一）主动公开。{{请填写}}\n\n") !=
          std::string::npos);
    CHECK(text.find("# 上年的单位名称是：云溪县农业农村局\n") != std::string::npos);
    CHECK(text.find("#   云溪县农业农村局\n#   2023年政府信息公开工作年度报告\nyear: 2024\n") !=
          std::string::npos);
    CHECK(
        text.find(
            "# 上年的豁免没有带来；本年仍需要的，写在 waive 里：\n#   T2-01 disclosure.normative_documents 集中清理\n") !=
        std::string::npos);
    CHECK(text.find("\nwaive:") == std::string::npos);
}

TEST_CASE("the website is last year's") {
    Report last = model_report_of_last_year();
    last.site = Site{"云溪县政府", "www.example.gov.cn", "3708280001", {}};
    CHECK(
        write_new({last.agency, 2023, {}, &last}, Keys::chinese)
            .find(
                "\n网站:\n  名称: 云溪县政府\n  域名: www.example.gov.cn\n  标识码: \"3708280001\"\n") !=
        std::string::npos);
}

TEST_CASE("the kind is the one asked for, else last year's, else a department") {
    const auto kind = [](std::optional<Kind> asked, std::optional<Kind> before) {
        Report last = model_report_of_last_year();
        if (before) last.kind = *before;
        const std::string text =
            write_new({last.agency, 2023, asked, before ? &last : nullptr}, Keys::english);
        const std::size_t at = text.find("\nkind: ");
        return at == text.npos ? ""
                               : text.substr(at + 7, text.find_first_of(" \n", at + 7) - at - 7);
    };
    CHECK(kind({}, {}) == kind(Kind::department, {}));
    CHECK(kind({}, Kind::government) == "government");
    CHECK(kind({}, Kind::township) == "township");
    CHECK(kind(Kind::township, Kind::government) == "township");
}

TEST_CASE("a run-in heading has 28 characters before its full stop at most") {
    Report last = model_report_of_last_year();
    const auto text = [&](int characters) {
        last.overview = "（一）";
        for (int i = 3; i < characters; ++i) last.overview += "字";
        last.overview += "。公开了很多。";
        return write_new({last.agency, 2023, {}, &last}, Keys::english);
    };
    CHECK(text(28).find("字。{{请填写}}\n") != std::string::npos);
    CHECK(text(29).find("字。{{请填写}}\n") == std::string::npos);
}

TEST_CASE(
    "from a report of any kind: nothing but gaps is told of, and 结转 is carried over, from the form of 2019 too") {
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        const Report last = generated_report(number, {.characters = Characters::any});
        const Keys keys = number % 2 == 0 ? Keys::english : Keys::chinese;
        const std::string text = write_new({last.agency, last.year + 1, {}, &last}, keys);
        const Reading gaps = read(text, "new.yaml", Format::yaml);
        CHECK_FALSE(gaps.report);
        std::string other;
        for (const Finding& finding : gaps.findings) {
            if (finding.rule == "D-25") continue;  // of the name that was generated
            if ((finding.rule != "D-10" && finding.rule != "D-11" && finding.rule != "D-14") ||
                finding.place.row == 0)
                other += message(finding) + "\n";
        }
        CHECK(other == "");
        const Reading whole = read(filled_in(text), "new.yaml", Format::yaml);
        CHECK(data_files::told_but_names(whole) == "");
        REQUIRE(whole.report);
        CHECK(whole.report->agency == last.agency);
        CHECK(whole.report->edition == edition_for(last.year + 1));
        for (const char* column : {"natural_person", "business", "research", "public_welfare",
                                   "legal_service", "other", "total"}) {
            CHECK(find_cell(whole.report->applications, fmt::format("carried_in.{}", column))
                      ->value ==
                  find_cell(last.applications, fmt::format("carried_out.{}", column))->value);
        }
    }
}

TEST_CASE("a comment ends where its line ends, whatever stands in it") {
    Report last = model_report_of_last_year();
    last.problems = "甲\u2028year: 1999\u2029year: 1998";
    const NewReport asked{last.agency, 2023, {}, &last};
    const Reading reading = read(write_new(asked, Keys::english), "new.yaml", Format::yaml);
    for (const Finding& finding : reading.findings) CHECK(finding.rule != "D-09");
    last.problems += "\u0085year: 1997";  // no report has it
    CHECK_THROWS_AS(static_cast<void>(write_new(asked, Keys::english)), std::invalid_argument);
}

TEST_CASE("the command writes the file once, and wants to know what for") {
    CHECK(nianbao_run({"help", "new"}).out == source_file("tests/cases/help_new.txt"));
    const Scratch scratch;
    const std::string out = (scratch / "2023.yaml").native(), last = (scratch / "last").native();
    std::filesystem::create_directory(last);
    write_file(scratch / "last/a.yaml", source_file("tests/files/model-2022.yaml"));
    const std::vector<std::string> words{"new", "--agency", "云溪县农业农村局", "--year", "2023",
                                         "-o",  out};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> all = words;
        all.insert(all.end(), more.begin(), more.end());
        return nianbao_run(all);
    };
    const Run first = with({"--previous", last});
    CHECK(first.exit == 0);
    CHECK(first.err == "已写好 " + out + "；填好以后用 nianbao check 检查\n");
    CHECK(read_file(out) == source_file("tests/golden/new-zh.yaml"));
    CHECK(nianbao_run({"check", out}).exit == 1);
    const Run again = with({});
    CHECK(again.exit == 1);
    CHECK(again.err == out + ": 错误 O-01: " + out +
                           " 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖\n"
                           "   提示: 换一个文件名，或者把那个文件移到别处\n"
                           "   选项: 可用 --force\n");
    CHECK(read_file(out) == source_file("tests/golden/new-zh.yaml"));
    CHECK(with({"--previous", last}).exit == 0);  // the same bytes
    CHECK(with({"--force", "--previous", last + "/a.yaml", "--keys", "en"}).exit == 0);
    CHECK(read_file(out) == source_file("tests/golden/new.yaml"));

    const auto refused = [](const std::vector<std::string>& all) {
        const Run run = nianbao_run(all);
        return fmt::format("{} {}", run.exit, run.err.substr(0, run.err.find('\n')));
    };
    CHECK(refused({"new", "--year", "2023", "-o", "-"}) ==
          "2 nianbao: new 要用 --agency 写明单位的全称，或用 --list 写明单位名单，例如 "
          "nianbao new --agency 云溪县水务局 --year 2025 -o 年报.xlsx");
    CHECK(refused({"new", "--agency", "甲局", "-o", "-"}) == "2 nianbao: new 要用 --year 写明年度");
    CHECK(refused({"new", "--agency", "甲局", "--year", "2023"}) ==
          "2 nianbao: new 要用 -o 写明输出文件");
    CHECK(refused({"new", "--agency", "甲局", "--year", "2018", "-o", "-"}) ==
          "2 nianbao: 2018 年度还没有统一的格式，从 2019 年度起才有");
    CHECK(refused({"new", "a.yaml", "--agency", "甲局", "--year", "2023", "-o", "-"}) ==
          "2 nianbao: new 后面不写文件；上年的数据文件用 --previous 写明");
    CHECK(refused({"new", "--agency", "甲局", "--year", "2023", "-o", "a.json"}) ==
          "2 nianbao: new 只写工作簿（.xlsx）和 YAML 文件：JSON 里不能写说明");
    CHECK(refused({"new", "--agency", "甲局", "--year", "2024", "-o", "-", "--previous",
                   last + "/a.yaml"}) ==
          "2 nianbao: " + last + "/a.yaml 是 2022 年度的，2024 年度的上年是 2023 年度");
    CHECK(refused({"new", "--agency", "甲局", "--year", "2023", "-o", "-", "--previous", last}) ==
          "2 nianbao: 文件夹 " + last + " 里没有“甲局”2022 年度的报告，没有比较");
    const Run renamed = nianbao_run(
        {"new", "--agency", "甲局", "--year", "2023", "-o", "-", "--previous", last + "/a.yaml"});
    CHECK(renamed.exit == 0);
    CHECK(renamed.err == "注意：上年的报告是“云溪县农业农村局”的，新文件是“甲局”的\n");
    write_file(scratch / "broken.yaml", "agency: 甲局\n");
    CHECK(nianbao_run({"new", "--agency", "甲局", "--year", "2023", "-o", "-", "--previous",
                       (scratch / "broken.yaml").native()})
              .exit == 1);
}
