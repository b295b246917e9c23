// L: what is wrong with what a county's desk works with: the list, its own demands, what
// came, and what was typed into the ledger. Codes are stable: people look them up,
// programs compare them.
#pragma once

#include "nianbao/codes.hpp"

namespace nianbao::desk {

inline constexpr Code rules[] = {
    {"L-01", Severity::warning, "名单的一行没有单位名称", "补上单位全称，或者删去这一行"},
    {"L-02", Severity::warning, "名单上一个单位写了两次", "只留一行；别名写在“别名”里"},
    {"L-03", Severity::warning, "名单的一项写法不对，没有照它办", "照提示改正"},
    {"L-04", Severity::warning, "名单有不认识的一栏，没有读",
     "改成名单的栏名；只供自己看的，不用理会"},
    {"L-05", Severity::warning, "一个名称是两个单位的", "别名、原单位各归一个单位，删去其中一个"},
    {"L-06", Severity::error, "名单读不出来的地方", "在所指的地方改正"},
    {"L-07", Severity::warning, "下属单位会算两次",
     "下属单位的“计入汇总”写“否”，或者从“含下属单位”里去掉"},
    {"L-11", Severity::error, "本地要求读不出来的地方", "在所指的地方改正"},
    {"L-12", Severity::error, "本地要求没有这一项", "照提示改正名称"},
    {"L-13", Severity::error, "本地要求的一项不能这样写", "照提示改正"},
    {"L-14", Severity::error, "本地要求的一项写了两次", "只留一个"},
    {"L-15", Severity::warning, "本地要求的期限不是这一年的", "改成报告年度次年的日期"},
    {"L-21", Severity::warning, "没有写本地要求的内容", "照本地的通知补写"},
    {"L-22", Severity::warning, "总体情况超过本地要求的字数", "照本地的通知改短"},
    {"L-23", Severity::error, "报告中的机关名称与名单不同",
     "照名单改正报告中的名称；名单写错了的，改名单"},
    {"L-24", Severity::warning, "三张表与另一单位的完全相同", "核对是否抄用或者报错了文件"},
    {"L-25", Severity::warning, "规章、规范性文件的件数与核对清单不同", "与司法行政部门核对"},
    {"L-31", Severity::warning, "台账里填的读不懂，没有照它办", "照提示改正；填的留在台账里"},
    {"L-32", Severity::warning, "台账里的采用文件不能采用", "改成收件里能采用的文件，或者清空"},
    {"L-33", Severity::warning, "台账里的单位不在名单上",
     "改了名称的，改名单或写进别名；不要的删去"},
    {"L-34", Severity::error, "以前的台账读不出来", "移开它再收一次；填过的照抄回去"},
    {"L-35", Severity::warning, "来件的署名与文件名是两个单位",
     "核对是哪个单位的，在它的“采用文件”里写上这个文件"},
    {"L-36", Severity::warning, "保存的网页不知道是哪个单位的，没有核对",
     "存成完整的网页，或者照单位名称给文件起名"},
    {"L-37", Severity::error, "一份台账不能合在一起", "用同一年度、有汇总的台账.json"},
    {"L-38", Severity::error, "一个单位在两份台账里", "只留在一个县的名单里，再各收一次"},
    {"L-39", Severity::warning, "台账里加的工作表没有带过来",
     "在“以前的台账”里；自己的记录另存一份"},
    {"L-40", Severity::warning, "台账里改了名单上的内容，没有读", "在名单里改，再收一次"},
    {"L-41", Severity::error, "县的数据文件没有写出", "照提示处理，再收一次"},
    {"L-42", Severity::warning, "旧版的来件没有转换成", "用 WPS 或 Word 打开，另存为新的格式再收"},
};

consteval std::string_view rule(std::string_view code) { return listed(rules, code); }

}  // namespace nianbao::desk
