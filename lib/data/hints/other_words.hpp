// What clerks call the fields of a data file, where these are too far from the form's own
// words to be near. None of them is read: they say what a hint names.
#pragma once

#include "report/fields.hpp"

#include <string_view>

namespace nianbao::data {

/// A word for a field. `group`: it names that field only if its value has members.
struct OtherWord {
    std::string_view word;
    int own;
    bool group = false;
};

inline constexpr OtherWord other_words[] = {
    {"单位名称", own_field("agency")},
    {"单位全称", own_field("agency")},
    {"机关", own_field("agency")},
    {"机关名称", own_field("agency")},
    {"机关全称", own_field("agency")},
    {"机构名称", own_field("agency")},
    {"部门", own_field("agency")},
    {"部门名称", own_field("agency")},
    {"名称", own_field("agency")},
    {"编制单位", own_field("agency")},
    {"编制机关", own_field("agency")},
    {"填报单位", own_field("agency")},
    {"报告单位", own_field("agency")},
    {"报送单位", own_field("agency")},
    {"发布单位", own_field("agency")},
    {"发布机构", own_field("agency")},
    {"公开单位", own_field("agency")},
    {"单位类别", own_field("kind")},
    {"单位类型", own_field("kind")},
    {"单位性质", own_field("kind")},
    {"机构类别", own_field("kind")},
    {"机关类别", own_field("kind")},
    {"报告类型", own_field("kind")},
    {"年", own_field("year")},
    {"年份", own_field("year")},
    {"报告年度", own_field("year")},
    {"报告年份", own_field("year")},
    {"统计年度", own_field("year")},
    {"所属年度", own_field("year")},
    {"报告名称", own_field("title")},
    {"报告标题", own_field("title")},
    {"题目", own_field("title")},
    {"发布时间", own_field("published")},
    {"公开日期", own_field("published")},
    {"公布日期", own_field("published")},
    {"联系人", own_field("contact")},
    {"前言", own_field("introduction")},
    {"导语", own_field("introduction")},
    {"导言", own_field("introduction")},
    {"序言", own_field("introduction")},
    {"开头", own_field("introduction")},
    {"开头语", own_field("introduction")},
    {"概述", own_field("overview")},
    {"概况", own_field("overview")},
    {"基本情况", own_field("overview")},
    {"工作情况", own_field("overview")},
    {"主动公开情况", own_field("disclosure"), true},
    {"主动公开", own_field("disclosure"), true},
    {"政府信息主动公开情况", own_field("disclosure"), true},
    {"依申请公开情况", own_field("applications"), true},
    {"依申请公开", own_field("applications"), true},
    {"依申请公开政府信息情况", own_field("applications"), true},
    {"申请情况", own_field("applications"), true},
    {"申请公开情况", own_field("applications"), true},
    {"收到和处理申请情况", own_field("applications"), true},
    {"行政复议诉讼情况", own_field("disputes"), true},
    {"行政复议、诉讼情况", own_field("disputes"), true},
    {"行政复议和行政诉讼情况", own_field("disputes"), true},
    {"复议诉讼情况", own_field("disputes"), true},
    {"复议和诉讼", own_field("disputes"), true},
    {"复议诉讼", own_field("disputes"), true},
    {"问题", own_field("problems")},
    {"主要问题", own_field("problems")},
    {"存在问题", own_field("problems")},
    {"存在的问题", own_field("problems")},
    {"存在的不足", own_field("problems")},
    {"问题和不足", own_field("problems")},
    {"问题与不足", own_field("problems")},
    {"改进情况", own_field("problems")},
    {"改进措施", own_field("problems")},
    {"存在问题及改进措施", own_field("problems")},
    {"存在的问题及改进措施", own_field("problems")},
    {"存在的主要问题及改进措施", own_field("problems")},
    {"存在的主要问题及下一步改进措施", own_field("problems")},
    {"收费情况", own_field("processing_fees")},
    {"信息处理费情况", own_field("processing_fees")},
    {"其他", own_field("other")},
    {"其它", own_field("other")},
    {"其他事项", own_field("other")},
    {"其它事项", own_field("other")},
    {"其他情况", own_field("other")},
    {"其他需要说明的事项", own_field("other")},
    {"需要报告的其他事项", own_field("other")},
    {"联系电话", own_field("contact.phone")},
    {"电话号码", own_field("contact.phone")},
    {"联系地址", own_field("contact.address")},
    {"通讯地址", own_field("contact.address")},
    {"邮政编号", own_field("contact.postcode")},
    {"电子邮件", own_field("contact.email")},
    {"网站", own_field("contact.url")},
    {"网站地址", own_field("contact.url")},
    {"联系部门", own_field("contact.office")},
    {"联系单位", own_field("contact.office")},
    {"单位", own_field("signature.agency")},
    {"日期", own_field("signature.date")},
    {"时间", own_field("signature.date")},
    {"落款日期", own_field("signature.date")},
};

/// What the text of 总体情况 is divided into: written as fields of their own, they belong
/// there.
inline constexpr std::string_view parts_of_overview[] = {
    "主动公开情况", "主动公开",         "依申请公开情况",   "依申请公开",
    "政府信息管理", "政府信息管理情况", "政府信息平台建设", "平台建设",
    "平台建设情况", "公开平台建设",     "监督保障",         "监督保障情况",
};

}  // namespace nianbao::data
