#include "check/prose/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::prose {
namespace {

/// A column's key in the forms, and how a sum names it; outcomes have the form's own
/// names.
struct ColumnName {
    Column column;
    std::string_view key, says = {};
};

constexpr ColumnName column_names[] = {
    {Column::total, "total"},
    {Column::natural_person, "natural_person", "自然人"},
    {Column::legal, "business", "法人或其他组织"},
    {Column::business, "business", "商业企业"},
    {Column::research, "research", "科研机构"},
    {Column::public_welfare, "public_welfare", "社会公益组织"},
    {Column::legal_service, "legal_service", "法律服务机构"},
    {Column::upheld, "upheld"},
    {Column::corrected, "corrected"},
    {Column::other, "other"},
    {Column::pending, "pending"},
};

constexpr Column legal_persons[] = {Column::business, Column::research, Column::public_welfare,
                                    Column::legal_service, Column::other};

constexpr const ColumnName& name_of(Column column) {
    return column_names[static_cast<int>(column)];
}

constexpr bool columns_stand_in_the_form() {
    for (std::size_t i = 0; i < std::size(column_names); ++i) {
        if (column_names[i].column != static_cast<Column>(i)) return false;
        const std::string_view key = column_names[i].key;
        const auto has = [&](std::span<const Field> fields) {
            return std::any_of(fields.begin(), fields.end(),
                               [&](const Field& field) { return field.key == key; });
        };
        for (const Edition* edition : every_edition) {
            if (!has(edition->forms[1]->fields) && !has(edition->forms[2]->fields)) return false;
        }
    }
    return true;
}
static_assert(columns_stand_in_the_form());

int child_of(const Form& form, int parent, std::string_view key) {
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].parent == parent && form.fields[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

const Field& field_at(const Form& form, int field) { return form.fields[field]; }

/// A row of one report: its table, and the field there.
struct Place {
    const FilledForm* filled;
    int field;
};

std::optional<Place> place_of(const Report& report, const Row& row) {
    for (std::size_t e = 0; e < every_edition.size(); ++e) {
        const FilledForm* filled = report.tables()[row.table];
        if (every_edition[e]->forms[row.table] == filled->form && row.fields[e] >= 0)
            return Place{filled, row.fields[e]};
    }
    return std::nullopt;
}

/// Adds what stands at a field, or below it in the column named; `first` becomes the
/// first field that was added.
bool add(const FilledForm& filled, int field, Column column, Amount& value, int& first) {
    const Form& form = *filled.form;
    if (const int entry = entry_of(form, field); entry >= 0) {
        value = value + filled.cells[entry].value;
        if (first < 0) first = field;
        return true;
    }
    const int cell = child_of(form, field, name_of(column).key);
    if (cell >= 0 && column == Column::legal) {
        for (Column one : legal_persons)
            add(filled, child_of(form, field, name_of(one).key), Column::total, value, first);
        return true;
    }
    if (cell >= 0 && entry_of(form, cell) >= 0)
        return add(filled, cell, Column::total, value, first);
    if (const int decisions = child_of(form, field, "decisions"); decisions >= 0)
        return add(filled, decisions, Column::total, value, first);
    bool any = false;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const int child = static_cast<int>(i);
        if (form.fields[i].parent == field && child_of(form, child, "natural_person") >= 0)
            any = add(filled, child, column, value, first) || any;
    }
    return any;
}

/// How a sum names a row: in table three by its own name, elsewhere behind the names
/// above it: 行政规范性文件本年制发件数.
std::string name_of(const Form& form, int field, bool applications) {
    const Field& own = field_at(form, field);
    if (applications) return std::string(own.key == "total" ? "办理结果总计" : own.name);
    return (own.parent < 0 ? "" : name_of(form, own.parent, false)) + std::string(own.name);
}

}  // namespace

std::optional<Amount> value_of(const Report& report, std::span<const Addend> sum) {
    Amount total;
    for (const Addend& one : sum) {
        const std::optional<Place> place = place_of(report, one.row);
        Amount value;
        int first = -1;
        if (!place || !add(*place->filled, place->field, one.column, value, first))
            return std::nullopt;
        total = one.taken_away ? total - value : total + value;
    }
    return total;
}

std::optional<Sum> sum_of(const Report& report, std::span<const Addend> sum) {
    Sum out;
    for (const Addend& one : sum) {
        const std::optional<Place> place = place_of(report, one.row);
        Amount value;
        int first = -1;
        if (!place || !add(*place->filled, place->field, one.column, value, first))
            return std::nullopt;
        const Form& form = *place->filled->form;
        std::string name = name_of(form, place->field, form.key == "applications");
        if (one.column != Column::total) {
            const ColumnName& column = name_of(one.column);
            if (!column.says.empty()) {
                name += fmt::format("（{}）", column.says);
            } else {
                const int outcome = child_of(form, place->field, column.key);
                if (outcome < 0) return std::nullopt;
                name += field_at(form, outcome).name;
            }
        }
        if (out.field.empty()) out.field = field_path(form, first);
        out.value = one.taken_away ? out.value - value : out.value + value;
        if (!out.says.empty()) out.says += one.taken_away ? " 减" : " 加";
        out.says += fmt::format("{} {}", name, value.to_string());
    }
    if (sum.size() > 1) out.says += " 等于 " + out.value.to_string();
    return out;
}

Readings readings_of(const Cells& cells) {
    Readings all;
    for (const std::span<const Addend>& one : cells) all.emplace_back(one.begin(), one.end());
    return all;
}

Readings added(const Readings& a, const Readings& b) {
    Readings out;
    for (const Addends& x : a) {
        for (const Addends& y : b) {
            out.push_back(x);
            out.back().insert(out.back().end(), y.begin(), y.end());
        }
    }
    return out;
}

Readings narrowed(Readings readings, Column column) {
    for (Addends& one : readings) {
        for (Addend& addend : one) addend.column = column;
    }
    return readings;
}

}  // namespace nianbao::prose
