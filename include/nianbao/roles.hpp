// What a piece of a report is: one set of roles for the document, the structure tree and
// every output format.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// What an element is. Tables are in this order, so add new roles at the end.
enum class Role : std::uint8_t {
    document,
    section,
    title,
    heading1,
    heading2,
    heading3,
    heading4,
    paragraph,
    note,
    link,
    list,
    item,
    label,      // of an item: its number
    item_body,  // of an item: its text
    table,
    head,
    body,
    row,
    header,
    cell,
    span,  // words of another language
    seal   // the room for a seal
};

/// What dumps and messages call a role.
inline constexpr std::array<std::string_view, 22> role_names = {
    "document", "section", "title",  "heading1", "heading2", "heading3",  "heading4", "paragraph",
    "note",     "link",    "list",   "item",     "label",    "item body", "table",    "head",
    "body",     "row",     "header", "cell",     "span",     "seal"};
inline constexpr std::size_t role_count = role_names.size();
static_assert(role_count == static_cast<std::size_t>(Role::seal) + 1 && !role_names.back().empty());
/// The name of a role in role_names.
[[nodiscard]] constexpr std::string_view name_of(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}

/// True if a writer's table has one row for each role, in order. Rows have a member
/// `role`. A writer proves that it knows every role by
/// `static_assert(covers_roles(rows))`.
template <class Row, std::size_t size>
[[nodiscard]] constexpr bool covers_roles(const std::array<Row, size>& rows) {
    for (std::size_t i = 0; i < size; ++i) {
        if (rows[i].role != static_cast<Role>(i)) return false;
    }
    return size == role_count;
}

/// The deepest level of a heading: 1 “一、”, 2 “（一）”, 3 “1.”, 4 “（1）”.
inline constexpr int deepest_level = 4;

/// The role of a heading. REQUIRES: a level from 1 to deepest_level.
[[nodiscard]] constexpr Role heading_role(int level) {
    return static_cast<Role>(static_cast<int>(Role::heading1) + level - 1);
}

/// What a stretch of text is within its block.
enum class TextRole : std::uint8_t {
    plain,
    heading,  // a run-in heading, at the beginning of a paragraph or an item
    label,    // the number of an item: “1.”, “（2）”
    remark    // the words beside the number of a cell, with their brackets
};

}  // namespace nianbao
