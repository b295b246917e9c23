#include "report/proportion.hpp"

#include <algorithm>
#include <cstdint>

namespace nianbao {
namespace {

/// The digits of an amount, followed by so many zeros, with none before.
std::string digits_of(const Amount& amount, int zeros) {
    std::string digits = std::to_string(amount.digits);
    return digits == "0" ? std::string() : digits.append(zeros, '0');
}

/// The digits of an amount with so many decimals.
std::int64_t in_steps(const Amount& amount, int decimals) {
    std::int64_t digits = amount.digits;
    for (int i = amount.decimals; i < decimals; ++i) digits *= 10;
    return digits;
}

}  // namespace

int compare_tenfold(const Amount& a, const Amount& b, int places) {
    const int decimals = std::max(a.decimals, b.decimals);
    const std::string left = digits_of(a, decimals - a.decimals),
                      right = digits_of(b, decimals - b.decimals + places);
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

std::optional<std::string> change_percent(const Amount& from, const Amount& to) {
    if (from.digits <= 0) return {};
    const Amount difference = to - from;
    const int decimals = std::max(from.decimals, difference.decimals);
    const std::uint64_t base = in_steps(from, decimals);
    const std::int64_t change = in_steps(difference, decimals);
    // Long division, a digit at a time: 18 digits times ten still fit.
    std::uint64_t rest = change < 0 ? -change : change;
    std::string quotient = std::to_string(rest / base);
    rest %= base;
    for (int place = 0; place < 3; ++place) {
        rest *= 10;
        quotient += static_cast<char>('0' + rest / base);
        rest %= base;
    }
    if (2 * rest >= base) {
        std::size_t at = quotient.size();
        while (at > 0 && quotient[at - 1] == '9') quotient[--at] = '0';
        if (at > 0) ++quotient[at - 1];
        else quotient.insert(0, 1, '1');
    }
    quotient.erase(0, std::min(quotient.find_first_not_of('0'), quotient.size() - 2));
    if (quotient == "00") return "0.0%";
    return (change < 0 ? "-" : "+") + quotient.insert(quotient.size() - 1, 1, '.') + "%";
}

bool looks_like_yuan(const Amount& charges) {
    std::int64_t digits = charges.digits;
    for (int decimals = charges.decimals; decimals > 2; --decimals, digits /= 10) {
        if (digits % 10 != 0) return false;
    }
    return true;
}

}  // namespace nianbao
