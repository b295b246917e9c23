// What a program prints about the text of each page: its number, a running head.
#pragma once

#include "recognise/printed/text_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// The number that a line is, and nothing else, if it may be a page's; else -1.
int bare_number(std::string_view line);

/// Makes such lines blank ones. Gives the running heads and feet, each once; numbers of
/// pages are not told.
std::vector<std::string> leave_page_frames(std::string_view text, std::vector<TextLine>& lines);

}  // namespace nianbao::recognise
