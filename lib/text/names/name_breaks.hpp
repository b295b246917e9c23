// Where a line may end inside the name of an agency, and how well.
#pragma once

#include "nianbao/breaks.hpp"

#include <string_view>
#include <vector>

namespace nianbao {

/// Every place where a line may end by sense, in order: inside a name of an agency, or a
/// title or remark with names in it. Never inside a word or a place, but for
/// Sense::strained inside a long place, and beside what no table knows.
std::vector<Break> name_breaks(std::u32string_view name);

/// The same of a title with the agency's name in it, which is known to begin and end.
std::vector<Break> title_breaks(std::u32string_view title, std::u32string_view agency);

/// The same of a remark: what no table knows is divided too, strained, but with two
/// characters at least before and after.
std::vector<Break> phrase_breaks(std::u32string_view phrase);

}  // namespace nianbao
