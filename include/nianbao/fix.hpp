// Corrects in a data file what can mean only one thing.
#pragma once

#include "nianbao/read.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// Lines of a file, and what stands instead of them; none: nothing. Without line ends.
struct FixedLines {
    int first = 1;  // number of the first of `before`
    std::vector<std::string> before, after;
    bool operator==(const FixedLines&) const = default;
};

/// A file as it should be written, and what a person has still to decide.
struct Fixed {
    std::string text;                     // all of the file: UTF-8
    std::vector<std::string> throughout;  // changes of every line, Chinese: “GBK 编码，改成 UTF-8”
    std::vector<FixedLines> lines;  // the others, in the order of the file
    Reading reading;                // of the text; its errors are what is left
    /// True if the text is not what stood in the file.
    [[nodiscard]] bool changed() const { return !throughout.empty() || !lines.empty(); }
};

/// Corrects full-width colons, commas, brackets and quotes that were typed for ASCII
/// ones; tabs and odd blanks in indentation and beside keys; blanks missing after
/// colons; rows pasted from a table; brackets and quotes that are not closed; text below
/// a "|" that is not indented, and paragraphs that lack the "|"; full-width digits,
/// thousands commas and blanks around numbers; encodings other than UTF-8; line ends of
/// several kinds. Changes no number's value and no prose, and leaves alone what can mean
/// several things. Correcting the text again changes nothing. A file that cannot be read
/// as text, or breaks off, stays as it is, as does a PDF with its data. Throws Failure if
/// it cannot be opened or read.
[[nodiscard]] Fixed fix(const Input& input);
[[nodiscard]] Fixed fix(std::string_view bytes, std::string name, Format format);

/// The changes for people, line by line: what stood there after “- ”, what stands there
/// now after “+ ”. Characters that cannot be seen are named. `name`: of the file.
[[nodiscard]] std::string fixed_text(const Fixed& fixed, std::string_view name);

}  // namespace nianbao
