#include "typeset/page/pieces.hpp"

#include <algorithm>

namespace nianbao {
namespace {

int haste_before(const Chunk& chunk) {
    if (chunk.goes_on) return page_haste::inside;
    if (chunk.heading == 1) return page_haste::section;
    return chunk.heading > 1 ? page_haste::heading : page_haste::block;
}

class PieceMaker {
public:
    explicit PieceMaker(const Layout& layout) : room_(page_room(layout)) {}

    /// `parting`: before the chunk.
    void add(std::size_t index, const Chunk& chunk, int turned, std::int64_t parting) {
        Piece first;
        first.turned = turned;
        first.parting = parting;
        first.haste = haste_before(chunk);
        if (chunk.table) {
            add_rows(index, *chunk.table, first, chunk.notes_height());
            add_notes(index, chunk, turned);
            return;
        }
        first.rows = chunk.rows;
        first.blank_rows = chunk.blank_rows;
        add_piece(first, {index, 0});
    }

    Pieces take() { return std::move(made_); }

private:
    void add_piece(const Piece& piece, PieceOf of) {
        made_.pieces.push_back(piece);
        made_.of.push_back(of);
    }

    void add_rows(std::size_t index, const SetTable& set, const Piece& first, Length notes) {
        const bool fits = set.height() + notes <= set.room;
        int row = 0;
        for (const Piece& piece :
             pieces_of_rows(*set.table, set.heights, row_breaks(set), fits, first))
            add_piece(piece, {index, row++});
    }

    void add_notes(std::size_t index, const Chunk& chunk, int turned) {
        if (chunk.notes.empty()) return;
        int line = 0;
        for (const Piece& piece :
             pieces_of_notes(chunk.notes.size(), chunk.notes.front().em, turned, room_))
            add_piece(piece, {index, line++});
    }

    PageRoom room_;
    Pieces made_;
};

}  // namespace

Pieces pieces_of(const Flow& flow, const Layout& layout) {
    PieceMaker maker(layout);
    const std::vector<Chunk>& chunks = flow.chunks;
    int turned = 0;
    for (std::size_t begin = 0; begin < chunks.size();) {
        std::size_t end = begin + 1;
        while (end < chunks.size() && chunks[end - 1].keep_with_next) ++end;
        // A landscape table has pages of its own, with the heading it stays with.
        const bool landscape =
            std::any_of(chunks.begin() + begin, chunks.begin() + end,
                        [](const Chunk& chunk) { return chunk.table && chunk.table->landscape; });
        if (landscape) ++turned;
        for (std::size_t i = begin; i < end; ++i)
            maker.add(i, chunks[i], landscape ? turned : 0, i > begin ? page_cost::keeping : 0);
        begin = end;
    }
    return maker.take();
}

}  // namespace nianbao
