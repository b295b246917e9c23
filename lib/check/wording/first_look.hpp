// First questions that a rule asks at every place of a text, so that it looks closer only
// where something may be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::wording {

/// What a character may be, by a bit for each of eight lists: one look for all of them.
/// A character that shares its slot with one of a list is taken for it.
class CharacterMarks {
public:
    constexpr void add(std::u32string_view characters, std::uint8_t mark) {
        for (const char32_t c : characters) add(c, mark);
    }
    constexpr void add(char32_t c, std::uint8_t mark) { marks_[c % slots] |= mark; }
    /// The first and the second characters of some words of two characters or more.
    template <class Words>
    constexpr void add_words(const Words& words, std::uint8_t first, std::uint8_t second) {
        for (const std::u32string_view word : words) {
            add(word[0], first);
            add(word[1], second);
        }
    }

    /// Without a bit: the character is in none of that list.
    constexpr std::uint8_t of(char32_t c) const { return marks_[c % slots]; }

private:
    static constexpr std::size_t slots = 4096;
    std::array<std::uint8_t, slots> marks_{};
};

}  // namespace nianbao::wording
