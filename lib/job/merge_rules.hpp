// What merging refuses or warns about. Codes are stable: people look them up, programs compare them.
#pragma once

#include <string_view>

namespace nianbao {

struct MergeRule {
    std::string_view code, title;
};

inline constexpr MergeRule merge_rules[] = {
    {"M-01", "成员的年度或格式不同"},     {"M-02", "一个单位出现两次"}, {"M-03", "缺少名单上的单位"},
    {"M-04", "名单上没有的单位"},         {"M-05", "名单不全"},         {"M-06", "备注和注没有带入"},
    {"M-07", "成员没有写信息处理费"},     {"M-08", "合计超过上限"},     {"M-09", "文字还没有写"},
    {"M-10", "说明文字的单位或年度不同"},
};

/// The rule of that code; asked while compiling, so that no finding carries a code that is not listed.
consteval std::string_view merge_rule(std::string_view code) {
    for (const MergeRule& known : merge_rules) {
        if (known.code == code) return known.code;
    }
    throw "no such rule";
}

}  // namespace nianbao
