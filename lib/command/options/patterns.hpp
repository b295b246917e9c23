// Codes as people write them: one, a family of them, or a pattern.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace nianbao {

/// Which of the codes a word means, in large or small letters: "T3-01", the families "T3"
/// and "T", "W-*", "W-?1". Indexes in the order of the codes; none: no such code.
std::vector<std::size_t> codes_meant(std::string_view word,
                                     std::span<const std::string_view> codes);

/// The words of a list that is written with commas, "T3-01,W-*".
std::vector<std::string_view> words_of(std::string_view list);

}  // namespace nianbao
