#include "check/wording/slips/alike.hpp"

#include "check/wording/slips/shelves.hpp"
#include "check/wording/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace nianbao::wording {
namespace {

/// A character of a row of those that are alike.
struct AlikeCharacter {
    char32_t key = 0;
    std::uint16_t row = 0;
};
constexpr std::size_t alike_count = [] {
    std::size_t count = 0;
    for (const std::u32string_view row : alike) count += row.size();
    return count;
}();
constexpr auto alike_rows = shelved<1024>([] {
    std::array<AlikeCharacter, alike_count> all{};
    std::size_t next = 0;
    for (std::size_t i = 0; i < std::size(alike); ++i) {
        for (const char32_t c : alike[i]) all[next++] = {c, static_cast<std::uint16_t>(i)};
    }
    return all;
}());

bool is_either_way(char32_t one, char32_t other) {
    for (std::size_t i = 0; i < either_way.size(); i += 2) {
        const bool same = either_way[i] == one && either_way[i + 1] == other;
        if (same || (either_way[i] == other && either_way[i + 1] == one)) return true;
    }
    return false;
}

}  // namespace

bool stand_in_one_row(char32_t right, char32_t wrong) {
    const auto rows = alike_rows.of(right);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const AlikeCharacter& one) {
                           return one.key == right && is_one_of(wrong, alike[one.row]);
                       }) &&
           !is_either_way(right, wrong);
}

Likeness likeness(char32_t right, char32_t wrong) {
    std::size_t first = std::size(alike);
    for (const AlikeCharacter& one : alike_rows.of(right)) {
        if (one.key == right && is_one_of(wrong, alike[one.row]))
            first = std::min<std::size_t>(first, one.row);
    }
    return first < rows_of_one_syllable                        ? Likeness::sound
           : first < rows_of_one_syllable + rows_of_nearly_one ? Likeness::nearly
                                                               : Likeness::looks;
}

}  // namespace nianbao::wording
