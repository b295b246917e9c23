#include "pdf/numbers.hpp"

#include <charconv>

namespace nianbao {

void append_decimal(std::string& out, std::int64_t value, int decimals) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        decimals--;
    }
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const auto count = static_cast<int>(end - digits);
    if (decimals == 0) {
        out.append(digits, end);
    } else if (count > decimals) {
        out.append(digits, end - decimals);
        out += '.';
        out.append(end - decimals, end);
    } else if (value == 0) {
        out += '0';
    } else {
        out += '.';
        out.append(static_cast<std::size_t>(decimals - count), '0');
        out.append(digits, end);
    }
}

}  // namespace nianbao
