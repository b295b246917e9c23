// Lines that a program broke, as the paragraphs that they were.
#pragma once

#include "recognise/printed/text_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

/// Of each line, whether a paragraph begins with it: by its indent, by how long the line
/// before it is, by numbering and blank lines. `left`: lines that are no text, by line.
std::vector<bool> paragraph_begins(std::string_view text, const std::vector<TextLine>& lines,
                                   const std::vector<bool>& left);

/// A paragraph's line without the blanks that programs set between Han characters and
/// others.
std::string unspaced(std::string_view line);

/// Adds the next line to a paragraph.
void join_line(std::string& paragraph, std::string_view line);

}  // namespace nianbao::recognise
