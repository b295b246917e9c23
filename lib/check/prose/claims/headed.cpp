// P-06: 因政府信息公开被申请行政复议、提起行政诉讼情况：无.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"

#include <fmt/format.h>

namespace nianbao::prose {
namespace {

/// True where the clause before a colon names nothing that makes its procedures others.
bool is_heading(const Reading& reading, std::size_t from, std::size_t colon) {
    for (std::size_t k = from; k < colon; ++k) {
        switch (reading.role(k)) {
            case Role::outcome:
            case Role::foreign:
            case Role::subset:
            case Role::thing:
            case Role::figure:
                return false;
            default:
                break;
        }
    }
    return true;
}

}  // namespace

void check_headed(const Report& report, const Reading& reading, std::vector<Finding>& findings) {
    if (!has_any(reading.sentence->text, {U"信息公开", U"依申请", U"政务公开"})) return;
    for (std::size_t i = 2; i < reading.tokens.size(); ++i) {
        if (reading.role(i) != Role::never || reading.role(i - 1) != Role::colon ||
            !ends_clause(reading.role(i + 1)) || !reading.scopes[i].plain())
            continue;
        std::size_t from = i - 1;
        while (from > 0 && !ends_clause(reading.role(from - 1))) --from;
        if (!is_heading(reading, from, i - 1)) continue;
        for (std::size_t k = from; k < i - 1; ++k) {
            if (reading.role(k) != Role::procedure) continue;
            const auto sum = sum_of(report, reading.tokens[k].cells.front());
            if (!sum || sum->value.digits == 0) continue;
            const int begin = reading.tokens[k].begin, end = reading.tokens[i].end;
            findings.push_back(doubt_of(
                "P-06", span_of(reading, begin, end),
                fmt::format("{}可能与表中的数不符：{}", quoted(reading, begin, end), sum->says),
                "请核对正文和表格", {{"expected", sum->value.to_string()}, {"cell", sum->field}}));
        }
    }
}

}  // namespace nianbao::prose
