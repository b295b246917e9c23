// 核对记录: what a second reader ticked, beside the data file.
#include <doctest/doctest.h>

#include "nianbao/job.hpp"
#include "nianbao/read.hpp"
#include "nianbao/review.hpp"
#include "program.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

const std::string record = "a.yaml.核对记录.json";

/// The model report in a folder of its own, and the record beside it.
struct Desk {
    Scratch scratch;
    Desk() { write_file(scratch / "a.yaml", source_file("tests/files/model.yaml")); }
    Run run(const std::vector<std::string>& words) const {
        return nianbao_run(words, {.folder = scratch.folder()});
    }
    std::string written() const { return read_file(scratch / record); }
    void write(const std::string& json) const { write_file(scratch / record, json); }
    /// What check --evidence says on both streams.
    std::string told() const {
        const Run run = this->run({"check", "a.yaml", "--evidence", "--no-fonts"});
        return run.out + run.err;
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("review records a figure by quotation, and check shows it") {
    const Desk desk;
    const Run run = desk.run({"review", "a.yaml", "--quote", "286条", "--by", "张三", "--date",
                              "2024-01-20", "--note", "与\"台账\"一致"});
    CHECK(run.exit == 0);
    CHECK(run.err == "已记在 " + record + "\n");
    CHECK(desk.written() ==
          "{\"reviewed\": [\n  {\"quote\": \"286条\", \"note\": \"与\\\"台账\\\"一致\", "
          "\"by\": \"张三\", \"date\": \"2024-01-20\"}\n]}\n");
    CHECK(has(desk.told(), "未比对 286条（核过：张三 2024-01-20：与\"台账\"一致）\n"));
    CHECK(has(desk.told(), "9 个数字：4 个一致，0 个不一致，5 个未比对；核过 1 个\n"));
    const std::string json = desk.run({"check", "a.yaml", "--evidence", "--format", "json"}).out;
    CHECK(has(json, R"("reviewed": "张三 2024-01-20：与\"台账\"一致"})"));
    CHECK(has(json, R"("not_compared": 5, "reviewed": 1})"));
    CHECK(has(desk.run({"check", "a.yaml"}).err, "；核过 1 个\n"));
}

TEST_CASE("a second tick of the same person at the same place replaces the first") {
    const Desk desk;
    CHECK(desk.run({"review", "a.yaml", "--quote", "286条", "--by", "张三"}).exit == 0);
    CHECK(desk.run({"review", "a.yaml", "--quote", "286条", "--by", "李四"}).exit == 0);
    CHECK(
        desk.run({"review", "a.yaml", "--quote", "286条", "--by", "张三", "--note", "再核"}).exit ==
        0);
    CHECK(desk.written() ==
          "{\"reviewed\": [\n  {\"quote\": \"286条\", \"by\": \"李四\"},\n"
          "  {\"quote\": \"286条\", \"note\": \"再核\", \"by\": \"张三\"}\n]}\n");
    CHECK(has(desk.told(), "286条（核过：李四；张三：再核）\n"));
    CHECK(has(desk.told(), "；核过 1 个\n"));
}

TEST_CASE("a mark with a rule is for its findings, not for the figure") {
    const Desk desk;
    std::string text = source_file("tests/files/model.yaml");
    text.replace(text.find("286条"), std::string("286条").size(), "286条，申请15件");
    const std::string wrong = "收到政府信息公开申请15件。";
    text = source_file("tests/files/model.yaml");
    text.insert(text.find("全年通过政府网站"), wrong);
    write_file(desk.scratch / "a.yaml", text);
    CHECK(desk.run({"review", "a.yaml", "--rule", "P-01", "--field", "总体情况", "--quote", "15件",
                    "--by", "张三", "--note", "以表为准"})
              .exit == 0);
    const std::string told = desk.told();
    CHECK(has(told, "   核过: 张三：以表为准\n"));
    CHECK(!has(told, "（核过"));
    CHECK(has(desk.run({"check", "a.yaml", "--format", "json"}).out,
              R"("waived": "", "reviewed": "张三：以表为准"})"));
    CHECK(desk.run({"check", "a.yaml"}).exit == 1);  // a tick is no waiver
}

TEST_CASE("what is not there is not recorded; wrong usage says what is missing") {
    const Desk desk;
    const Run none = desk.run({"review", "a.yaml", "--quote", "999件", "--by", "张三"});
    CHECK(none.exit == 1);
    CHECK(none.err == "没有记下：“999件”没有数字\n");
    CHECK(
        desk.run({"review", "a.yaml", "--quote", "286条", "--rule", "P-01", "--by", "张三"}).err ==
        "没有记下：“286条”没有 P-01 的问题\n");
    CHECK(desk.run({"review", "a.yaml", "--quote", "286条", "--field", "problems", "--by", "张三"})
              .exit == 1);
    CHECK(desk.run({"review", "a.yaml", "--by", "张三"})
              .err.starts_with("nianbao: 没有写核的是什么：请用 --quote 引出数字或文字\n"));
    CHECK(desk.run({"review", "a.yaml", "--quote", "286条"})
              .err.starts_with("nianbao: 没有写是谁核的：请用 --by 写明\n"));
    CHECK(desk.run({"review", "a.yaml", "a.yaml"})
              .err.starts_with("nianbao: review 一次只核一份数据文件\n"));
    CHECK(desk.run({"review", "-", "--quote", "1", "--by", "张三"})
              .err.starts_with("nianbao: 核对记录写在数据文件旁边：不能是标准输入\n"));
    CHECK(desk.scratch.names() == "a.yaml");
}

TEST_CASE("a record that cannot be read is told by check, and left as it is") {
    const Desk desk;
    desk.write("{\"reviewed\": [");
    CHECK(has(desk.told(), record + ":1:14: 警告 K-01: 核对记录读不出来：这个“[”没有结束\n"));
    const Run run = desk.run({"review", "a.yaml", "--quote", "286条", "--by", "张三"});
    CHECK(run.exit == 3);
    CHECK(has(run.err, "\n没有改动它：请先改正或移走这个文件\n"));
    CHECK(desk.written() == "{\"reviewed\": [");
    const struct {
        std::string json, told;
    } cases[] = {
        {R"({"核过": []})", R"(核对记录应写作 {"reviewed": [...]})"},
        {R"({"reviewed": [1]})", "核对记录的一条应是一组“项目名: 内容”"},
        {R"({"reviewed": [{"who": "张三"}]})", "核对记录没有“who”这一项"},
        {R"({"reviewed": [{"by": 1}]})", "核对记录的 by 应是文字"},
        {R"({"reviewed": [{"by": "张三"}]})", "核对记录的一条没有 quote"},
        {R"({"reviewed": [{"quote": "286条"}]})", "核对记录的一条没有 by"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.json);
        desk.write(one.json);
        CHECK(has(desk.told(), " 警告 K-01: " + one.told + "\n"));
    }
}

TEST_CASE("a mark whose quotation is gone is advice; a folder passes over the record") {
    const Desk desk;
    desk.write(R"({"reviewed": [{"field": "总体情况", "quote": "999件", "by": "张三"},
        {"rule": "W-01", "quote": "286条", "by": "张三"},
        {"rule": "Y-01", "quote": "286条", "by": "张三"}]})");
    const std::string told = desk.told();
    CHECK(has(told, record + ":1:15: 建议 K-02: 核对记录没有用上：总体情况“999件”没有数字\n"));
    CHECK(has(told, record + ":2:9: 建议 K-02: 核对记录没有用上：“286条”没有 W-01 的问题\n"));
    CHECK(!has(told, "Y-01"));  // it is run only with last year's report
    const Run folder = desk.run({"check", ".", "--no-fonts"});
    CHECK(folder.exit == 0);
    CHECK(!has(folder.err, "不是数据文件"));
}

TEST_CASE("an output carries no mark") {
    const Desk desk;
    CHECK(desk.run({"render", "a.yaml", "-o", "a.txt"}).exit == 0);
    const std::string before = read_file(desk.scratch / "a.txt");
    CHECK(desk.run({"review", "a.yaml", "--quote", "286条", "--by", "张三"}).exit == 0);
    CHECK(desk.run({"render", "a.yaml", "-o", "b.txt"}).exit == 0);
    CHECK(read_file(desk.scratch / "b.txt") == before);
}

TEST_CASE("a mark means the figures that have some of its characters") {
    const Report report = *read(NIANBAO_SOURCE "/tests/files/model.yaml").report;
    const auto ticked = [&](const std::string& field, const std::string& quote) {
        std::vector<Finding> none;
        std::vector<Evidence> figures = evidence(report);
        const ReviewMark mark{"", field, quote, "", "张三", ""};
        std::string out = apply_review(mark, report, none, &figures) ? "用上 " : "没有 ";
        for (const Evidence& one : figures) {
            if (!one.reviewed.empty()) out += one.said + " ";
        }
        return out;
    };
    CHECK(ticked("总体情况", "上年结转1件") == "用上 1件 ");
    CHECK(ticked("overview", "286条，发布政策解读9篇") == "用上 286条 9篇 ");
    CHECK(ticked("", "286") == "用上 286条 ");
    CHECK(ticked("总体情况", "公开各类信息") == "没有 ");
    CHECK(ticked("其他需要报告的事项", "286") == "没有 ");
}

TEST_CASE("a mark with a rule ticks no other rule's finding at the same place") {
    const Report report = *read(NIANBAO_SOURCE "/tests/files/model.yaml").report;
    const std::u32string quote = U"286条";
    Finding finding;
    finding.where = {"overview", static_cast<int>(to_utf32(report.overview).find(quote)), 4};
    std::vector<Finding> findings = {finding, finding};
    findings[0].rule = "P-01";
    findings[1].rule = "W-01";
    CHECK(apply_review({"P-01", "", "286条", "", "张三", ""}, report, findings, nullptr));
    CHECK(findings[0].reviewed == "张三");
    CHECK(findings[1].reviewed == "");
}

TEST_CASE("a record reads back as it was written") {
    const std::vector<ReviewMark> marks = {
        {"P-04", "overview", "“57”件\\", "一\n二\t三", "张三", "2024-01-20"},
        {"", "", "8件", "", "李四", ""}};
    const ReviewRecord back = read_review(write_review(marks), "r.json");
    CHECK(back.findings.empty());
    CHECK(back.marks == marks);
    CHECK(write_review({}) == "{\"reviewed\": [\n]}\n");
    CHECK(read_review(write_review({}), "r.json").marks.empty());
    CHECK(review_file_of("a/报告.yaml") == "a/报告.yaml.核对记录.json");
}
