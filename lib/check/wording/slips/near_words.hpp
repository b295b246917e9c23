// The words that W-26 looks for, in the shapes that they are asked for in.
#pragma once

#include "check/wording/slips/dictionary_words.hpp"
#include "check/wording/slips/shelves.hpp"
#include "check/wording/slips/terms.hpp"
#include "check/wording/slips/words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace nianbao::wording::near_misses {

/// Pairs of characters, by the bits of a hash.
template <std::size_t slots>
class Pairs {
public:
    constexpr void add(char32_t one, char32_t other) {
        bits_[slot_of(one, other) / 64] |= std::uint64_t{1} << slot_of(one, other) % 64;
    }
    /// False: it is none of them.
    constexpr bool may_hold(char32_t one, char32_t other) const {
        const std::size_t slot = slot_of(one, other);
        return (bits_[slot / 64] >> slot % 64 & 1) != 0;
    }

private:
    static constexpr std::size_t slot_of(char32_t one, char32_t other) {
        return (one * 0x9E37 + other) % slots;
    }
    std::array<std::uint64_t, slots / 64> bits_{};
};
inline constexpr auto pairs = [] {
    Pairs<262144> all;
    for (const std::u32string_view list : {words_of_two, other_words, dictionary_words}) {
        for (std::size_t i = 0; i < list.size(); i += 2) all.add(list[i], list[i + 1]);
    }
    return all;
}();
inline constexpr auto beginnings_of_three = [] {
    Pairs<32768> all;
    for (std::size_t i = 0; i < words_of_three.size(); i += 3)
        all.add(words_of_three[i], words_of_three[i + 1]);
    return all;
}();

/// Han characters that are words by themselves.
enum class Alone : std::uint8_t { no, often, always };
inline constexpr char32_t first_han = 0x4E00, last_han = 0x9FFF;
inline constexpr auto alone = [] {
    std::array<Alone, last_han - first_han + 1> all{};
    for (const char32_t c : words_of_one) all[c - first_han] = Alone::often;
    for (const char32_t c : words_of_one_alone) all[c - first_han] = Alone::always;
    return all;
}();
inline bool is_common_han(char32_t c) { return c >= first_han && c <= last_han; }

/// A word by one of its characters, or by those that a slip leaves.
struct ByCharacter {
    char32_t key = 0;
    std::uint16_t begin = 0;  // in the list of the words
};
template <std::size_t which>
inline constexpr auto two_by = shelved<2048>([] {
    std::array<ByCharacter, words_of_two.size() / 2> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {words_of_two[2 * i + which], static_cast<std::uint16_t>(2 * i)};
    return all;
}());

constexpr char32_t key_of(char32_t one, char32_t other, char32_t salt) {
    return (one * 0x2F35 + other) * 4 + salt;
}
inline constexpr auto three_by = shelved<1024>([] {
    std::array<ByCharacter, words_of_three.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t begin = i / 3 * 3, slip = i % 3;
        const char32_t one = words_of_three[slip == 0 ? begin + 1 : begin],
                       other = words_of_three[slip == 2 ? begin + 1 : begin + 2];
        all[i] = {key_of(one, other, static_cast<char32_t>(slip)),
                  static_cast<std::uint16_t>(begin)};
    }
    return all;
}());

inline bool is_three(std::u32string_view text, std::size_t place) {
    if (place + 3 > text.size()) return false;
    const char32_t key = key_of(text[place], text[place + 1], 2);
    for (const ByCharacter& one : three_by.of(key)) {
        if (one.key == key && words_of_three[one.begin + 2] == text[place + 2]) return true;
    }
    return false;
}

/// A term from which an inner character is lost, or of which two stand in each other's
/// place: by the first three characters of what is left.
struct Damaged {
    char32_t key = 0;
    std::uint16_t term = 0;
    std::uint8_t at = 0;
    bool swapped = false;
};
inline constexpr std::size_t shortest_damaged = 4, longest_damaged = 7;
constexpr bool may_be_damaged(std::u32string_view term) {
    return term.size() >= shortest_damaged && term.size() <= longest_damaged &&
           term.find(U'、') == term.npos;
}
constexpr char32_t damaged_character(std::u32string_view term, std::size_t at, bool swapped,
                                     std::size_t i) {
    if (swapped) return term[i == at ? at + 1 : i == at + 1 ? at : i];
    return term[i < at ? i : i + 1];
}
inline constexpr std::size_t damaged_count = [] {
    std::size_t count = 0;
    for (const std::u32string_view term : terms) {
        if (may_be_damaged(term)) count += 2 * term.size() - 3;
    }
    return count;
}();
inline constexpr auto damaged = shelved<4096>([] {
    std::array<Damaged, damaged_count> all{};
    std::size_t next = 0;
    const auto add = [&](std::size_t term, std::size_t at, bool swapped) {
        const auto c = [&](std::size_t i) {
            return damaged_character(terms[term], at, swapped, i);
        };
        all[next++] = {key_of(c(0), c(1), 0) ^ c(2) * 0x9E37, static_cast<std::uint16_t>(term),
                       static_cast<std::uint8_t>(at), swapped};
    };
    for (std::size_t term = 0; term < std::size(terms); ++term) {
        if (!may_be_damaged(terms[term])) continue;
        for (std::size_t at = 1; at + 1 < terms[term].size(); ++at) add(term, at, false);
        for (std::size_t at = 0; at + 1 < terms[term].size(); ++at) add(term, at, true);
    }
    return all;
}());

}  // namespace nianbao::wording::near_misses
