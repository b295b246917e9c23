#include "nianbao/report.hpp"

#include "nianbao/finding.hpp"

#include <algorithm>

namespace nianbao {

bool stops(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error && f.waived.empty(); });
}

std::array<const Edition*, 2> editions() { return {&edition_2019(), &edition_2021()}; }

const Edition* edition_for(int year) {
    const Edition* found = nullptr;
    for (const Edition* edition : editions()) {
        if (edition->year <= year) found = edition;
    }
    return found;
}

std::string plain_name(std::string_view agency) {
    std::string out;
    for (std::size_t at = 0; at < agency.size();) {
        const auto blank = [&](std::string_view what) { return agency.substr(at).starts_with(what); };
        if (blank(" ") || blank("\t")) at += 1;
        else if (blank("\u00A0")) at += 2;
        else if (blank("\u3000")) at += 3;
        else out += agency[at++];
    }
    return out;
}

std::string field_path(const Form& form, int field) {
    // From its end to its beginning, in a text of the length that it will have: every cell of every report has one.
    const auto at = [&](int i) -> const Field& { return form.fields[static_cast<std::size_t>(i)]; };
    std::size_t begin = form.key.size();
    for (int i = field; i >= 0; i = at(i).parent) begin += 1 + at(i).key.size();
    std::string path(begin, '.');
    for (int i = field; i >= 0; i = at(i).parent) {
        begin -= at(i).key.size();
        at(i).key.copy(path.data() + begin, at(i).key.size());
        --begin;
    }
    form.key.copy(path.data(), form.key.size());
    return path;
}

std::string written(Measure measure, const Amount& value) {
    if (measure == Measure::change && value.digits > 0) return "+" + value.to_string();
    if (measure == Measure::money) return value.to_string() + "元";
    return {};
}

void complete_totals(FilledForm& filled, std::vector<bool>& given) {
    const auto known = [&](const Term& term) { return given[static_cast<std::size_t>(term.entry)]; };
    // A total may wait for another (the totals' own total), so go round until nothing new is known.
    for (bool again = true; again;) {
        again = false;
        for (const Equation& equation : filled.form->equations) {
            if (!equation.computes || known(equation.left.front()) || !std::all_of(equation.right.begin(), equation.right.end(), known)) continue;
            Amount sum;
            for (const Term& term : equation.right) {
                const Amount& value = filled.cells[static_cast<std::size_t>(term.entry)].value;
                sum = term.sign > 0 ? sum + value : sum - value;
            }
            const auto entry = static_cast<std::size_t>(equation.left.front().entry);
            filled.cells[entry].value = sum;
            given[entry] = true;
            again = true;
        }
    }
}

}  // namespace nianbao
