#include "docx/lines.hpp"

#include "text/character.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::docx {
namespace {

/// Where Word ends a line inside an address.
bool may_part_address(char32_t before, char32_t after) {
    return (before == U'/' || before == U'?' || before == U'-') && after != U'/';
}

}  // namespace

int width_of(std::u32string_view text) {
    int width = 0;
    for (const char32_t c : text) width += display_width(c);
    return width;
}

std::vector<int> pieces_of(std::u32string_view text) {
    std::vector<int> pieces;
    bool begins = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'\n') {
            pieces.push_back(-1);
            begins = true;
            continue;
        }
        begins = begins || may_break(class_of(text[i - 1]), class_of(text[i])) ||
                 may_part_address(text[i - 1], text[i]);
        if (begins) pieces.push_back(0);
        pieces.back() += display_width(text[i]);
        begins = false;
    }
    return pieces;
}

int lines_of(std::u32string_view text, int most, int indent) {
    int lines = 1, used = indent;
    for (const int piece : pieces_of(text)) {
        if (piece < 0 || (used > 0 && used + piece > most)) {
            ++lines;
            used = 0;
        }
        used += std::max(piece, 0);
        // What no line holds is parted anywhere.
        for (; used > most; used -= most) ++lines;
    }
    return lines;
}

}  // namespace nianbao::docx
