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
constexpr int costs_of_tier = 26;  // of words, in likely_words.hpp

/// Rows of a table by the characters that stand for them.
template <std::size_t count>
struct Rows {
    std::array<std::uint16_t, all_han> numbers{};   // of rows, from 1 on; 0: there is none
    std::array<std::uint32_t, count + 1> begins{};  // '|' stands before all but the first

    /// The row in a table that has the same rows.
    template <typename View>
    View of(View table, char32_t key) const {
        if (key < first_han || key > last_han || numbers[key - first_han] == 0) return {};
        const std::size_t row = numbers[key - first_han] - 1;
        return table.substr(begins[row], begins[row + 1] - 1 - begins[row]);
    }
};
template <std::size_t count>
constexpr Rows<count> rows_of(std::u16string_view keys, std::u16string_view table) {
    Rows<count> rows;
    std::size_t begin = 0;
    for (std::size_t row = 0; row < count; ++row) {
        std::size_t end = begin;
        while (end < table.size() && table[end] != u'|') ++end;
        rows.numbers[keys[row] - first_han] = static_cast<std::uint16_t>(row + 1);
        rows.begins[row] = static_cast<std::uint32_t>(begin);
        begin = end + 1;
    }
    rows.begins[count] = static_cast<std::uint32_t>(begin);
    return rows;
}
constexpr auto words = rows_of<firsts.size()>(firsts, seconds);
constexpr auto words_by_last = rows_of<lasts.size()>(lasts, firsts_of_lasts);
constexpr auto longer_words = rows_of<firsts_of_longer.size()>(firsts_of_longer, longer);

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
        const auto rest = row.substr(i, row[i + 2] == u' ' ? 2 : 3);
        const auto own = text.substr(place + 1, rest.size());
        if (!std::equal(own.begin(), own.end(), rest.begin(), rest.end())) continue;
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
    const char rank = words.of(ranks, one)[at];
    return Word{(rank - '#') % costs_of_tier + least_cost, tier_of(rank)};
}

std::u16string_view before(char32_t last) { return words_by_last.of(firsts_of_lasts, last); }
Behind behind(char32_t first) { return {words.of(seconds, first), words.of(ranks, first)}; }
Tier tier_of(char rank) { return static_cast<Tier>((rank - '#') / costs_of_tier); }

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
