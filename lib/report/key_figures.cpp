#include "report/key_figures.hpp"

#include <cstdint>

namespace nianbao {
namespace {

constexpr KeyFigure figures[] = {
    {"applications",
     "收到申请（本年新收＋上年结转）",
     {"applications.received.total", "applications.carried_in.total"}},
    {"completion_rate",
     "办结率（办理结果总计÷收到申请）",
     {"applications.results.total.total"},
     {"applications.received.total", "applications.carried_in.total"}},
    {"disclosure_rate",
     "公开率（予以公开和部分公开÷办理结果总计）",
     {"applications.results.disclosed.total", "applications.results.partly_disclosed.total"},
     {"applications.results.total.total"}},
    {"reconsideration_correction_rate",
     "行政复议纠正率（结果纠正÷总计）",
     {"disputes.reconsideration.corrected"},
     {"disputes.reconsideration.total"}},
    {"litigation_correction_rate",
     "行政诉讼纠正率（结果纠正÷总计）",
     {"disputes.litigation_direct.corrected",
      "disputes.litigation_after_reconsideration.corrected"},
     {"disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"}},
};

}  // namespace

std::span<const KeyFigure> key_figures() { return figures; }

Amount sum_of(const Report& report, const std::array<std::string_view, 2>& cells) {
    Amount sum;
    for (const std::string_view path : cells) {
        if (const Cell* cell = path.empty() ? nullptr : report.cell(path)) sum = sum + cell->value;
    }
    return sum;
}

std::optional<int> share_in_thousandths(const Amount& part, const Amount& whole) {
    if (whole.digits <= 0) return {};
    return (2'000 * part.digits + whole.digits) / (2 * whole.digits);
}

}  // namespace nianbao
