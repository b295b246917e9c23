// Breaks paragraphs into lines. Sees numbers only: no marks, no fonts.
#pragma once

#include "nianbao/length.hpp"

#include <limits>
#include <span>
#include <vector>

namespace nianbao {

/// The cost of a break that must not be made.
inline constexpr int no_break = std::numeric_limits<int>::max();

/// A piece that is never divided.
struct Item {
    Length width;           // natural
    Length start_trim;      // what it gives up as the first of a line
    Length end_trim;        // what it gives up as the last
    Length gap;             // after it, not at a line's end
    Length shrink;          // what it can give up inside a line
    int shrink_stage = 0;   // lower stages give first
    Length grow;            // what it can gain before the other gaps grow: spaces between words,
                            // gaps between Han and letters
    int grow_stage = 0;     // lower stages gain first
    bool stretch = true;    // the gap after it may grow
    bool vanishes = false;  // a space: nothing at a line's end
    bool ragged = false;    // a line that ends with it may stay short
    bool mark = false;      // punctuation: does not keep a last line company
    int break_after = 0;    // cost of ending a line here; no_break
    bool legal = true;      // a break here is against sense but not against the rules: taken
                            // where nothing else fits
};

/// Stages of shrinking and growing, from 0.
inline constexpr int shrink_stages = 3, grow_stages = 2;

enum class Fit {
    justified,  // every line but the last is filled; least total badness
    ragged,     // fewest lines, then the most even ones (titles, cells)
};

/// Items [first, last) of one line; spaces at its end are not part of it.
struct LineRange {
    int first = 0, last = 0;
    bool operator==(const LineRange&) const = default;
};

struct Measures {
    Length width;         // of every line
    Length first_indent;  // of the first; negative if the others hang
    Length em;            // what badness is measured in
};

/// True if a line's slack is more than half an em for each gap that may grow: its words
/// are opened then too, so that it ends at the edge.
bool opens_words(Length slack, int gaps, Length em);

/// True if a line whose last item may end it short is left so: its gaps would grow by
/// more than 1/10 em. `slack`: what is left when spaces and gaps between scripts have
/// grown.
bool stays_short(Length slack, int gaps, Length em);

/// Breaks a paragraph over all its lines at once. An item wider than the line stands on a
/// line of its own. Time: linear in the number of items.
std::vector<LineRange> break_lines(std::span<const Item> items, const Measures& measure, Fit fit);

}  // namespace nianbao
