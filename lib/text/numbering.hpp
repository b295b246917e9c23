// The numbering that a line begins with. What it makes of the line: headings.hpp. The
// rules of wording and the names of the form's rows ask here too.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

/// So many characters from its beginning tell a line's numbering.
inline constexpr std::size_t longest_numbering = 12;

/// Level 1 “一、”, 2 “（一）”, 3 “1.”, 4 “（1）” (GB/T 9704 7.3.3), 5 “①”; 0 if there is
/// none. Brackets, dots and digits are read in both widths, “1、” as “1.” and “1）” as
/// “（1）”; numbers go to 99, a wrong “0.” is one too. `length`: characters, with the
/// mark.
struct Numbering {
    int level = 0;
    int number = 0;
    std::size_t length = 0;
    explicit operator bool() const { return level > 0; }
};

/// A number that belongs to the sentence is none: “（2022）”, “1.5万元”, “1.2023年”,
/// “一、二季度”.
Numbering numbering_of(std::u32string_view line);

/// The same, but takes “1.2023年，…” for a numbering too: as a rule about the order of
/// numbers must, to which “2.” after it is no surprise.
Numbering numbering_meant(std::u32string_view line);

}  // namespace nianbao
