#include "report/speech/spoken.hpp"

#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/forms/editions.hpp"
#include "report/workbook.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace nianbao {
namespace {

/// The table of an edition that a key names; null: it names none.
const Form* form_of(const Edition* edition, std::string_view key) {
    const auto& forms = (edition == nullptr ? edition_2021() : *edition).forms;
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const Form* form) { return form->key == key; });
    return found == forms.end() ? nullptr : *found;
}

struct Step {
    std::string_view key, name;  // the same of what is no field
};

std::vector<Step> steps_of(const Edition* edition, std::string_view path) {
    std::vector<Step> steps;
    std::span<const Field> fields = report_fields;
    int at = -1;
    const Form* form = nullptr;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t dot = std::min(path.find('.', from), path.size());
        const std::string_view part = path.substr(from, dot - from);
        from = dot + 1;
        if (all_digits(part)) {
            steps.push_back({part, part});
            continue;
        }
        int found = -1;
        // The note of a table is a field of the report, its cells are the form's.
        const int own = form == nullptr ? at : find_field(report_fields, -1, form->key);
        if (form != nullptr) found = find_field(form->fields, at, part);
        if (found >= 0) fields = form->fields;
        if (found < 0 && (form == nullptr || at < 0)) {
            found = find_field(report_fields, own, part);
            if (found >= 0) fields = report_fields;
        }
        if (found < 0) {
            steps.push_back({part, part});
            continue;
        }
        steps.push_back({fields[found].key, fields[found].name});
        at = found;
        if (steps.size() > 1) continue;
        form = form_of(edition, part);
        if (form != nullptr) at = -1;
    }
    return steps;
}

/// “本年新收·总计” of a cell; else the last name.
std::string label_of(const Edition* edition, std::string_view path) {
    const std::size_t dot = path.find('.');
    const Form* form = form_of(edition, path.substr(0, dot));
    if (form != nullptr && dot != path.npos) {
        const int entry = find_entry(*form, path.substr(dot + 1));
        if (entry >= 0) return cell_name(*form, entry);
    }
    return std::string(steps_of(edition, path).back().name);
}

}  // namespace

std::string chinese_path(const Edition* edition, std::string_view path) {
    std::string out;
    for (const Step& step : steps_of(edition, path))
        out += (out.empty() ? "" : ".") + std::string(step.name);
    return out;
}

std::string spoken(const Edition* edition, std::string_view path, Speech speech) {
    if (speech == Speech::english) return std::string(path);
    if (speech == Speech::chinese) return chinese_path(edition, path);
    const std::string label = label_of(edition, path);
    const std::string_view key = path.substr(0, path.find('.'));
    if (form_of(edition, key) == nullptr) return fmt::format("“{}”", label);
    return speech == Speech::cells
               ? fmt::format("“{}”里的“{}”", workbook::sheet_name(workbook::sheet_of(key)), label)
               : fmt::format("表中的“{}”", label);
}

std::string spoken_group(const Edition* edition, std::string_view path, Speech speech) {
    if (speech == Speech::english) return std::string(path);
    const std::vector<Step> steps = steps_of(edition, path);
    const Step& last = steps.back();
    if (steps.size() < 2 || !all_digits(last.key)) return fmt::format("“{}”", last.name);
    return fmt::format("“{}”第 {} 条", steps[steps.size() - 2].name, number_of(last.key) + 1);
}

std::string spoken_key(const Field& field, Speech speech) {
    return speech == Speech::english ? fmt::format("{} ({})", field.key, field.name)
                                     : std::string(field.name);
}

}  // namespace nianbao
