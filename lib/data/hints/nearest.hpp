// Guesses what an unknown name was meant to be.
#pragma once

#include "data/members.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao::data {

/// True for the name of a field, wherever it belongs in the data file.
bool is_name(std::string_view written);

/// True for the name of a field of some table.
bool is_of_table(std::string_view written);

/// True if a field of the first name has members, and one of them the second; empty: if
/// the file itself has. In some edition.
bool is_within(std::string_view group, std::string_view written);

/// The Chinese name of the field, of a report or a table of the newest edition, that a
/// misspelt name is nearest to; empty if none is near.
std::string nearest_name(std::string_view written);

/// What an unknown name was meant to be: the hint, and the field that it is near, as an
/// index of `names` and one of its fields; -1: none here.
struct NameGuess {
    std::string hint;
    std::size_t table = 0;
    int field = -1;
};

/// For a member with an unknown name: the nearest name here, the place where that name
/// belongs, or the names that may stand here.
NameGuess guess_name(const Values& values, const Node& member, std::string_view written,
                     std::initializer_list<Names> names);

/// For a text where such a mapping belongs: phnoe：0530, a member without its colon and
/// blank. Empty if it is none of a near name.
std::string hint_for_text(const Values& values, const Node& text,
                          std::initializer_list<Names> names);

/// 是不是 date (成文日期)？, 是不是“成文日期”？
std::string is_it(const Field& field, Speech speech);

/// The edition that has the table of these names; null for names of no table.
const Edition* edition_of(std::initializer_list<Names> names);

}  // namespace nianbao::data
