// A set line: its atoms at their places, and how it becomes marks on a page.
#pragma once

#include "nianbao/pages.hpp"

#include "typeset/atoms.hpp"
#include "typeset/line_break.hpp"

#include <span>
#include <vector>

namespace nianbao {

/// A line, relative to its left edge and baseline.
struct SetLine {
    std::vector<Mark> marks;
    Length width;
    Length em;
};

enum class Align { left, centre, right, justified };

/// Places the atoms of a line. Justified: the gaps and blanks are adjusted so that the
/// line is exactly `width` wide. `artifact` other than none: the marks belong to no node.
SetLine set_line(std::span<const Atom> atoms, std::span<const Item> items, LineRange range,
                 Length width, Align align, Artifact artifact = Artifact::none);

/// The same marks, moved.
void move(std::vector<Mark>& marks, Length right, Length down);

/// The same marks in an area turned to the left: what ran to the right from its left edge
/// runs up from its lower edge, `height` down.
void turn_left(std::vector<Mark>& marks, Length height);

}  // namespace nianbao
