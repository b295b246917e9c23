#include "check/wording/slips/likelihood.hpp"

#include "check/wording/slips/likely_words.hpp"

#include <algorithm>
#include <array>

namespace nianbao::wording::likely {
namespace {

constexpr char32_t first_han = 0x4E00, last_han = 0x9FFF;
constexpr std::size_t all_han = last_han - first_han + 1;
constexpr int least_cost = 7;  // of the letter a
constexpr int cost_of_unknown = 36, cost_of_longer = 24;

/// Rows of a table by their first characters: where each begins and ends.
struct Rows {
    std::array<std::uint32_t, all_han> begins{};
    std::array<std::uint16_t, all_han> sizes{};

    /// The row in a table that has the same rows.
    template <typename View>
    View of(View table, char32_t key) const {
        if (key < first_han || key > last_han) return {};
        return table.substr(begins[key - first_han], sizes[key - first_han]);
    }
};
constexpr Rows rows_of(std::u32string_view keys, std::u32string_view table) {
    Rows rows;
    std::size_t begin = 0;
    for (const char32_t key : keys) {
        std::size_t end = begin;
        while (end < table.size() && table[end] != U'|') ++end;
        rows.begins[key - first_han] = static_cast<std::uint32_t>(begin);
        rows.sizes[key - first_han] = static_cast<std::uint16_t>(end - begin);
        begin = end + 1;
    }
    return rows;
}
constexpr Rows words = rows_of(firsts, seconds);
constexpr Rows words_by_last = rows_of(lasts, firsts_of_lasts);
constexpr Rows longer_words = rows_of(firsts_of_longer, longer);

constexpr auto alone_costs = [] {
    std::array<std::uint8_t, all_han> all{};
    all.fill(cost_of_unknown);
    for (std::size_t i = 0; i < alone.size(); ++i)
        all[alone[i] - first_han] = static_cast<std::uint8_t>(costs_alone[i] - 'a' + least_cost);
    return all;
}();

/// Lowers what the parting of the text costs up to the end of each longer word that
/// begins at a place.
void add_longer(std::u32string_view text, std::size_t place, int cost,
                std::array<int, longest_run + 1>& least) {
    const auto row = longer_words.of(longer, text[place]);
    for (std::size_t i = 0; i < row.size(); i += 3) {
        const auto rest = row.substr(i, row[i + 2] == U' ' ? 2 : 3);
        if (text.substr(place + 1, rest.size()) != rest) continue;
        int& end = least[place + 1 + rest.size()];
        end = std::min(end, cost + cost_of_longer);
    }
}

}  // namespace

std::optional<Word> word_of(char32_t one, char32_t other) {
    const auto row = words.of(seconds, one);
    const auto found = std::lower_bound(row.begin(), row.end(), other);
    if (found == row.end() || *found != other) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - row.begin());
    return Word{words.of(costs, one)[at] - 'a' + least_cost,
                static_cast<Tier>(words.of(tiers, one)[at] - '0')};
}

std::u32string_view before(char32_t last) { return words_by_last.of(firsts_of_lasts, last); }
Behind behind(char32_t first) { return {words.of(seconds, first), words.of(tiers, first)}; }

int cost_alone(char32_t c) {
    return c < first_han || c > last_han ? cost_of_unknown : alone_costs[c - first_han];
}

int cost_of_all(std::u32string_view text) {
    constexpr int none = 1'000'000;
    std::array<int, longest_run + 1> least{};
    least.fill(none);
    least[0] = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        least[i + 1] = std::min(least[i + 1], least[i] + cost_alone(text[i]));
        if (i + 1 == text.size()) break;
        if (const auto two = word_of(text[i], text[i + 1]))
            least[i + 2] = std::min(least[i + 2], least[i] + two->cost);
        if (i + 2 < text.size()) add_longer(text, i, least[i], least);
    }
    return least[text.size()];
}

}  // namespace nianbao::wording::likely
