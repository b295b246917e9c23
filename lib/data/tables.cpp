#include "data/tables.hpp"

#include "data/members.hpp"
#include "data/rules.hpp"
#include "data/scalars.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nianbao::data {
namespace {

class TableReader {
public:
    TableReader(Input& input, const Form& form) : input_(input), form_(form), children_(form.fields.size() + 1), entries_(form.fields.size(), -1) {
        filled_.form = &form;
        filled_.cells.resize(form.entries.size());
        given_.assign(form.entries.size(), false);
        refused_.assign(form.entries.size(), false);
        computed_.assign(form.entries.size(), false);
        for (std::size_t i = 0; i < form.fields.size(); ++i) children(form.fields[i].parent).push_back(static_cast<int>(i));
        for (std::size_t i = 0; i < form.entries.size(); ++i) entries_[static_cast<std::size_t>(form.entries[i].field)] = static_cast<int>(i);
        for (const Equation& equation : form.equations) {
            if (equation.computes) computed_[static_cast<std::size_t>(equation.left.front().entry)] = true;
        }
    }

    FilledForm read(const Node& section) {
        const std::string path(form_.key);
        if (section.shape != Shape::mapping) {
            wrong_type(input_, section, {path, form_.name}, "一组“键: 值”", unlisted_hint());
            return std::move(filled_);
        }
        const int own = find_field(report_fields, -1, form_.key);
        const std::vector<Members> members = sort_members(input_, section, path, {{form_.fields, -1}, {report_fields, own}});
        for (int field : children(-1)) {
            if (const Node* node = members[0][static_cast<std::size_t>(field)]) value(field, *node);
        }
        const auto member = [&](std::string_view key) { return members[1][static_cast<std::size_t>(find_field(report_fields, own, key))]; };
        const bool zeros = unlisted(member("unlisted"));
        if (const auto note = read_text(input_, member("note"), {joined(path, "note"), "注"}, Lines::lines)) filled_.note = *note;
        if (zeros) fill_with_zeros();
        complete_totals(filled_, given_);
        // Where the file broke off, and where "unlisted" itself is wrong, nothing is known to be missing.
        if (input_.tree.complete && (zeros || member("unlisted") == nullptr)) tell_missing(-1);
        return std::move(filled_);
    }

private:
    std::vector<int>& children(int parent) { return children_[static_cast<std::size_t>(parent + 1)]; }
    const Field& field_at(int field) const { return form_.fields[static_cast<std::size_t>(field)]; }
    int entry(int field) const { return entries_[static_cast<std::size_t>(field)]; }  // -1: a group
    bool group(int field) { return !children(field).empty(); }
    /// A row of the table: a group of nothing but cells.
    bool row(int field) {
        return group(field) && std::none_of(children(field).begin(), children(field).end(), [&](int child) { return group(child); });
    }

    /// “本年新收·自然人”
    std::string label(int field) const {
        const Field& own = field_at(field);
        return own.parent < 0 ? std::string(own.name) : fmt::format("{}·{}", field_at(own.parent).name, own.name);
    }

    std::string unlisted_hint() const { return fmt::format("其余各格都是 0 时，在 {} 里写 unlisted: 0", form_.key); }

    void value(int field, const Node& node) {
        if (!group(field)) return cell(field, node);
        if (node.shape == Shape::mapping) return members(field, node);
        if (node.shape == Shape::list && row(field)) return list(field, node);
        if (row(field)) {
            no_row(field, node);
        } else {
            wrong_type(input_, node, {field_path(form_, field), field_at(field).name}, "一组“键: 值”", first_keys(field));
        }
        refuse(field);
    }

    void members(int field, const Node& node) {
        const std::vector<Members> found = sort_members(input_, node, field_path(form_, field), {{form_.fields, field}});
        for (int child : children(field)) {
            if (const Node* member = found[0][static_cast<std::size_t>(child)]) value(child, *member);
        }
        if (!node.closed) refuse(field);
    }

    /// A row's counts in the order of the form, with or without its total.
    void list(int field, const Node& node) {
        const std::vector<int>& cells = children(field);
        const int all = static_cast<int>(cells.size());
        const int without_total = all - (sums_its_row(field) ? 1 : 0);
        if (node.count != all && node.count != without_total) {
            if (node.closed) wrong_count(field, node, without_total, all);
            return refuse(field);
        }
        int at = node.first;
        for (int i = 0; i < node.count; ++i, at = input_.tree.at(at).next) {
            const Node& element = input_.tree.at(at);
            input_.locate(field_path(form_, cells[static_cast<std::size_t>(i)]), element);
            cell(cells[static_cast<std::size_t>(i)], element);
        }
    }

    void wrong_count(int field, const Node& node, int least, int all) {
        if (!input_.findings.open()) return input_.findings.leave_out();
        std::string names;
        for (int child : children(field)) names += (names.empty() ? "" : "、") + std::string(field_at(child).name);
        const std::string wanted = least == all ? fmt::format("{} 个", all) : fmt::format("{} 个或 {} 个", least, all);
        Finding& finding = input_.findings.error(rule("D-14"), field_path(form_, field), node.flow ? input_.place(node) : input_.key_place(node),
                                                 fmt::format("{}有 {} 个数，应是 {}", label(field), node.count, wanted), list_hint(node, names));
        finding.values = {{"found", std::to_string(node.count)}, {"expected", std::to_string(least)}};
    }

    std::string list_hint(const Node& list, const std::string& names) const {
        if (cut_thousand(list)) return "千分位逗号把一个数分成了两个：去掉逗号，或给数加引号";
        if (list.count > 0 && input_.tree.at(list.first).text.find("，") != std::string_view::npos) return "数之间用半角逗号“, ”";
        return fmt::format("依次是{}", names);
    }

    /// 1,234 without quotes: a number, a comma and three digits without a blank.
    bool cut_thousand(const Node& list) const {
        const auto number = [](std::string_view text) {
            return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        };
        for (int i = list.first; i >= 0; i = input_.tree.at(i).next) {
            const Node& a = input_.tree.at(i);
            if (a.next < 0) break;
            const Node& b = input_.tree.at(a.next);
            if (b.begin == a.end + 1 && number(a.text) && number(b.text) && b.text.size() == 3) return true;
        }
        return false;
    }

    /// True where the last cell of a row is the sum of the others.
    bool sums_its_row(int field) {
        const std::vector<int>& cells = children(field);
        const int last = entry(cells.back());
        return std::any_of(form_.equations.begin(), form_.equations.end(), [&](const Equation& equation) {
            return equation.computes && equation.left.front().entry == last && std::all_of(equation.right.begin(), equation.right.end(), [&](const Term& term) {
                       return field_at(form_.entries[static_cast<std::size_t>(term.entry)].field).parent == field;
                   });
        });
    }

    /// A single value where a row belongs.
    void no_row(int field, const Node& node) {
        if (node.shape == Shape::faulty) return;
        if (!input_.findings.open()) return input_.findings.leave_out();
        const bool empty = nothing(node);
        const std::string found = empty ? "空白" : fmt::format("“{}”", shown(node.text));
        input_.findings.error(rule("D-14"), field_path(form_, field), empty ? input_.key_place(node) : input_.place(node),
                              fmt::format("{}是一行 {} 格，写的是{}", label(field), children(field).size(), found),
                              fmt::format("{}；{}", first_keys(field), unlisted_hint()));
    }

    std::string first_keys(int field) {
        const std::vector<int>& below = children(field);
        const bool flat = row(field);
        std::string keys;
        for (std::size_t i = 0; i < std::min<std::size_t>(below.size(), 2); ++i) keys += fmt::format("{}: {}, ", field_at(below[i]).key, flat ? "0" : "…");
        return fmt::format("写成 {{{}…}}", keys);
    }

    void cell(int field, const Node& node) {
        const auto own = static_cast<std::size_t>(entry(field));
        const std::string path = field_path(form_, field);
        const std::string name = label(field);
        const Node* number = &node;
        if (node.shape == Shape::mapping) {
            const std::vector<Members> found = sort_members(input_, node, path, {{cell_fields, -1}});
            number = found[0][0];
            if (const auto remark = read_text(input_, found[0][1], {joined(path, "remark"), "备注"}, Lines::line)) filled_.cells[own].remark = *remark;
            if (number == nullptr) {
                if (input_.tree.complete) {
                    input_.findings.error(rule("D-10"), path, node.flow ? input_.place(node) : input_.key_place(node), fmt::format("{}缺少数值 (value)", name),
                                          "写成 {value: 22, remark: 说明}");
                }
                return refuse(field);
            }
            input_.locate(path, *number);
        }
        const auto read = read_measured(input_, *number, {path, name}, form_.entries[own].measure);
        if (!read) return refuse(field);
        filled_.cells[own].value = *read->amount;
        filled_.cells[own].text = read->text;
        given_[own] = true;
    }

    /// What stands in the file but cannot be used: its cells are not missing.
    void refuse(int field) {
        if (const int own = entry(field); own >= 0) refused_[static_cast<std::size_t>(own)] = true;
        for (int child : children(field)) refuse(child);
    }

    /// True where every cell that is not written is zero.
    bool unlisted(const Node* node) {
        if (node == nullptr) return false;
        const Asked asked{joined(std::string(form_.key), "unlisted"), "其余"};
        const auto word = read_word(input_, *node, asked);
        if (word && (*word == "0" || *word == "０")) return true;
        if (word) {
            input_.findings.error(rule("D-16"), asked.path, node->begin == node->end ? input_.key_place(*node) : input_.place(*node),
                                  fmt::format("{}只能写 0", named(asked.name, asked.path)), "写 0 表示没有写出的各格都是 0；不是这样就删去这一行");
        }
        return false;
    }

    void fill_with_zeros() {
        for (std::size_t i = 0; i < given_.size(); ++i) {
            if (!computed_[i] && !refused_[i]) given_[i] = true;  // a cell is zero until it is given
        }
    }

    /// True where no cell under a field is there in any way; a total that would be computed counts as not there.
    bool wholly_missing(int field) {
        if (const int own = entry(field); own >= 0) return !given_[static_cast<std::size_t>(own)] && !refused_[static_cast<std::size_t>(own)];
        return std::all_of(children(field).begin(), children(field).end(), [&](int child) { return wholly_missing(child); });
    }

    /// True where something under a field must be written.
    bool needed(int field) {
        if (const int own = entry(field); own >= 0) return !computed_[static_cast<std::size_t>(own)];
        return std::any_of(children(field).begin(), children(field).end(), [&](int child) { return needed(child); });
    }

    /// Names, group by group, the topmost fields of which nothing is there.
    void tell_missing(int parent) {
        std::vector<int> missing;
        for (int field : children(parent)) {
            if (!needed(field)) continue;
            if (wholly_missing(field)) {
                missing.push_back(field);
            } else {
                tell_missing(field);
            }
        }
        if (missing.empty()) return;
        if (!input_.findings.open()) return input_.findings.leave_out();
        const std::string first = field_path(form_, missing.front());
        const std::string group = parent < 0 ? std::string(form_.key) : field_path(form_, parent);
        std::string message;
        if (missing.size() == 1) {
            message = fmt::format("缺少{}", named(label(missing.front()), first));
        } else {
            for (int field : missing) message += fmt::format("{}{} ({})", message.empty() ? "" : "、", field_at(field).name, field_at(field).key);
            message = fmt::format("{}缺少 {} 项：{}", named(parent < 0 ? form_.name : field_at(parent).name, group), missing.size(), message);
        }
        Finding& finding = input_.findings.error(rule("D-10"), missing.size() == 1 ? first : group, input_.source.place({first}), std::move(message),
                                                 fmt::format("补上；{}", unlisted_hint()));
        for (int field : missing) finding.values.push_back({"missing", field_path(form_, field)});
    }

    Input& input_;
    const Form& form_;
    FilledForm filled_;
    std::vector<bool> given_, refused_, computed_;  // by entry: has a number; written but unusable; a total that may be left out
    std::vector<std::vector<int>> children_;        // by field + 1
    std::vector<int> entries_;                      // by field
};

}  // namespace

std::string read_note(Input& input, const Form& form, const Node* section) {
    const std::string path(form.key);
    if (section == nullptr) return {};
    if (section->shape != Shape::mapping) {
        wrong_type(input, *section, {path, form.name}, "一组“键: 值”", "这里只写注：note: …");
        return {};
    }
    const int own = find_field(report_fields, -1, form.key);
    const std::vector<Members> members = sort_members(input, *section, path, {{form.fields, -1}, {report_fields, own}});
    for (const Members& table : members) {
        for (const Node* node : table) {
            const int note = find_field(report_fields, own, "note");
            if (node == nullptr || node == members[1][static_cast<std::size_t>(note)]) continue;
            input.findings.error(rule("D-08"), path, input.key_place(*node),
                                 fmt::format("{}里的“{}”不写在这里", form.name, shown(input.tree.at(node->key).text)), "表中的数由各成员相加得出；这里只写注");
        }
    }
    const Node* note = members[1][static_cast<std::size_t>(find_field(report_fields, own, "note"))];
    return read_text(input, note, {joined(path, "note"), "注"}, Lines::lines).value_or("");
}

FilledForm read_table(Input& input, const Form& form, const Node* section) {
    if (section != nullptr) return TableReader(input, form).read(*section);
    FilledForm missing;
    missing.form = &form;
    return missing;
}

}  // namespace nianbao::data
