// Every figure of the prose with what it was held against.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/evidence.hpp"
#include "report/example.hpp"

using namespace nianbao;

namespace {

/// “12件 相符 本年新收 12; …” of an overview over the model report.
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
        "12件 相符 本年新收 12; "
        "14件 不符 “办结14件”与表中的数不符：办理结果总计 12；本年新收 12 减结转下年度继续办理 1 等于 11; "
        "286条 没有比较");
    CHECK(held("overview: 全年新收政府信息公开申请{{applications.received.total}}件。") ==
          "12件 相符 引用的单元格");
}

TEST_CASE(
    "parts and their whole, shares, rates and growth agree with what they were computed from") {
    CHECK(held("overview: 公开信息286条，其中动态150条、其他136条。") ==
          "286条 相符 各项之和 286; 150条 相符 各项之和 286; 136条 相符 各项之和 286");
    CHECK(held("overview: 办结政府信息公开申请12件，其中予以公开8件，占66.7%。") ==
          "12件 相符 办理结果总计 12; 8件 相符 予以公开 8; 66.7% 相符 8 占 12");
    CHECK(held("overview: 承办建议6件、提案9件，总计15件。") ==
          "6件 没有比较; 9件 没有比较; 15件 相符 前面各项之和 15");
    CHECK(held("overview: 受理政府信息公开申请13件，办结率92.3%。") ==
          "13件 相符 本年新收 12 加上年结转 1 等于 13; 92.3% 相符 12 占 13");
    CHECK(held("overview: 公开信息286条，比上年的236条增加50条。") ==
          "286条 没有比较; 236条 没有比较; 50条 相符 从 236 到 286");
}

TEST_CASE("dates and numbers of documents are no figures; the summary counts the outcomes") {
    const Example given = example("overview: 2023年12月，按照〔2021〕30号，公开信息286条。");
    std::vector<Evidence> all = evidence(given.report);
    std::erase_if(all, [](const Evidence& one) { return one.where.field != "overview"; });
    REQUIRE(all.size() == 1);
    CHECK(all[0].said == "286条");
    CHECK(all[0].where.length == 4);
    CHECK(evidence_summary(all) == "1 个数：0 个相符，0 个不符，1 个没有比较");
    all[0].held = Held::agrees;
    CHECK(evidence_summary(all) == "1 个数：1 个相符，0 个不符，0 个没有比较");
    CHECK(key_of(Held::agrees) == "agrees");
    CHECK(key_of(Held::contradicts) == "contradicts");
    CHECK(key_of(Held::not_compared) == "not_compared");
}
