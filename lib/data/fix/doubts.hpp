// What is read without an error, and was perhaps meant otherwise.
#pragma once

#include "data/scalars.hpp"
#include "data/values.hpp"

#include <string_view>

namespace nianbao::data {

/// Warns of what YAML makes of a text without the writer's knowing: lines that become one
/// paragraph (D-23), and words behind " #" that become a comment (D-24). A full-width ｜
/// at the beginning is an error, as the ASCII one was meant.
void doubt_text(Values& values, const Node& node, const Asked& asked, Lines lines);

/// Warns of quotation marks and blanks that became part of a name (D-25). REQUIRES: the
/// name was read as that field.
void doubt_name(Values& values, std::string_view name, const Asked& asked);

/// Warns of Chinese quotation marks around a line that is no name (D-25).
void doubt_quotes(Values& values, std::string_view line, const Asked& asked);

}  // namespace nianbao::data
