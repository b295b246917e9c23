// P-11: amounts that are parts of others.
#include "check/prose/fees/fees.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>

namespace nianbao::prose {
namespace {

bool is_amount(const Reading& reading, std::size_t i) {
    if (reading.role(i) != Role::figure) return false;
    const Figure& figure = reading.figure(i);
    return figure.kind == FigureKind::money && figure.numeral.hedge == Hedge::none &&
           !figure.numeral.scaled && reading.scopes[i].year == 0;
}

/// 分别为200元和400元
bool is_amount_behind(const Reading& reading, std::size_t i) {
    while (++i < reading.tokens.size() && !ends_clause(reading.role(i))) {
        if (reading.role(i) == Role::figure) return is_amount(reading, i);
    }
    return false;
}

/// 其余2件2600元逾期未缴; 1件1200元，申请人逾期未缴: said behind the amount.
bool is_unpaid(std::u32string_view text, std::size_t end) {
    const auto rest = text.substr(end, 10);
    const auto mark = rest.find_first_of(U"；。");
    return has(rest.substr(0, mark), U"逾期未");
}

/// The count of a token i that is one; 0: it is none.
Amount count_at(const Reading& reading, std::size_t i) {
    return reading.role(i) == Role::figure && reading.figure(i).kind == FigureKind::count
               ? reading.figure(i).numeral.value
               : Amount{};
}

}  // namespace

void check_fee_lists(FeeSentence& s) {
    const Reading& reading = s.reading;
    const std::size_t size = reading.tokens.size();
    std::size_t from = 0;
    while (from < size && reading.tokens[from].role != Role::list &&
           !(reading.tokens[from].role == Role::respectively && is_amount_behind(reading, from)))
        ++from;
    std::size_t whole = from;
    while (whole > 0 && !is_amount(reading, whole - 1)) --whole;
    if (from == size || whole == 0) return;
    Amount sum, counted, counts;
    int parts = 0;
    for (std::size_t i = 0; i < from; ++i) {
        if (i + 1 != whole && count_at(reading, i).digits > 0) counted = count_at(reading, i);
        if (reading.word(i).ends_with(U"两笔")) counted = {2, 0};
        if (reading.word(i).ends_with(U"三笔")) counted = {3, 0};
    }
    for (std::size_t i = from + 1; i < size; ++i) {
        const Role role = reading.tokens[i].role;
        if (role == Role::semicolon) break;
        if (role == Role::etc || role == Role::open) return;
        counts = counts + count_at(reading, i);
        if (!is_amount(reading, i)) continue;
        ++parts;
        sum = sum + reading.figure(i).numeral.value;
    }
    const Numeral& all = reading.figure(whole - 1).numeral;
    const bool over = compare(sum, all.value) > 0;
    // 2件共800元，其中1件200元、1件500元: the parts are all of them.
    // 两笔共500元，其中一笔300元、另一笔200元; 2件合计600元，分别为200元和400元
    const bool each = counted == Amount{parts, 0};
    const bool complete = has(s.text, U"本级") || (counted.digits > 0 && counts == counted) || each;
    if (parts < 2 || sum == all.value || (!over && !complete)) return;
    s.findings.push_back(doubt_of(
        "P-11", span_of(reading, all.begin, all.end),
        fmt::format("其中各项之和 {} 元，{}于总数 {} 元", sum.to_string(), over ? "大" : "小",
                    all.value.to_string()),
        "请核对总数和各项", {{"found", all.value.to_string()}, {"expected", sum.to_string()}}));
}

void check_fee_balance(FeeSentence& s) {
    const Reading& reading = s.reading;
    std::optional<Amount> asked, taken, left;
    int begin = 0, end = 0;
    bool rounded = false;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        if (reading.tokens[i].role == Role::list) return;
        // 总金额500元，实际收取500万元: rounded or not, it is more.
        const bool scaled = reading.role(i) == Role::figure &&
                            reading.figure(i).kind == FigureKind::money &&
                            reading.figure(i).numeral.scaled;
        if (!is_amount(reading, i) && !scaled) continue;
        rounded = rounded || scaled;
        if (!reading.scopes[i].plain()) return;
        std::size_t k = i;
        while (k > 0 && !ends_item(reading.tokens[k - 1].role) &&
               reading.tokens[k - 1].role != Role::figure)
            --k;
        const std::u32string_view words =
            reading.between(reading.tokens[k].begin, reading.tokens[i].begin);
        const Amount& yuan = reading.figure(i).numeral.value;
        std::optional<Amount>* const of =
            has_any(words,
                    {U"减", U"免", U"未收", U"未缴", U"尚未", U"欠", U"退", U"其余", U"剩余"}) ||
                    is_unpaid(s.text, static_cast<std::size_t>(reading.figure(i).end))
                ? &left
            : has_any(words, {U"应收", U"通知", U"应缴", U"总金额", U"应收取"})      ? &asked
            : has_any(words, {U"实收", U"实际", U"已收", U"收取", U"收缴", U"到账"}) ? &taken
                                                                                     : nullptr;
        if (of == nullptr || (of != &left && *of)) return;  // of several applications
        *of = of->value_or(Amount{}) + yuan;
        if (of == &asked) begin = reading.figure(i).numeral.begin;
        end = reading.figure(i).end;
    }
    if (!asked || !taken) return;
    const auto tell = [&](std::string message) {
        s.findings.push_back(doubt_of("P-11", span_of(reading, begin, end), std::move(message),
                                      "请核对应收、减免和实收的金额"));
    };
    if (left) {
        const Amount sum = *taken + *left;
        if (!(sum == *asked) && !rounded)
            tell(fmt::format("实收 {} 元加未收、减免的 {} 元等于 {} 元，不等于应收 {} 元",
                             taken->to_string(), left->to_string(), sum.to_string(),
                             asked->to_string()));
    } else if (compare(*taken, *asked) > 0) {
        tell(fmt::format("实收 {} 元，大于应收 {} 元", taken->to_string(), asked->to_string()));
    }
}

}  // namespace nianbao::prose
