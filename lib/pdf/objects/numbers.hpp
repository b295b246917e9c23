// Numbers as a PDF writes them: no locale, no exponent, no zero that says nothing.
#pragma once

#include "nianbao/length.hpp"

#include <cstdint>
#include <string>

namespace nianbao {

/// value / 10^decimals: (12300, 3) is "12.3", (-500, 3) is "-.5".
void append_decimal(std::string& out, std::int64_t value, int decimals);

/// Thousandths of a point, rounded to the nearest.
constexpr std::int64_t thousandths(Length length) {
    return (length.units * 1000 + Length::per_point / 2) >> 16;
}

}  // namespace nianbao
