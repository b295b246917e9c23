// Where the characters of a YAML scalar stand: libyaml tells only where the scalar begins
// and ends.
#pragma once

#include "notation/text_map.hpp"

#include <cstdint>
#include <string_view>

namespace nianbao::notation {

enum class Style : std::uint8_t;

/// Walks a scalar's decoded `value` and its bytes [begin, end) side by side: through
/// escapes, doubled quotes, folded lines and the indentation of blocks. `clean` is what
/// libyaml saw; where it stands for a line or paragraph separator (U+2028, U+2029) of
/// `original`, the text gets that back.
MappedText map_yaml(std::string_view value, std::string_view clean, std::string_view original,
                    int begin, int end, Style style);

}  // namespace nianbao::notation
