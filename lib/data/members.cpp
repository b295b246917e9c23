#include "data/members.hpp"

#include "data/nearest.hpp"
#include "data/rules.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::data {
namespace {

/// The field that a member of an unknown name was meant to be.
struct Meant {
    const Node* member = nullptr;
    int field = -1;
};

Meant meant_by_unknown(const Values& values, const Node& mapping,
                       std::initializer_list<Names> names, std::initializer_list<int> required) {
    Meant meant;
    if (required.size() == 0) return meant;
    const Names& first = *names.begin();
    int unknown = 0, missing = 0;
    std::vector<bool> written(first.fields.size(), false);
    for (int i = mapping.first; i >= 0; i = values.tree.at(i).next) {
        const Node& member = values.tree.at(i);
        const std::string_view word = values.tree.at(member.key).text;
        const int own = find_field(first.fields, first.parent, word);
        if (own >= 0) written[own] = true;
        const bool known = std::any_of(names.begin(), names.end(), [&](const Names& table) {
            return find_field(table.fields, table.parent, word) >= 0;
        });
        if (known) continue;
        meant.member = &member;
        ++unknown;
    }
    for (int field : required) {
        if (written[field]) continue;
        meant.field = field;
        ++missing;
    }
    return unknown == 1 && missing == 1 ? meant : Meant{};
}

void unknown_member(Values& values, const Node& member, const std::string& path,
                    std::initializer_list<Names> names, const Meant& meant) {
    if (!values.findings.open()) return values.findings.leave_out();
    const std::string_view written = values.tree.at(member.key).text;
    std::string where = path.empty() ? std::string() : fmt::format("{} 里", path);
    values.findings
        .error(rule("D-08"), path, values.key_place(member),
               fmt::format("{}没有“{}”这一项", where, shown(written)),
               meant.member == &member
                   ? fmt::format("是不是“{}”？", names.begin()->fields[meant.field].name)
                   : hint_for_name(values, member, written, names))
        .values.push_back({"found", shown(written)});
}

void twice(Values& values, const Node& member, const Node& first, const std::string& path,
           const Field& field) {
    if (!values.findings.open()) return values.findings.leave_out();
    const std::string_view now = values.tree.at(member.key).text,
                           before = values.tree.at(first.key).text;
    const int row = values.key_place(first).row;
    std::string message =
        now == before
            ? fmt::format("“{}”写了两次，前一次在第 {} 行", shown(now), row)
            : fmt::format("“{}”与第 {} 行的“{}”是同一项，写了两次", shown(now), row, shown(before));
    values.findings.error(rule("D-09"), joined(path, field.key), values.key_place(member),
                          std::move(message), "只留一个");
}

}  // namespace

std::vector<Members> sort_members(Values& values, const Node& mapping, const std::string& path,
                                  std::initializer_list<Names> names,
                                  std::initializer_list<int> required) {
    const Meant meant = meant_by_unknown(values, mapping, names, required);
    std::vector<Members> sorted;
    for (const Names& table : names) sorted.emplace_back(table.fields.size(), nullptr);
    for (int i = mapping.first; i >= 0; i = values.tree.at(i).next) {
        const Node& member = values.tree.at(i);
        const std::string_view written = values.tree.at(member.key).text;
        if (path.empty() && written == "$schema") continue;
        bool found = false;
        std::size_t t = 0;
        for (const Names& table : names) {
            Members& members = sorted[t++];
            const int at = find_field(table.fields, table.parent, written);
            if (at < 0) continue;
            found = true;
            const Field& field = table.fields[at];
            const Node*& place = members[at];
            if (place != nullptr) {
                twice(values, member, *place, path, field);
            } else {
                place = &member;
                values.locate(joined(path, field.key), member);
            }
            break;
        }
        if (found) continue;
        unknown_member(values, member, path, names, meant);
        if (meant.member == &member) sorted.front()[meant.field] = &member;
    }
    return sorted;
}

std::string joined(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

}  // namespace nianbao::data
