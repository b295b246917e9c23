// What a name that is none was perhaps meant to be.
#pragma once

#include "data/members.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao::data {

/// Single insertions, deletions, changes and swaps of neighbours between two words, in code points.
int edit_distance(std::string_view a, std::string_view b);

/// The word of a list that is nearest to what was written, if any is near; empty else.
std::string_view nearest(std::string_view written, std::span<const std::string_view> words);

/// True for the name of a field, wherever in the data file it belongs.
bool is_name(std::string_view written);

/// A hint for a member with such a name: its nearest name here, the place where that name is known, or the names that are known here.
std::string hint_for_name(const Input& input, const Node& member, std::string_view written, std::initializer_list<Names> names);

}  // namespace nianbao::data
