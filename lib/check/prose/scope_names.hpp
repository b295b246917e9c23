// Names that say whose a count is, and things that a year before them belongs to.
#pragma once

#include <string_view>

namespace nianbao::prose {

inline constexpr std::u32string_view organ_ends[] = {
    U"局",   U"委",   U"办",     U"厅",   U"镇",   U"乡", U"街道", U"办事处",
    U"部门", U"政府", U"办公室", U"中心", U"公司", U"院", U"校",   U"委员会",
    U"会",   U"所",   U"队",     U"站",   U"处",   U"科", U"县",   U"区",
    U"市",   U"单位", U"机关",   U"园区", U"股",   U"署", U"组"};

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
