// nianbao collect, as it is called.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "county/troubled_county.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

class Called {
public:
    Called() {
        std::filesystem::create_directory(scratch / "收件");
        write_file(scratch / "名单.txt", "云溪县民政局\n云溪县财政局\n");
        send("民政.yaml", made_report("云溪县民政局", 1));
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / "收件" / name, write(report, Format::yaml));
    }
    Run collect(std::vector<std::string> more = {}) {
        std::vector<std::string> words{"collect", "收件", "--expect", "名单.txt",
                                       "-o",      "汇总", "--now",    "2024-01-12 09:30"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, {.folder = scratch.folder()});
    }

    Scratch scratch;
};

TEST_CASE("collect says a line of each office, and answers 1 until all is in order") {
    Called called;
    const Run first = called.collect();
    CHECK(first.exit == 1);
    CHECK(first.out == "云溪县民政局：按时报送，待审核，核验无误\n云溪县财政局：未报送\n");
    CHECK(first.err ==
          "2023 年度：应报 2 家，已报 1 家，未报 1 家，审核通过 0 家；核验 1 份\n"
          "台账写在 汇总/台账.xlsx\n"
          "没有汇总：本地要求里没有写县名或汇总单位\n");
    called.send("财政.yaml", made_report("云溪县财政局", 2));
    const Run second = called.collect();
    CHECK(second.exit == 0);
    CHECK(second.out ==
          "云溪县民政局：按时报送，待审核，核验无误\n云溪县财政局：按时报送，待审核，核验无误\n");
    CHECK(second.err.starts_with(
        "2023 年度：应报 2 家，已报 2 家，未报 0 家，审核通过 0 家；重新核验 1 份，其余 1 份没有变\n"));
}

TEST_CASE("collect adds up what counts, and keeps what is written in the county's file") {
    Called called;
    Report wrong = made_report("云溪县财政局", 2);
    wrong.cell("applications.received.total")->value = {13, 0};
    called.send("财政.yaml", wrong);
    write_file(called.scratch / "本地要求.yaml", "县名: 云溪县\n汇总公布期限: 2024-03-31\n");
    const Run first = called.collect({"--profile", "本地要求.yaml"});
    CHECK(first.exit == 1);
    CHECK(first.err.find(
              "已汇总 1 家，写在 汇总/云溪县人民政府.yaml；没有计入的 1 家，写在它的开头\n") !=
          std::string::npos);
    const std::filesystem::path file = called.scratch / "汇总/云溪县人民政府.yaml";
    std::string text = read_file(file);
    CHECK(
        text.starts_with("# 由 1 家的报告逐格相加（截至 1月12日9:30，其中审核通过 0 家）。\n"
                         "# 没有计入的 1 家：\n"
                         "#   云溪县财政局（须改2处）\n"));
    const std::size_t gap = text.find("{{请填写}}");
    REQUIRE(gap != text.npos);
    text.replace(gap, std::string("{{请填写}}").size(), "本报告由云溪县人民政府编制。");
    write_file(file, text);
    called.send("财政.yaml", made_report("云溪县财政局", 2));
    const Run second = called.collect({"--profile", "本地要求.yaml"});
    const std::string again = read_file(file);
    CHECK(again.find("本报告由云溪县人民政府编制。") != again.npos);
    CHECK(again.starts_with("# 由 2 家的报告逐格相加（截至 1月12日9:30，其中审核通过 0 家）。\n"));
    CHECK(second.err.find("已汇总 2 家") != second.err.npos);
    CHECK(read_file(called.scratch / "汇总/以前的台账/云溪县人民政府（至2024-01-12 09.30）.yaml") ==
          text);

    write_file(file, "写坏了: [\n");
    const Run broken = called.collect({"--profile", "本地要求.yaml"});
    CHECK(broken.exit == 1);
    CHECK(broken.out.find("错误 L-41: 这个文件读不出来，没有重写") != broken.out.npos);
    CHECK(read_file(file) == "写坏了: [\n");
}

TEST_CASE("collect writes what goes back, who is reminded, the sums and the statistics") {
    Called called;
    Report wrong = made_report("云溪县财政局", 2);
    wrong.cell("applications.received.total")->value = {13, 0};
    called.send("财政.yaml", wrong);
    write_file(called.scratch / "名单.txt", "云溪县民政局\n云溪县财政局\n云溪县水利局\n");
    write_file(called.scratch / "本地要求.yaml",
               "县名: 云溪县\n落款: 云溪县政务公开办公室\n电话: 0530-6120001\n"
               "整改期限: 2024-01-18 17:00\n");
    const Run run = called.collect({"--profile", "本地要求.yaml"});
    CHECK(run.err.find("退改意见 1 份，在 汇总/退改意见\n") != run.err.npos);
    const auto written = [&](const std::string& name) {
        return read_file(called.scratch / "汇总" / name);
    };
    CHECK(
        written("退改意见/云溪县财政局（第1次）.txt") ==
        "云溪县财政局：年报收悉，请改2处：①第三部分表格“总计”列：本年新收13件与上年结转1件之和为14件，"
        "办理结果总计12件与结转下年度1件之和为13件，相差1件，不符合表内勾稽关系；"
        "②第三部分表格“本年新收”行：总计13件，自然人9件、商业企业3件、科研机构0件、社会公益组织0件、"
        "法律服务机构0件、其他0件之和为12件，相差1件，不符合表内勾稽关系。"
        "请于1月18日17:00前重报，详见附件。\n");
    CHECK(written("退改意见/云溪县财政局（第1次）.docx").starts_with("PK"));
    CHECK(written("催报/云溪县水利局.txt") ==
          "云溪县水利局：截至1月12日9:30，你单位尚未报送2023年政府信息公开工作年度报告。"
          "请尽快报送，法定公布期限为1月31日。电话：0530-6120001。\n");
    CHECK(written("催报/工作群.txt") ==
          "截至1月12日9:30，应报3家，尚有1家未报送：云溪县水利局。请尽快报送，"
          "法定公布期限为1月31日。\n");
    CHECK(written("汇总底稿.xlsx").starts_with("PK"));
    CHECK(written("统计.xlsx").starts_with("PK"));
    const std::string statistics = written("统计.json");
    CHECK(statistics.starts_with(
        "{\n  \"county\": \"云溪县\",\n  \"year\": 2023,\n  \"summed\": 1,\n"));
}

TEST_CASE("collect refuses wrong usage and what it cannot rest on") {
    Called called;
    CHECK(nianbao_run({"help", "collect"}).out == source_file("tests/cases/help_collect.txt"));
    const auto refused = [&](std::vector<std::string> words) {
        const Run run = nianbao_run(words, {.folder = called.scratch.folder()});
        CHECK(run.exit == 2);
        return run.err.substr(0, run.err.find('\n'));
    };
    CHECK(refused({"collect"}) == "nianbao: collect 要写一个收件的文件夹");
    CHECK(refused({"collect", "收件"}) == "nianbao: collect 要用 --expect 写明单位名单");
    CHECK(refused({"collect", "收件", "--expect", "名单.txt"}) ==
          "nianbao: collect 要用 -o 写明台账的文件夹");
    CHECK(refused({"collect", "名单.txt", "--expect", "名单.txt", "-o", "汇总"}) ==
          "nianbao: “名单.txt”不是文件夹");
    CHECK(refused({"collect", "收件x/", "--expect", "名单.txt", "-o", "汇总"}) ==
          "nianbao: 没有“收件x/”这个文件夹");
    CHECK(refused({"collect", "收件", "--expect", "名单.txt", "-o", "汇总", "--now", "今天"}) ==
          "nianbao: --now 的值“今天”不是时刻，应写作 2027-01-15 17:00");

    write_file(called.scratch / "坏.yaml", "县名: 云溪县\n称乎: 你单位\n");
    const Run profile = called.collect({"--profile", "坏.yaml"});
    CHECK(profile.exit == 1);
    CHECK(profile.out ==
          "坏.yaml:2:1: 错误 L-12: 本地要求没有“称乎”这一项\n"
          "    2 | 称乎: 你单位\n"
          "      | ^^^^\n"
          "   提示: 是不是“称呼”\n");
    CHECK(profile.err == "没有收：先改好名单和本地要求\n");
    CHECK_FALSE(std::filesystem::exists(called.scratch / "汇总/台账.xlsx"));

    write_file(called.scratch / "名单.txt", "# 没有\n");
    CHECK(called.collect().exit == 3);
}

TEST_CASE("check says who of a list has sent nothing, and who is on no list") {
    Called called;
    called.send("别县.yaml", made_report("东川县统计局", 4));
    write_file(called.scratch / "收件/云溪县财政局.yaml", "写坏了: [");
    const std::vector<std::string> words{"check", "收件", "--no-fonts", "--expect", "名单.txt"};
    const auto last_lines = [](const Run& run) { return run.err.substr(run.err.find("应报")); };
    const Run all_came = nianbao_run(words, {.folder = called.scratch.folder()});
    CHECK(all_came.exit == 1);
    CHECK(last_lines(all_came) ==
          "应报 2 家，已报 2 家，未报 0 家\n名单上没有的 1 份：东川县统计局\n");
    std::filesystem::remove(called.scratch / "收件/云溪县财政局.yaml");
    std::filesystem::remove(called.scratch / "收件/别县.yaml");
    const Run missing = nianbao_run(words, {.folder = called.scratch.folder()});
    CHECK(missing.exit == 1);
    CHECK(last_lines(missing) == "应报 2 家，已报 1 家，未报 1 家：云溪县财政局\n");
    std::vector<std::string> json = words;
    json.insert(json.end(), {"--format", "json"});
    const Run answer = nianbao_run(json, {.folder = called.scratch.folder()});
    CHECK(answer.out.find("\"missing\": [\"云溪县财政局\"]") != answer.out.npos);
    CHECK(answer.out.find("\"not_on_list\": []") != answer.out.npos);
}

TEST_CASE("collect gives programs the ledger as JSON") {
    Called called;
    const Run run = called.collect({"--format", "json"});
    CHECK(run.exit == 1);
    CHECK(run.out.find("\"agency\": \"云溪县民政局\"") != run.out.npos);
    CHECK(run.out.find("\"review\": \"waiting\"") != run.out.npos);
}

}  // namespace
}  // namespace nianbao
