// Where lines may end by sense, as the line breaker sees it.
#pragma once

#include "nianbao/breaks.hpp"
#include "nianbao/document.hpp"

#include "typeset/atoms.hpp"
#include "typeset/line_break.hpp"

#include <array>
#include <span>
#include <vector>

namespace nianbao {

/// For each character of some texts, and for their end, the first atom that is drawn for
/// it or behind it: what cannot be drawn has no atom.
std::vector<int> atom_places(std::span<const Text> texts, std::span<const Atom> atoms);

/// The same breaks, counted in atoms. Those at an end, or outside, are left out.
std::vector<Break> at_atoms(std::span<const Break> breaks, std::span<const int> places);

/// The costs of breaks by their Sense.
using SenseCosts = std::array<int, 4>;

/// Lets lines end at the breaks alone, each at its own cost and that of its sense.
/// `breaks` are counted in items.
void break_by_sense(std::span<Item> items, std::span<const Break> breaks, const SenseCosts& costs);

}  // namespace nianbao
