#include "report/sum.hpp"

namespace nianbao {
namespace {

struct FeePart {
    std::string_view field;
    Amount ProcessingFees::*amount;
};
constexpr FeePart fee_parts[] = {{"processing_fees.notices", &ProcessingFees::notices},
                                 {"processing_fees.notified", &ProcessingFees::notified},
                                 {"processing_fees.collected", &ProcessingFees::collected}};

}  // namespace

void GrowingSum::Number::add(const Amount& more) {
    const Amount next = value + more;  // less than 2 × 10^12, with six decimals: 64 bits hold it
    fits = fits && compare(next, past_every_cell) < 0 &&
           compare(Amount{-next.digits, next.decimals}, past_every_cell) < 0;
    if (fits) value = next;
}

void GrowingSum::add(const Report& report) {
    const std::array<const FilledForm*, 3> tables = report.tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        tables_[i].form = tables[i]->form;
        tables_[i].cells.resize(tables[i]->cells.size());
        for (std::size_t cell = 0; cell < tables[i]->cells.size(); ++cell)
            tables_[i].cells[cell].add(tables[i]->cells[cell].value);
    }
    if (!report.processing_fees) return;
    if (!fees_) fees_ = std::array<Number, 3>{};
    for (std::size_t i = 0; i < fees_->size(); ++i)
        (*fees_)[i].add(*report.processing_fees.*fee_parts[i].amount);
}

FilledForm GrowingSum::filled(const Table& table, std::vector<std::string>& too_large) {
    const Form& form = *table.form;
    FilledForm sum;
    sum.form = &form;
    sum.cells.resize(form.entries.size());
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        const auto& [value, fits] = table.cells[i];
        if (!fits) too_large.push_back(field_path(form, form.entries[i].field));
        sum.cells[i].value = value;
        if (value.digits != 0) sum.cells[i].text = written(form.entries[i].measure, value);
    }
    return sum;
}

Sum GrowingSum::sum() const {
    Sum sum;
    sum.disclosure = filled(tables_[0], sum.too_large);
    sum.applications = filled(tables_[1], sum.too_large);
    sum.disputes = filled(tables_[2], sum.too_large);
    if (!fees_) return sum;
    sum.processing_fees.emplace();
    for (std::size_t i = 0; i < fees_->size(); ++i) {
        *sum.processing_fees.*fee_parts[i].amount = (*fees_)[i].value;
        if (!(*fees_)[i].fits) sum.too_large.emplace_back(fee_parts[i].field);
    }
    return sum;
}

}  // namespace nianbao
