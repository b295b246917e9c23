#include "report/sum.hpp"

namespace nianbao {
namespace {

/// False, and nothing added, where the sum would be larger than a cell can be.
bool add_to(Amount& sum, const Amount& value) {
    const Amount next = sum + value;  // less than 2 × 10^12, with six decimals: 64 bits hold it
    if (compare(next, past_every_cell) >= 0 || compare(Amount{-next.digits, next.decimals}, past_every_cell) >= 0) return false;
    sum = next;
    return true;
}

FilledForm table_sum(std::span<const Report* const> reports, const FilledForm Report::*table, std::vector<std::string>& too_large) {
    const Form& form = *(reports.front()->*table).form;
    FilledForm sum;
    sum.form = &form;
    sum.cells.resize(form.entries.size());
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        bool fits = true;
        for (const Report* report : reports) fits = fits && add_to(sum.cells[i].value, (report->*table).cells[i].value);
        if (!fits) too_large.push_back(field_path(form, form.entries[i].field));
        if (sum.cells[i].value.digits != 0) sum.cells[i].text = written(form.entries[i].measure, sum.cells[i].value);
    }
    return sum;
}

}  // namespace

Sum sum_of(std::span<const Report* const> reports) {
    Sum sum;
    sum.disclosure = table_sum(reports, &Report::disclosure, sum.too_large);
    sum.applications = table_sum(reports, &Report::applications, sum.too_large);
    sum.disputes = table_sum(reports, &Report::disputes, sum.too_large);

    struct Part {
        std::string_view field;
        Amount ProcessingFees::*amount;
    };
    constexpr Part parts[] = {{"processing_fees.notices", &ProcessingFees::notices},
                              {"processing_fees.notified", &ProcessingFees::notified},
                              {"processing_fees.collected", &ProcessingFees::collected}};
    for (const auto& [field, amount] : parts) {
        bool fits = true;
        for (const Report* report : reports) {
            if (!report->processing_fees) continue;
            if (!sum.processing_fees) sum.processing_fees.emplace();
            fits = fits && add_to(*sum.processing_fees.*amount, *report->processing_fees.*amount);
        }
        if (!fits) sum.too_large.emplace_back(field);
    }
    return sum;
}

}  // namespace nianbao
