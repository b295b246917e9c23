// What every form must fulfil before it compiles.
#pragma once

#include "report/cells.hpp"

#include <array>
#include <iterator>

namespace nianbao {

/// Boxes and entries cover the grid exactly once.
constexpr bool tiles(const Form& form) {
    if (form.rows * form.columns > 1024) return false;
    std::array<int, 1024> covered{};
    const auto cover = [&](int row, int column, int rows, int columns) {
        if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > form.rows ||
            column + columns > form.columns)
            return false;
        for (int r = row; r < row + rows; ++r) {
            for (int c = column; c < column + columns; ++c) {
                if (covered[r * form.columns + c]++ != 0) return false;
            }
        }
        return true;
    };
    for (const Box& box : form.boxes) {
        if (!cover(box.row, box.column, box.rows, box.columns)) return false;
    }
    for (const Entry& entry : form.entries) {
        if (!cover(entry.row, entry.column, entry.rows, entry.columns)) return false;
    }
    for (int i = 0; i < form.rows * form.columns; ++i) {
        if (covered[i] != 1) return false;
    }
    return true;
}

/// Fields are a tree, parents first, with no two names alike under one parent; every leaf
/// is one entry's and no group is.
constexpr bool fields_are_a_tree(const Form& form) {
    const int n = std::ssize(form.fields);
    for (int i = 0; i < n; ++i) {
        const Field& field = form_field(form, i);
        if (field.parent >= i || field.key.empty() || field.name.empty()) return false;
        bool group = false;
        for (int k = i + 1; k < n; ++k) {
            const Field& other = form_field(form, k);
            if (other.parent == i) group = true;
            if (other.parent == field.parent &&
                (other.key == field.key || other.name == field.name))
                return false;
        }
        int entries = 0;
        for (const Entry& entry : form.entries) entries += entry.field == i ? 1 : 0;
        if (entries != (group ? 0 : 1)) return false;
    }
    return true;
}

/// Every term of every equation is an entry of the form, named, and no equation is empty.
constexpr bool equations_name_entries(const Form& form) {
    const int n = std::ssize(form.entries);
    for (const Equation& equation : form.equations) {
        if (equation.left.empty() || equation.right.empty() || equation.rule.empty() ||
            equation.about.empty())
            return false;
        if (equation.computes &&
            (equation.left.size() != 1 || equation.relation != Relation::equal))
            return false;
        for (std::span<const Term> side : {equation.left, equation.right}) {
            for (const Term& term : side) {
                if (term.entry < 0 || term.entry >= n || term.name.empty() ||
                    (term.sign != 1 && term.sign != -1))
                    return false;
            }
        }
    }
    return true;
}

constexpr bool sound(const Form& form) {
    return tiles(form) && fields_are_a_tree(form) && equations_name_entries(form);
}

/// True if the form has a cell of counts with this path of keys below the table:
/// "carried_out.total".
constexpr bool has_count(const Form& form, std::string_view path) {
    int parent = -1;
    for (;;) {
        const std::size_t dot = path.find('.');
        int found = -1;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            const Field& field = form_field(form, i);
            if (field.parent == parent && field.key == path.substr(0, dot)) found = i;
        }
        if (found < 0) return false;
        parent = found;
        if (dot == path.npos) break;
        path.remove_prefix(dot + 1);
    }
    const int entry = entry_of(form, parent);
    return entry >= 0 && form_entry(form, entry).measure == Measure::count;
}

/// What every edition of table three has, so that one year's 结转下年度 can be held
/// against the next year's 上年结转, applicant by applicant.
constexpr bool compares_across_years(const Form& applications) {
    for (std::string_view path :
         {"carried_in.natural_person", "carried_in.business", "carried_in.research",
          "carried_in.public_welfare", "carried_in.legal_service", "carried_in.other",
          "carried_in.total", "carried_out.natural_person", "carried_out.business",
          "carried_out.research", "carried_out.public_welfare", "carried_out.legal_service",
          "carried_out.other", "carried_out.total"}) {
        if (!has_count(applications, path)) return false;
    }
    return applications.key == "applications";
}

}  // namespace nianbao
