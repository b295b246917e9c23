#include "report/cells.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

/// The field with that path under `parent`; -1 if there is none.
int find_field_at(const Form& form, int parent, std::string_view path) {
    const std::size_t dot = path.find('.');
    for (int i = 0; i < std::ssize(form.fields); ++i) {
        const Field& field = form_field(form, i);
        if (field.parent != parent || field.key != path.substr(0, dot)) continue;
        return dot == path.npos ? i : find_field_at(form, i, path.substr(dot + 1));
    }
    return -1;
}

/// A field's names from the top of its table.
std::vector<const Field*> chain(const Form& form, int field) {
    std::vector<const Field*> names;
    for (; field >= 0; field = form_field(form, field).parent)
        names.push_back(&form_field(form, field));
    std::reverse(names.begin(), names.end());
    return names;
}

}  // namespace

int find_entry(const Form& form, std::string_view path) {
    const int field = find_field_at(form, -1, path);
    return field < 0 ? -1 : entry_of(form, field);
}

const Cell* find_cell(const FilledForm& filled, std::string_view path) {
    const int entry = find_entry(*filled.form, path);
    return entry < 0 ? nullptr : &filled.cells[entry];
}

std::string cell_name(const Form& form, int entry) {
    const std::vector<const Field*> names = chain(form, form_entry(form, entry).field);
    // 本年度办理结果 goes without saying, except before its total.
    const std::size_t first = names.size() > 2 && names[1]->key != "total" ? 1 : 0;
    std::string text;
    for (std::size_t i = first; i < names.size(); ++i)
        text += (text.empty() ? "" : "·") + std::string(names[i]->name);
    return text;
}

std::vector<int> same_entries(const Form& form, const Form& other) {
    std::vector<int> same(form.entries.size(), -1);
    for (int i = 0; i < std::ssize(same); ++i) {
        if (&form == &other) {
            same[i] = i;
            continue;
        }
        const Entry& entry = form.entries[i];
        const int found = find_entry(
            other, std::string_view(field_path(form, entry.field)).substr(form.key.size() + 1));
        if (found < 0) continue;
        const Entry& candidate = form_entry(other, found);
        if (form_field(other, candidate.field).name == form_field(form, entry.field).name &&
            candidate.measure == entry.measure)
            same[i] = found;
    }
    return same;
}

}  // namespace nianbao
