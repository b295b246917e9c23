#include "nianbao/report.hpp"

#include "nianbao/finding.hpp"
#include "report/cells.hpp"
#include "report/forms/editions.hpp"
#include "report/whole.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao {
namespace {

FilledForm zeros(const Form& form) { return {&form, std::vector<Cell>(form.entries.size()), {}}; }

/// Computes the totals of a table whose other cells are given.
void add_up(FilledForm& filled) {
    std::vector<bool> given(filled.cells.size(), true);
    for (const Equation& equation : filled.form->equations) {
        if (equation.computes) given[equation.left.front().entry] = false;
    }
    const std::vector<bool> typed = given;
    complete_totals(filled, given);
    for (std::size_t i = 0; i < filled.cells.size(); ++i) {
        Cell& cell = filled.cells[i];
        if (!typed[i]) cell.text = written(filled.form->entries[i].measure, cell.value);
    }
}

}  // namespace

std::optional<Report> Report::empty(std::string agency, int year) {
    const Edition* edition = edition_for(year);
    if (edition == nullptr) return {};
    Report report;
    report.edition = edition;
    report.agency = std::move(agency);
    report.year = year;
    report.disclosure = zeros(*edition->forms[0]);
    report.applications = zeros(*edition->forms[1]);
    report.disputes = zeros(*edition->forms[2]);
    return report;
}

const Cell* Report::cell(std::string_view path) const {
    const std::size_t dot = path.find('.');
    if (dot == path.npos) return nullptr;
    for (const FilledForm* table : tables()) {
        if (table->form == nullptr || table->form->key != path.substr(0, dot)) continue;
        const int entry = find_entry(*table->form, path.substr(dot + 1));
        if (entry < 0 || entry >= std::ssize(table->cells)) return nullptr;
        return &table->cells[entry];
    }
    return nullptr;
}

Cell* Report::cell(std::string_view path) {
    return const_cast<Cell*>(std::as_const(*this).cell(path));
}

void Report::add_up() {
    require_whole(*this);
    for (FilledForm* table : {&disclosure, &applications, &disputes}) nianbao::add_up(*table);
}

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "错误";
        case Severity::warning:
            return "警告";
        case Severity::advice:
            break;
    }
    return "建议";
}

std::string_view level_of(const Finding& finding) {
    return finding.waived.empty() ? level_of(finding.severity) : "豁免";
}

std::string_view key_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::advice:
            break;
    }
    return "advice";
}

bool doubtful(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.severity != Severity::advice && f.waived.empty();
    });
}

bool stops(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.severity == Severity::error && f.waived.empty();
    });
}

const Edition& edition_2019() { return form_2019::edition; }
const Edition& edition_2021() { return form_2021::edition; }

std::array<const Edition*, 2> editions() { return every_edition; }

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
        const auto blank = [&](std::string_view what) {
            return agency.substr(at).starts_with(what);
        };
        if (blank(" ") || blank("\t")) at += 1;
        else if (blank("\u00A0")) at += 2;
        else if (blank("\u3000")) at += 3;
        else out += agency[at++];
    }
    return out;
}

std::string field_path(const Form& form, int field) {
    // Written from its end to its beginning into a text of the right length: every cell
    // of every report asks for one.
    std::size_t begin = form.key.size();
    for (int i = field; i >= 0; i = form_field(form, i).parent)
        begin += 1 + form_field(form, i).key.size();
    std::string path(begin, '.');
    for (int i = field; i >= 0; i = form_field(form, i).parent) {
        const std::string_view key = form_field(form, i).key;
        begin -= key.size();
        key.copy(path.data() + begin, key.size());
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
    const auto known = [&](const Term& term) { return given[term.entry]; };
    // A total may need another one (the total of totals), so this repeats until nothing
    // new is known.
    for (bool again = true; again;) {
        again = false;
        for (const Equation& equation : filled.form->equations) {
            if (!equation.computes || known(equation.left.front()) ||
                !std::all_of(equation.right.begin(), equation.right.end(), known))
                continue;
            Amount sum;
            for (const Term& term : equation.right) {
                const Amount& value = filled.cells[term.entry].value;
                sum = term.sign > 0 ? sum + value : sum - value;
            }
            const int entry = equation.left.front().entry;
            filled.cells[entry].value = sum;
            given[entry] = true;
            again = true;
        }
    }
}

}  // namespace nianbao
