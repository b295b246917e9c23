// What officers type into the ledger as people do: it is read, or told.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "county/desk/intake/file_names.hpp"
#include "county/desk/ledger/review_words.hpp"
#include "county/small_desk.hpp"
#include "nianbao/write.hpp"

namespace nianbao {
namespace {

using made::findings;
using made::SmallDesk;

TEST_CASE("what belongs to the list is told as not read, with its cell and what to do") {
    SmallDesk desk;
    const auto list = [&](const std::string& counted) {
        write_file(desk.scratch / "名单.csv",
                   "单位全称,类别,计入汇总,联系人,联系电话\n云溪县民政局,部门," + counted +
                       ",李四,0530-6120020\n云溪县财政局,部门,是,,\n云溪县教育局,,,,\n");
    };
    list("是");
    CHECK(findings(desk.collect()) == "");
    desk.type("D4", "否");
    desk.type("F4", "0530-6120099");
    desk.type("E6", "王五");
    desk.type("T5", "有");
    const Collected told = desk.collect(13);
    CHECK(
        findings(told) ==
        "L-40 D4 “云溪县民政局”的计入汇总：台账里写的“否”没有读，名单上是“是”\n"
        "L-40 F4 “云溪县民政局”的联系电话：台账里写的“0530-6120099”没有读，名单上是“0530-6120020”\n"
        "L-40 T5 “云溪县财政局”的签字盖章件：台账里写的“有”没有读，按来件是“无”\n"
        "L-40 E6 “云溪县教育局”的联系人：台账里写的“王五”没有读，名单上是“”\n");
    CHECK(told.findings[0].hint == "这一栏从名单取：在名单的“计入汇总”里改，再收一次");
    CHECK(told.rows[0].summed);
    CHECK(told.rows[2].typed == OfficerColumns{});
    // The new ledger says what the list says.
    CHECK(findings(desk.collect(13)) == "");
    // It is changed in the list: the ledger of before was not typed into.
    list("否");
    const Collected changed = desk.collect(14);
    CHECK(findings(changed) == "");
    CHECK_FALSE(changed.rows[0].summed);
    // In both.
    desk.type("D4", "是");
    list("是");
    CHECK(findings(desk.collect(15)) == "");
    // What the ledger said before is not known: the list says whether it was typed.
    std::filesystem::remove(desk.scratch / "汇总/台账.json");
    desk.type("D4", "否");
    CHECK(findings(desk.collect(16)) ==
          "L-40 D4 “云溪县民政局”的计入汇总：台账里写的“否”没有读，名单上是“是”\n");
}

TEST_CASE("an office that is gone from the list leaves no row for what was not read of it") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("D6", "否");
    write_file(desk.scratch / "名单.csv", "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n");
    CHECK(desk.collect().rows.size() == 2);
}

TEST_CASE("采用文件 is found by its name without an ending, with blanks, in other letters") {
    using desk::Naming;
    using desk::naming;
    CHECK(naming("乡镇/A 局（1）.docx", "乡镇/A 局（1）.docx") == Naming::by_path);
    CHECK(naming("A 局（1）.docx", "乡镇/A 局（1）.docx") == Naming::by_name);
    for (const char* typed : {"A局（1）.docx", " a 局(1).DOCX ", "乡镇\\Ａ局（1）.docx",
                              "乡镇/a局（1）.Docx", "A局（1）．docx"})
        CHECK_MESSAGE(naming(typed, "乡镇/A 局（1）.docx") == Naming::loosely, typed);
    for (const char* typed : {"A 局（1）", "a局(1)", "乡镇/A局（1）"})
        CHECK_MESSAGE(naming(typed, "乡镇/A 局（1）.docx") == Naming::without_ending, typed);
    for (const char* typed : {"", " ", "A局", "局（1）.docx", "镇/A 局（1）.docx", "A 局（1）.doc"})
        CHECK_MESSAGE(naming(typed, "乡镇/A 局（1）.docx") == Naming::none, typed);
    const auto named = [](const std::vector<std::string>& paths, std::string_view typed) {
        std::vector<desk::ReceivedFile> files;
        for (const std::string& path : paths) files.emplace_back().path = path;
        return desk::named_among(files, typed);
    };
    CHECK(named({"民政.docx", "民政", "民政.xlsx"}, "民政") == std::vector<int>{1});
    CHECK(named({"民政", "民政.docx"}, "民政") == std::vector<int>{0});
    CHECK(named({"甲/民政.docx", "民政.docx"}, "民政.docx") == std::vector<int>{1});
    CHECK(named({"民政.docx", "民政.xlsx"}, "民政") == std::vector<int>{0, 1});
    CHECK(named({"民政.docx"}, "财政").empty());
    CHECK(naming("a.b", "a.b/c") == Naming::none);
    CHECK(naming("c", "a.b/c") == Naming::by_name);
    CHECK(naming("a.b/C", "a.b/c") == Naming::loosely);
    CHECK(naming("a", "a.b/c") == Naming::none);

    SmallDesk desk;
    Report other = made_report("云溪县民政局", 1);
    other.other += "另有说明。";
    desk.send("民政 定稿（B）.yaml", other);
    desk.send("民政.json.yaml", other);
    static_cast<void>(desk.collect());
    for (const char* typed : {"民政定稿(b)", "民政 定稿（b）.YAML", "民政定稿（Ｂ）.yaml"}) {
        desk.type("H4", typed);
        const Collected found = desk.collect();
        CHECK(findings(found) == "");
        CHECK_MESSAGE(found.rows[0].chosen == "民政 定稿（B）.yaml", typed);
        CHECK(found.rows[0].typed.chosen == typed);
    }
    // The best counts: 民政.yaml is a file's name, 民政.json.yaml is called so without an ending.
    desk.type("H4", "民政");
    CHECK(desk.collect().rows[0].chosen == "民政.yaml");
    desk.type("H4", "民政.json");
    CHECK(desk.collect().rows[0].chosen == "民政.json.yaml");
    desk.type("H4", "民政局定稿");
    const Collected none = desk.collect();
    CHECK(findings(none) == "L-32 H4 “云溪县民政局”的采用文件：收件里没有“民政局定稿”\n");
    CHECK(none.rows[0].undecided);
    CHECK(none.rows[0].typed.chosen == "民政局定稿");
    desk.send("民政.JSON", other);
    desk.type("H4", "民政");
    CHECK(findings(desk.collect()) ==
          "L-32 H4 “云溪县民政局”的采用文件：收件里有 2 个文件叫“民政”\n");
}

TEST_CASE("words in 审核 are what an officer means by them") {
    using desk::review_word;
    using desk::ReviewWord;
    for (const char* word : {"审核通过", "通过", "已通过", "审核 通过。", " 审核通过"})
        CHECK_MESSAGE(review_word(word) == ReviewWord::passed, word);
    for (const char* word : {"退回修改", "退回", "已退回", "退回 修改", "退改", "退回重填",
                             "不通过", "审核不通过", "未通过"})
        CHECK_MESSAGE(review_word(word) == ReviewWord::sent_back, word);
    for (const char* word : {"", "待审核", "无法读取", "退回修改（第2次）"})
        CHECK_MESSAGE(review_word(word) == ReviewWord::own, word);
    for (const char* word : {"再看看", "基本通过", "通过吗", "退"})
        CHECK_MESSAGE(review_word(word) == ReviewWord::unknown, word);
}

TEST_CASE("days are read as officers write them, and told where they are none") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    const auto read = [&](const std::string& typed) {
        desk.type("G4", typed);
        const Collected all = desk.collect();
        CHECK(all.rows[0].typed.received == typed);
        return findings(all) + submission_text(all.rows[0].submission).data() + " " +
               moment_text(*all.rows[0].received);
    };
    CHECK(read("1月13日下午") == "按时报送 1月13日");
    CHECK(read("1.13") == "按时报送 1月13日");
    CHECK(read("2024/1/13") == "按时报送 1月13日");
    CHECK(read("1月15日下午5点") == "按时报送 1月15日17:00");
    CHECK(read("1月15日下午5:30") == "逾期报送 1月15日17:30");
    CHECK(read("十三号") ==
          "L-31 G4 “云溪县民政局”的收到日期：“十三号”不是日期\n按时报送 1月12日9:30");
}

}  // namespace
}  // namespace nianbao
