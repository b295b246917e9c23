#include "command/options/nearest.hpp"

#include "text/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> words) {
    std::string_view nearest;
    int least = std::max(2, static_cast<int>(typed.size()) / 3) + 1;  // further is another word
    for (std::string_view word : words) {
        // A word cut short is nearer than one with other letters.
        const int far = word.starts_with(typed) ? 1 : edit_distance(typed, word);
        if (far < least) {
            least = far;
            nearest = word;
        }
    }
    return nearest.empty() ? std::string() : fmt::format("，是不是 {}？", nearest);
}

}  // namespace nianbao
