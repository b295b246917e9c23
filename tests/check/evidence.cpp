// Every figure of the prose with what it was held against.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/evidence.hpp"
#include "report/example.hpp"

using namespace nianbao;

namespace {

/// “12件 一致 本年新收 12; …” of an overview over the model report.
std::string held(const std::string& lines) {
    const Example given = example(lines);
    CheckOptions options = given.options;
    options.previous = &given.previous;
    std::string out;
    for (const Evidence& one : evidence(given.report, options)) {
        if (one.where.field != "overview") continue;
        out += (out.empty() ? "" : "; ") + one.said + " " + std::string(held_text(one.held)) +
               (one.against.empty() ? "" : " " + one.against);
    }
    return out;
}

}  // namespace

TEST_CASE("a count agrees with its cell, contradicts it, or was not compared") {
    CHECK(
        held("overview: 全年新收政府信息公开申请12件，办结14件；公开信息286条。") ==
        "12件 一致 本年新收 12; "
        "14件 不一致 “办结14件”与表中的数不符：办理结果总计 12；本年新收 12 减结转下年度继续办理 1 等于 11; "
        "286条 未比对");
    CHECK(held("overview: 全年新收政府信息公开申请{{applications.received.total}}件。") ==
          "12件 一致 引用的单元格");
}

TEST_CASE(
    "parts and their whole, shares, rates and growth agree with what they were computed from") {
    CHECK(held("overview: 公开信息286条，其中动态150条、其他136条。") ==
          "286条 一致 各项之和 286; 150条 一致 各项之和 286; 136条 一致 各项之和 286");
    CHECK(held("overview: 办结政府信息公开申请12件，其中予以公开8件，占66.7%。") ==
          "12件 一致 办理结果总计 12; 8件 一致 予以公开 8; 66.7% 一致 8 占 12");
    CHECK(held("overview: 承办建议6件、提案9件，总计15件。") ==
          "6件 未比对; 9件 未比对; 15件 一致 前面各项之和 15");
    CHECK(held("overview: 受理政府信息公开申请13件，办结率92.3%。") ==
          "13件 一致 本年新收 12 加上年结转 1 等于 13; 92.3% 一致 12 占 13");
    CHECK(held("overview: 公开信息286条，比上年的236条增加50条。") ==
          "286条 未比对; 236条 未比对; 50条 一致 从 236 到 286");
}

TEST_CASE("of two findings on a figure the first is told") {
    CHECK(held("overview: 因政府信息公开引起的行政复议6件，均维持原答复。") ==
          "6件 不一致 “行政复议6件”与表中的数不符：行政复议 1");
}

TEST_CASE("examine gives what check and evidence give") {
    const Example given =
        example("overview: 收到政府信息公开申请13件，办结率100%；公开信息286条。");
    const Examination both = examine(given.report, given.options);
    CHECK(!both.findings.empty());
    CHECK(both.findings == check(given.report, given.options));
    CHECK(both.evidence == evidence(given.report, given.options));
    CHECK(count_of(both.evidence).all() == static_cast<int>(both.evidence.size()));
}

TEST_CASE("what may be a cell is noted where it is the same, and not told where it is not") {
    CHECK(held("overview: 公开行政规范性文件2件。") == "2件 一致 行政规范性文件本年制发件数 2");
    CHECK(held("overview: 公开行政规范性文件3件。") == "3件 未比对");
    CHECK(held("overview: 行政许可320项。") == "320项 一致 行政许可 320");
    CHECK(held("overview: 行政许可321项。") == "321项 未比对");
}

TEST_CASE("a rate of all is held against what was carried over") {
    const std::string none =
        "applications.carried_out.natural_person: 0\napplications.carried_out.total: 0\n";
    const std::string all = "overview: 收到政府信息公开申请12件，答复率100%。";
    CHECK(held(none + all) == "12件 一致 本年新收 12; 100% 一致 结转下年度继续办理 0");
    CHECK(
        held(all) ==
        "12件 一致 本年新收 12; 100% 不一致 “答复率100%”可能与表中的数不符：结转下年度继续办理 1");
    CHECK(held(none + "overview: 收到政府信息公开申请12件，按时答复率100%。") ==
          "12件 一致 本年新收 12; 100% 未比对");
}

TEST_CASE("money is held against the fees and the charges") {
    CHECK(held("processing_fees.notices: 1\nprocessing_fees.notified: 200\n"
               "processing_fees.collected: 100\n"
               "overview: 发出信息处理费收费通知1件，通知金额200元，实际收取信息处理费100元。") ==
          "1件 一致 发出收费通知 1 件; 200元 一致 通知金额 200; 100元 一致 实收金额 100");
    CHECK(held("overview: 行政事业性收费12.5万元。") == "12.5万元 一致 行政事业性收费 12.5");
}

TEST_CASE("the introduction's figures stand first, where it counts something") {
    const auto told = [](const std::string& introduction) {
        const Example given = example("introduction: " + introduction);
        std::string out;
        for (const Evidence& one : evidence(given.report)) {
            if (one.where.field == "introduction")
                out += one.said + " " + std::string(key_of(one.held)) + "; ";
        }
        return out;
    };
    CHECK(told("收到申请12件，邮编：274700，电话：0530-6120018。") == "12件 agrees; ");
    CHECK(told("由6个部分组成，邮编：274700，电话：0530-6120018，第711号。") == "");
}

TEST_CASE("dates and numbers of documents are no figures; the summary counts the outcomes") {
    const Example given = example("overview: 2023年12月，按照〔2021〕30号，公开信息286条。");
    std::vector<Evidence> all = evidence(given.report);
    std::erase_if(all, [](const Evidence& one) { return one.where.field != "overview"; });
    REQUIRE(all.size() == 1);
    CHECK(all[0].said == "286条");
    CHECK(all[0].where.length == 4);
    CHECK(summary_of(count_of(all)) == "1 个数字：0 个一致，0 个不一致，1 个未比对");
    all[0].held = Held::agrees;
    CHECK(summary_of(count_of(all)) == "1 个数字：1 个一致，0 个不一致，0 个未比对");
    CHECK(key_of(Held::agrees) == "agrees");
    CHECK(key_of(Held::contradicts) == "contradicts");
    CHECK(key_of(Held::not_compared) == "not_compared");
}
