#include "text/han_number.hpp"

#include <string_view>

namespace nianbao {

std::string han_number(int number) {
    constexpr std::string_view figures[] = {"",   "一", "二", "三", "四",
                                            "五", "六", "七", "八", "九"};
    if (number < 1 || number > 99) return std::to_string(number);
    const int tens = number / 10;
    return (tens > 1 ? std::string(figures[tens]) : std::string()) + (tens > 0 ? "十" : "") +
           std::string(figures[number % 10]);
}

}  // namespace nianbao
