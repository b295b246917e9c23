// The commands check and rules: what they say, where, and how they exit.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

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
    return changed(source_file("tests/data/model.yaml"), "reconsideration:   {upheld: 1, corrected: 0, other: 0, pending: 0, total: 1}",
                   "reconsideration:   {upheld: 1, corrected: 0, other: 0, pending: 0, total: 2}");
}

/// The line of the file on which a text stands first.
std::ptrdiff_t row(const std::string& text, std::string_view part) {
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(part)), '\n') + 1;
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
    CHECK(run.err == "");
    CHECK(scratch.names() == "a.yaml");
}

TEST_CASE("check says so where nothing is wrong, and says nothing with --quiet") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", source_file("tests/data/model.yaml"));
    const Run run = nianbao_run({"check", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out == "");
    CHECK(run.err == "a.yaml：没有问题\n");
    CHECK(nianbao_run({"check", "a.yaml", "--quiet"}, {.folder = scratch.folder()}).err == "");
}

TEST_CASE("a folder is checked file by file, with a last line for all") {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "r");
    write_file(scratch / "r/a.yaml", faulty());
    write_file(scratch / "r/b.yaml", source_file("tests/data/model.yaml"));
    write_file(scratch / "r/c.yaml", "agency: [");
    const Run run = nianbao_run({"check", "r"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.out.starts_with("r/" + told()));
    CHECK(run.out.find("r/c.yaml:1:") != std::string::npos);
    CHECK(run.err == "r/b.yaml：没有问题\n共 3 份：没有错误 1 份（其中 0 份有问题提示），有错误 2 份，机器出错 0 份\n");
}

TEST_CASE("a waived finding stays in the log, with its reason; with --quiet it does not") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty() + "waive:\n  - {rule: T4-01, field: disputes.reconsideration, reason: 复议机关口径}\n");
    const Run run = nianbao_run({"check", "a.yaml", "--strict"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    CHECK(run.out == told("豁免", "（豁免理由：复议机关口径）"));
    CHECK(nianbao_run({"check", "a.yaml", "--quiet"}, {.folder = scratch.folder()}).out == "");
}

TEST_CASE("a waiver that matches nothing is a warning at its place") {
    const Scratch scratch;
    const std::string text =
        source_file("tests/data/model.yaml") + "waive:\n  - {rule: T4-01, field: disputes, reason: 无}\n  - {rule: T9-09, field: disputes, reason: 无}\n";
    write_file(scratch / "a.yaml", text);
    const Run run = nianbao_run({"check", "a.yaml"}, {.folder = scratch.folder()});
    CHECK(run.exit == 0);
    const std::ptrdiff_t at = row(text, "- {rule: T4-01");
    CHECK(run.out == fmt::format("a.yaml:{}:5: 警告 V-01: 豁免没有用上：disputes 没有 T4-01 的问题\n"
                                 "{:>5} |   - {{rule: T4-01, field: disputes, reason: 无}}\n"
                                 "      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                                 "   提示: 问题已经改正的，请删去这一条豁免；字段的写法与所列问题中的相同\n"
                                 "a.yaml:{}:12: 警告 V-01: 豁免没有用上：没有规则 T9-09\n"
                                 "{:>5} |   - {{rule: T9-09, field: disputes, reason: 无}}\n"
                                 "      |            ^^^^^\n"
                                 "   提示: 规则的代码见 nianbao rules\n",
                                 at, at, at + 1, at + 1));
    CHECK(nianbao_run({"check", "a.yaml", "--disable", "T4-01"}, {.folder = scratch.folder()}).out.find("T4-01 的问题") == std::string::npos);
}

TEST_CASE("check and the library give the same findings, as check and render do") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    nianbao::Job job;
    job.name = "a.yaml";
    job.bytes = faulty();
    const nianbao::Outcome outcome = nianbao::check(job);
    std::string text;
    for (const nianbao::Finding& finding : outcome.findings) text += nianbao::report_text(finding, outcome.source);
    CHECK(text == told() + std::string(hint));
    CHECK(nianbao_run({"render", "a.yaml"}, {.folder = scratch.folder()}).err == told() + std::string(hint) + "未生成：a.yaml 有错误\n");
}

TEST_CASE("check answers programs in JSON") {
    const Scratch scratch;
    write_file(scratch / "a.yaml", faulty());
    const Run run = nianbao_run({"check", "a.yaml", "--format", "json"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.err == "");
    CHECK(
        run.out.starts_with("{\"files\": [\n  {\"file\": \"a.yaml\", \"status\": \"refused\", \"output\": null, \"findings\": [\n"
                            "    {\"rule\": \"T4-01\", \"severity\": \"error\", \"field\": \"disputes.reconsideration.total\", "
                            "\"place\": {\"line\": " +
                            std::to_string(row(faulty(), "reconsideration:")) +
                            ", \"column\": 77, \"length\": 1}, \"values\": {\"found\": \"2\", \"expected\": \"1\", \"difference\": \"1\"}, "));
}

TEST_CASE("check reads standard input, and needs no fonts") {
    const Run run = nianbao_run({"check", "-"}, {.input = faulty()});
    CHECK(run.exit == 1);
    CHECK(run.out.find(":77: 错误 T4-01: ") != std::string::npos);
    CHECK(nianbao_run({"check", "-", "--font-dir", "fonts"}, {.input = faulty()}).err == "nianbao: 没有选项 --font-dir\n用法见 nianbao help\n");
}

TEST_CASE("a deadline is a date") {
    for (const char* wrong : {"2024-02-30", "2024-2-3", "20240203", "0000-01-01", "2024-01-3x", ""}) {
        const Run run = nianbao_run({"check", "a.yaml", "--deadline", wrong});
        CHECK(run.exit == 2);
        CHECK(run.err == std::string("nianbao: --deadline 的值“") + wrong + "”不是日期，应写成 2024-01-31 的样子\n用法见 nianbao help\n");
    }
}

TEST_CASE("rules lists every rule on a line; a code is explained as in RULES.md; a wrong one is not found") {
    const Run all = nianbao_run({"rules"});
    CHECK(all.exit == 0);
    std::istringstream lines(all.out);
    for (const nianbao::CheckRule& rule : nianbao::check_rules()) {
        std::string line;
        REQUIRE(std::getline(lines, line));
        CHECK(line.starts_with(rule.code));
        CHECK(line.ends_with(rule.says));
    }
    const Run one = nianbao_run({"rules", "T3-01"});
    CHECK(source_file("lib/check/RULES.md").find("\n" + one.out) != std::string::npos);
    CHECK(nianbao_run({"rules", "T3-1"}).err == "nianbao: 没有规则“T3-1”，是不是 T3-01？\n用法见 nianbao help\n");
    CHECK(nianbao_run({"rules", "T3-01", "--format", "json"})
              .out.starts_with("{\"files\": [\n], \"rules\": [\n  {\"code\": \"T3-01\", \"severity\": \"error\", \"says\": \""));
}

TEST_CASE("the help of check and rules") {
    CHECK(nianbao_run({"help", "check"}).out == source_file("tests/cases/help_check.txt"));
    CHECK(nianbao_run({"rules", "--help"}).out == source_file("tests/cases/help_rules.txt"));
}
