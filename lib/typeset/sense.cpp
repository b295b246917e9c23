#include "typeset/sense.hpp"

#include <utility>

namespace nianbao {

std::vector<int> atom_places(std::span<const Text> texts, std::span<const Atom> atoms) {
    std::vector<int> places;
    int next = 0;
    for (const Text& text : texts) {
        for (const char32_t c : text.text) {
            places.push_back(next);
            if (next < std::ssize(atoms) && atoms[next].character == c) ++next;
        }
    }
    places.push_back(next);
    return places;
}

std::vector<Break> at_atoms(std::span<const Break> breaks, std::span<const int> places) {
    std::vector<Break> at;
    for (const Break& own : breaks) {
        if (own.at <= 0 || own.at >= std::ssize(places)) continue;
        const int place = places[own.at];
        if (place > 0 && place < places.back()) at.push_back({place, own.sense});
    }
    return at;
}

void break_by_sense(std::span<Item> items, std::span<const Break> breaks, const SenseCosts& costs) {
    std::vector<int> costs_after(items.size(), no_break);
    for (const Break& own : breaks) {
        const int cost = items[own.at - 1].break_after;
        if (cost != no_break)
            costs_after[own.at - 1] = cost + costs[static_cast<std::size_t>(own.sense)];
    }
    for (std::size_t i = 0; i < items.size(); ++i) items[i].break_after = costs_after[i];
}

}  // namespace nianbao
