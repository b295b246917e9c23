// How far a word is from the one that was meant.
#pragma once

#include <span>
#include <string_view>

namespace nianbao {

/// Single insertions, deletions, changes and swaps of neighbours between two words, in
/// code points.
int edit_distance(std::string_view a, std::string_view b);

/// The word of a list that is nearest to what was written; empty if none is near.
std::string_view nearest(std::string_view written, std::span<const std::string_view> words);

}  // namespace nianbao
