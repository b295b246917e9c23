// The commands check and rules: what they say, where, and how they exit.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "command/run/codes.hpp"
#include "nianbao/check.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"

namespace {

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The model report, with one total that does not come out.
std::string faulty() {
    return changed(source_file("tests/files/model.yaml"),
                   "reconsideration:   {upheld: 1, corrected: 0, other: 0, pending: 0, total: 1}",
                   "reconsideration:   {upheld: 1, corrected: 0, other: 0, pending: 0, total: 2}");
}

/// The line of the file on which a text stands first.
std::ptrdiff_t row(const std::string& text, std::string_view part) {
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(part)),
                      '\n') +
           1;
}

/// The wrong total's finding, with its line of the file.
std::string told(std::string_view level = "错误", std::string_view reason = "") {
    const std::ptrdiff_t at = row(faulty(), "reconsideration:");
    return fmt::format(
        "a.yaml:{}:77: {} T4-01: 行政复议：总计 2，不等于结果维持 1 加结果纠正 0 加其他结果 0 加尚未审结 0 等于 1 (相差 1){}\n"
        "{:>5} |   reconsideration:   {{upheld: 1, corrected: 0, other: 0, pending: 0, total: 2}}\n"
        "      |                                                                             ^\n",
        at, level, reason, at);
}
constexpr std::string_view hint = "   提示: 请核对各个分项；总计也可以不写，由程序计算\n";

}  // namespace

TEST_CASE("check tells findings on standard output, and writes nothing") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    const Run run = nianbao_run({"check", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.out == told() + std::string(hint));
    CHECK(run.err == "a.yaml：9 个数字：4 个一致，0 个不一致，5 个未比对\n");
    CHECK(scratch.names() == "a.yaml");
}

TEST_CASE("check says so where nothing is wrong, and says nothing with --quiet") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", source_file("tests/files/model.yaml"));
    const Run run = nianbao_run({"check", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out == "");
    CHECK(run.err == "a.yaml：没有问题；9 个数字：4 个一致，0 个不一致，5 个未比对\n");
    CHECK(nianbao_run({"check", "a.yaml", "--quiet"}, {.folder = scratch.folder()}).err == "");
}

TEST_CASE("a folder is checked file by file, with a last line for all") {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "r");
    write_file(scratch / "r/a.yaml", faulty());
    write_file(scratch / "r/b.yaml", source_file("tests/files/model.yaml"));
    write_file(scratch / "r/c.yaml", "agency: [");
    const Run run = nianbao_run({"check", "r"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.out.starts_with("r/" + told()));
    CHECK(run.out.find("r/c.yaml:1:") != std::string::npos);
    CHECK(run.err ==
          "r/a.yaml：9 个数字：4 个一致，0 个不一致，5 个未比对\n"
          "r/b.yaml：没有问题；9 个数字：4 个一致，0 个不一致，5 个未比对\n"
          "共 3 份：没有错误 1 份（其中 0 份有问题提示），有错误 2 份，机器出错 0 份\n");
}

TEST_CASE("advice is told of one file and counted of several; it changes no exit code") {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "r");
    std::string text = source_file("tests/files/model.yaml");
    text = changed(text, "全年通过政府网站", "截止2023年12月31日，全年通过政府网站");
    write_file(scratch / "r/a.yaml", text);
    const Run one = nianbao_run({"check", "r/a.yaml", "--strict"}, {.folder = scratch.folder()});
    CHECK(one.exit == 0);
    CHECK(one.out.find("建议 W-26: “截止”后面跟时间的，宜写作“截至”") != std::string::npos);
    write_file(scratch / "r/b.yaml", text);
    const Run two = nianbao_run({"check", "r", "--strict"}, {.folder = scratch.folder()});
    CHECK(two.exit == 0);
    CHECK(two.out == "");
    CHECK(two.err ==
          "r/a.yaml：9 个数字：4 个一致，0 个不一致，5 个未比对\n"
          "r/b.yaml：9 个数字：4 个一致，0 个不一致，5 个未比对\n"
          "建议 2 处没有列出；只检查一份时列出，--format json、csv 总是列出\n"
          "共 2 份：没有错误 2 份（其中 2 份有问题提示），有错误 0 份，机器出错 0 份\n");
    const Run csv = nianbao_run({"check", "r", "--format", "csv"}, {.folder = scratch.folder()});
    CHECK(csv.out.find(R"("建议","W-26")") != std::string::npos);
    const Run sum = nianbao_run({"check", "r", "--summary"}, {.folder = scratch.folder()});
    CHECK(sum.out.find("  W-26  错误 0 处，警告 0 处，建议 2 处\n") != std::string::npos);
}

TEST_CASE("--evidence tells of every figure of the prose what it was held against") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", source_file("tests/files/model.yaml"));
    const Run run = nianbao_run({"check", "a.yaml", "--evidence"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out.find("一致 12件：本年新收 12\n") != std::string::npos);
    CHECK(run.out.find("未比对 286条\n") != std::string::npos);
    CHECK(run.out.ends_with("a.yaml：9 个数字：4 个一致，0 个不一致，5 个未比对\n"));
    const Run json = nianbao_run({"check", "a.yaml", "--evidence", "--format", "json"},
                                 {.folder = scratch.folder()});
    CHECK(json.out.find(R"("figure": "12件", "held": "agrees", "against": "本年新收 12"})") !=
          std::string::npos);
    CHECK(nianbao_run({"check", "a.yaml", "--format", "json"}, {.folder = scratch.folder()})
              .out.find("evidence") == std::string::npos);
    CHECK(
        json.out.find(
            R"("figures": {"agree": 4, "contradict": 0, "not_compared": 5, "reviewed": 0}, "evidence")") !=
        std::string::npos);
    const Run csv = nianbao_run({"check", "a.yaml", "--evidence", "--format", "csv"},
                                {.folder = scratch.folder()});
    CHECK(csv.out.find(R"("一致","","12件","本年新收 12")") != std::string::npos);
    CHECK(csv.out.find(R"("未比对","","286条","")") != std::string::npos);
    CHECK(csv.err == "a.yaml：没有问题\n");
}

TEST_CASE("--names takes a list, or a folder of data files") {
    const Scratch scratch;
    write_file(scratch / "a.yaml",
               changed(source_file("tests/files/model.yaml"), "全年通过政府网站",
                       "参观云溪县智惠农业园，全年通过政府网站"));
    write_file(scratch / "名单.txt", "# 本县的名称\n云溪县智慧农业园\n");
    const Setting here{.folder = scratch.folder()};
    const std::string told =
        "警告 W-27: “云溪县智惠农业园”与名单上的“云溪县智慧农业园”只差一个字\n";
    CHECK(nianbao_run({"check", "a.yaml", "--names", "名单.txt"}, here).out.find(told) !=
          std::string::npos);
    CHECK(nianbao_run({"check", "a.yaml"}, here).out == "");
    CHECK(nianbao_run({"check", "a.yaml", "--names", "."}, here).out == "");
    CHECK(nianbao_run({"check", "a.yaml", "--names", "没有.txt"}, here).exit != 0);
}

TEST_CASE("a waived finding stays in the log, with its reason; with --quiet it does not") {
    const Scratch scratch;
    write_file(
        scratch / "a.yaml",
        faulty() +
            "waive:\n  - {rule: T4-01, field: disputes.reconsideration, reason: 复议机关口径}\n");
    const Run run = nianbao_run({"check", "a.yaml", "--strict"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out == told("豁免", "（豁免理由：复议机关口径）"));
    CHECK(nianbao_run({"check", "a.yaml", "--quiet"}, {.folder = scratch.folder()}).out == "");
}

TEST_CASE("a waiver that matches nothing is a warning at its place") {
    const Scratch scratch;
    const std::string text =
        source_file("tests/files/model.yaml") +
        "waive:\n  - {rule: T4-01, field: disputes, reason: 无}\n  - {rule: T9-09, field: disputes, reason: 无}\n";
    write_file(scratch / "a.yaml", text);
    const Run run = nianbao_run({"check", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    const std::ptrdiff_t at = row(text, "- {rule: T4-01");
    CHECK(run.out ==
          fmt::format("a.yaml:{}:5: 警告 V-01: 豁免没有用上：“disputes”没有 T4-01 的问题\n"
                      "{:>5} |   - {{rule: T4-01, field: disputes, reason: 无}}\n"
                      "      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                      "   提示: 问题已经改正的，请删去这一条豁免；字段的写法与所列问题中的相同\n"
                      "a.yaml:{}:12: 警告 V-01: 豁免没有用上：没有规则 T9-09\n"
                      "{:>5} |   - {{rule: T9-09, field: disputes, reason: 无}}\n"
                      "      |            ^^^^^\n"
                      "   提示: 规则的代码见 nianbao rules\n",
                      at, at, at + 1, at + 1));
    CHECK(nianbao_run({"check", "a.yaml", "--disable", "T4-01"}, {.folder = scratch.folder()})
              .out.find("T4-01 的问题") == std::string::npos);
}

TEST_CASE("check and the library give the same findings, as check and render do") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    const nianbao::Outcome outcome =
        nianbao::check(nianbao::Input{.bytes = faulty(), .name = "a.yaml"});
    std::string text;
    for (const nianbao::Finding& finding : outcome.findings)
        text += nianbao::report_text(finding, outcome.source);
    CHECK(text == told() + std::string(hint));
    CHECK(nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).err ==
          told() + std::string(hint) + "未生成：a.yaml 有错误\n");
}

TEST_CASE("check answers programs in JSON") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    const Run run =
        nianbao_run({"check", "a.yaml", "--format", "json"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.err == "");
    CHECK(run.out.starts_with(
        "{\"files\": [\n  {\"file\": \"a.yaml\", \"status\": \"refused\", \"output\": null, \"findings\": [\n"
        "    {\"rule\": \"T4-01\", \"severity\": \"error\", \"field\": \"disputes.reconsideration.total\", "
        "\"place\": {\"line\": " +
        std::to_string(row(faulty(), "reconsideration:")) +
        ", \"column\": 77, \"length\": 1}, \"values\": {\"found\": \"2\", \"expected\": \"1\", \"difference\": \"1\"}, "));
}

TEST_CASE("check reads standard input") {
    const Run run = nianbao_run({"check", "-"}, {.input = faulty()});
    CHECK(run.exit == 1);
    CHECK(run.out.find(":77: 错误 T4-01: ") != std::string::npos);
    CHECK(nianbao_run({"check", "-", "--show-grid"}, {.input = faulty()}).err ==
          "nianbao: 没有选项 --show-grid\n用法见 nianbao help check\n");
}

TEST_CASE("check asks the fonts too: what render refuses, it refuses") {
    const std::string whole = source_file("tests/files/model.yaml");
    const std::string data = changed(whole, "introduction: |\n", "introduction: |\n  😀\n");
    const Run run = nianbao_run({"check", "-"}, {.input = data});
    CHECK(run.exit == 1);
    CHECK(run.out.find(": 错误 F-01: “😀”（U+1F600）：没有一种字体有这个字符\n") !=
          std::string::npos);
    CHECK(run.out.find("   选项: 可用 --font body=文件\n") != std::string::npos);
    const Run without = nianbao_run({"check", "-", "--no-fonts"}, {.input = data});
    CHECK(without.exit == 0);
    CHECK(without.out == "");
    // Of a report with errors of the rules too, all is told at once.
    const Run both =
        nianbao_run({"check", "-"},
                    {.input = changed(faulty(), "introduction: |\n", "introduction: |\n  😀\n")});
    CHECK(both.out.find("错误 F-01") != std::string::npos);
    CHECK(both.out.find("错误 T4-01") != std::string::npos);

    const Run none = nianbao_run({"check", "-", "--font", "body=/nowhere.ttf"}, {.input = whole});
    CHECK(none.exit == 3);
    CHECK(none.err.find("\n不问字体、只查内容，可用 --no-fonts\n") != std::string::npos);
    CHECK(nianbao_run({"check", "-", "--font", "body=/nowhere.ttf", "--no-fonts"}, {.input = whole})
              .exit == 0);
}

TEST_CASE("rules and --disable take families, patterns and lists, in any case") {
    const auto codes = [](const std::vector<std::string>& words) {
        std::vector<std::string> all{"rules"};
        all.insert(all.end(), words.begin(), words.end());
        const std::string out = nianbao_run(all).out;
        std::string found;
        for (std::size_t at = 0; (at = out.find("### ", at)) != std::string::npos; ++at)
            found += (found.empty() ? "" : " ") + out.substr(at + 4, out.find("（", at) - at - 4);
        return found;
    };
    CHECK(codes({"t4"}).starts_with("T4-01"));
    CHECK(codes({"t4-01,O-*"}) == "T4-01 O-01");
    CHECK(codes({"M-1?", "T4-01"}) == "M-10 M-11 M-12 M-13 M-14 T4-01");
    for (const char* value : {"T4-01", "t4", "T4-*", "W-01,T4"}) {
        CAPTURE(value);
        CHECK(nianbao_run({"check", "-", "--disable", value}, {.input = faulty()}).exit == 0);
    }
    CHECK(nianbao_run({"check", "-", "--disable", "W-*"}, {.input = faulty()}).exit == 1);
    CHECK(nianbao_run({"check", "-", "--disable", "O-01"}, {.input = faulty()})
              .err.starts_with("nianbao: --disable：没有规则“O-01”"));
}

TEST_CASE("check writes a table for WPS, and a summary of many files") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    write_file(scratch / "b.yaml", "agency: 甲局\n");
    const Setting here{.folder = scratch.folder()};
    const Run table = nianbao_run({"check", "a.yaml", "--format", "csv"}, here);
    CHECK(table.exit == 1);
    CHECK(table.err == "");
    CHECK(table.out.starts_with("\xEF\xBB\xBF\"单位\",\"年度\",\"文件\""));
    CHECK(
        table.out.find(fmt::format("\r\n\"云溪县农业农村局\",\"2023\",\"a.yaml\",\"第{}行第77列\","
                                   "\"错误\",\"T4-01\",",
                                   row(faulty(), "reconsideration:"))) != std::string::npos);
    CHECK(
        nianbao_run({"check", "-", "--format", "csv"},
                    {.input = source_file("tests/files/model.yaml")})
            .out ==
        "\xEF\xBB\xBF\"单位\",\"年度\",\"文件\",\"位置\",\"级别\",\"代码\",\"问题\",\"提示\"\r\n");

    const Run summary = nianbao_run({"check", "a.yaml", "b.yaml", "--summary"}, here);
    CHECK(summary.exit == 1);
    CHECK(summary.out.starts_with("问题最多的规则：\n  D-10  错误 "));
    CHECK(summary.out.find("\n  T4-01 错误 1 处，警告 0 处\n") != std::string::npos);
    CHECK(summary.out.find("\n问题最多的单位：\n  甲局（b.yaml）：错误 ") != std::string::npos);
    CHECK(summary.out.ends_with("\n  云溪县农业农村局（a.yaml）：错误 1 处，警告 0 处\n"));
    CHECK(nianbao_run({"check", "a.yaml", "--summary", "--format", "csv"}, here)
              .err.starts_with("nianbao: --summary 和 --format csv 不能同时使用\n"));
    CHECK(nianbao_run({"check", "a.yaml", "--format", "json"}, here)
              .out.find(R"(], "agency": "云溪县农业农村局", "year": 2023, "figures": {)") !=
          std::string::npos);
}

TEST_CASE("a deadline is a date") {
    for (const char* wrong :
         {"2024-02-30", "2024-2-3", "20240203", "0000-01-01", "2024-01-3x", ""}) {
        const Run run = nianbao_run({"check", "a.yaml", "--deadline", wrong});
        CHECK(run.exit == 2);
        CHECK(run.err == std::string("nianbao: --deadline 的值“") + wrong +
                             "”不是日期，应写成 2024-01-31 的样子\n用法见 nianbao help check\n");
    }
}

TEST_CASE(
    "rules lists every code on a line; a code is explained as in RULES.md; a wrong one is not found") {
    const Run all = nianbao_run({"rules"});
    CHECK(all.exit == 0);
    std::istringstream lines(all.out);
    for (const nianbao::CheckRule& rule : nianbao::check_rules()) {
        std::string line;
        REQUIRE(std::getline(lines, line));
        CHECK(line.starts_with(rule.code));
        CHECK(line.ends_with(rule.says));
    }
    for (const nianbao::Code& code : nianbao::all_codes()) {
        std::string line;
        REQUIRE(std::getline(lines, line));
        CHECK(line ==
              fmt::format("{:<6}{}  {}", code.code, nianbao::level_of(code.severity), code.says));
    }
    CHECK(lines.peek() == std::char_traits<char>::eof());
    for (const char* code : {"T3-01", "D-11", "R-01", "F-01", "M-03"}) {
        const Run one = nianbao_run({"rules", code});
        CHECK(one.exit == 0);
        CHECK(one.out.starts_with(std::string("### ") + code));
        CHECK(source_file("lib/check/RULES.md").find("\n" + one.out) != std::string::npos);
    }
    CHECK(
        nianbao_run({"rules", "D-11"}).out ==
        "### D-11（错误）空白不是 0\n\n怎么办：没有的写 0；还不知道的，查清了再写。\n\n对：\n\n```\ndisclosure: {licences: 0, unlisted: 0}\n```\n"
        "\n错：\n\n```\ndisclosure: {licences: , unlisted: 0}\n```\n");
    CHECK(nianbao_run({"rules", "D-1"}).err ==
          "nianbao: 没有规则“D-1”，是不是 D-01？\n用法见 nianbao help rules\n");
    CHECK(
        nianbao_run({"rules", "D-11", "--format", "json"})
            .out.find(
                "{\"code\": \"D-11\", \"severity\": \"error\", \"says\": \"空白不是 0\", \"remedy\": "
                "\"没有的写 0；还不知道的，查清了再写\", \"good\": \"disclosure: {licences: 0, unlisted: 0}\", "
                "\"bad\": \"disclosure: {licences: , unlisted: 0}\"}") != std::string::npos);
    CHECK(nianbao_run({"rules", "T3-1"}).err ==
          "nianbao: 没有规则“T3-1”，是不是 T3-01？\n用法见 nianbao help rules\n");
    CHECK(
        nianbao_run({"rules", "T3-01", "--format", "json"})
            .out.starts_with(
                "{\"files\": [\n], \"rules\": [\n  {\"code\": \"T3-01\", \"severity\": \"error\", \"says\": \""));
}

TEST_CASE("the help of check and rules") {
    CHECK(nianbao_run({"help", "check"}).out == source_file("tests/cases/help_check.txt"));
    CHECK(nianbao_run({"rules", "--help"}).out == source_file("tests/cases/help_rules.txt"));
}
