// Counts and sums of money, exact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// An exact decimal of at most 18 digits: digits / 10^decimals. Prints the way it was written (12.50 stays 12.50).
struct Amount {
    std::int64_t digits = 0;
    int decimals = 0;

    /// Whole numbers from 0 on in ASCII digits, with at most 6 decimals: "0", "12", "0.50"; not "01", "1.", ".5", "-1", "1e2".
    /// At most 12 digits before the point. Empty where the text is no such number.
    static std::optional<Amount> parse(std::string_view text);

    /// As it was written: every decimal, no exponent, no thousands commas: "12.50"; "-3" below zero.
    std::string to_string() const;

    /// Equal in value: 1.50 and 1.5 are.
    friend bool operator==(const Amount& a, const Amount& b);
};

/// Exact; takes the larger number of decimals. REQUIRES: the result has at most 18 digits, as nine of the largest amounts have together.
Amount operator+(const Amount& a, const Amount& b);
Amount operator-(const Amount& a, const Amount& b);
/// Negative, zero or positive, as a is less than, equal to or greater than b.
int compare(const Amount& a, const Amount& b);

}  // namespace nianbao
