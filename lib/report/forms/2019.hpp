// The form of 国办公开办函〔2019〕60号, for reports on 2019 and 2020: table two is its
// own, in table three （六）其他处理 is one row, table four is that of 2021.
#pragma once

#include "report/forms/applications.hpp"
#include "report/forms/disputes.hpp"

namespace nianbao::form_2019 {

// ---------------------------------------------------------------- table two:
// 主动公开政府信息情况

inline constexpr Field disclosure_fields[] = {
    {"government_rules", "规章"},
    {"made", "本年新制作数量", 0},
    {"published", "本年新公开数量", 0},
    {"total_public", "对外公开总数量", 0},
    {"normative_documents", "规范性文件"},
    {"made", "本年新制作数量", 4},
    {"published", "本年新公开数量", 4},
    {"total_public", "对外公开总数量", 4},
    {"licences", "行政许可"},
    {"items_last_year", "上一年项目数量", 8},
    {"change", "本年增/减", 8},
    {"decisions", "处理决定数量", 8},
    {"other_services", "其他对外管理服务事项"},
    {"items_last_year", "上一年项目数量", 12},
    {"change", "本年增/减", 12},
    {"decisions", "处理决定数量", 12},
    {"penalties", "行政处罚"},
    {"items_last_year", "上一年项目数量", 16},
    {"change", "本年增/减", 16},
    {"decisions", "处理决定数量", 16},
    {"coercive_measures", "行政强制"},
    {"items_last_year", "上一年项目数量", 20},
    {"change", "本年增/减", 20},
    {"decisions", "处理决定数量", 20},
    {"administrative_charges", "行政事业性收费"},
    {"items_last_year", "上一年项目数量", 24},
    {"change", "本年增/减", 24},
    {"procurement", "政府集中采购"},
    {"projects", "采购项目数量", 27},
    {"amount", "采购总金额", 27},
};

inline constexpr Box disclosure_boxes[] = {
    {0, 0, 1, 4, "第二十条|第（一）项", Scope::column},
    {1, 0, 1, 1, "信息内容", Scope::column},
    {1, 1, 1, 1, "本年新|制作数量", Scope::column},
    {1, 2, 1, 1, "本年新|公开数量", Scope::column},
    {1, 3, 1, 1, "对外公开|总数量", Scope::column},
    {2, 0, 1, 1, "规章", Scope::row},
    {3, 0, 1, 1, "规范性|文件", Scope::row},
    {4, 0, 1, 4, "第二十条|第（五）项", Scope::column},
    {5, 0, 1, 1, "信息内容", Scope::column},
    {5, 1, 1, 1, "上一年|项目数量", Scope::column},
    {5, 2, 1, 1, "本年|增/减", Scope::column},
    {5, 3, 1, 1, "处理决定|数量", Scope::column},
    {6, 0, 1, 1, "行政许可", Scope::row},
    {7, 0, 1, 1, "其他对外|管理|服务事项", Scope::row},
    {8, 0, 1, 4, "第二十条|第（六）项", Scope::column},
    {9, 0, 1, 1, "信息内容", Scope::column},
    {9, 1, 1, 1, "上一年|项目数量", Scope::column},
    {9, 2, 1, 1, "本年|增/减", Scope::column},
    {9, 3, 1, 1, "处理决定|数量", Scope::column},
    {10, 0, 1, 1, "行政处罚", Scope::row},
    {11, 0, 1, 1, "行政强制", Scope::row},
    {12, 0, 1, 4, "第二十条|第（八）项", Scope::column},
    {13, 0, 1, 1, "信息内容", Scope::column},
    {13, 1, 1, 1, "上一年|项目数量", Scope::column},
    {13, 2, 1, 2, "本年|增/减", Scope::column},
    {14, 0, 1, 1, "行政事业性|收费", Scope::row},
    {15, 0, 1, 4, "第二十条|第（九）项", Scope::column},
    {16, 0, 1, 1, "信息内容", Scope::column},
    {16, 1, 1, 1, "采购|项目数量", Scope::column},
    {16, 2, 1, 2, "采购|总金额", Scope::column},
    {17, 0, 1, 1, "政府|集中采购", Scope::row},
};

inline constexpr Entry disclosure_entries[] = {
    {1, 2, 1, 1, 1, Measure::count},    {2, 2, 2, 1, 1, Measure::count},
    {3, 2, 3, 1, 1, Measure::count},    {5, 3, 1, 1, 1, Measure::count},
    {6, 3, 2, 1, 1, Measure::count},    {7, 3, 3, 1, 1, Measure::count},
    {9, 6, 1, 1, 1, Measure::count},    {10, 6, 2, 1, 1, Measure::change},
    {11, 6, 3, 1, 1, Measure::count},   {13, 7, 1, 1, 1, Measure::count},
    {14, 7, 2, 1, 1, Measure::change},  {15, 7, 3, 1, 1, Measure::count},
    {17, 10, 1, 1, 1, Measure::count},  {18, 10, 2, 1, 1, Measure::change},
    {19, 10, 3, 1, 1, Measure::count},  {21, 11, 1, 1, 1, Measure::count},
    {22, 11, 2, 1, 1, Measure::change}, {23, 11, 3, 1, 1, Measure::count},
    {25, 14, 1, 1, 1, Measure::count},  {26, 14, 2, 1, 2, Measure::change},
    {28, 17, 1, 1, 1, Measure::count},  {29, 17, 2, 1, 2, Measure::money},
};

// No sums: 对外公开总数量 is no stock of documents in force, and items and decisions are
// different things.
inline constexpr Form disclosure = {
    "disclosure",     "主动公开政府信息情况", 18, 4, 0, disclosure_fields,
    disclosure_boxes, disclosure_entries,     {}};

// ---------------------------------------------------------------- table three:
// 收到和处理政府信息公开申请情况

inline constexpr Line application_lines[] = {
    {0, false, "received", "本年新收", "本年新收政府信息公开申请数量"},
    {0, false, "carried_in", "上年结转", "上年结转政府信息公开申请数量"},
    {0, true, "results", "本年度办理结果"},
    {1, false, "disclosed", "予以公开"},
    {1, false, "partly_disclosed", "部分公开",
     "部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {1, true, "refused", "不予公开"},
    {2, false, "state_secret", "属于国家秘密"},
    {2, false, "law_forbids", "其他法律行政法规禁止公开"},
    {2, false, "three_securities", "危及“三安全一稳定”"},
    {2, false, "third_party", "保护第三方合法权益"},
    {2, false, "internal_affairs", "属于三类内部事务信息"},
    {2, false, "process_information", "属于四类过程性信息"},
    {2, false, "enforcement_file", "属于行政执法案卷"},
    {2, false, "administrative_inquiry", "属于行政查询事项"},
    {1, true, "unable", "无法提供"},
    {2, false, "not_held", "本机关不掌握相关政府信息"},
    {2, false, "needs_creation", "没有现成信息需要另行制作"},
    {2, false, "still_unclear", "补正后申请内容仍不明确"},
    {1, true, "not_processed", "不予处理"},
    {2, false, "petition", "信访举报投诉类申请"},
    {2, false, "repeated", "重复申请"},
    {2, false, "publication", "要求提供公开出版物"},
    {2, false, "repeated_in_bulk", "无正当理由大量反复申请"},
    {2, false, "confirmation", "要求行政机关确认或重新出具已获取信息"},
    {1, false, "other_handling", "其他处理"},
    {1, false, "total", "总计"},
    {0, false, "carried_out", "结转下年度继续办理"},
};

using ApplicationTable = Applications<application_lines>;

inline constexpr Box application_boxes[] = {
    {0, 0, 3, 3, "（本列数据的勾稽关系为：|第一项加第二项之和，|等于第三项加第四项之和）",
     Scope::none},
    {0, 3, 1, 7, "申请人|情况", Scope::column},
    {1, 3, 2, 1, "自然人", Scope::column},
    {1, 4, 1, 5, "法人或|其他组织", Scope::column},
    {1, 9, 2, 1, "总计", Scope::column},
    {2, 4, 1, 1, "商业|企业", Scope::column},
    {2, 5, 1, 1, "科研|机构", Scope::column},
    {2, 6, 1, 1, "社会|公益|组织", Scope::column},
    {2, 7, 1, 1, "法律|服务|机构", Scope::column},
    {2, 8, 1, 1, "其他", Scope::column},
    {3, 0, 1, 3, "一、本年新收|政府信息公开|申请数量", Scope::row},
    {4, 0, 1, 3, "二、上年结转|政府信息公开|申请数量", Scope::row},
    {5, 0, 20, 1, "三、|本年度|办理|结果", Scope::row},
    {5, 1, 1, 2, "（一）|予以公开", Scope::row},
    {6, 1, 1, 2, "（二）部分公开|（区分处理的，|只计这一情形，|不计其他情形）", Scope::row},
    {7, 1, 8, 1, "（三）|不予公开", Scope::row},
    {7, 2, 1, 1, "1.属于|国家秘密", Scope::row},
    {8, 2, 1, 1, "2.其他法律行政法规|禁止公开", Scope::row},
    {9, 2, 1, 1, "3.危及|“三安全一稳定”", Scope::row},
    {10, 2, 1, 1, "4.保护第三方|合法权益", Scope::row},
    {11, 2, 1, 1, "5.属于三类|内部事务信息", Scope::row},
    {12, 2, 1, 1, "6.属于四类|过程性信息", Scope::row},
    {13, 2, 1, 1, "7.属于行政|执法案卷", Scope::row},
    {14, 2, 1, 1, "8.属于行政|查询事项", Scope::row},
    {15, 1, 3, 1, "（四）|无法提供", Scope::row},
    {15, 2, 1, 1, "1.本机关不掌握|相关政府信息", Scope::row},
    {16, 2, 1, 1, "2.没有现成信息|需要另行制作", Scope::row},
    {17, 2, 1, 1, "3.补正后申请内容|仍不明确", Scope::row},
    {18, 1, 5, 1, "（五）|不予处理", Scope::row},
    {18, 2, 1, 1, "1.信访举报|投诉类申请", Scope::row},
    {19, 2, 1, 1, "2.重复|申请", Scope::row},
    {20, 2, 1, 1, "3.要求提供|公开出版物", Scope::row},
    {21, 2, 1, 1, "4.无正当理由|大量反复申请", Scope::row},
    {22, 2, 1, 1, "5.要求行政机关|确认或重新出具|已获取信息", Scope::row},
    {23, 1, 1, 2, "（六）|其他处理", Scope::row},
    {24, 1, 1, 2, "（七）|总计", Scope::row},
    {25, 0, 1, 3, "四、结转下年度|继续办理", Scope::row},
};

inline constexpr Form applications = {"applications",
                                      "收到和处理政府信息公开申请情况",
                                      26,
                                      10,
                                      application_head,
                                      ApplicationTable::fields,
                                      application_boxes,
                                      ApplicationTable::entries,
                                      ApplicationTable::equations};

inline constexpr Edition edition = {2019,
                                    "国办公开办函〔2019〕60号",
                                    {&disclosure, &applications, &disputes_form},
                                    section_headings};

}  // namespace nianbao::form_2019
