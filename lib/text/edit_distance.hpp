// How far a word is from the one that was meant.
#pragma once

#include <string_view>

namespace nianbao {

/// Single insertions, deletions, changes and swaps of neighbours between two words, in
/// code points.
int edit_distance(std::string_view a, std::string_view b);

}  // namespace nianbao
