// Names that say whose a count is, and things that a year before them belongs to.
#pragma once

#include <string_view>

namespace nianbao::prose {

inline constexpr std::u32string_view organ_ends[] = {
    U"局",   U"委",   U"办",     U"厅",   U"镇",   U"乡", U"街道", U"办事处",
    U"部门", U"政府", U"办公室", U"中心", U"公司", U"院", U"校",   U"委员会",
    U"会",   U"所",   U"队",     U"站",   U"处",   U"科", U"县",   U"区",
    U"市",   U"单位", U"机关",   U"园区", U"股",   U"署", U"组"};

/// Words that end as the name of an office does, and are none: 应办, 专题会, 建成专区.
inline constexpr std::u32string_view no_organs[] = {
    U"应办",   U"主办",   U"协办",   U"承办",   U"举办",   U"交办",   U"在办",   U"待办",
    U"督办",   U"已办",   U"会办",   U"代办",   U"帮办",   U"转办",   U"分办",   U"联办",
    U"专区",   U"景区",   U"小区",   U"片区",   U"库区",   U"城市",   U"超市",   U"上市",
    U"门市",   U"城乡",   U"下乡",   U"格局",   U"布局",   U"专题会", U"推进会", U"座谈会",
    U"发布会", U"培训会", U"例会",   U"部署会", U"调度会", U"协调会", U"联席会", U"会商会",
    U"学习会", U"恳谈会", U"听证会", U"评议会", U"现场会", U"办公会", U"工作会", U"动员会",
    U"交流会", U"宣讲会", U"说明会", U"通气会", U"碰头会", U"总结会", U"研讨会", U"社会",
    U"机会",   U"到处",   U"小组",   U"分组",   U"改组",   U"重组"};

/// 2021年决算, 2021年度报告.
inline constexpr std::u32string_view things_of_a_year[] = {U"预算",
                                                           U"决算",
                                                           U"部门",
                                                           U"财政",
                                                           U"年报",
                                                           U"信息公开年报",
                                                           U"政府信息公开年报",
                                                           U"政务公开年报",
                                                           U"信息公开年度报告",
                                                           U"度政府信息公开",
                                                           U"度信息公开年报",
                                                           U"政府信息公开工作年度报告",
                                                           U"政府信息公开年度报告",
                                                           U"政务公开工作要点",
                                                           U"工作要点",
                                                           U"要点",
                                                           U"问题",
                                                           U"存在",
                                                           U"版",
                                                           U"修订",
                                                           U"重点",
                                                           U"度决算",
                                                           U"度预算",
                                                           U"政府工作报告"};

}  // namespace nianbao::prose
