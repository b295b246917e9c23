#include "nianbao/amount.hpp"

#include "text/digits.hpp"

#include <algorithm>

namespace nianbao {
namespace {

constexpr int most_whole_digits = 12, most_decimals = 6;

std::int64_t scaled(const Amount& amount, int decimals) {
    std::int64_t digits = amount.digits;
    for (int i = amount.decimals; i < decimals; ++i) digits *= 10;
    return digits;
}

template <class Combine>
Amount combined(const Amount& a, const Amount& b, Combine combine) {
    const int decimals = std::max(a.decimals, b.decimals);
    return {combine(scaled(a, decimals), scaled(b, decimals)), decimals};
}

}  // namespace

std::optional<Amount> Amount::parse(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction =
        point == text.npos ? std::string_view{} : text.substr(point + 1);
    if (!all_digits(whole) || whole.size() > most_whole_digits ||
        (whole.size() > 1 && whole.front() == '0'))
        return {};
    if (point != text.npos && (!all_digits(fraction) || fraction.size() > most_decimals)) return {};
    Amount amount;
    for (std::string_view part : {whole, fraction}) {
        for (char c : part) amount.digits = amount.digits * 10 + (c - '0');
    }
    amount.decimals = fraction.size();
    return amount;
}

std::string Amount::to_string() const {
    std::string text = std::to_string(digits < 0 ? -digits : digits);
    if (decimals > 0) {
        const std::size_t places = decimals;
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, 1, '.');
    }
    return digits < 0 ? "-" + text : text;
}

Amount operator+(const Amount& a, const Amount& b) {
    return combined(a, b, [](std::int64_t x, std::int64_t y) { return x + y; });
}

Amount operator-(const Amount& a, const Amount& b) {
    return combined(a, b, [](std::int64_t x, std::int64_t y) { return x - y; });
}

int compare(const Amount& a, const Amount& b) {
    const std::int64_t difference = (a - b).digits;
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

bool operator==(const Amount& a, const Amount& b) { return compare(a, b) == 0; }

}  // namespace nianbao
