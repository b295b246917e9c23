// How likely words are in these reports, and what else is meant where they are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nianbao::wording::likely {

/// Of whom a word is that may be meant: the words that are told, by how common they are.
enum class Tier : std::uint8_t { none, frequent, of_reports };

/// A word of two characters. `cost`: twice the natural logarithm of how many words there
/// are for one of it.
struct Word {
    int cost = 0;
    Tier tier = Tier::none;
};

/// None: these reports have no such word.
std::optional<Word> word_of(char32_t one, char32_t other);

/// The characters before it with which that one makes a word that is told.
std::u16string_view before(char32_t last);

/// Those behind it with which it makes a word, and of each of these words its rank.
struct Behind {
    std::u16string_view characters;
    std::string_view ranks;
};
Behind behind(char32_t first);
Tier tier_of(char rank);

/// Of a character that is a word by itself; much for one that is none.
int cost_alone(char32_t c);

/// What the likeliest parting of the characters into words costs. REQUIRES: no more than
/// `longest_run` of them.
inline constexpr std::size_t longest_run = 16;
int cost_of_all(std::u32string_view text);

}  // namespace nianbao::wording::likely
