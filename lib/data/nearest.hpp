// Guesses what an unknown name was meant to be.
#pragma once

#include "data/members.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao::data {

/// True for the name of a field, wherever it belongs in the data file.
bool is_name(std::string_view written);

/// True for the name of a field of some table.
bool is_of_table(std::string_view written);

/// The Chinese name of the field, of a report or a table of the newest edition, that a
/// misspelt name is nearest to; empty if none is near.
std::string nearest_name(std::string_view written);

/// A hint for a member with an unknown name: the nearest name here, the place where that
/// name belongs, or the names that may stand here.
std::string hint_for_name(const Values& values, const Node& member, std::string_view written,
                          std::initializer_list<Names> names);

}  // namespace nianbao::data
