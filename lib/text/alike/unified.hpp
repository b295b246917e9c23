// Characters that look like a Han character and are another one: radicals, as programs
// take them out of PDF files, and those that Unicode keeps for old character sets.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// The Han character that a radical (U+2E9F to U+2FD5) or a compatibility ideograph
/// (U+F900 to U+FAD9) looks like; every other character is given back.
char32_t unified(char32_t character);

/// A text with those characters alone. Malformed bytes stay as they are.
std::string unified(std::string_view text);

}  // namespace nianbao
