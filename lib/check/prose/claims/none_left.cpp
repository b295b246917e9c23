// P-06: 无结转件, 无遗留件, 上年无结转件.
#include "check/prose/cells.hpp"
#include "check/prose/claims/denials.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::prose {

bool none_left(const Report& report, const Reading& reading, std::size_t never,
               std::vector<Finding>& findings) {
    std::size_t end = never + 1;
    while (end < reading.tokens.size() && !ends_clause(reading.role(end))) ++end;
    if (end == never + 1 || reading.topics[never] != Topic::applications) return false;
    const auto said = reading.between(reading.tokens[never + 1].begin, reading.tokens[end - 1].end);
    constexpr std::u32string_view left[] = {U"结转件",   U"遗留件",   U"积压件",
                                            U"在办件",   U"未办结件", U"未结件",
                                            U"跨年度件", U"跨年件",   U"结转申请"};
    constexpr std::u32string_view from_last_year[] = {U"上年结转件", U"上年度结转件",
                                                      U"上一年度结转件"};
    const bool came = std::find(std::begin(from_last_year), std::end(from_last_year), said) !=
                      std::end(from_last_year);
    if (!came && std::find(std::begin(left), std::end(left), said) == std::end(left)) return false;
    const bool last = came || is_of_last_year(reading, never);
    const auto sum = sum_of(report, (last ? cells_carried_in : cells_carried_out).front());
    if (!sum || sum->value == Amount{}) return true;
    const int begin = reading.tokens[never].begin, stop = reading.tokens[end - 1].end;
    const bool sure = reading.surety == Surety::certain;
    findings.push_back((sure ? finding_of : doubt_of)(
        "P-06", span_of(reading, begin, stop),
        fmt::format("{}{}表中的数不符：{}", quoted(reading, begin, stop), sure ? "与" : "可能与",
                    sum->says),
        "请核对正文和表格", {{"expected", sum->value.to_string()}, {"cell", sum->field}}));
    return true;
}

}  // namespace nianbao::prose
