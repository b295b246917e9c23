// The flow as pieces that pages are filled with.
#pragma once

#include "nianbao/layout.hpp"

#include "outline/page_ends.hpp"
#include "typeset/flow.hpp"

#include <cstddef>
#include <vector>

namespace nianbao {

/// What a piece is: the lines of a chunk, or a row of its table or a line of its notes.
struct PieceOf {
    std::size_t chunk = 0;
    int index = 0;
};

struct Pieces {
    std::vector<Piece> pieces;
    std::vector<PieceOf> of;  // each piece
};

Pieces pieces_of(const Flow& flow, const Layout& layout);

}  // namespace nianbao
