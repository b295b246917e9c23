#include "check/prose/figures/pairs.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/ratio.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <optional>

namespace nianbao::prose {

bool leads_to(const Reading& reading, std::size_t change, std::size_t i) {
    const std::u32string_view between =
        reading.between(reading.tokens[change].end, reading.tokens[i].begin);
    return between == U"到" || between == U"至" || between == U"为" || between == U"到了" ||
           between == U"至了";
}

bool is_change(const Reading& reading, std::size_t i, bool& rises, std::size_t& from) {
    bool found = false;
    from = i;
    while (from > 0 && !ends_item(reading.role(from - 1)) &&
           !(reading.role(from - 1) == Role::figure && !reading.is_date(from - 1))) {
        --from;
        if (found) continue;
        if (reading.role(from) == Role::rise || reading.role(from) == Role::fall) {
            if (leads_to(reading, from, i)) return false;
            found = true;
            rises = reading.role(from) == Role::rise;
        }
    }
    return found;
}

bool check_grown(const Reading& reading, std::size_t i, std::vector<Finding>& findings) {
    std::size_t k = i;
    while (k > 0 && !ends_clause(reading.role(k - 1))) --k;
    const std::u32string_view clause =
        reading.between(reading.tokens[k].begin, reading.tokens[i].begin);
    if (k < 5 || reading.role(k - 1) != Role::comma ||
        !has_any(clause, {U"是上", U"为上", U"达上", U"是去", U"为去", U"是原", U"为原"}))
        return false;
    const std::size_t last = k - 2;
    std::size_t word = last;
    while (word > 0 && reading.role(word - 1) == Role::filler) --word;
    if (reading.role(last) != Role::figure || word < 2 ||
        (reading.role(word - 1) != Role::rise && reading.role(word - 1) != Role::fall) ||
        reading.role(word - 2) != Role::figure ||
        !has_any(reading.between(reading.tokens[word - 1].begin, reading.tokens[last].begin),
                 {U"到", U"至", U"为"}))
        return false;
    const Figure &now = reading.figure(last), &before = reading.figure(word - 2),
                 &said = reading.figure(i);
    if (!is_counted(now.kind) || now.unit != before.unit || now.numeral.hedge != Hedge::none ||
        before.numeral.hedge != Hedge::none || now.numeral.scaled || before.numeral.scaled ||
        before.numeral.value.digits == 0)
        return false;
    if (is_multiple(now.numeral.value, before.numeral.value, said.numeral)) {
        note(reading, said,
             fmt::format("从 {} 到 {}", before.numeral.value.to_string(),
                         now.numeral.value.to_string()));
        return true;
    }
    findings.push_back(
        doubt_of("P-10", span_of(reading, said.numeral.begin, said.numeral.end),
                 fmt::format("{}可能与算出的不符：{} 是 {} 的 {}%",
                             quoted(reading, reading.tokens[k].begin, reading.tokens[i].end),
                             now.numeral.value.to_string(), before.numeral.value.to_string(),
                             ratio_text(now.numeral.value, before.numeral.value, said.numeral)),
                 "请核对这几个数",
                 {{"found", said.numeral.value.to_string()},
                  {"now", now.numeral.value.to_string()},
                  {"before", before.numeral.value.to_string()}}));
    return true;
}

bool check_times_of_last_year(const Report& report, const Report* previous, const Reading& reading,
                              std::size_t i, std::vector<Finding>& findings) {
    std::size_t k = i;
    while (k > 0 && !ends_clause(reading.role(k - 1))) --k;
    const std::u32string_view clause =
        reading.between(reading.tokens[k].begin, reading.tokens[i].begin);
    const bool of_last = clause.ends_with(U"上年的") || clause.ends_with(U"去年的") ||
                         clause.ends_with(U"上一年的") || clause.ends_with(U"上年度的");
    if (previous == nullptr || !of_last || k < 2 || reading.role(k - 1) != Role::comma ||
        reading.role(k - 2) != Role::figure || reading.naming(k - 2).readings.empty())
        return false;
    const Figure &now = reading.figure(k - 2), &said = reading.figure(i);
    std::optional<Amount> was;
    for (const Addends& one : reading.naming(k - 2).readings) {
        const auto before = value_of(*previous, one), is = value_of(report, one);
        if (!before || before->digits == 0 || !is || !(*is == now.numeral.value)) continue;
        // 两倍 is from 1.5 to 2.5 times; 1.2倍 is exact.
        const std::int64_t twice = 2 * said.numeral.value.digits, of = before->digits;
        const bool fits =
            said.numeral.value.decimals > 0 || before->decimals > 0
                ? is_multiple(now.numeral.value, *before, said.numeral)
                : 2 * is->digits >= of * (twice - 1) && 2 * is->digits < of * (twice + 1);
        if (fits) {
            note(reading, said,
                 fmt::format("从 {} 到 {}", before->to_string(), now.numeral.value.to_string()));
            return true;
        }
        if (!was) was = before;
    }
    if (!was) return false;
    const std::string is = now.numeral.value.to_string();
    findings.push_back(doubt_of(
        "P-10", span_of(reading, said.numeral.begin, said.numeral.end),
        fmt::format("{}可能与算出的不符：{} 是 {} 的 {}%",
                    quoted(reading, reading.tokens[k].begin, reading.tokens[i].end), is,
                    was->to_string(), ratio_text(now.numeral.value, *was, said.numeral)),
        "上年的数取自上年的报告；请核对是与哪个数相比",
        {{"found", said.numeral.value.to_string()}, {"now", is}, {"before", was->to_string()}}));
    return true;
}

bool check_level_of_two(const Reading& reading, std::size_t i, std::vector<Finding>& findings) {
    std::size_t k = i;
    while (k > 0 && !ends_clause(reading.role(k - 1))) --k;
    std::size_t then = i;
    while (then > k && reading.role(then - 1) == Role::filler) --then;
    if (then == k || reading.role(then - 1) != Role::figure || k < 2 ||
        reading.role(k - 1) != Role::comma || reading.role(k - 2) != Role::figure)
        return false;
    const Figure &before = reading.figure(then - 1), &now = reading.figure(k - 2);
    const std::u32string_view clause =
        reading.between(reading.tokens[k].begin, before.numeral.begin);
    const auto measure = [&](const Figure& figure) {
        return reading.between(figure.numeral.end, figure.numeral.end + 1);
    };
    const Scope& scope = reading.scopes[i];
    if (before.kind == FigureKind::percent || reading.is_date(then - 1) ||
        now.kind == FigureKind::percent || reading.is_date(k - 2) ||
        measure(before) != measure(now) || before.numeral.hedge != Hedge::none ||
        now.numeral.hedge != Hedge::none || before.numeral.scaled || now.numeral.scaled ||
        scope.period || scope.part || scope.plan ||
        !has_any(clause, {U"上年", U"去年", U"上一年", U"同期"}) ||
        has_any(reading.between(before.numeral.end, reading.tokens[i].begin),
                {U"基本", U"大致", U"大体", U"总体", U"略", U"相对", U"几乎"}))
        return false;
    if (before.numeral.value == now.numeral.value) {
        note(reading, now, "上年 " + before.numeral.value.to_string());
        note(reading, before, "本年 " + now.numeral.value.to_string());
        return true;
    }
    // 公开705条，其中动态603条、其他102条，与上年的705条持平
    for (std::size_t j = k - 2; j-- > 0 && reading.role(j) != Role::semicolon;) {
        if (reading.role(j) == Role::figure && !reading.is_date(j) &&
            reading.figure(j).numeral.value == before.numeral.value)
            return true;
    }
    const std::string was = before.numeral.value.to_string(), is = now.numeral.value.to_string();
    findings.push_back(finding_of(
        "P-10", span_of(reading, reading.tokens[i].begin, reading.tokens[i].end),
        fmt::format("“{}”与各数不符：上年 {}，本年 {}",
                    to_utf8(reading.between(reading.tokens[k].begin, reading.tokens[i].end)), was,
                    is),
        "请核对这几个数", {{"now", is}, {"before", was}}));
    return true;
}

}  // namespace nianbao::prose
