// The numbers of a sentence as pieces that may add up: with their units, how exactly they
// are written, the words before each and the marks around it.
#pragma once

#include "check/prose/prose.hpp"

#include <string_view>
#include <vector>

namespace nianbao::prose {

/// A number that counts something or is an amount of money, exact as far as written.
struct Piece {
    std::size_t figure = 0, token = 0;
    std::u32string_view unit;        // 条 of 条次 too
    std::u32string_view label;       // the words before it
    std::size_t begin = 0, end = 0;  // the label's begin; past the unit and the bracket behind it
    int depth = 0;                   // of brackets
    bool differs = false;            // its clause compares: 比上年增加21条
    bool listed = false;             // a part of a list that was found
};

std::vector<Piece> pieces_of(const Reading& reading);

/// By how much a sum of these may differ, if each was rounded to its last digit.
Amount room_of(const Reading& reading, const std::vector<Piece>& pieces, std::size_t from,
               std::size_t to, const Numeral& whole);

/// The number's value, and of several.
const Amount& value_of(const Reading& reading, const Piece& piece);
Amount sum_of(const Reading& reading, const std::vector<Piece>& pieces, std::size_t from,
              std::size_t to);

}  // namespace nianbao::prose
