// A name as it was typed: what makes it another one than it looks.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::data {

struct TypedName {
    std::string plain;  // without what is odd about it, and without its numbering
    std::string odd;    // a hint that says what to take away; empty: nothing is odd
};

/// Blanks within it, characters that nobody sees, and characters that only look like Han.
TypedName typed_name(std::string_view written);

}  // namespace nianbao::data
