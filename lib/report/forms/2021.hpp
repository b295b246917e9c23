// The form of 国办公开办函〔2021〕30号. Labels, spans and sums were taken from published
// reports made on the form.
#pragma once

#include "report/forms/applications.hpp"
#include "report/forms/disputes.hpp"

namespace nianbao::form_2021 {

// ---------------------------------------------------------------- table two:
// 主动公开政府信息情况

inline constexpr Field disclosure_fields[] = {
    {"government_rules", "规章"},
    {"made", "本年制发件数", 0},
    {"repealed", "本年废止件数", 0},
    {"in_force", "现行有效件数", 0},
    {"normative_documents", "行政规范性文件"},
    {"made", "本年制发件数", 4},
    {"repealed", "本年废止件数", 4},
    {"in_force", "现行有效件数", 4},
    {"licences", "行政许可"},
    {"penalties", "行政处罚"},
    {"coercive_measures", "行政强制"},
    {"administrative_charges", "行政事业性收费"},
};

inline constexpr Box disclosure_boxes[] = {
    {0, 0, 1, 4, "第二十条|第（一）项", Scope::column},
    {1, 0, 1, 1, "信息内容", Scope::column},
    {1, 1, 1, 1, "本年制发|件数", Scope::column},
    {1, 2, 1, 1, "本年废止|件数", Scope::column},
    {1, 3, 1, 1, "现行有效|件数", Scope::column},
    {2, 0, 1, 1, "规章", Scope::row},
    {3, 0, 1, 1, "行政规范性|文件", Scope::row},
    {4, 0, 1, 4, "第二十条|第（五）项", Scope::column},
    {5, 0, 1, 1, "信息内容", Scope::column},
    {5, 1, 1, 3, "本年处理决定|数量", Scope::column},
    {6, 0, 1, 1, "行政许可", Scope::row},
    {7, 0, 1, 4, "第二十条|第（六）项", Scope::column},
    {8, 0, 1, 1, "信息内容", Scope::column},
    {8, 1, 1, 3, "本年处理决定|数量", Scope::column},
    {9, 0, 1, 1, "行政处罚", Scope::row},
    {10, 0, 1, 1, "行政强制", Scope::row},
    {11, 0, 1, 4, "第二十条|第（八）项", Scope::column},
    {12, 0, 1, 1, "信息内容", Scope::column},
    {12, 1, 1, 3, "本年收费金额|（单位：万元）", Scope::column},
    {13, 0, 1, 1, "行政事业性|收费", Scope::row},
};

inline constexpr Entry disclosure_entries[] = {
    {1, 2, 1, 1, 1, Measure::count},   {2, 2, 2, 1, 1, Measure::count},
    {3, 2, 3, 1, 1, Measure::count},   {5, 3, 1, 1, 1, Measure::count},
    {6, 3, 2, 1, 1, Measure::count},   {7, 3, 3, 1, 1, Measure::count},
    {8, 6, 1, 1, 3, Measure::count},   {9, 9, 1, 1, 3, Measure::count},
    {10, 10, 1, 1, 3, Measure::count}, {11, 13, 1, 1, 3, Measure::amount},
};

inline constexpr Term rules_in_force[] = {{2, "现行有效件数"}};
inline constexpr Term rules_made[] = {{0, "本年制发件数"}, {1, "本年废止件数", -1}};
inline constexpr Term documents_in_force[] = {{5, "现行有效件数"}};
inline constexpr Term documents_made[] = {{3, "本年制发件数"}, {4, "本年废止件数", -1}};

inline constexpr Equation disclosure_equations[] = {
    {"T2-01", "规章", Relation::at_least, rules_in_force, rules_made},
    {"T2-01", "行政规范性文件", Relation::at_least, documents_in_force, documents_made},
};

inline constexpr Form disclosure = {
    "disclosure",       "主动公开政府信息情况", 14, 4, 0, disclosure_fields, disclosure_boxes,
    disclosure_entries, disclosure_equations};

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
    {1, true, "other_handling", "其他处理"},
    {2, false, "not_supplemented", "申请人无正当理由逾期不补正",
     "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {2, false, "fee_unpaid", "申请人逾期未按收费通知要求缴纳费用",
     "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {2, false, "other", "其他"},
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
    {5, 0, 22, 1, "三、|本年度|办理|结果", Scope::row},
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
    {23, 1, 3, 1, "（六）|其他处理", Scope::row},
    {23, 2, 1, 1, "1.申请人无正当理由|逾期不补正、|行政机关不再处理|其政府信息公开申请",
     Scope::row},
    {24, 2, 1, 1, "2.申请人逾期未按|收费通知要求|缴纳费用、|行政机关不再处理|其政府信息公开申请",
     Scope::row},
    {25, 2, 1, 1, "3.其他", Scope::row},
    {26, 1, 1, 2, "（七）|总计", Scope::row},
    {27, 0, 1, 3, "四、结转下年度|继续办理", Scope::row},
};

inline constexpr Form applications = {"applications",
                                      "收到和处理政府信息公开申请情况",
                                      28,
                                      10,
                                      application_head,
                                      ApplicationTable::fields,
                                      application_boxes,
                                      ApplicationTable::entries,
                                      ApplicationTable::equations};

inline constexpr Edition edition = {
    2021,
    "国办公开办函〔2021〕30号",
    {&disclosure, &applications, &disputes_form},
    section_headings,
};

}  // namespace nianbao::form_2021
