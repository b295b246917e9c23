// The decoded text of a scalar, and where each of its characters stands in the file.
#pragma once

#include "nianbao/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// `pieces` as in Source; the last one is the end of the text.
struct MappedText {
    std::string text;
    std::vector<Source::Piece> pieces;
};

/// Puts a text together, part by part. A carriage return before a line feed is dropped,
/// so that "\r\n" escaped in JSON is one line end.
class TextBuilder {
public:
    /// `bytes`: code points that stand as themselves from byte `at` of the file on. A
    /// line feed stands alone.
    void put(std::string_view bytes, int at);
    /// One code point that is written otherwise there, as an escape.
    void put_escaped(std::string_view bytes, int at);
    MappedText finish(int end);

private:
    MappedText built_;
    int characters_ = 0;
    int expected_ = -1;  // the byte at which the next character continues the last piece
    int piece_begin_ = 0;
};

/// Drops blanks (space, tab, line ends, U+3000, NBSP) at the end, and with `both` at the
/// beginning too; places stay right.
void trim(MappedText& text, bool both);

/// True for text of nothing but such blanks.
bool blank(std::string_view text);

/// Byte length of the blank that `text` begins with, or ends with; 0 where there is none.
std::size_t leading_blank(std::string_view text);
std::size_t trailing_blank(std::string_view text);
/// The text between such blanks.
std::string_view without_blanks(std::string_view text);

}  // namespace nianbao::notation
