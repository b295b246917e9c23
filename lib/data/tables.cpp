#include "data/tables.hpp"

#include "data/hints/nearest.hpp"
#include "data/members.hpp"
#include "data/rules.hpp"
#include "data/scalars.hpp"
#include "report/fields.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace nianbao::data {
namespace {

class TableReader {
public:
    TableReader(Values& values, const Form& form)
        : values_(values),
          form_(form),
          children_(form.fields.size() + 1),
          entries_(form.fields.size(), -1) {
        filled_.form = &form;
        filled_.cells.resize(form.entries.size());
        given_.assign(form.entries.size(), false);
        refused_.assign(form.entries.size(), false);
        computed_.assign(form.entries.size(), false);
        for (int i = 0; i < std::ssize(form.fields); ++i)
            children(form.fields[i].parent).push_back(i);
        for (int i = 0; i < std::ssize(form.entries); ++i)
            entries_[form.entries[i].field] = static_cast<int>(i);
        for (const Equation& equation : form.equations) {
            if (equation.computes) computed_[equation.left.front().entry] = true;
        }
    }

    FilledForm read(const Node& section) {
        const std::string path(form_.key);
        chinese_ = section.key >= 0 && values_.tree.at(section.key).text != form_.key;
        if (section.shape != Shape::mapping) {
            std::string hint = hint_for_text(values_, section, {{form_.fields, -1}});
            if (hint.empty()) hint = unlisted_hint();
            wrong_type(values_, section, {path, form_.name}, "一组“项目名: 内容”", std::move(hint));
            return std::move(filled_);
        }
        const int own = find_field(report_fields, -1, form_.key);
        const std::vector<Members> members =
            sort_members(values_, section, path, {{form_.fields, -1}, {report_fields, own}});
        for (int field : children(-1)) {
            if (const Node* node = members[0][field]) value(field, *node);
        }
        const auto member = [&](std::string_view key) {
            return members[1][find_field(report_fields, own, key)];
        };
        const bool zeros = unlisted(member("unlisted"));
        if (std::optional<std::string> note =
                read_text(values_, member("note"), {joined(path, "note"), "注"}, Lines::lines))
            filled_.note = std::move(*note);
        // Of a table that is not whole, a line that was not read is no zero.
        if (zeros && values_.tree.complete) fill_with_zeros();
        complete_totals(filled_, given_);
        // If the file broke off, or "unlisted" itself is wrong, nobody knows what is
        // missing.
        if (values_.tree.complete && (zeros || member("unlisted") == nullptr)) tell_missing(-1);
        name_unread();
        return std::move(filled_);
    }

private:
    std::vector<int>& children(int parent) { return children_[parent + 1]; }
    const Field& field_at(int field) const { return form_.fields[field]; }
    int entry(int field) const { return entries_[field]; }  // -1: a group
    bool group(int field) { return !children(field).empty(); }
    /// A row of the table: a group of nothing but cells.
    bool row(int field) {
        const std::vector<int>& below = children(field);
        return group(field) &&
               std::none_of(below.begin(), below.end(), [&](int child) { return group(child); });
    }

    /// “本年新收·自然人”
    std::string label(int field) const {
        const Field& own = field_at(field);
        return own.parent < 0 ? std::string(own.name)
                              : fmt::format("{}·{}", field_at(own.parent).name, own.name);
    }

    std::string unlisted_hint() const {
        if (values_.format == Format::workbook)
            return "其余各格都是 0 时，在表的上方选“本年无此业务，其余填0”";
        if (values_.format == Format::article) return "每一格都填上，没有的填 0";
        return fmt::format("其余各格都是 0 时，在 {} 里写 {}", chinese_ ? form_.name : form_.key,
                           pair_of(values_, chinese_ ? "其余" : "unlisted", "0"));
    }

    void value(int field, const Node& node) {
        if (!group(field)) return cell(field, node);
        if (node.shape == Shape::mapping) return members(field, node);
        if (node.shape == Shape::list && row(field)) return list(field, node);
        if (row(field)) {
            no_row(field, node);
        } else {
            wrong_type(values_, node, {field_path(form_, field), field_at(field).name},
                       "一组“项目名: 内容”", text_or_keys(field, node));
        }
        refuse(field);
    }

    void members(int field, const Node& node) {
        const std::vector<Members> found =
            sort_members(values_, node, field_path(form_, field), {{form_.fields, field}});
        for (int child : children(field)) {
            if (const Node* member = found[0][child]) value(child, *member);
        }
        if (!node.closed) refuse(field);
    }

    /// Reads a row's counts in the order of the form, with or without its total.
    void list(int field, const Node& node) {
        const std::vector<int>& cells = children(field);
        const int all = static_cast<int>(cells.size());
        const int without_total = all - (sums_its_row(field) ? 1 : 0);
        if (node.count != all && node.count != without_total) {
            if (node.closed) wrong_count(field, node, without_total, all);
            return refuse(field);
        }
        int at = node.first;
        for (int i = 0; i < node.count; ++i, at = values_.tree.at(at).next) {
            const Node& element = values_.tree.at(at);
            values_.locate(field_path(form_, cells[i]), element);
            cell(cells[i], element);
        }
    }

    void wrong_count(int field, const Node& node, int least, int all) {
        if (!values_.findings.open()) return values_.findings.leave_out();
        std::string names;
        for (int child : children(field))
            names += (names.empty() ? "" : "、") + std::string(field_at(child).name);
        const std::string wanted =
            least == all ? fmt::format("{} 个", all) : fmt::format("{} 个或 {} 个", least, all);
        Finding& finding = values_.findings.error(
            rule("D-14"), field_path(form_, field),
            node.flow ? values_.place(node) : values_.key_place(node),
            fmt::format("{}有 {} 个数，应是 {}", label(field), node.count, wanted),
            list_hint(node, names));
        finding.values = {{"found", std::to_string(node.count)},
                          {"expected", std::to_string(least)}};
    }

    std::string list_hint(const Node& list, const std::string& names) const {
        if (cut_thousand(list)) return "千分位逗号把一个数分成了两个：去掉逗号，或给数加引号";
        if (list.count > 0 && values_.tree.at(list.first).text.find("，") != std::string_view::npos)
            return "数之间用半角逗号“, ”";
        return fmt::format("依次是{}", names);
    }

    /// True for 1,234 without quotes: a number, a comma and three digits without a blank.
    bool cut_thousand(const Node& list) const {
        const auto number = [](std::string_view text) {
            return text.size() <= 3 && all_digits(text);
        };
        for (int i = list.first; i >= 0; i = values_.tree.at(i).next) {
            const Node& a = values_.tree.at(i);
            if (a.next < 0) break;
            const Node& b = values_.tree.at(a.next);
            if (b.begin == a.end + 1 && number(a.text) && number(b.text) && b.text.size() == 3)
                return true;
        }
        return false;
    }

    /// True if the last cell of a row is the sum of the others.
    bool sums_its_row(int field) {
        const std::vector<int>& cells = children(field);
        const int last = entry(cells.back());
        return std::any_of(
            form_.equations.begin(), form_.equations.end(), [&](const Equation& equation) {
                return equation.computes && equation.left.front().entry == last &&
                       std::all_of(
                           equation.right.begin(), equation.right.end(), [&](const Term& term) {
                               return field_at(form_.entries[term.entry].field).parent == field;
                           });
            });
    }

    /// Reports a single value in the place of a row.
    void no_row(int field, const Node& node) {
        if (node.shape == Shape::faulty) return;
        if (!values_.findings.open()) return values_.findings.leave_out();
        const bool empty = nothing(node);
        if (values_.format == Format::workbook) return tell_blank_row(field, node);
        const std::string found = empty ? "空白" : fmt::format("“{}”", shown(node.text));
        values_.findings.error(
            rule("D-14"), field_path(form_, field),
            empty ? values_.key_place(node) : values_.place(node),
            fmt::format("{}是一行 {}，写的是{}", label(field), cells_of(field), found),
            fmt::format("{}；{}", text_or_keys(field, node), unlisted_hint()));
    }

    /// “6 格（总计可以不写）”: as many as the hint shows.
    std::string cells_of(int field) {
        const std::size_t all = children(field).size();
        return sums_its_row(field) ? fmt::format("{} 格（总计可以不写）", all - 1)
                                   : fmt::format("{} 格", all);
    }

    /// What a text in the place of a group was meant to be; else what the group holds.
    std::string text_or_keys(int field, const Node& node) {
        std::string hint = hint_for_text(values_, node, {{form_.fields, field}});
        return hint.empty() ? first_keys(field) : hint;
    }

    void tell_blank_row(int field, const Node& node) {
        values_.findings.error(rule("D-11"), field_path(form_, field), values_.place(node),
                               fmt::format("{}整行是空白，空白不是 0", label(field)),
                               "没有就填 0；" + unlisted_hint());
    }

    std::string first_keys(int field) {
        const std::vector<int>& below = children(field);
        const bool flat = row(field);
        std::string keys;
        constexpr std::size_t most_named = 5;  // longer rows are written as numbers alone
        if (flat && below.size() > most_named) {
            const std::size_t counts = below.size() - (sums_its_row(field) ? 1 : 0);
            for (std::size_t i = 0; i < counts; ++i) keys += i == 0 ? "0" : ", 0";
            return fmt::format("写成 [{}]", keys);
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(below.size(), 2); ++i)
            keys += pair_of(values_, chinese_ ? field_at(below[i]).name : field_at(below[i]).key,
                            flat ? "0" : "…") +
                    ", ";
        return fmt::format("写成 {{{}…}}", keys);
    }

    void cell(int field, const Node& node) {
        const int own = entry(field);
        const std::string path = field_path(form_, field);
        const std::string name = label(field);
        const Node* number = &node;
        if (node.shape == Shape::mapping) {
            const std::vector<Members> found =
                sort_members(values_, node, path, {{cell_fields, -1}});
            number = found[0][0];
            if (std::optional<std::string> remark =
                    read_text(values_, found[0][1], {joined(path, "remark"), "备注"}, Lines::line))
                filled_.cells[own].remark = std::move(*remark);
            if (number == nullptr) {
                if (values_.tree.complete) {
                    values_.findings.error(
                        rule("D-10"), path,
                        node.flow ? values_.place(node) : values_.key_place(node),
                        fmt::format("{}缺少{}", name, chinese_ ? "“数值”" : "数值 (value)"),
                        "写成 " + with_remark(values_, "22"));
                }
                return refuse(field);
            }
            values_.locate(path, *number);
        }
        const std::optional<Number> read =
            read_measured(values_, *number, {path, name}, form_.entries[own].measure);
        if (!read) return refuse(field);
        filled_.cells[own].value = *read->amount;
        filled_.cells[own].text = read->text;
        given_[own] = true;
    }

    /// Marks a field that is in the file but cannot be used, so that its cells do not
    /// count as missing.
    void refuse(int field) {
        if (const int own = entry(field); own >= 0) refused_[own] = true;
        for (int child : children(field)) refuse(child);
    }

    /// True if every cell that is not written is zero.
    bool unlisted(const Node* node) {
        if (node == nullptr) return false;
        const Asked asked{joined(std::string(form_.key), "unlisted"), "其余"};
        const std::optional<std::string_view> word = read_word(values_, *node, asked);
        if (word && (*word == "0" || *word == "０")) return true;
        if (word) {
            const bool chosen = values_.format == Format::workbook;
            values_.findings.error(
                rule("D-16"), asked.path,
                node->begin == node->end ? values_.key_place(*node) : values_.place(*node),
                chosen ? fmt::format("表的上方这一格是“{}”，不是填法", shown(*word))
                       : fmt::format("{}只能写 0", named(values_, asked.name, asked.path)),
                chosen ? "空着的格都是 0 的，选“本年无此业务，其余填0”；不是的，选“逐项填写”"
                       : "写 0 表示没有写出的各格都是 0；不是这样就删去这一行");
        }
        return false;
    }

    void fill_with_zeros() {
        for (std::size_t i = 0; i < given_.size(); ++i) {
            if (!computed_[i] && !refused_[i]) given_[i] = true;
        }
    }

    /// True if no cell under a field is written. A total that would be computed counts as
    /// not written.
    bool wholly_missing(int field) {
        if (const int own = entry(field); own >= 0) return !given_[own] && !refused_[own];
        return std::all_of(children(field).begin(), children(field).end(),
                           [&](int child) { return wholly_missing(child); });
    }

    /// True if something under a field must be written.
    bool needed(int field) {
        if (const int own = entry(field); own >= 0) return !computed_[own];
        return std::any_of(children(field).begin(), children(field).end(),
                           [&](int child) { return needed(child); });
    }

    /// Names the cells that have no number, for rules that can do without them.
    void name_unread() {
        for (std::size_t i = 0; i < given_.size(); ++i) {
            if (!given_[i]) values_.unread.push_back(field_path(form_, form_.entries[i].field));
        }
    }

    /// Reports, group by group, the topmost fields of which nothing is written.
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
        if (!values_.findings.open()) return values_.findings.leave_out();
        const std::string first = field_path(form_, missing.front());
        const std::string group = parent < 0 ? std::string(form_.key) : field_path(form_, parent);
        std::string message;
        if (missing.size() == 1) {
            message = fmt::format("缺少{}", named(values_, label(missing.front()), first));
        } else {
            for (int field : missing)
                message += (message.empty() ? "" : "、") +
                           (speech_of(values_.source) == Speech::english
                                ? fmt::format("{} ({})", field_at(field).name, field_at(field).key)
                                : std::string(field_at(field).name));
            message =
                fmt::format("{}缺少 {} 项：{}",
                            named(values_, parent < 0 ? form_.name : field_at(parent).name, group),
                            missing.size(), message);
        }
        Finding& finding = values_.findings.error(rule("D-10"), missing.size() == 1 ? first : group,
                                                  values_.source.place({first}), std::move(message),
                                                  fmt::format("补上；{}", unlisted_hint()));
        for (int field : missing) finding.values.push_back({"missing", field_path(form_, field)});
    }

    Values& values_;
    const Form& form_;
    FilledForm filled_;
    bool chinese_ = false;  // the section's key: hints speak its language
    // By entry.
    std::vector<bool> given_;                 // it has a number
    std::vector<bool> refused_;               // it is written, but cannot be used
    std::vector<bool> computed_;              // a total that may be left out
    std::vector<std::vector<int>> children_;  // by field + 1
    std::vector<int> entries_;                // by field
};

}  // namespace

FilledForm read_table(Values& values, const Form& form, const Node* section) {
    if (section != nullptr) return TableReader(values, form).read(*section);
    FilledForm missing;
    missing.form = &form;
    return missing;
}

}  // namespace nianbao::data
