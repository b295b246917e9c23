// Where pages end, chosen for the whole report: sees numbers only.
#pragma once

#include "nianbao/layout.hpp"
#include "nianbao/length.hpp"
#include "outline/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nianbao {

/// What is never parted: the lines of a short paragraph, a row of a table, a line of its
/// notes.
struct Piece {
    /// A first row stands half a gap of lines below what is above it, further rows touch.
    enum class Kind : std::uint8_t { lines, first_row, row, note };

    Kind kind = Kind::lines;
    int rows = 0, blank_rows = 0;  // lines: of the grid; before them, not at a page's top
    Length height;                 // of a row or a note
    Length above, below;           // a note: blank above it, not at a page's top, and to
                                   // the next line of text
    Length head;                   // a row: of what is repeated above it at a page's top
    Length label;                  // a row: no page goes on with less of the table than
                                   // this and ends before it
    int turned = 0;                // pieces of one number, and no others, share turned pages;
                                   // 0: upright
    std::int64_t parting = 0;      // what it costs to end a page before it
    int haste = 0;                 // and in a thousandth of the page, to do so though more fits
};

/// What it costs to end a page. Scale: a page a quarter empty is 62, one a little emptier
/// more than `dividing`.
namespace page_cost {
/// A table that a page can hold.
constexpr std::int64_t dividing = 1200;
/// Notes of a table that a page can hold.
constexpr std::int64_t dividing_notes = 6000;
/// What only stays together if no page can hold it: a heading and its text.
constexpr std::int64_t keeping = 100'000'000'000;
}  // namespace page_cost

/// What it costs to end a page early, for each thousandth of it, before a section, a
/// heading, a paragraph or a table, and inside a paragraph.
namespace page_haste {
constexpr int section = 1, heading = 2, block = 4, inside = 10;
}  // namespace page_haste

/// The text area, upright or turned.
struct PageRoom {
    Length height, turned_height;  // to be filled
    Length pitch, em;              // of the grid

    Length of(int turned) const { return turned != 0 ? turned_height : height; }
    /// Half the blank between two lines: between a line and a table's rule.
    Length gap() const { return (pitch - em) / 2; }
};

PageRoom page_room(const Layout& layout);

/// The pieces of a table that stands as the first of them says, row by row. `fits`: a
/// page holds it with its notes.
std::vector<Piece> pieces_of_rows(const Table& table, std::span<const Length> heights,
                                  std::span<const RowBreak> breaks, bool fits, Piece first);

/// The pieces of so many lines of its notes, which share a page with it. `em`: how high
/// each is.
std::vector<Piece> pieces_of_notes(std::size_t lines, Length em, int turned, const PageRoom& room);

/// How far a page is filled.
struct Filled {
    Length bottom;     // of what stands lowest
    Length next_line;  // where the next line's box may begin
    bool any = false;
};

/// The upper edge of a piece that is put on the page next.
Length top_of(const Piece& piece, const Filled& filled, const PageRoom& room);

/// The page with the piece on it.
Filled with(const Piece& piece, const Filled& filled, const PageRoom& room);

/// The pieces at which pages end, the last being the end of all.
using PageEnds = std::vector<std::size_t>;

/// Each page as full as it can be without dividing a table that a page can hold.
PageEnds fill_in_turn(std::span<const Piece> pieces, const PageRoom& room);

/// So that the whole costs least: the emptier a page the more, above all if it is over a
/// quarter empty; then tables are divided and pages end early if that helps. Never more
/// pages than filled in turn. In time linear in the pieces.
PageEnds choose_page_ends(std::span<const Piece> pieces, const PageRoom& room);

/// Rows that stand closer are seen less than a page that stays over a quarter empty.
inline constexpr std::int64_t cost_of_closer_rows = 1000;

/// What they cost together. Good: no page but the last is over a quarter empty, and what
/// keeps together is not parted.
struct PageCost {
    std::int64_t sum = 0;
    bool good = true;
};
PageCost cost_of(const PageEnds& ends, std::span<const Piece> pieces, const PageRoom& room);

}  // namespace nianbao
