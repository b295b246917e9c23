// Where a line may end by the sense of its words (GB/T 9704 7.3.1: 词意完整).
#pragma once

#include <cstdint>

namespace [[gnu::visibility("default")]] nianbao {

/// How well a line ends at a place.
enum class Sense : std::uint8_t {
    strained,  // inside a long name: only if nothing else fits
    fair,      // between words of an agency's own name
    good,      // after a place, or between an agency and a part of it
    best       // before a bracket, a year, or an agency's second name
};

/// A place where a line may end: before the character at `at`.
struct Break {
    int at = 0;
    Sense sense = Sense::fair;
    bool operator==(const Break&) const = default;
};

}  // namespace nianbao
