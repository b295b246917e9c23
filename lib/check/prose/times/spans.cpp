#include "check/prose/times/spans.hpp"

#include "text/digits.hpp"
#include "text/search.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::prose {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// 十三五期间: a plan of five years, where its time is meant and not a paper about it.
bool is_of_plan(std::u32string_view clause, std::size_t five) {
    if (five < 2 || clause[five - 2] != U'十' || !is_one_of(clause[five - 1], U"一二三四五"))
        return false;
    const auto behind = clause.substr(five + 1, 5);
    return has_any(behind, {U"期间", U"时期", U"以来", U"五年", U"期末", U"期内"});
}

/// 近三年, 过去5年, 三年来, 两年间, 三年累计: at 年.
bool is_of_years(std::u32string_view clause, std::size_t at) {
    std::size_t from = at;
    while (from > 0 && (is_one_of(clause[from - 1], U"两二三四五六七八九十几多数") ||
                        is_digit(clause[from - 1])))
        --from;
    // 2023年: a year of its own.
    if (from == at || at - from > 2) return false;
    const auto before = clause.substr(0, from), behind = clause.substr(at + 1);
    constexpr std::u32string_view fronts[] = {U"近",   U"过去", U"最近", U"这",
                                              U"近来", U"前",   U"头"};
    constexpr std::u32string_view tails[] = {U"来",   U"间",   U"共",   U"累计", U"合计",
                                             U"总计", U"以来", U"期间", U"内"};
    return std::any_of(std::begin(fronts), std::end(fronts),
                       [&](std::u32string_view front) { return before.ends_with(front); }) ||
           std::any_of(std::begin(tails), std::end(tails),
                       [&](std::u32string_view tail) { return behind.starts_with(tail); });
}

}  // namespace

bool spans_years(std::u32string_view clause) {
    for (std::size_t at = clause.find_first_of(U"五年届至迄"); at != clause.npos;
         at = clause.find_first_of(U"五年届至迄", at + 1)) {
        const auto rest = clause.substr(at);
        if (rest.front() == U'五' && is_of_plan(clause, at)) return true;
        if (rest.front() == U'年' && is_of_years(clause, at)) return true;
        if (rest.starts_with(U"届任期") || rest.starts_with(U"届政府任期") ||
            rest.starts_with(U"至今") || rest.starts_with(U"迄今"))
            return true;
    }
    return false;
}

}  // namespace nianbao::prose
