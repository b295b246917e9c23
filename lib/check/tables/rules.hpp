// T: the sums of the official tables.
#pragma once

#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr std::string_view notice_2021 = "国办公开办函〔2021〕30号";

inline constexpr CheckRule table_rules[] = {
    {.code = "T2-01",
     .severity = Severity::warning,
     .says = "现行有效件数不少于本年制发件数减本年废止件数",
     .clause = notice_2021,
     .good = "disclosure.normative_documents.made: 3\n"
             "disclosure.normative_documents.repealed: 1\n"
             "disclosure.normative_documents.in_force: 2",
     .bad = "disclosure.normative_documents.made: 3\n"
            "disclosure.normative_documents.repealed: 1\n"
            "disclosure.normative_documents.in_force: 1",
     .finding =
         "警告 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 1，小于本年制发件数 3 减本年废止件数 1 等于 2 (相差 1)"},
    {.code = "T2-02",
     .severity = Severity::warning,
     .says = "现行有效件数等于上年的现行有效件数加本年制发件数减本年废止件数",
     .clause = notice_2021,
     .good = "previous.disclosure.normative_documents.in_force: 6\n"
             "disclosure.normative_documents.made: 5\n"
             "disclosure.normative_documents.repealed: 2\n"
             "disclosure.normative_documents.in_force: 9",
     .bad = "previous.disclosure.normative_documents.in_force: 6\n"
            "disclosure.normative_documents.made: 5\n"
            "disclosure.normative_documents.repealed: 2\n"
            "disclosure.normative_documents.in_force: 11",
     .finding =
         "警告 disclosure.normative_documents.in_force: 行政规范性文件：现行有效件数 11，不等于上年的 6 加本年制发件数 5 减本年废止件数 2 等于 9 "
         "(相差 2)",
     .needs = Needs::previous},
    {.code = "T2-03",
     .severity = Severity::warning,
     .says = "没有制定规章的权限的机关，规章各格是 0",
     .clause = "《中华人民共和国立法法》第九十一条、第九十三条",
     .good = "agency: 云溪市人民政府\n"
             "kind: government\n"
             "disclosure.government_rules.made: 1\n"
             "disclosure.government_rules.in_force: 1",
     .bad = "disclosure.government_rules.made: 1\n"
            "disclosure.government_rules.in_force: 5",
     .finding =
         "警告 disclosure.government_rules.made: 规章：本年制发件数 1、现行有效件数 5，而地方政府的部门没有制定规章的权限"},
    {.code = "T2-04",
     .severity = Severity::warning,
     .says = "行政事业性收费以万元为单位，不是上年的一千倍、同类单位的一万倍",
     .clause = notice_2021,
     .good = "previous.disclosure.administrative_charges: 12.5\n"
             "disclosure.administrative_charges: 110.25",
     .bad = "previous.disclosure.administrative_charges: 12.5\n"
            "disclosure.administrative_charges: 125000",
     .finding =
         "警告 disclosure.administrative_charges: 行政事业性收费 125000 万元，是上年 12.5 万元的一千倍以上",
     .needs = Needs::either},
    {.code = "T3-01",
     .severity = Severity::error,
     .says = "本年新收加上年结转，等于办理结果总计加结转下年度继续办理",
     .clause = notice_2021,
     .good = "applications.received.business: 4\n"
             "applications.received.total: 13\n"
             "applications.results.disclosed.business: 3\n"
             "applications.results.disclosed.total: 9\n"
             "applications.results.total.business: 4\n"
             "applications.results.total.total: 13\n"
             "overview: 2023年，认真贯彻落实《条例》，新收政府信息公开申请13件，各项工作平稳有序。",
     .bad = "applications.received.business: 4\n"
            "applications.received.total: 13\n"
            "overview: 2023年，认真贯彻落实《条例》，新收政府信息公开申请13件，各项工作平稳有序。",
     .finding =
         "错误 applications.received.business: 商业企业：本年新收 4 加上年结转 0 等于 4，不等于办理结果总计 3 加结转下年度 0 等于 3 (相差 1)\n"
         "错误 applications.received.total: 总计：本年新收 13 加上年结转 1 等于 14，不等于办理结果总计 12 加结转下年度 1 等于 13 (相差 1)"},
    {.code = "T3-02",
     .severity = Severity::error,
     .says = "办理结果总计等于（一）至（六）各项之和",
     .clause = notice_2021,
     .good = "applications.results.disclosed.natural_person: 5\n"
             "applications.results.disclosed.total: 7\n"
             "applications.results.other_handling.other.natural_person: 1\n"
             "applications.results.other_handling.other.total: 1",
     .bad = "applications.results.other_handling.other.natural_person: 1\n"
            "applications.results.other_handling.other.total: 1",
     .finding =
         "错误 applications.results.total.natural_person: 自然人：办理结果总计 9，不等于（一）至（六）各项之和 10 (相差 1)\n"
         "错误 applications.results.total.total: 总计：办理结果总计 12，不等于（一）至（六）各项之和 13 (相差 1)"},
    {.code = "T3-03",
     .severity = Severity::error,
     .says = "每一行的总计等于自然人和五类法人或其他组织之和",
     .clause = notice_2021,
     .good = "applications.results.disclosed.natural_person: 6\n"
             "applications.results.disclosed.business: 2\n"
             "applications.results.disclosed.total: 8",
     .bad = "applications.results.disclosed.total: 9",
     .finding =
         "错误 applications.results.disclosed.total: 予以公开：总计 9，不等于自然人 6 加商业企业 2 加科研机构 0 加社会公益组织 0 加法律服务机构 0 加其他 0 "
         "等于 8 (相差 1)"},
    {.code = "T4-01",
     .severity = Severity::error,
     .says = "总计等于结果维持、结果纠正、其他结果、尚未审结之和",
     .clause = notice_2021,
     .good = "disputes.reconsideration.pending: 1\n"
             "disputes.reconsideration.total: 2",
     .bad = "disputes.reconsideration.pending: 1",
     .finding =
         "错误 disputes.reconsideration.total: 行政复议：总计 1，不等于结果维持 1 加结果纠正 0 加其他结果 0 加尚未审结 1 等于 2 (相差 1)"},
};

}  // namespace nianbao
