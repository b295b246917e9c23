// What must not stand in a published report: tests/cases/privacy.txt, sentence by
// sentence; whole messages.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/check.hpp"
#include "report/example.hpp"
#include "report/sentences.hpp"

using namespace nianbao;

TEST_CASE("every sentence of the table has the findings that it says, and no other") {
    check_sentences("privacy.txt", 100, 'S');
    check_sentences("people.txt", 18, 'S');
}

TEST_CASE("every message, word for word") {
    const std::pair<const char*, const char*> messages[] = {
        {"overview: 身份证号11010519491231002X。",
         "错误 S-01“11010519491231002X”: 居民身份证号110*************2X"},
        {"overview: 身份证号110105194912310021有误。",
         "警告 S-01“110105194912310021”: 像是居民身份证号：110*************21（校验码不符）"},
        {"overview: 旧证号110105491231002已换发。",
         "警告 S-01“110105491231002”: 像是15位的居民身份证号：110**********02"},
        {"overview: 致电申请人（13812341234）。", "错误 S-02“13812341234”: 手机号138****1234"},
        {"overview: 监督电话13812341234已公布。",
         "警告 S-02“13812341234”: 联系电话是手机号138****1234"},
        {"overview: 补贴打入6222020200112230004。",
         "错误 S-03“6222020200112230004”: 银行卡号6222***********0004"},
        {"overview: 序列4111111111111111。",
         "警告 S-03“4111111111111111”: 像是银行卡号：4111********1111"},
        {"overview: 涉及鲁R12345。", "警告 S-04“鲁R12345”: 机动车号牌鲁R****5"},
        {"overview: 答复书发至zhangsan@qq.com。",
         "警告 S-05“zhangsan@qq.com”: 像是个人邮箱：zh*****n@qq.com"},
        {"overview: 申请人家住柳河镇南村3组12号。",
         "警告 S-06“柳河镇南村3组12号”: 像是住址：柳河*******号"},
        {"overview: 法院以（2023）皖01行初12号判决驳回。",
         "警告 S-08“（2023）皖01行初12号”: 法院的案号：（2023）********"},
        {"overview: 申请人欧阳明不服。", "警告 S-07“欧阳明”: 申请人的姓名：欧**"},
    };
    for (const auto& message : messages) {
        CAPTURE(message.first);
        CHECK(told_by_family(message.first, 'S') == message.second);
    }
}

TEST_CASE("no message, hint or value repeats what is private") {
    for (const SentenceCase& one : sentence_cases("privacy.txt")) {
        CAPTURE(one.line);
        const Example given = example(one.given);
        for (const Finding& finding : check(given.report, given.options)) {
            if (finding.rule.front() != 'S') continue;
            const std::string whole = as_in_examples(finding, given.report);
            const auto opening = whole.find("“") + std::string_view("“").size();
            const std::string meant = whole.substr(opening, whole.find("”", opening) - opening);
            CHECK(finding.message.find(meant) == std::string::npos);
            CHECK(finding.hint.find(meant) == std::string::npos);
            CHECK(finding.values.empty());
        }
    }
}

TEST_CASE("what is private in a cell's remark, a note or the signature is found there") {
    Report report = model_report();
    report.applications.cells.front().remark = "含申请人张建国1件";
    report.disputes.note = "注：身份证号11010519491231002X。";
    report.signature->agency = "云溪县农业农村局 13812341234";
    std::string fields;
    for (const Finding& finding : check(report)) {
        if (finding.rule.front() == 'S') fields += finding.rule + " " + finding.where.field + "; ";
    }
    CHECK(
        fields ==
        "S-07 applications.received.natural_person.remark; S-01 disputes.note; S-02 signature.agency; ");
}
