#include "check/prose/figures/doublings.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/ratio.hpp"
#include "text/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

/// 翻番, 翻一番, 翻了两番 that ends at 番: where it begins, and how many times as much it
/// is.
struct Doubling {
    std::size_t begin = 0;
    std::int64_t times = 0;
};

std::optional<Doubling> doubling_at(std::u32string_view text, std::size_t end) {
    std::size_t at = end;
    int doublings = 1;
    constexpr std::u32string_view numerals = U"一两三二123";
    constexpr int values[] = {1, 2, 3, 2, 1, 2, 3};
    if (at > 0 && numerals.find(text[at - 1]) != numerals.npos)
        doublings = values[numerals.find(text[--at])];
    for (const char32_t c : {U'近', U'了'}) {
        if (at > 0 && text[at - 1] == c) --at;
    }
    if (at == 0 || text[at - 1] != U'翻') return std::nullopt;
    return Doubling{at - 1, std::int64_t{1} << doublings};
}

bool is_exact(const Figure& figure) {
    return is_counted(figure.kind) && figure.numeral.hedge == Hedge::none &&
           !figure.numeral.scaled && figure.numeral.value.decimals == 0;
}

/// 较2021年的14件, 比2021年（14件）: the clause of the figure begins with the comparison.
bool is_compared(const Reading& reading, std::size_t k) {
    while (k-- > 0) {
        const Role role = reading.role(k);
        if (role == Role::compare) return true;
        const bool goes_on = role == Role::filler || role == Role::time || role == Role::unknown ||
                             role == Role::open || reading.is_date(k);
        if (!goes_on) return false;
    }
    return false;
}

/// What it was and what it is: the last two counts of one unit before a place, or one
/// that names cells and what last year's report has in them.
std::optional<std::pair<Amount, Amount>> pair_before(const Report& report, const Report* previous,
                                                     const Reading& reading, std::size_t place) {
    const Figure* last = nullptr;
    bool compared = false;  // 较2021年的14件
    std::optional<std::pair<Amount, Amount>> of_tables;
    for (std::size_t k = reading.tokens.size(); k-- > 0;) {
        if (std::cmp_greater_equal(reading.tokens[k].begin, place)) continue;
        if (reading.role(k) == Role::semicolon) break;
        if (reading.role(k) != Role::figure || reading.is_date(k)) continue;
        const Figure& figure = reading.figure(k);
        const Scope& scope = reading.scopes[k];
        if (!is_exact(figure) || scope.period || scope.part || scope.plan) return std::nullopt;
        if (last != nullptr && last->unit == figure.unit) {
            Amount was = figure.numeral.value, is = last->numeral.value;
            // 收到7件，较2021年的14件: what it is compared with stands behind. Elsewhere the
            // greater one is what it became.
            if (compared) std::swap(was, is);
            else if (compare(was, is) > 0) std::swap(was, is);
            return std::pair{was, is};
        }
        if (last != nullptr) break;
        last = &figure;
        compared = is_compared(reading, k);
        if (previous == nullptr) continue;
        for (const Addends& one : reading.naming(k).readings) {
            const auto now = value_of(report, one), before = value_of(*previous, one);
            if (now && before && *now == figure.numeral.value) of_tables = {*before, *now};
        }
    }
    return of_tables;
}

}  // namespace

void check_doublings(const Report& report, const CheckOptions& options, const Reading& reading,
                     std::vector<Finding>& findings) {
    const std::u32string_view text = reading.sentence->text;
    for (std::size_t at = text.find(U'番'); at != text.npos; at = text.find(U'番', at + 1)) {
        const auto said = doubling_at(text, at);
        if (!said) continue;
        const std::u32string_view clause = text.substr(0, at);
        if (has_any(clause, {U"三年", U"五年", U"以来", U"计划", U"力争"})) continue;
        const auto pair = pair_before(report, options.previous, reading, said->begin);
        if (!pair || pair->first.digits <= 0) continue;
        // Twice is from 1.75 to 3 times, with 近 from 1.5: such words are rough.
        const bool near = has(text.substr(said->begin, at - said->begin), U"近") ||
                          (said->begin > 0 && text[said->begin - 1] == U'近');
        const std::int64_t was = pair->first.digits, is = pair->second.digits;
        if (is * 8 >= was * said->times * (near ? 6 : 7) && is * 2 < was * said->times * 3) {
            continue;
        }
        Numeral whole;
        findings.push_back(doubt_of(
            "P-10", span_of(reading, static_cast<int>(said->begin), static_cast<int>(at + 1)),
            fmt::format("{}可能与算出的不符：{} 是 {} 的 {}%，{}应为 {}%",
                        quoted(reading, static_cast<int>(said->begin), static_cast<int>(at + 1)),
                        pair->second.to_string(), pair->first.to_string(),
                        ratio_text(pair->second, pair->first, whole),
                        said->times == 2   ? "翻一番"
                        : said->times == 4 ? "翻两番"
                                           : "翻三番",
                        said->times * 100),
            "请核对这几个数",
            {{"now", pair->second.to_string()}, {"before", pair->first.to_string()}}));
    }
}

}  // namespace nianbao::prose
