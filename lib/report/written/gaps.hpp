// {{请填写}} as people leave it: also with blanks between the braces.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

/// Bytes of a text where something is still to be written.
struct GapInText {
    std::size_t begin, end;
};

/// The first at or after `from`; npos and npos if there is none.
GapInText gap_in(std::string_view text, std::size_t from = 0);

inline bool has_gap(std::string_view text) { return gap_in(text).begin != text.npos; }

}  // namespace nianbao
