// How many lines a text takes in Word, as far as one knows without faces: every character
// of Han is as wide as its type, digits and letters as Times New Roman has them.
#pragma once

#include "nianbao/layout.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace nianbao::docx {

/// In half characters, digits and letters as in the Han faces.
int width_of(std::u32string_view text);

/// A character of Han, in the unit of all that follows.
inline constexpr int em_width = 1000;

/// How wide texts are taken to be.
struct Measure {
    Digits digits = Digits::latin;
    int blank = 0;          // between Han and digits or letters
    bool squeezed = false;  // marks give up blank; else some hang at line ends
};
/// As LibreOffice prints the file, which leaves the blank and lets marks hang whatever
/// the file says. Word does neither, which comes to nearly as many lines.
Measure in_word(const Layout& layout);
Measure in_pdf(const Layout& layout);

/// What no line end parts, or a line end in the text.
struct TextPiece {
    int blank = 0;  // before it, not where a line begins
    int width = 0;
    int inside = 0, at_end = 0;  // of that, what its marks give up in a line, and at its end
    bool line_end = false;

    int least() const { return width - std::max(inside, at_end); }
};
std::vector<TextPiece> pieces_of(std::u32string_view text, const Measure& measure);

/// How wide a text is on one line.
int width_of(std::u32string_view text, const Measure& measure);

/// The lines that a text takes in so much room, of which the first line lacks `indent`.
/// At least one.
int lines_of(std::u32string_view text, const Measure& measure, int most, int indent = 0);

}  // namespace nianbao::docx
