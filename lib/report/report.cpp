#include "nianbao/report.hpp"

#include "nianbao/finding.hpp"

#include <algorithm>

namespace nianbao {

bool stops(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error && f.waived.empty(); });
}

std::string field_path(const Form& form, int field) {
    if (field < 0) return std::string(form.key);
    const Field& own = form.fields[static_cast<std::size_t>(field)];
    std::string path = field_path(form, own.parent);
    path += '.';
    path += own.key;
    return path;
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
