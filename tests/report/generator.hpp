// Whole reports made from a number: the same on every machine, from tiny to extreme, every sum coming out.
#pragma once

#include "nianbao/report.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace nianbao {

/// Numbers that look random and are the same everywhere (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    /// From 0 to n - 1. REQUIRES: n > 0.
    int below(int n) { return static_cast<int>((next() >> 32) % static_cast<std::uint64_t>(n)); }
    /// From least to most, both included.
    int between(int least, int most) { return least + below(most - least + 1); }
    bool one_in(int n) { return below(n) == 0; }

    template <class T>
    const T& of(std::span<const T> choices) {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }
    template <class T, std::size_t n>
    const T& of(const T (&choices)[n]) {
        return of(std::span<const T>(choices));
    }

private:
    std::uint64_t state_;
};

/// How long names and texts are, how many paragraphs and waivers there are, how large the counts.
enum class Extent { tiny, usual, large, extreme };

/// drawn: what the free faces have. any: also what only a data file may hold: emoji, other scripts, spaces of every kind, words that YAML
/// would take for something else.
enum class Characters { drawn, any };

struct Generating {
    std::optional<Extent> extent = {};  // else each part of the report has its own
    std::optional<int> year = {};       // else 2019 to 2026
    Characters characters = Characters::drawn;
};

/// The report of that number, as reading a data file would give it: no rule finds an error in it, and its texts stand without blanks at their ends.
Report generated_report(std::uint64_t number, const Generating& wanted = {});

}  // namespace nianbao
