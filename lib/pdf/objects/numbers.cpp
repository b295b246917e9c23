#include "pdf/objects/numbers.hpp"

#include <charconv>
#include <cstddef>

namespace nianbao {

void append_decimal(std::string& out, std::int64_t value, int decimals) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        --decimals;
    }
    char digits[24];
    char* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const std::ptrdiff_t count = end - digits;
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
        for (std::ptrdiff_t zero = count; zero < decimals; ++zero) out += '0';
        out.append(digits, end);
    }
}

}  // namespace nianbao
