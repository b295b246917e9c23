// The parts of a line of damaged YAML: what it is indented by, and its key.
#pragma once

#include "notation/mending/mending.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::notation {

struct Lead {
    std::size_t bytes = 0;
    int width = 0;              // columns; a tab or an ideographic space counts as two
    std::size_t odd_at = 0;     // the first character that is no space
    std::string odd_name = {};  // empty: all are spaces
    int spaces = 0;             // before that one
};

/// The key of a line, with its colon, if a field has that name.
struct Key {
    std::size_t name, name_end;    // without quotes
    std::size_t quotes, unquoted;  // bytes of Chinese quotes around it begin and end there
    std::size_t colon, colon_end;
};

Lead lead_of(std::string_view text, std::size_t begin, std::size_t end);

/// The byte behind blanks of any kind.
std::size_t blanks_end(std::string_view text, std::size_t at, std::size_t end);

/// The key that a line has at byte `first`; nothing if no field has that name.
std::optional<Key> key_of(std::string_view text, std::size_t first, std::size_t end,
                          IsName is_name);

/// A line whose name has another mark behind it than a colon, or none.
struct NamedLine {
    std::size_t name_end;        // the line's first byte: it begins with no name of a field
    std::size_t mark, mark_end;  // the same byte if there is none
};
NamedLine named_line(std::string_view text, std::size_t first, std::size_t end, IsName is_name);

}  // namespace nianbao::notation
