#include "data/members.hpp"

#include "data/hints/nearest.hpp"
#include "data/rules.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::data {
namespace {

/// A field of one of the tables of names.
struct Slot {
    std::size_t table = 0;
    int field = -1;  // none

    bool operator==(const Slot&) const = default;
};

Slot slot_named(std::initializer_list<Names> names, std::string_view word) {
    std::size_t table = 0;
    for (const Names& own : names) {
        if (const int field = find_field(own.fields, own.parent, word); field >= 0)
            return {table, field};
        ++table;
    }
    return {};
}

/// The fields that the members of a mapping name, in their order.
std::vector<Slot> slots_of(const Values& values, const Node& mapping,
                           std::initializer_list<Names> names) {
    std::vector<Slot> slots;
    for (int i = mapping.first; i >= 0; i = values.tree.at(i).next)
        slots.push_back(slot_named(names, values.tree.at(values.tree.at(i).key).text));
    return slots;
}

bool has(const std::vector<Slot>& slots, Slot slot) {
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

/// The one field of `required` that is missing where one name is unknown.
Slot left_over(const std::vector<Slot>& slots, std::initializer_list<int> required) {
    Slot left;
    if (std::count(slots.begin(), slots.end(), Slot{}) != 1) return left;
    for (const int field : required) {
        if (has(slots, {0, field})) continue;
        if (left.field >= 0) return {};
        left.field = field;
    }
    return left;
}

/// Reports a member of an unknown name. What it was meant to be, if that is not written.
Slot unknown_member(Values& values, const Node& member, const std::string& path,
                    std::initializer_list<Names> names, const std::vector<Slot>& slots,
                    std::initializer_list<int> required) {
    if (!values.findings.open()) {
        values.findings.leave_out();
        return {};
    }
    const std::string_view word = values.tree.at(member.key).text;
    const Speech speech = speech_of(values.source);
    NameGuess guess = guess_name(values, member, word, names);
    Slot meant{guess.table, guess.field};
    if (const Slot left = left_over(slots, required); left.field >= 0) {
        meant = left;
        guess.hint = is_it(names.begin()->fields[static_cast<std::size_t>(meant.field)], speech);
    }
    std::string where;
    if (!path.empty())
        where = spoken_group(edition_of(names), path, speech) +
                (speech == Speech::english ? " 里" : "里");
    values.findings
        .error(rule("D-08"), path, values.key_place(member),
               fmt::format("{}没有“{}”这一项", where, shown(word)), std::move(guess.hint))
        .values.push_back({"found", shown(word)});
    return has(slots, meant) ? Slot{} : meant;
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

namespace {

/// A member that was written again, and where it was first.
struct Again {
    const Node *now, *before;
    Slot slot;
};

/// Each by itself, or once where a whole report stands behind another.
void tell_twice(Values& values, const std::vector<Again>& twice_written, const std::string& path,
                std::initializer_list<Names> names) {
    constexpr std::size_t whole_report = 6;  // nobody writes so many fields twice by mistake
    if (path.empty() && twice_written.size() >= whole_report) {
        const Again& first = twice_written.front();
        values.findings.error(
            rule("D-09"), {}, values.key_place(*first.now),
            fmt::format("从这里起，前面写过的项又写了一遍（{} 项），像是两份文件接在了一起",
                        twice_written.size()),
            "只留一份；是两份年报的，分成两个文件");
        return;
    }
    for (const Again& again : twice_written) {
        const Names& table = std::data(names)[again.slot.table];
        twice(values, *again.now, *again.before, path,
              table.fields[static_cast<std::size_t>(again.slot.field)]);
    }
}

}  // namespace

std::vector<Members> sort_members(Values& values, const Node& mapping, const std::string& path,
                                  std::initializer_list<Names> names,
                                  std::initializer_list<int> required) {
    std::vector<Slot> slots = slots_of(values, mapping, names);
    std::vector<Members> sorted;
    for (const Names& table : names) sorted.emplace_back(table.fields.size(), nullptr);
    std::vector<Again> twice_written;
    const auto put = [&](const Node& member, Slot slot) {
        const Field& field =
            std::data(names)[slot.table].fields[static_cast<std::size_t>(slot.field)];
        const Node*& place = sorted[slot.table][static_cast<std::size_t>(slot.field)];
        if (place != nullptr) return twice_written.push_back({&member, place, slot});
        place = &member;
        values.locate(joined(path, field.key), member);
    };
    auto slot = slots.begin();
    for (int i = mapping.first; i >= 0; i = values.tree.at(i).next, ++slot) {
        const Node& member = values.tree.at(i);
        if (path.empty() && values.tree.at(member.key).text == "$schema") continue;
        if (slot->field < 0) *slot = unknown_member(values, member, path, names, slots, required);
        if (slot->field >= 0) put(member, *slot);
    }
    tell_twice(values, twice_written, path, names);
    return sorted;
}

std::string joined(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

}  // namespace nianbao::data
