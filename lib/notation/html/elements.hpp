// What the elements of pages do: which are blocks, which close others.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::notation {

/// What an element is in the flow of a page.
enum class ElementKind : std::uint8_t {
    words,      // within a line: span, font, a, and all that nobody knows
    block,      // stands on lines of its own: div
    paragraph,  // p
    heading,    // h1 to h6
    list,       // ol, ul, menu
    item,       // li
    term,       // dt, dd
    table,
    rows,  // thead, tbody, tfoot
    row,
    cell,     // td, th
    caption,  // of a table
    unseen,   // nobody reads it, or it leads elsewhere: style, select, nav
    empty,    // has no end tag: br, img
    outer     // html, head, body: their tags change nothing
};

/// `name` is in small letters.
ElementKind kind_of_element(std::string_view name);

}  // namespace nianbao::notation
