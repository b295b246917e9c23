#include "command/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

/// How many letters must be put in, taken out or changed to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> words) {
    std::string_view nearest;
    std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;  // further than that is another word
    for (std::string_view word : words) {
        const std::size_t far = distance(typed, word);
        if (far < least) {
            least = far;
            nearest = word;
        }
    }
    return nearest.empty() ? std::string() : fmt::format("，是不是 {}？", nearest);
}

}  // namespace nianbao
