// The page of GB/T 9704 as Word measures it.
#pragma once

#include "nianbao/layout.hpp"

#include <cstdint>
#include <string>

namespace nianbao::docx {

/// Word's lengths are twentieths of a point; sizes of type are half points.
inline int twips(Length length) {
    return static_cast<int>((length.units * 20 + Length::per_point / 2) / Length::per_point);
}
inline int half_points(Length length) {
    return static_cast<int>((length.units * 2 + Length::per_point / 2) / Length::per_point);
}
inline std::string number(int value) { return std::to_string(value); }

/// Where the text stands, in twips.
struct Page {
    explicit Page(const Layout& layout);

    int width, height, top, left, right, bottom;
    int text_width;
    int pitch;    // from line to line
    int em;       // of a character of the text, with the blank that Word leaves behind it
    int spacing;  // that blank; less than 0: characters stand closer than their size
    int footer;   // from the page's lower edge to the page number's
};

}  // namespace nianbao::docx
