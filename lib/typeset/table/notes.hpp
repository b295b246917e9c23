// Notes below a table.
#pragma once

#include "typeset/atoms.hpp"
#include "typeset/line.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// A note before it is set.
struct NoteText {
    std::vector<Atom> atoms;
    std::vector<Item> items;
};

/// The lines of notes as wide as their table. All but the first hang below what stands
/// behind its “注：”.
std::vector<SetLine> note_lines(std::span<const NoteText> notes, Length width);

}  // namespace nianbao
