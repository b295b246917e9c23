#include "check/prose/sums/division_words.hpp"

#include "text/search.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::prose {
namespace {

constexpr std::u32string_view kinds[kinds_of_parts][7] = {
    {U"新建", U"改造", U"改建", U"扩建", U"续建"},
    {U"县级", U"乡级", U"镇级", U"村级", U"市级", U"省级"},
    {U"失效", U"废止", U"修改", U"保留", U"继续有效", U"有效", U"继续执行"},
    {U"退改", U"退回", U"退稿", U"通过", U"采用", U"直接通过"},
    {U"线上", U"线下"},
    {U"转为公开", U"维持不公开", U"不予公开"},
    {U"优秀", U"良好", U"合格", U"一般", U"较差", U"不合格"},
    {U"专职", U"兼职"},
    {U"组长", U"副组长", U"成员"},
    {U"分以上", U"分以下", U"分", U"分及以上"}};

}  // namespace

bool divides(std::u32string_view words) {
    for (const std::u32string_view by : {U"按", U"从", U"以"}) {
        const std::size_t at = words.find(by);
        if (at == words.npos) continue;
        const std::u32string_view rest = words.substr(at);
        if (has_any(rest, {U"分：", U"分，", U"划分", U"分类", U"统计", U"来看", U"来分"}) ||
            rest.ends_with(U"分") || rest.ends_with(U"看") || rest.ends_with(U"分为"))
            return true;
    }
    return false;
}

bool divides_here(std::u32string_view label) {
    return divides(label) ||
           has_any(label, {U"分别为", U"分别是", U"分别有", U"分别来自", U"来源为", U"渠道为",
                           U"方式为", U"内容为", U"途径为"});
}

bool names_division(std::u32string_view clause) {
    constexpr std::size_t longest = 12;
    return clause.size() < longest &&
           has_any(clause,
                   {U"渠道", U"来源", U"方式", U"途径", U"类型", U"类别", U"内容", U"去向", U"主体",
                    U"分别", U"分为", U"分成", U"归类", U"构成", U"分布", U"结果", U"具体"});
}

bool begins_list(std::u32string_view label) {
    constexpr std::u32string_view words[] = {U"其中", U"包括", U"包含", U"含", U"有", U"即", U"为"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::u32string_view word) { return label.starts_with(word); });
}

bool is_of_kind(std::u32string_view label, int kind) {
    for (const std::u32string_view end : {U"的", U"标注", U"现", U"收到"}) {
        if (label.ends_with(end)) label.remove_suffix(end.size());
    }
    return std::any_of(
        std::begin(kinds[kind]), std::end(kinds[kind]),
        [&](std::u32string_view one) { return !one.empty() && label.ends_with(one); });
}

}  // namespace nianbao::prose
