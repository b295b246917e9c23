// The measure words of what reports count.
#pragma once

#include <string_view>

namespace nianbao::wording {

/// Behind `noun` and a number none of the units `wrong`, of one character each, stands;
/// `right` does. `sentence`: what the sentence must name for it. `custom`: many write it,
/// so that it is advice.
struct Measured {
    std::u32string_view noun, wrong, right;
    std::u32string_view sentence = {};
    bool custom = false;
};

inline constexpr Measured measured[] = {
    // ------------------------------------------------------------ money
    {U"金额", U"件条次篇份人宗", U"元或者万元"},
    {U"收取信息处理费", U"条次篇份人", U"元"},

    // ------------------------------------------------------------ what is no money
    {U"行政许可", U"元", U"件"},
    {U"行政处罚", U"元", U"件"},
    {U"行政强制", U"元", U"件"},
    {U"处罚决定", U"元", U"件"},
    {U"许可决定", U"元", U"件"},
    {U"决定数量", U"元", U"件"},
    {U"公开申请", U"元", U"件"},
    {U"规范性文件", U"元", U"件"},
    {U"行政复议", U"元", U"件"},
    {U"行政诉讼", U"元", U"件"},
    {U"提案", U"元", U"件"},
    {U"建议", U"元", U"件"},
    {U"信息", U"元", U"条"},
    {U"稿件", U"元", U"篇"},
    {U"问卷", U"元", U"份"},
    {U"收费通知", U"元条", U"件"},

    // ------------------------------------------------------------ how often
    {U"访问量", U"条件篇份个", U"次"},
    {U"浏览量", U"条件篇份个", U"次"},
    {U"点击量", U"条件篇份个", U"次"},
    {U"阅读量", U"条件份个", U"次"},

    // ------------------------------------------------------------ sheets and cases
    {U"问卷", U"条篇", U"份"},
    {U"收回", U"条篇", U"份", U"问卷"},
    {U"回收", U"条篇", U"份", U"问卷"},
    {U"行政复议", U"条篇份", U"件"},
    {U"行政诉讼", U"条篇份", U"件"},
    {U"案件", U"条篇份", U"件"},
    {U"公开申请", U"条篇", U"件", {}, true},
    {U"依申请公开", U"条篇", U"件", {}, true},
    {U"规范性文件", U"条篇", U"件", {}, true},
};

}  // namespace nianbao::wording
