// Lengths on the page, in whole units, so that the parts of a line add up to the line on
// every machine.
#pragma once

#include <compare>
#include <cstdint>

namespace [[gnu::visibility("default")]] nianbao {

/// A length or coordinate. Unit: 1/65536 of a PDF point (1 pt = 1/72 in). Exact to add,
/// compare and multiply by a whole number.
struct Length {
    static constexpr std::int64_t per_point = 65536;

    std::int64_t units = 0;

    /// The length in points, for printing and for ratios only.
    [[nodiscard]] constexpr double points() const { return static_cast<double>(units) / per_point; }

    constexpr auto operator<=>(const Length&) const = default;
    /// Exact, as every sum and difference of lengths is. REQUIRES, here and below: the
    /// result has at most 63 bits (2^47 points).
    constexpr Length& operator+=(Length other) {
        units += other.units;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        units -= other.units;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
    friend constexpr Length operator-(Length a) { return {-a.units}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return {a.units * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return {a.units * n}; }
    /// Rounded towards zero.
    friend constexpr Length operator/(Length a, std::int64_t n) { return {a.units / n}; }
    /// How many times b fits into a. REQUIRES: both are positive.
    friend constexpr std::int64_t operator/(Length a, Length b) { return a.units / b.units; }
};

/// Rounds to the nearest unit.
[[nodiscard]] constexpr Length from_points(double points) {
    const double units = points * Length::per_point;
    return {static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5)};
}

/// 1.5_pt, 28.0_mm. Rounds to the nearest unit.
constexpr Length operator""_pt(long double points) {
    return from_points(static_cast<double>(points));
}
constexpr Length operator""_mm(long double millimetres) {
    return from_points(static_cast<double>(millimetres) * 72 / 25.4);
}

}  // namespace nianbao
