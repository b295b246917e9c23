// Which lines of a field are headings: by their numbering, and by the company of the
// lines that are numbered like them. Composing, the diff, the rules of wording, the
// reader of the prose and next year's file all ask here.
#pragma once

#include "text/numbering.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace nianbao {

/// The most characters of a heading that stands for itself, and of a run-in heading: one
/// full line of the page (data file, “Text”). Blanks do not count.
inline constexpr std::size_t longest_heading = 28;

enum class LineKind { text, run_in, heading };

/// What a line is. `heading`: how many of its characters are one, blanks around the line
/// left out: all of a heading, what stands before the 。 of a run-in heading, else none.
struct LineRole {
    Numbering numbering;
    LineKind kind = LineKind::text;
    std::size_t heading = 0;
};

/// Says of each line of a field what it is. Something stands below a line if the next one
/// is not numbered or of a deeper level. Of numbered lines:
/// - At most 28 characters without 。；：， at the end are a heading; but not the last line
///   of a list whose items end in ；.
/// - Longer ones are a heading if at least half of their siblings are, as long as they
///   are one phrase (no 。；！？ in it) and, if there is a ，, something stands below them.
/// - One phrase with a 。 at its end is a heading if something stands below it and at
///   least half of its siblings are headings; one without siblings, up to 28 characters.
/// - Else, where a 。 comes within 28 characters and text behind it, what stands before it
///   is a run-in heading.
/// “一是…” and a phrase of which a clause ends with a count (“收到申请5件”) are text.
/// Siblings: the lines of one level that no higher level and no new 1 parts.
std::vector<LineRole> line_roles(std::span<const std::u32string_view> lines);

/// The same for each line of a text, empty ones too.
std::vector<LineRole> line_roles(std::u32string_view text);

/// True for “一是…” and “二要…”: an item of a series inside a text.
bool begins_item(std::u32string_view words);

}  // namespace nianbao
