// What the reader tells of a file, with what the office typed there.
#pragma once

#include "nianbao/finding.hpp"

#include <string>
#include <string_view>

namespace nianbao::letters {

/// Numbers without the blanks that messages part them from words by; differences without
/// their brackets.
std::string tidy(std::string_view message);

/// Of findings whose message says what was typed, or which heading it is: “填的是“无””,
/// “标题“总体情况”前面没有编号”. Empty: of any other.
std::string words_of_typed(const Finding& finding);

}  // namespace nianbao::letters
