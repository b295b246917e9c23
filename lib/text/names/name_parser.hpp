// A name of an agency, or a title with one in it, as the words that it is made of.
#pragma once

#include "text/names/words.hpp"

#include <string_view>
#include <vector>

namespace nianbao::names {

/// A word in its place: characters [begin, end). `inner`: where a long place may be
/// divided if nothing else fits; 0: nowhere.
struct Token {
    int begin = 0, end = 0;
    Kind kind = Kind::unknown;
    int inner = 0;
};

/// The words of a name, in order, without a gap: of all ways to read it the likeliest.
/// What no table knows is unknown, a character a token. Time: linear in its length.
std::vector<Token> parse(std::u32string_view name);

}  // namespace nianbao::names
