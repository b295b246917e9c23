// Many entries, of which a text is asked for few.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace nianbao::wording {

/// Entries by the low bits of their keys, so that a character is compared with few of
/// them; most with none.
template <typename Entry, std::size_t n, std::size_t shelf_count>
struct Shelves {
    std::array<Entry, n> entries{};
    std::array<std::uint16_t, shelf_count + 1> begins{};

    static constexpr std::size_t shelf_of(char32_t key) { return key % shelf_count; }
    std::span<const Entry> of(char32_t key) const {
        const std::size_t at = shelf_of(key);
        return std::span(entries).subspan(begins[at], begins[at + 1] - begins[at]);
    }
};

template <std::size_t shelf_count, typename Entry, std::size_t n>
constexpr Shelves<Entry, n, shelf_count> shelved(const std::array<Entry, n>& entries) {
    Shelves<Entry, n, shelf_count> all;
    for (const Entry& entry : entries) ++all.begins[all.shelf_of(entry.key) + 1];
    for (std::size_t i = 1; i < all.begins.size(); ++i)
        all.begins[i] = static_cast<std::uint16_t>(all.begins[i] + all.begins[i - 1]);
    std::array<std::uint16_t, shelf_count + 1> next = all.begins;
    for (const Entry& entry : entries) all.entries[next[all.shelf_of(entry.key)]++] = entry;
    return all;
}

}  // namespace nianbao::wording
