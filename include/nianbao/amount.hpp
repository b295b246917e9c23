// Counts and sums of money, exact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// An exact decimal of at most 18 digits: digits / 10^decimals. Prints as it was written
/// (12.50 stays 12.50).
struct Amount {
    std::int64_t digits = 0;
    int decimals = 0;

    /// Parses a number from 0 in ASCII digits, with at most 12 digits before the point
    /// and 6 after it: "0", "12", "0.50". Empty for anything else: "01", "1.", ".5",
    /// "-1", "1e2".
    [[nodiscard]] static std::optional<Amount> parse(std::string_view text);

    /// As it was written: every decimal, no exponent, no thousands commas: "12.50"; "-3"
    /// below zero.
    [[nodiscard]] std::string to_string() const;
};

/// Compares values: 1.50 equals 1.5.
[[nodiscard]] bool operator==(const Amount& a, const Amount& b);

/// Exact. The result has the larger number of decimals. REQUIRES: the result has at most
/// 18 digits, as nine of the largest amounts have together.
[[nodiscard]] Amount operator+(const Amount& a, const Amount& b);
[[nodiscard]] Amount operator-(const Amount& a, const Amount& b);
/// Negative, zero or positive, as a is less than, equal to or greater than b.
[[nodiscard]] int compare(const Amount& a, const Amount& b);

}  // namespace nianbao
