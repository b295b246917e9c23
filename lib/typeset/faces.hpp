// Which face draws what.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/length.hpp"
#include "nianbao/roles.hpp"

namespace nianbao {

/// The face of a text in an element of that role; of a run-in heading, that of a heading
/// of its level. REQUIRES: `run_in` is a level if the text is a run-in heading.
FontRole face_of(Role role, TextRole text = TextRole::plain, int run_in = 0);

/// What the texts of a block are set in.
struct Style {
    Length size;
    FontRole face = FontRole::body;
    FontRole run_in = FontRole::body;  // of its run-in heading

    FontRole face_of(TextRole text) const { return text == TextRole::heading ? run_in : face; }
};

/// The style of an element. `run_in`: level of its run-in heading; 0: none.
Style style_of(Length size, Role role, int run_in = 0);

}  // namespace nianbao
