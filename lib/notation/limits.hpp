// How much a file may hold. Each has a test on both sides.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nianbao::notation {

inline constexpr std::size_t most_bytes = std::size_t{16} << 20;  // of a file
inline constexpr int most_characters = 1'000'000;                 // of one text
inline constexpr int most_depth = 64;  // lists and mappings in each other
inline constexpr int most_values =
    1'000'000;  // of a file; a report has some 300, so this only bounds memory
inline constexpr int most_findings = 1'000;  // told of one file; the rest are counted
inline constexpr int most_malformed =
    5;  // bytes that are no UTF-8; with more the file is in another encoding

}  // namespace nianbao::notation
