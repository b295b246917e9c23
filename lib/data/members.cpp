#include "data/members.hpp"

#include "data/nearest.hpp"
#include "data/rules.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

namespace nianbao::data {
namespace {

void unknown_member(Input& input, const Node& member, const std::string& path, std::initializer_list<Names> names) {
    if (!input.findings.open()) return input.findings.leave_out();
    const std::string_view written = input.tree.at(member.key).text;
    std::string where = path.empty() ? std::string() : fmt::format("{} 里", path);
    input.findings
        .error(rule("D-08"), path, input.key_place(member), fmt::format("{}没有“{}”这一项", where, shown(written)),
               hint_for_name(input, member, written, names))
        .values.push_back({"found", shown(written)});
}

void twice(Input& input, const Node& member, const Node& first, const std::string& path, const Field& field) {
    if (!input.findings.open()) return input.findings.leave_out();
    const std::string_view now = input.tree.at(member.key).text, before = input.tree.at(first.key).text;
    const int row = input.key_place(first).row;
    std::string message = now == before ? fmt::format("“{}”写了两次，前一次在第 {} 行", shown(now), row)
                                        : fmt::format("“{}”与第 {} 行的“{}”是同一项，写了两次", shown(now), row, shown(before));
    input.findings.error(rule("D-09"), joined(path, field.key), input.key_place(member), std::move(message), "只留一个");
}

}  // namespace

std::vector<Members> sort_members(Input& input, const Node& mapping, const std::string& path, std::initializer_list<Names> names) {
    std::vector<Members> sorted;
    for (const Names& table : names) sorted.emplace_back(table.fields.size(), nullptr);
    for (int i = mapping.first; i >= 0; i = input.tree.at(i).next) {
        const Node& member = input.tree.at(i);
        const std::string_view written = input.tree.at(member.key).text;
        if (path.empty() && written == "$schema") continue;
        bool found = false;
        std::size_t t = 0;
        for (const Names& table : names) {
            Members& members = sorted[t++];
            const int at = find_field(table.fields, table.parent, written);
            if (at < 0) continue;
            found = true;
            const Field& field = table.fields[static_cast<std::size_t>(at)];
            const Node*& place = members[static_cast<std::size_t>(at)];
            if (place != nullptr) {
                twice(input, member, *place, path, field);
            } else {
                place = &member;
                input.locate(joined(path, field.key), member);
            }
            break;
        }
        if (!found) unknown_member(input, member, path, names);
    }
    return sorted;
}

std::string joined(const std::string& path, std::string_view key) { return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key); }

}  // namespace nianbao::data
