// The command that merges, and the codes of its findings.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "county/members.hpp"
#include "county/merge_rules.hpp"
#include "nianbao/check.hpp"
#include "program.hpp"

using namespace nianbao;

TEST_CASE("the command merges a folder, and says what is still to be done") {
    CHECK(nianbao_run({"help", "merge"}).out == source_file("tests/cases/help_merge.txt"));
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "data");
    write_file(scratch / "data/a.yaml", *office("甲局").bytes);
    write_file(scratch / "data/b.yaml", *office("乙局").bytes);
    write_file(scratch / "list.txt", "甲局\n乙局\n丙局\n");
    const std::string data = (scratch / "data").native(), out = (scratch / "county.yaml").native();
    const std::vector<std::string> words{"merge", data, "--agency",  "云溪县人民政府",
                                         "-o",    out,  "--disable", "Y-04"};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> all = words;
        all.insert(all.end(), more.begin(), more.end());
        return nianbao_run(all);
    };
    const Run run = with({});
    CHECK(run.exit == 0);
    CHECK(run.out == "");
    CHECK(
        run.err ==
        out + std::string(no_prose).substr(std::string("county.yaml").size()) +
            "\n   提示: 在汇总的文件里把 {{请填写}} 换成文字，或者另写一份只有文字的文件；写好以前不能生成 PDF\n   选项: 可用 --prose 文件\n已汇总 2 个单位，写到 " +
            out + "；还有 4 部分文字没有写\n");
    CHECK(read_file(out).find("normative_documents: {made: 4, repealed: 2, in_force: 14}") !=
          std::string::npos);
    CHECK(read_file(out).find("kind: government\nyear: 2023\n") != std::string::npos);
    CHECK(nianbao_run({"render", out, "-o", (scratch / "county.pdf").native()}).exit == 1);
    CHECK(with({"--strict"}).exit == 1);  // the same bytes again

    // Its own output is no member.
    std::filesystem::rename(out, scratch / "data/county.yaml");
    CHECK(with({}).exit == 1);
    std::filesystem::remove(scratch / "data/county.yaml");

    write_file(scratch / "data/prose.yaml", std::string(prose));
    const Run whole = with({"--prose", (scratch / "data/prose.yaml").native(), "--expect",
                            (scratch / "list.txt").native(), "--format", "json"});
    CHECK(whole.exit == 1);
    CHECK(whole.out.find(R"("missing": ["丙局"], "lacking": []})") != std::string::npos);
    const Run forced = with({"--prose", (scratch / "data/prose.yaml").native(), "--expect",
                             (scratch / "list.txt").native(), "--force", "--keys", "zh"});
    CHECK(forced.err.find("错误 M-03: 名单上的 1 个单位没有报告：丙局\n") != std::string::npos);
    CHECK(forced.exit == 1);
    CHECK(read_file(out).find(
              "行政规范性文件: {本年制发件数: 4, 本年废止件数: 2, 现行有效件数: 14}") !=
          std::string::npos);

    CHECK(nianbao_run({"merge", data, "-o", out})
              .err.starts_with("nianbao: merge 要用 --agency 写明汇总单位的全称\n"));
    CHECK(nianbao_run({"merge", data, "--agency", "县"})
              .err.starts_with("nianbao: merge 要用 -o 写明输出文件\n"));
    CHECK(with({"--year", "23"})
              .err.starts_with("nianbao: --year 的值“23”不是年度，应写成 2024 的样子\n"));
    CHECK(
        with({"--kind", "县"})
            .err.starts_with(
                "nianbao: --kind 的值“县”不对，可用的是：department (部门)、township (乡镇街道)、office (政府办公室)、government (政府汇总)\n"));
    CHECK(with({"--expect", (scratch / "none").native()}).exit == 3);
}

TEST_CASE("prose that was written into the merged file is not lost when it is merged again") {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "data");
    write_file(scratch / "data/a.yaml", *office("甲局").bytes);
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"merge",          "data", "--agency",
                                       "云溪县人民政府", "-o",   "全县.yaml"};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, {.folder = scratch.folder()});
    };
    const std::filesystem::path out = scratch / "全县.yaml";
    REQUIRE(with({}).exit == 0);
    std::string written = read_file(out);
    const auto put = [&](const std::string& from, const std::string& to) {
        INFO(written);
        REQUIRE(written.find(from) != std::string::npos);
        written.replace(written.find(from), from.size(), to);
    };
    put("introduction: |\n  {{请填写}}", "introduction: |\n  手写的引言。");
    put("overview: |\n  {{请填写}}", "overview: |\n  写了一半。{{请填写}}");
    put("normative_documents: {made: 2,", "normative_documents: {made: {value: 2, remark: 手写},");
    write_file(out, written);

    // Another member has come.
    write_file(scratch / "data/b.yaml", *office("乙局").bytes);
    const Run refused = with({"--disable", "Y-04"});
    CHECK(refused.exit == 1);
    CHECK(refused.err.ends_with(
        "全县.yaml: 错误 O-01: 全县.yaml 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖\n"
        "   提示: 里面写好的文字要保留的，把它作为文字再汇总一次；不然就换一个文件名\n"
        "   选项: 可用 --prose 全县.yaml --force\n"
        "没有写出汇总：全县.yaml 已经存在\n"));
    CHECK(read_file(out) == written);
    CHECK(with({"--disable", "Y-04", "--prose", "全县.yaml"}).exit == 1);
    CHECK(read_file(out) == written);

    const Run merged = with({"--disable", "Y-04", "--prose", "全县.yaml", "--force"});
    CHECK(merged.exit == 0);
    CHECK(merged.err.find(": 警告 D-19: 备注“手写”没有带入\n") != std::string::npos);
    CHECK(merged.err.find("文字还没有写：总体情况 (overview)、") != std::string::npos);
    CHECK(merged.err.ends_with("已汇总 2 个单位，写到 全县.yaml；还有 3 部分文字没有写\n"));
    CHECK(read_file(out).find("手写的引言。") != std::string::npos);
    CHECK(read_file(out).find("normative_documents: {made: 4,") != std::string::npos);

    // A file that is no prose has nothing to be taken.
    write_file(out, "会议记录\n");
    CHECK(with({"--disable", "Y-04"})
              .err.find("   提示: 换一个文件名，或者把那个文件移到别处\n"
                        "   选项: 可用 --force\n没有写出汇总：全县.yaml 已经存在\n") !=
          std::string::npos);
    CHECK(with({"--disable", "Y-04", "--force"}).exit == 0);
    CHECK(read_file(out).find("手写的引言。") == std::string::npos);
}

TEST_CASE("the codes of merging are none of the rules'") {
    for (const Code& own : merge_rules) {
        for (const CheckRule& rule : check_rules()) CHECK(own.code != rule.code);
    }
}
