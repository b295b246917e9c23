// Small numbers as they number things in Chinese text.
#pragma once

#include <string>

namespace nianbao {

/// 一 to 九十九; a larger number in its digits.
std::string han_number(int number);

}  // namespace nianbao
