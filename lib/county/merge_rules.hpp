// M: what merging refuses or warns about. Codes are stable: people look them up, programs
// compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao {

inline constexpr Code merge_rules[] = {
    {"M-01", Severity::error, "成员的年度或格式不同", "只汇总同一年度、同一格式的报告"},
    {"M-02", Severity::error, "一个单位出现两次",
     "一个单位只算一次，去掉其中一份；上次汇总的结果不要放在成员里"},
    {"M-03", Severity::error, "缺少名单上的单位", "收齐后再汇总；撤销了的单位从名单上去掉"},
    {"M-04", Severity::warning, "名单上没有的单位", "新设的单位加到名单上；名称写错的改正"},
    {"M-05", Severity::warning, "名单不全", "名单文件夹里读不出来的文件，改好或者换成名单"},
    {"M-06", Severity::warning, "备注和注没有写进汇总报告",
     "要说明的，写进汇总报告的文字，或者表下的注"},
    {"M-07", Severity::warning, "成员没有写信息处理费", "没有收取的也写信息处理费，各格写 0"},
    {"M-08", Severity::error, "合计超过上限", "核对各成员的这一格"},
    {"M-09", Severity::warning, "文字还没有写",
     "把汇总文件中待填写的地方换成文字，写好以前不能生成 PDF"},
    {"M-10", Severity::error, "汇总所用的文字是别的单位或者年度的",
     "换成本级本年度的文字；没有拿错的，把其中的单位和年度改过来"},
    {"M-11", Severity::error, "汇总报告与成员的合计不同",
     "核对这一格和各成员的这一格；成员改过的，重新汇总"},
    {"M-12", Severity::warning, "成员在汇总以后变了", "重新汇总"},
    {"M-13", Severity::warning, "没有与成员的合计比较，或有成员没有算进合计",
     "把成员的文件夹整理好：每个单位一份，都读得出来，都是这一年度的"},
    {"M-14", Severity::warning, "不计入汇总的单位算了进来",
     "垂直管理的单位不放在成员里；应当汇总的，把名单上的“计入汇总”改成“是”"},
};

consteval std::string_view merge_rule(std::string_view code) { return listed(merge_rules, code); }

}  // namespace nianbao
