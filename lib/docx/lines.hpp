// How many lines a text takes in Word, as far as one knows without faces: every character
// of Han is as wide as its type, digits and letters half as wide.
#pragma once

#include "nianbao/length.hpp"

#include <string_view>
#include <vector>

namespace nianbao::docx {

/// In half characters.
int width_of(std::u32string_view text);

/// The widths of the pieces between which lines may end, in half characters; of a line
/// end in the text a piece of its own, of -1.
std::vector<int> pieces_of(std::u32string_view text);

/// The lines that a text takes in so many half characters, of which the first line lacks
/// `indent`. At least one.
int lines_of(std::u32string_view text, int most, int indent = 0);

}  // namespace nianbao::docx
