// A data file of what was recognised, whole or not: values as they were read, and gaps
// where there is none.
#include "data/write/written_values.hpp"

#include "report/cells.hpp"
#include "report/dates.hpp"
#include "report/fields.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::data {
namespace {

using Kind = Written::Kind;

/// Digits, with or without decimals: what stands in YAML without quotes and means itself.
bool is_number(std::string_view text) {
    const std::string_view whole = text.substr(0, text.find('.'));
    if (whole.size() > 1 && whole.front() == '0') return false;
    return all_digits(whole) &&
           (whole.size() == text.size() || all_digits(text.substr(whole.size() + 1)));
}

class ValueWriter {
public:
    ValueWriter(const Values& values, const Edition& edition, Keys keys)
        : values_(values), edition_(edition), english_(keys == Keys::english) {}

    Written write() const {
        Written file{.kind = Kind::mapping};
        const Node* root = values_.tree.root < 0 ? nullptr : &values_.tree.at(values_.tree.root);
        for (int own = 0; own < std::ssize(report_fields); ++own) {
            const Field& field = report_fields[own];
            if (field.parent >= 0) continue;
            const Node* node = member(root, field);
            if (const Form* form = form_named(field.key)) {
                Written table{.kind = Kind::mapping};
                put_cells(table, *form, -1, node);
                put_own(table, own, node);
                file.add(name(field), std::move(table));
            } else if (is_prose(field.key)) {
                Written text = node == nullptr ? Written{} : scalar(*node);
                text.kind = Kind::prose;
                if (text.text.empty()) text.text = to_fill_in;
                file.add(name(field), std::move(text));
            } else if (node != nullptr) {
                file.add(name(field), value(own, *node));
            } else if (field.key == "agency" || field.key == "year") {
                file.add(name(field), {.kind = Kind::gap});
            }
        }
        return file;
    }

private:
    std::string name(const Field& field) const {
        return std::string(english_ ? field.key : field.name);
    }

    static bool is_prose(std::string_view key) {
        return key == "introduction" || key == "overview" || key == "problems" || key == "other";
    }

    const Form* form_named(std::string_view key) const {
        const auto found = std::find_if(edition_.forms.begin(), edition_.forms.end(),
                                        [&](const Form* form) { return form->key == key; });
        return found == edition_.forms.end() ? nullptr : *found;
    }

    /// The value of a key in either language; nullptr if there is none.
    const Node* member(const Node* of, const Field& field) const {
        if (of == nullptr || of->shape != Shape::mapping) return nullptr;
        for (int at = of->first; at >= 0; at = values_.tree.at(at).next) {
            const Node& one = values_.tree.at(at);
            if (one.key < 0) continue;
            const std::string_view key = values_.tree.at(one.key).text;
            if (key == field.key || key == field.name) return &one;
        }
        return nullptr;
    }

    /// A text or number as it was read; a gap for what is blank or was refused.
    static Written scalar(const Node& node) {
        if (node.shape != Shape::text && node.shape != Shape::bare) return {.kind = Kind::gap};
        return {.kind = is_number(node.text) ? Kind::number : Kind::text,
                .text = std::string(node.text)};
    }

    /// A value of the file's own fields, with those within it.
    Written value(int own, const Node& node) const {
        if (node.shape != Shape::mapping) {
            Written out = scalar(node);
            if (parse_date(out.text)) return {.kind = Kind::word, .text = std::move(out.text)};
            // A telephone number or postcode is no number.
            const bool counts =
                report_fields[own].key == "year" || report_fields[own].key == "form";
            if (out.kind == Kind::number && !counts) out.kind = Kind::text;
            return out;
        }
        Written out{.kind = Kind::mapping};
        put_own(out, own, &node);
        return out;
    }

    void put_own(Written& into, int parent, const Node* node) const {
        for (int own = 0; own < std::ssize(report_fields); ++own) {
            const Field& field = report_fields[own];
            if (field.parent != parent) continue;
            const Node* one = member(node, field);
            if (one == nullptr) continue;
            Written out = value(own, *one);
            if (field.key == "unlisted" && is_number(out.text)) out.kind = Kind::number;
            into.add(name(field), std::move(out));
        }
    }

    // ------------------------------------------------------------ tables

    /// True for a cell that its table's other cells give.
    static bool is_total(const Form& form, int entry) {
        return std::any_of(form.equations.begin(), form.equations.end(), [&](const Equation& one) {
            return one.computes && one.left.front().entry == entry;
        });
    }

    /// The value at a place of a list; nullptr if it is not that long.
    const Node* element(const Node& list, int number) const {
        int at = list.first;
        while (at >= 0 && number-- > 0) at = values_.tree.at(at).next;
        return at < 0 ? nullptr : &values_.tree.at(at);
    }

    void put_cells(Written& into, const Form& form, int parent, const Node* node) const {
        const bool listed = node != nullptr && node->shape == Shape::list;
        for (int i = 0, number = 0; i < std::ssize(form.fields); ++i) {
            const Field& field = form.fields[i];
            if (field.parent != parent) continue;
            const Node* one = listed ? element(*node, number++) : member(node, field);
            const int entry = entry_of(form, i);
            if (entry >= 0) {
                if (one == nullptr && is_total(form, entry)) continue;
                into.add(name(field), one == nullptr ? Written{.kind = Kind::gap} : cell(*one));
                continue;
            }
            Written row = row_or_group(form, i, one);
            if (!row.members.empty()) into.add(name(field), std::move(row));
        }
    }

    Written row_or_group(const Form& form, int field, const Node* node) const {
        Written out{.kind = Kind::mapping};
        put_cells(out, form, field, node);
        out.row = std::all_of(out.members.begin(), out.members.end(), [](const Written& one) {
            return one.kind != Kind::mapping || one.row;
        });
        if (!holds_cells_alone(form, field)) out.row = false;
        const bool plain = std::all_of(out.members.begin(), out.members.end(),
                                       [](const Written& one) { return one.kind == Kind::number; });
        if (out.row && plain && out.members.size() > longest_mapping) out.kind = Kind::list;
        return out;
    }

    static bool holds_cells_alone(const Form& form, int field) {
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            if (form.fields[i].parent == field && entry_of(form, i) < 0) return false;
        }
        return true;
    }

    Written cell(const Node& node) const {
        if (node.shape != Shape::mapping) return scalar(node);
        Written out{.kind = Kind::mapping, .row = true};
        for (const Field& part : cell_fields) {
            if (const Node* one = member(&node, part)) out.add(name(part), scalar(*one));
        }
        return out;
    }

    const Values& values_;
    const Edition& edition_;
    bool english_;
};

}  // namespace

Written written_values(const Values& values, const Edition& edition, Keys keys) {
    return ValueWriter(values, edition, keys).write();
}

}  // namespace nianbao::data
