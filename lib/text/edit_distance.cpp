#include "text/edit_distance.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace nianbao {
namespace {

// A longer word is not a misspelt name, and comparing it would take time.
constexpr std::size_t longest_word = 200;

/// How many mistakes a word of so many characters may have and still be recognised.
int tolerance(int characters) { return characters <= 3 ? 1 : characters <= 8 ? 2 : 3; }

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
    const std::u32string x = to_utf32(a), y = to_utf32(b);
    std::vector<std::vector<int>> d(x.size() + 1, std::vector<int>(y.size() + 1));
    for (std::size_t i = 0; i <= x.size(); ++i) d[i][0] = static_cast<int>(i);
    for (std::size_t k = 0; k <= y.size(); ++k) d[0][k] = static_cast<int>(k);
    for (std::size_t i = 1; i <= x.size(); ++i) {
        for (std::size_t k = 1; k <= y.size(); ++k) {
            d[i][k] = std::min({d[i - 1][k] + 1, d[i][k - 1] + 1,
                                d[i - 1][k - 1] + (x[i - 1] == y[k - 1] ? 0 : 1)});
            if (i > 1 && k > 1 && x[i - 1] == y[k - 2] && x[i - 2] == y[k - 1])
                d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
        }
    }
    return d[x.size()][y.size()];
}

std::string_view nearest(std::string_view written, std::span<const std::string_view> words) {
    if (written.empty() || written.size() > longest_word) return {};
    const int characters = count_characters(written);
    int least = tolerance(characters) + 1;
    std::string_view best;
    for (std::string_view word : words) {
        if (word.empty()) continue;
        // Else a distance as long as either word would make any two words near.
        const int distance = edit_distance(written, word);
        if (distance < least && distance < std::min(characters, count_characters(word))) {
            least = distance;
            best = word;
        }
    }
    if (!best.empty() || characters < 2) return best;
    for (std::string_view word : words) {
        if (word.starts_with(written) || word.ends_with(written)) return word;
    }
    return {};
}

}  // namespace nianbao
