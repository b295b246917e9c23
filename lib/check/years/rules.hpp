// Y: against last year's report, and against the other offices' of the same run.
#pragma once

#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr std::string_view no_copying =
    "评议年度报告的惯例：文字与上年、与别的单位雷同过半的，要求重写";

inline constexpr CheckRule year_rules[] = {
    {.code = "Y-01",
     .severity = Severity::error,
     .says = "上年结转等于上年报告中的结转下年度继续办理，逐列相等",
     .clause = "国办公开办函〔2021〕30号",
     .good = "previous.applications.carried_out.natural_person: 0\n"
             "previous.applications.carried_out.business: 1\n"
             "applications.carried_in.natural_person: 0\n"
             "applications.carried_in.business: 1",
     .bad = "previous.applications.carried_out.natural_person: 0\n"
            "previous.applications.carried_out.business: 1",
     .finding =
         "错误 applications.carried_in.natural_person: 自然人：上年结转 1，不等于上年报告中的结转下年度继续办理 0\n"
         "错误 applications.carried_in.business: 商业企业：上年结转 0，不等于上年报告中的结转下年度继续办理 1",
     .needs = Needs::previous},
    {.code = "Y-02",
     .severity = Severity::warning,
     .says = "总体情况、问题及改进、其他事项的文字，与上年相同的不超过一半",
     .clause = no_copying,
     .good =
         "previous.problems: 一是个别科室对公开时限把握不严，更新不够及时；二是政策解读形式较为单一。\n"
         "previous.problems: 针对上述问题，明确了各栏目的责任人和更新周期，并增加了图解和视频。\n"
         "problems: 一是个别科室对公开时限把握不严，更新不够及时；二是政策解读形式较为单一。\n"
         "problems: 上年提出的问题已经解决：各栏目有了责任人，每月核对一次更新情况；解读增加了图解，农民在集市上就能看到。\n"
         "problems: 今年新发现的问题是土地承包、农机补贴两个栏目查找不便，已经请设计单位改版，预计明年三月完成。",
     .bad =
         "previous.problems: 一是个别科室对公开时限把握不严，更新不够及时；二是政策解读形式较为单一；三是基层公开标准化目录落实得不够到位。\n"
         "previous.problems: 2022年，明确了各栏目的责任人和更新周期，并增加了图解和视频。下一步，围绕春耕备播和农机购置补贴，\n"
         "previous.problems: 将继续提高解读质量，请农民代表参加评议，方便农民看得懂、用得上。\n"
         "problems: 二是个别科室对公开时限把握不严，更新不够及时；一是政策解读形式较为单一；三是基层公开标准化目录\n"
         "problems: 落实得不够到位。2023年，明确了各栏目的责任人和更新周期，并增加了图解和视频。下一步，围绕春耕备播和农机购置补贴，将继续\n"
         "problems: 提高解读质量，请农民代表参加评议，方便农民看得懂、用得上。",
     .finding =
         "警告 problems: 存在的主要问题及改进情况：105 个字中有 105 个与上年的报告相同（100%），超过一半",
     .needs = Needs::previous},
    {.code = "Y-03",
     .severity = Severity::warning,
     .says =
         "一格的数没有达到上年的十倍或降到十分之一，也没有从 0 变为很大或从很大变为 0（100 以下的不计）",
     .clause = "审核年度报告的惯例",
     .good = "previous.disclosure.penalties: 45\n"
             "disclosure.penalties: 449",
     .bad = "previous.disclosure.penalties: 45\n"
            "disclosure.penalties: 450\n"
            "previous.disclosure.coercive_measures: 100\n"
            "disclosure.coercive_measures: 0",
     .finding = "警告 disclosure.penalties: 行政处罚：本年 450，达到上年 45 的十倍\n"
                "警告 disclosure.coercive_measures: 行政强制：本年是 0，上年 100",
     .needs = Needs::previous},
    {.code = "Y-04",
     .severity = Severity::warning,
     .says = "文字与同一次运行中别的单位的，相同的不超过一半",
     .clause = no_copying,
     .good =
         "others.agency: 云溪县水利局\n"
         "others.overview: 2023年，县水利局围绕防汛抗旱和农村供水公开信息。\n"
         "others.overview: 全年公布水库水位、河长名单、供水水质等信息410条，受理申请也由专人负责登记和答复。\n"
         "others.overview: 对已经失效的取水许可公告作了清理，并把防汛预警信息同步推送到各村的微信群。\n"
         "others.problems: 水质数据公布得不够及时，下一步改为按月公布。\n"
         "others.other: 本年度没有收取信息处理费，没有其他需要报告的事项。",
     .bad = "others.agency: 云溪县水利局\n"
            "others.problems: 水质数据公布得不够及时，下一步改为按月公布。",
     .finding =
         "警告 overview: 云溪县农业农村局的文字与云溪县水利局的雷同：较短一份的 241 个字中有 203 个相同（84%），超过一半",
     .needs = Needs::others},
    {.code = "Y-05",
     .severity = Severity::warning,
     .says = "用来比较的是本单位上一年度的报告",
     .clause = "比较上年报告的约定",
     .good = "previous.agency: 云溪县 农业农村局",
     .bad = "previous.agency: 云溪县农业局",
     .finding = "警告 agency: 上年的报告是“云溪县农业局”的，不是“云溪县农业农村局”的，没有比较",
     .needs = Needs::previous},
};

}  // namespace nianbao
