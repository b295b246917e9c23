// P: prose against tables.
#pragma once

#include "check/tables/rules.hpp"
#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr std::string_view notice_fees =
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";
inline constexpr std::string_view article_50 = "《条例》第五十条";

inline constexpr CheckRule prose_rules[] = {
    {.code = "P-01",
     .severity = Severity::error,
     .says =
         "正文中收到、办结和结转申请的件数，与表三一致；受理、收到可以只指本年新收，也可以含上年结转",
     .clause = article_50,
     .good =
         "overview: 2023年，本机关共受理政府信息公开申请13件，办结12件，结转下年度继续办理1件。",
     .bad = "overview: 2023年，本机关共受理政府信息公开申请14件，办结12件，结转下年度继续办理1件。",
     .finding =
         "错误 overview“14”: “受理政府信息公开申请14件”与表中的数不符：本年新收 12；本年新收 12 加上年结转 1 等于 13"},
    {.code = "P-02",
     .severity = Severity::error,
     .says = "正文中各项办理结果的件数，与表三一致",
     .clause = article_50,
     .good =
         "overview: 全年办结政府信息公开申请12件，其中予以公开8件、部分公开1件、不予公开1件、无法提供2件。",
     .bad =
         "overview: 全年办结政府信息公开申请12件，其中予以公开7件、部分公开1件、不予公开1件、无法提供2件。",
     .finding = "错误 overview“7”: “予以公开7件”与表中的数不符：予以公开 8"},
    {.code = "P-03",
     .severity = Severity::error,
     .says = "正文中各类申请人的件数，与表三一致",
     .clause = article_50,
     .good = "overview: 全年新收政府信息公开申请12件，其中自然人申请9件，法人或其他组织申请3件。",
     .bad = "overview: 全年新收政府信息公开申请12件，其中自然人申请8件，法人或其他组织申请3件。",
     .finding =
         "错误 overview“8”: “自然人申请8件”与表中的数不符：本年新收（自然人） 9；本年新收（自然人） 9 加上年结转（自然人） 1 等于 10"},
    {.code = "P-04",
     .severity = Severity::error,
     .says = "正文中行政复议、行政诉讼的件数和结果，与表四一致；行政诉讼是两栏之和",
     .clause = article_50,
     .good = "overview: 因政府信息公开被申请行政复议1件，结果维持1件；被提起行政诉讼1件。",
     .bad = "overview: 因政府信息公开被申请行政复议1件，结果维持1件；被提起行政诉讼2件。",
     .finding =
         "错误 overview“2”: “被提起行政诉讼2件”与表中的数不符：未经复议直接起诉 1 加复议后起诉 0 等于 1"},
    {.code = "P-05",
     .severity = Severity::error,
     .says =
         "正文中规章、行政规范性文件、行政许可、行政处罚、行政强制的件数和行政事业性收费的金额，与表二一致",
     .clause = article_50,
     .good = "overview: 全年制发行政规范性文件2件，废止1件，现行有效7件；作出行政许可决定320件。",
     .bad = "overview: 全年制发行政规范性文件2件，废止1件，现行有效9件；作出行政许可决定320件。",
     .finding = "错误 overview“9”: “现行有效9件”与表中的数不符：行政规范性文件现行有效件数 7"},
    {.code = "P-06",
     .severity = Severity::error,
     .says = "正文说没有的，表中为0",
     .clause = article_50,
     .good = "disputes.litigation_direct.other: 0\n"
             "disputes.litigation_direct.total: 0\n"
             "overview: 2023年，未发生因政府信息公开引起的行政诉讼。",
     .bad = "overview: 2023年，未发生因政府信息公开引起的行政诉讼。",
     .finding =
         "错误 overview“未发生因政府信息公开引起的行政诉讼”: “未发生因政府信息公开引起的行政诉讼”与表中的数不符：未经复议直接起诉 1 加复议后起诉 0 等于 1"},
    {.code = "P-07",
     .severity = Severity::error,
     .says = "有结转下年度的申请时，正文不说全部办结；“均在法定期限内答复”不在此列",
     .clause = article_50,
     .good = "overview: 2023年，受理政府信息公开申请13件，均在法定期限内答复。",
     .bad = "overview: 2023年，受理政府信息公开申请13件，均已办结。",
     .finding = "错误 overview“均已办结”: “均已办结”与表中的数不符：结转下年度继续办理 1"},
    {.code = "P-08",
     .severity = Severity::error,
     .says = "“其中”“包括”列全了各项的，各项之和等于总数；只列举一部分的不在此列",
     .clause = article_50,
     .good = "overview: 全年公开各类信息286条，其中工作动态150条、政策文件36条、其他信息100条。",
     .bad = "overview: 全年公开各类信息286条，其中工作动态150条、政策文件46条、其他信息100条。",
     .finding = "错误 overview“286”: 其中各项之和 296，大于总数 286 (多 10)"},
    {.code = "P-09",
     .severity = Severity::error,
     .says = "正文中的百分比，与相比的两个数算出的一致，准确到所写的小数位",
     .clause = article_50,
     .good = "overview: 全年办结政府信息公开申请12件，其中予以公开8件，占66.7%。",
     .bad = "overview: 全年办结政府信息公开申请12件，其中予以公开8件，占67.6%。",
     .finding = "错误 overview“67.6%”: “占67.6%”与各数算出的不符：8 占 12 是 66.7%"},
    {.code = "P-10",
     .severity = Severity::error,
     .says = "正文中的增减，与正文所写的或者上年报告中的数算出的一致，准确到所写的小数位",
     .clause = article_50,
     .good = "overview: 全年新收政府信息公开申请12件，比上年增加3件，增长33.3%。",
     .bad = "overview: 全年新收政府信息公开申请12件，比上年增加3件，增长25%。",
     .finding = "错误 overview“25%”: “增长25%”与算出的不符：从 9 到 12，增加 3，33.3%"},
    {.code = "P-11",
     .severity = Severity::error,
     .says = "第六部分所说的信息处理费，与 processing_fees（信息处理费）一致",
     .clause = notice_fees,
     .good =
         "processing_fees.notices: 1\n"
         "processing_fees.notified: 200\n"
         "other: 全年发出收费通知1件，总金额200元，实际未收取信息处理费。无其他需要报告的事项。",
     .bad = "processing_fees.notices: 1\n"
            "processing_fees.notified: 200\n"
            "processing_fees.collected: 200\n"
            "other: 2023年度未收取信息处理费。无其他需要报告的事项。",
     .finding =
         "错误 other“未收取信息处理费”: “未收取信息处理费”与信息处理费的数不符：实收金额 200 元"},
    {.code = "P-12",
     .severity = Severity::warning,
     .says = "信息处理费是10元的整数倍",
     .clause = notice_fees,
     .good = "processing_fees.notices: 1\n"
             "processing_fees.notified: 380\n"
             "processing_fees.collected: 380\n"
             "other: 2023年有1件政府信息公开申请收取信息处理费380元。无其他需要报告的事项。",
     .bad = "processing_fees.notices: 1\n"
            "processing_fees.notified: 385\n"
            "processing_fees.collected: 385\n"
            "other: 2023年有1件政府信息公开申请收取信息处理费385元。无其他需要报告的事项。",
     .finding = "警告 other“385”: 信息处理费 385 元不是10元的整数倍"},
    {.code = "P-13",
     .severity = Severity::error,
     .says = "正文中的办结率、答复率、公开率，与表中的数算出的一致；各种率不超过100%",
     .clause = article_50,
     .good = "overview: 2023年，受理政府信息公开申请13件，办结率92.3%；政策解读率100%。",
     .bad = "overview: 2023年，受理政府信息公开申请13件，办结率97%；政策解读率110%。",
     .finding = "警告 overview“97%”: “办结率97%”可能与表中的数算出的不符：12 占 13 是 92.3%\n"
                "错误 overview“110%”: “解读率110%”超过100%"},
};

}  // namespace nianbao
