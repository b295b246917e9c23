// Blanks as people type and paste them into prose.
#pragma once

#include <string_view>

namespace nianbao {

/// A space, tab or line end, the ideographic space, or a no-break space.
constexpr bool is_typed_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u3000' || c == U'\u00A0';
}

/// The line without blanks around it.
constexpr std::u32string_view trimmed(std::u32string_view line) {
    while (!line.empty() && is_typed_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_typed_blank(line.back())) line.remove_suffix(1);
    return line;
}

}  // namespace nianbao
