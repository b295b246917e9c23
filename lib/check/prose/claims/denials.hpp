// The words around what there was none of, and what all was done of: 没有一起,
// 无不予公开的情形, 新收和上年结转的申请.
#pragma once

#include "check/prose/prose.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::prose {

/// 新收和上年结转的申请均已办结: the clause up to 均, token `all`, names all that came, and
/// counts none.
inline bool names_all(const Reading& reading, std::size_t all) {
    if (all == 0 || reading.role(all - 1) != Role::noun) return false;
    std::size_t from = all;
    for (; from > 0 && !ends_clause(reading.role(from - 1)); --from) {
        if (reading.role(from - 1) == Role::figure && !reading.is_date(from - 1)) return false;
    }
    if (from + 1 == all) return true;  // 申请均已全部办结
    return has_any(reading.between(reading.tokens[from].begin, reading.tokens[all].begin),
                   {U"收到的", U"新收", U"受理的", U"所有", U"全部", U"结转的"});
}

/// 没有一起行政复议: one of them that there is not.
inline bool is_single(const Reading& reading, std::size_t k) {
    constexpr std::u32string_view singles[] = {U"一起", U"一例", U"一件", U"一宗", U"1起",
                                               U"1例",  U"1件",  U"1宗",  U"任何"};
    return std::find(std::begin(singles), std::end(singles), reading.word(k)) != std::end(singles);
}

/// 上年无结转: the time before 无 is last year.
inline bool is_of_last_year(const Reading& reading, std::size_t never) {
    return never > 0 && reading.role(never - 1) == Role::time &&
           has_any(reading.word(never - 1), {U"上年", U"去年", U"上一年"});
}

/// 无结转件: a word of its own behind 无, token `never`. True where it is one.
bool none_left(const Report& report, const Reading& reading, std::size_t never,
               std::vector<Finding>& findings);

/// 无不予公开的情形, 没有不予处理的申请: the words behind a result, up to the clause's end.
inline bool ends_in_case(const Reading& reading, std::size_t result) {
    constexpr std::u32string_view cases[] = {
        U"",       U"的情形", U"情形",   U"的情况", U"情况", U"的申请", U"的政府信息公开申请",
        U"的事项", U"决定",   U"的决定", U"件",     U"的件", U"情形的", U"申请"};
    std::size_t end = result;
    while (end + 1 < reading.tokens.size() && !ends_clause(reading.role(end + 1))) ++end;
    const std::u32string_view behind =
        reading.between(reading.tokens[result].end, reading.tokens[end].end);
    return std::find(std::begin(cases), std::end(cases), behind) != std::end(cases);
}

}  // namespace nianbao::prose
