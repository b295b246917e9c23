#include "report/whole.hpp"

#include "report/dates.hpp"
#include "report/whole/parts.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <stdexcept>

namespace nianbao {
namespace {

/// True for the numbers that Amount::parse takes, and for totals of as many of them as a
/// form has, which have three more digits.
bool can_be_written(const Amount& amount) {
    constexpr std::int64_t past[] = {1'000'000'000'000'000,    10'000'000'000'000,
                                     100'000'000'000'000,      1'000'000'000'000'000,
                                     10'000'000'000'000'000,   100'000'000'000'000'000,
                                     1'000'000'000'000'000'000};  // by decimals
    if (amount.decimals < 0 || amount.decimals >= std::ssize(past)) return false;
    const std::int64_t limit = past[amount.decimals];
    return -limit < amount.digits && amount.digits < limit;
}

bool can_be(Measure measure, const Amount& amount) {
    const bool whole = measure == Measure::count || measure == Measure::change;
    return can_be_written(amount) && (!whole || amount.decimals == 0) &&
           (measure == Measure::change || amount.digits >= 0);
}

std::string fault_of(const Amount& amount, std::string_view path) {
    return fmt::format("{}: {} / 10^{} is not a number that can stand there", path, amount.digits,
                       amount.decimals);
}

std::string fault_of(const FilledForm& filled, const Form& form) {
    if (filled.form == nullptr) return fmt::format("{}: no form", form.key);
    if (filled.form != &form) return fmt::format("{}: not the form of its edition", form.key);
    if (filled.cells.size() != form.entries.size())
        return fmt::format("{}: {} cells, and its form has {}", form.key, filled.cells.size(),
                           form.entries.size());
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        if (!can_be(form.entries[i].measure, filled.cells[i].value))
            return fault_of(filled.cells[i].value, field_path(form, form.entries[i].field));
        if (!can_be_text(form.entries[i].measure, filled.cells[i]))
            return fmt::format("{}: “{}” is not how {} is written there",
                               field_path(form, form.entries[i].field), filled.cells[i].text,
                               filled.cells[i].value.to_string());
    }
    return {};
}

std::string fault_of(const ProcessingFees& fees) {
    if (!can_be(Measure::count, fees.notices))
        return fault_of(fees.notices, "processing_fees.notices");
    if (!can_be(Measure::amount, fees.notified))
        return fault_of(fees.notified, "processing_fees.notified");
    if (!can_be(Measure::amount, fees.collected))
        return fault_of(fees.collected, "processing_fees.collected");
    return {};
}

std::string fault_of(const Date& date, std::string_view path) {
    if (exists(date)) return {};
    return fmt::format("{}: there is no day {}-{}-{}", path, date.year, date.month, date.day);
}

}  // namespace

std::string fault(const Report& report) {
    if (report.edition == nullptr) return "form: no edition";
    if (report.year < 1000 || report.year > 9999)
        return fmt::format("year: {} does not have four digits", report.year);
    for (std::size_t i = 0; i < report.tables().size(); ++i) {
        std::string wrong = fault_of(*report.tables()[i], *report.edition->forms[i]);
        if (!wrong.empty()) return wrong;
    }
    std::string wrong;
    if (report.processing_fees) wrong = fault_of(*report.processing_fees);
    if (wrong.empty() && report.published) wrong = fault_of(*report.published, "published");
    if (wrong.empty() && report.signature)
        wrong = fault_of(report.signature->date, "signature.date");
    if (wrong.empty()) wrong = fault(report.layout);
    if (wrong.empty()) wrong = fault_of_texts(report);
    return wrong;
}

void require_whole(const Report& report) {
    const std::string wrong = fault(report);
    if (!wrong.empty()) throw std::invalid_argument("not a whole report: " + wrong);
}

}  // namespace nianbao
