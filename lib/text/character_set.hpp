// Some characters, of which every character of a text is asked whether it is one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace nianbao {

/// A cheap first question: says no to most characters that are none of some. By the low
/// eight bits of a character.
class CharacterFilter {
public:
    constexpr CharacterFilter() = default;
    constexpr explicit CharacterFilter(std::u32string_view characters) {
        for (char32_t c : characters) add(c);
    }
    /// The first characters of some words. REQUIRES: no word is empty.
    template <class Words>
    static constexpr CharacterFilter beginnings(const Words& words) {
        CharacterFilter filter;
        for (std::u32string_view word : words) filter.add(word.front());
        return filter;
    }

    /// The second ones of words of two characters or more.
    template <class Words>
    static constexpr CharacterFilter seconds(const Words& words) {
        CharacterFilter filter;
        for (std::u32string_view word : words) filter.add(word[1]);
        return filter;
    }

    /// False: it is none of them.
    constexpr bool may_hold(char32_t c) const { return (bits_[c / 64 % 4] >> c % 64 & 1) != 0; }

    constexpr CharacterFilter operator|(const CharacterFilter& other) const {
        CharacterFilter both = *this;
        for (std::size_t i = 0; i < both.bits_.size(); ++i) both.bits_[i] |= other.bits_[i];
        return both;
    }

private:
    constexpr void add(char32_t c) { bits_[c / 64 % 4] |= std::uint64_t{1} << c % 64; }

    std::array<std::uint64_t, 4> bits_{};
};

/// Characters as they are listed. The list must outlive the set, as a literal does.
class CharacterSet {
public:
    constexpr explicit CharacterSet(std::u32string_view characters)
        : characters_(characters), filter_(characters) {}

    constexpr bool has(char32_t c) const {
        return filter_.may_hold(c) && characters_.find(c) != characters_.npos;
    }
    constexpr const CharacterFilter& filter() const { return filter_; }

private:
    std::u32string_view characters_;
    CharacterFilter filter_;
};

}  // namespace nianbao
