// A county's desk: who has sent what, which file counts, what state it is in; run again.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include "county/small_desk.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/previous.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

using made::collected;
using made::findings;
using made::SmallDesk;
using made::states;

std::map<std::string, const LedgerRow*> by_name(const Collected& collected) {
    std::map<std::string, const LedgerRow*> rows;
    for (const LedgerRow& row : collected.rows) rows[row.office.name] = &row;
    return rows;
}

TEST_CASE("every state of a county of a hundred offices is right, twice") {
    const Scratch scratch;
    const std::vector<MadeOffice> offices = make_county(scratch.folder());
    const Collected first = collected(made_desk(scratch.folder()));
    std::string wrong;
    const auto rows = by_name(first);
    for (const MadeOffice& office : offices) {
        const LedgerRow& row = *rows.at(office.name);
        if (told(row) != office.expected)
            wrong += fmt::format("{} {}\n    expected {}\n    is       {}\n    {}\n", office.name,
                                 office.trouble, office.expected, told(row), row.main_problem);
    }
    CHECK(wrong == "");
    CHECK(first.head.expected == made_offices);
    CHECK(first.kept == 0);

    const Collected second = collected(made_desk(scratch.folder()));
    CHECK(second.examined == 0);
    CHECK(second.kept == first.examined);
    CHECK(second.looked_at == 0);
    CHECK(second.rows == first.rows);
    CHECK(second.files == first.files);
}

TEST_CASE("what an officer types is kept by office, and what is not understood is told") {
    SmallDesk desk;
    CHECK(states(desk.collect()) ==
          "云溪县民政局 按时报送 待审核 0/0 民政.yaml\n"
          "云溪县财政局 按时报送 退回修改（第1次） 2/0 财政.yaml\n"
          "云溪县教育局 未报送 -\n");
    desk.type("G4", "1月16日");
    desk.type("K4", "审核通过");
    desk.type("U4", "是");
    desk.type("W4", "2024-02-01");
    desk.type("Z4", "已电话核实");
    desk.type("G5", "下周");
    desk.type("K5", "再看看");
    desk.type("H5", "没有的.yaml");
    desk.type("Y5", "差不多");
    CHECK(findings(desk.collect(13))
              .find("L-31 W4 “云溪县民政局”的发布时间：“2024-02-01”在截至（1月13日9:30）以后\n") !=
          std::string::npos);
    desk.type("W4", "2024-01-12");
    const Collected second = desk.collect(13);
    CHECK(states(second) ==
          "云溪县民政局 逾期报送 审核通过 0/0 民政.yaml\n"
          "云溪县财政局 按时报送 退回修改（第1次） 2/0 财政.yaml\n"
          "云溪县教育局 未报送 -\n");
    CHECK(second.rows[0].publication == Publication::in_time);
    CHECK(second.rows[0].typed.remarks == "已电话核实");
    CHECK(second.rows[0].received == Moment{{2024, 1, 16}});
    CHECK(second.rows[1].received == Moment{{2024, 1, 12}, 9, 30});
    CHECK(second.head.passed == 1);
    CHECK(findings(second) ==
          "L-32 H5 “云溪县财政局”的采用文件：收件里没有“没有的.yaml”\n"
          "L-31 K5 “云溪县财政局”的审核：“再看看”读不懂\n"
          "L-31 G5 “云溪县财政局”的收到日期：“下周”不是日期\n"
          "L-31 Y5 “云溪县财政局”的网页核对：“差不多”读不懂\n");
    // What was typed stands in the new ledger too, understood or not.
    const Collected third = desk.collect(14);
    CHECK(third.rows == second.rows);
    CHECK(third.findings.size() == second.findings.size());
    CHECK(third.rows[1].typed.review == "再看看");
    // The two ledgers before are kept.
    const Scratch& scratch = desk.scratch;
    CHECK(std::filesystem::exists(scratch / "汇总/以前的台账/台账（至2024-01-13 09.30）.xlsx"));
    CHECK(std::filesystem::exists(scratch / "汇总/以前的台账/台账（至2024-01-14 09.30）.xlsx"));
}

TEST_CASE("an office that the list leaves out of the sum is checked, and not summed") {
    SmallDesk desk;
    write_file(desk.scratch / "名单.csv",
               "单位全称,计入汇总\n云溪县民政局,否\n云溪县财政局,是\n云溪县教育局,是\n");
    desk.send("财政.yaml", made_report("云溪县财政局", 2));
    const Collected collected = desk.collect();
    CHECK(states(collected) ==
          "云溪县民政局 按时报送 待审核 0/0 民政.yaml 不计入\n"
          "云溪县财政局 按时报送 待审核 0/0 财政.yaml\n"
          "云溪县教育局 未报送 -\n");
    CHECK_FALSE(collected.rows[0].summed);
    CHECK(collected.rows[1].summed);
    CHECK_FALSE(collected.rows[2].summed);
}

TEST_CASE("a return is counted once for each draft that needs mending") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    CHECK(desk.collect(13).rows[1].returns == 1);
    Report report = made_report("云溪县财政局", 2);
    report.cell("applications.received.total")->value = {14, 0};
    desk.send("财政.yaml", report);
    const Collected again = desk.collect(14);
    CHECK(told(again.rows[1]) == "按时报送 退回修改（第2次） 2/0 财政.yaml");
    CHECK(again.rows[1].due == Moment{{2024, 1, 18}, 17, 0});
    CHECK(again.rows[1].received == Moment{{2024, 1, 12}, 9, 30});
    CHECK(again.rows[1].received_draft == Moment{{2024, 1, 14}, 9, 30});
    desk.send("财政.yaml", made_report("云溪县财政局", 2));
    const Collected mended = desk.collect(15);
    CHECK(told(mended.rows[1]) == "按时报送 待审核 0/0 财政.yaml");
    CHECK(mended.rows[1].returns == 2);
    CHECK_FALSE(mended.rows[1].due);
}

TEST_CASE("who passed one draft has not passed the next") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("K4", "审核通过");
    CHECK(told(desk.collect().rows[0]) == "按时报送 审核通过 0/0 民政.yaml");
    desk.send("民政.yaml", made_report("云溪县民政局", 3));
    const Collected changed = desk.collect();
    CHECK(told(changed.rows[0]) == "按时报送 待审核 0/0 民政.yaml");
    CHECK(changed.rows[0].main_problem ==
          "审核通过以后又报来一稿，请再审核；前一稿的“定稿”“网页核对”不再算数");
    CHECK(changed.rows[0].typed == OfficerColumns{});
    CHECK(desk.collect().rows == changed.rows);
    desk.type("K4", "审核通过");
    CHECK(told(desk.collect().rows[0]) == "按时报送 审核通过 0/0 民政.yaml");
}

TEST_CASE("a draft after one that passed goes back when an officer says so") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("K4", "审核通过");
    desk.type("U4", "是");
    desk.type("Y4", "一致");
    static_cast<void>(desk.collect());
    Report wrong = made_report("云溪县民政局", 1);
    wrong.cell("applications.received.total")->value = {77, 0};
    desk.send("民政.yaml", wrong);
    const Collected lapsed = desk.collect();
    CHECK(told(lapsed.rows[0]) == "按时报送 待审核 2/0 民政.yaml");
    CHECK_FALSE(lapsed.rows[0].letter);
    CHECK(lapsed.rows[0].typed == OfficerColumns{});
    CHECK(told(desk.collect().rows[0]) == "按时报送 待审核 2/0 民政.yaml");
    desk.type("K4", "退回修改");
    const Collected back = desk.collect();
    CHECK(findings(back) == "");
    CHECK(told(back.rows[0]) == "按时报送 退回修改（第1次） 2/0 民政.yaml");
    CHECK(back.rows[0].letter);
    CHECK(desk.collect().rows == back.rows);
}

TEST_CASE("what is only to be verified goes back too, and the officer can let it pass") {
    SmallDesk desk;
    CollectOptions options = made_desk(desk.scratch.folder());
    options.profile.facts = {{"保密审查", {"保密审查"}, Severity::warning, false}};
    const Collected first = collected(options);
    CHECK(told(first.rows[0]) == "按时报送 退回修改（第1次） 0/1 民政.yaml");
    CHECK(first.rows[0].letter);
    CHECK(first.rows[0].returns == 1);
    CHECK(first.rows[0].due == options.profile.correction);
    CHECK(first.rows[0].summed);  // nothing of it has to be mended
    CHECK(collected(options).rows == first.rows);
    // The same draft, of which something else is asked: the same letter, of another day.
    options.profile.facts[0].name = "保密审查制度";
    options.now = Moment{{2024, 1, 13}, 9, 30};
    const Collected asked = collected(options);
    CHECK(asked.rows[0].returns == 1);
    CHECK(asked.rows[0].returned_on == options.now);
    desk.type("K4", "审核通过");
    const Collected passed = collected(options);
    CHECK(told(passed.rows[0]) == "按时报送 审核通过 0/1 民政.yaml");
    CHECK_FALSE(passed.rows[0].letter);
}

TEST_CASE("an officer sends back what the program finds nothing in, and has to say why") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("K4", "退回");
    const Collected back = desk.collect(13);
    CHECK(findings(back) == "");
    CHECK(told(back.rows[0]) == "按时报送 退回修改（第1次） 0/0 民政.yaml");
    CHECK_FALSE(back.rows[0].letter);
    CHECK(back.rows[0].main_problem == "已退回，程序没有要写的意见，请自己写明退回的原因");
    CHECK(back.rows[0].due == Moment{{2024, 1, 18}, 17, 0});
    CHECK(desk.collect(13).rows == back.rows);
    // The next draft waits again; sent back once more, it is the second time.
    desk.send("民政.yaml", made_report("云溪县民政局", 3));
    CHECK(told(desk.collect(14).rows[0]) == "按时报送 待审核 0/0 民政.yaml");
    desk.type("K4", "不通过");
    CHECK(told(desk.collect(15).rows[0]) == "按时报送 退回修改（第2次） 0/0 民政.yaml");
    desk.type("K4", "审核 通过。");
    CHECK(told(desk.collect(15).rows[0]) == "按时报送 审核通过 0/0 民政.yaml");
}

TEST_CASE("that the county has no report of last year is its own matter, and stays in the ledger") {
    SmallDesk desk;
    CollectOptions options = made_desk(desk.scratch.folder());
    options.check.previous = [](const Report&) {
        return Previous{nullptr, "文件夹 上年 里没有去年的报告，没有比较"};
    };
    const Collected first = collected(options);
    CHECK(told(first.rows[0]) == "按时报送 待审核 0/0 民政.yaml");
    CHECK(first.rows[0].main_problem == "文件夹 上年 里没有去年的报告，没有比较");
    CHECK(told(first.rows[1]) == "按时报送 退回修改（第1次） 2/0 财政.yaml");
    CHECK(first.rows[1].main_problem.ends_with("；文件夹 上年 里没有去年的报告，没有比较"));
    // Another folder is named: nothing else is asked of the office.
    options.now = Moment{{2024, 1, 13}, 9, 30};
    options.check.previous = [](const Report&) {
        return Previous{nullptr, "文件夹 去年 里没有去年的报告，没有比较"};
    };
    CHECK(collected(options).rows[1].returned_on == Moment{{2024, 1, 12}, 9, 30});
}

TEST_CASE("a desk is in order when every office's report is, and adds up its county") {
    SmallDesk desk;
    CollectOptions options = made_desk(desk.scratch.folder());
    options.profile.county = "云溪县";
    const Collected first = collected(options);
    CHECK_FALSE(all_in_order(first));
    CHECK(write_county_report(options, first).members == 1);
    desk.send("财政.yaml", made_report("云溪县财政局", 2));
    desk.send("教育.yaml", made_report("云溪县教育局", 3));
    const Collected all = collected(options);
    CHECK(all_in_order(all));
    CHECK(write_county_report(options, all).members == 3);
}

TEST_CASE("采用文件 decides among drafts") {
    SmallDesk desk;
    Report other = made_report("云溪县民政局", 1);
    other.other += "另有说明。";
    desk.send("民政定稿.yaml", other);
    const Collected undecided = desk.collect();
    CHECK(told(undecided.rows[0]) == "按时报送 待审核 - 多稿待定");
    CHECK(
        undecided.rows[0].main_problem ==
        "多稿待定，请在“采用文件”里写明：民政.yaml、民政定稿.yaml（文件名有“定稿”的：民政定稿.yaml）");
    desk.type("H4", "民政定稿.yaml");
    CHECK(told(desk.collect().rows[0]) == "按时报送 待审核 0/0 民政定稿.yaml");
    CHECK(desk.collect().rows[0].typed.chosen == "民政定稿.yaml");
}

TEST_CASE("five files change among a hundred: those are redone, and no other") {
    const Scratch scratch;
    static_cast<void>(make_county(scratch.folder()));
    const Collected first = collected(made_desk(scratch.folder()));
    for (int i = 90; i < 95; ++i) {
        const std::string& name = first.rows[static_cast<std::size_t>(i)].office.name;
        write_file(scratch / "收件" / (name + ".yaml"),
                   write(made_report(name, i + 200), Format::yaml));
    }
    const Collected second = collected(made_desk(scratch.folder()));
    CHECK(second.examined == 5);
    CHECK(second.looked_at == 5);
    CHECK(second.kept == first.examined - 5);
}

TEST_CASE("a ledger that is open in WPS is told, and nothing is written") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    const std::string before = read_file(desk.ledger());
    desk.send("民政.yaml", made_report("云溪县民政局", 3));
    for (const std::string lock : {"~$台账.xlsx", ".~台账.xlsx", ".~lock.台账.xlsx#"}) {
        write_file(desk.scratch / "汇总" / lock, "user");
        CHECK_THROWS_WITH_AS(static_cast<void>(desk.collect()), doctest::Contains(lock.c_str()),
                             Failure);
        std::filesystem::remove(desk.scratch / "汇总" / lock);
    }
    CHECK(read_file(desk.ledger()) == before);
    std::filesystem::permissions(desk.ledger(), std::filesystem::perms::owner_read);
    CHECK_THROWS_WITH_AS(static_cast<void>(desk.collect()), doctest::Contains("是只读的"), Failure);
}

TEST_CASE("a ledger that cannot be read is kept, and what was known stays") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("Z4", "已电话核实");
    static_cast<void>(desk.collect());
    write_file(desk.ledger(), "no workbook");
    const Collected again = desk.collect(20);
    CHECK(findings(again) == "L-34  以前的台账读不出来：文件不完整，末尾没有压缩包的目录\n");
    CHECK(again.rows[0].typed.remarks == "已电话核实");
    CHECK(read_file(desk.scratch / "汇总/以前的台账/台账（至2024-01-20 09.30）.xlsx") ==
          "no workbook");
    std::filesystem::remove(desk.ledger());
    CHECK(desk.collect(21).rows[0].typed.remarks == "已电话核实");
}

TEST_CASE("what was typed for an office that is gone from the list stays in the ledger") {
    SmallDesk desk;
    static_cast<void>(desk.collect());
    desk.type("Z6", "已并入民政局");
    write_file(desk.scratch / "名单.csv", "单位全称,备用\n云溪县民政局,\n云溪县财政局,\n");
    const Collected again = desk.collect();
    CHECK(findings(again) == "L-33 B6 名单上没有“云溪县教育局”，台账里它的一行填过\n");
    CHECK(told(again.rows.back()) == "未报送 - 名单外");
    CHECK(again.rows.back().typed.remarks == "已并入民政局");
    CHECK(desk.collect().rows == again.rows);
}

}  // namespace
}  // namespace nianbao
